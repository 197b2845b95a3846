/// Who logs on, who asks for tickets, who changes accounts.
extension OCSFFace {
    /// The source of a record of identity; `nil` where the shape is of another kind.
    var ofIdentity: String? {
        switch shape.kind {
        case .logon(let type, let proof, let success): logon(type, proof, success)
        case .logoff(let type):
            head((3002, 2), ("Authentication", "Logoff"), profiles: ["host"])
                + ",\"device\":<device>,\"user\":<user>,\"logon_type_id\":\(type.rawValue),"
                + "\"logon_type\":\"\(type.name)\",\"session\":{\"uid\":\"\(session(type))\"},"
                + "\"dst_endpoint\":{<host>},\"status_id\":1}"
        case .privileges:
            head((3003, 1), ("Authorize Session", "Assign Privileges"), profiles: ["host"])
                + ",\"device\":<device>,\"user\":<user>,\"session\":{\"uid\":\"<logonID 2>\"},"
                + "\"privileges\":[\"SeSecurityPrivilege\",\"SeBackupPrivilege\",\"SeDebugPrivilege\"],\"status_id\":1}"
        case .explicitCredentials: explicitCredentials
        case .terminalSession: terminalSession
        case .ticket(let activity, let success): ticket(activity, success)
        case .validation(let success):
            head((3002, 1), ("Authentication", "Logon"), profiles: ["host"])
                + ",\"device\":<device>,\"user\":<user>,\"service\":{\"name\":\"NtLmSsp\"},"
                + "\"logon_type_id\":3,\"logon_type\":\"Network\",\"auth_protocol_id\":1,\"auth_protocol\":\"NTLM\","
                + "\"is_remote\":true,\"src_endpoint\":{<source>},\"dst_endpoint\":{<host>},\(status(success))}"
        case .directory(let change):
            entity(
                change ? 3 : 2, change ? "Update" : "Read", type: "Directory object", name: text(.name),
                extra: unmapped([("object_type", .type), ("properties", .properties), ("access_mask", .mask)]))
        case .directoryChange:
            entity(
                3, "Update", type: "Directory object", name: text(.name),
                extra: unmapped([("object_class", .type), ("attribute", .properties), ("value", .value)]))
        case .account(let action):
            head(accountType(action), ("Account Change", action.name), profiles: ["host"]) + person + "}"
        case .membership:
            head((3006, 3), ("Group Management", "Add User"), profiles: ["host"]) + person
                + ",\"group\":{\"name\":\"\(text(.group))\"}}"
        default: nil
        }
    }

    private func accountType(_ action: RecordShape.AccountAction) -> (Int, Int) {
        switch action {
        case .change, .computerChange: (3001, 99)
        case .computerCreate: (3001, 1)
        default: (3001, action.rawValue)
        }
    }

    /// Who does it to whom.
    private var person: String {
        ",\"device\":<device>,\"actor\":{\"user\":<user>},\"user\":{\"name\":\"\(text(.account))\",\"type_id\":1},"
            + "\"src_endpoint\":{<source>},\"status_id\":1"
    }

    private func status(_ success: Bool) -> String {
        if success { return "\"status_id\":1" }
        let code = shape[.subStatus].isEmpty ? text(.status) : text(.subStatus)
        return "\"status_id\":2,\"status_code\":\"\(code)\",\"status_detail\":\"\(Refusal.text(shape))\""
    }

    private func logon(_ type: RecordShape.LogonType, _ proof: RecordShape.Proof, _ success: Bool) -> String {
        var result = head((3002, 1), ("Authentication", "Logon"), profiles: ["host"])
        result += ",\"device\":<device>,\"user\":<user>,\"service\":{\"name\":\"\(text(.service))\"},"
        result += "\"logon_type_id\":\(type.rawValue),\"logon_type\":\"\(type.name)\","
        result += "\"auth_protocol_id\":\(proof.rawValue),\"auth_protocol\":\"\(proof.name)\","
        result += "\"is_remote\":\(type.isRemote),\"session\":{\"uid\":\"\(session(type))\"},"
        result += origin(type)
        return result + "\"dst_endpoint\":{<host>},\(status(success))}"
    }

    private func session(_ type: RecordShape.LogonType) -> String {
        event == nil ? "<logonID 2>" : FieldText.source(WindowsFace.session(type), .json)
    }

    /// Where a logon comes from: Windows gives local ones an address of the host itself, and those of services none.
    private func origin(_ type: RecordShape.LogonType) -> String {
        let local = event == nil ? "-" : WindowsFace.localSource(type)
        if type.isRemote {
            let port = event != nil && type == .remoteInteractive ? "0" : "<ephemeral 1>"
            return "\"src_endpoint\":{<source>,\"port\":\(port)},"
        }
        return local == "-" ? "" : "\"src_endpoint\":{\"ip\":\"\(local)\",\"port\":0},"
    }

    private var explicitCredentials: String {
        head((3002, 1), ("Authentication", "Logon"), profiles: ["host"])
            + device(actor: shape[.image])
            + ",\"user\":{\"name\":\"\(text(.account))\",\"type_id\":1},\"logon_type_id\":9,"
            + "\"logon_type\":\"New Credentials\",\"is_remote\":false,"
            + "\"dst_endpoint\":{\"name\":\"\(text(.server))\"},\"status_id\":1}"
    }

    private var terminalSession: String {
        let ends = shape.code == 24
        return head((3002, ends ? 2 : 1), ("Authentication", ends ? "Logoff" : "Logon"), profiles: ["host"])
            + ",\"device\":<device>,\"user\":<user>,\"service\":{\"name\":\"TermService\"},\"logon_type_id\":10,"
            + "\"logon_type\":\"Remote Interactive\",\"is_remote\":true,\"src_endpoint\":{<source>},"
            + "\"dst_endpoint\":{<host>},\"status_id\":1}"
    }

    private func ticket(_ activity: Int, _ success: Bool) -> String {
        let name = activity == 3 ? "Authentication Ticket" : activity == 4 ? "Service Ticket Request" : "Preauth"
        let service = FieldText.source(WindowsFace(shape: shape).serviceAccount, .json)
        var result = head((3002, activity), ("Authentication", name), profiles: ["host"])
        result += ",\"device\":<device>,\"user\":<user>,\"service\":{\"name\":\"\(service)\"},"
        result += "\"auth_protocol_id\":2,\"auth_protocol\":\"Kerberos\",\"logon_type_id\":3,\"is_remote\":true,"
        result += "\"src_endpoint\":{<source>,\"port\":<ephemeral 1>},\"dst_endpoint\":{<host>,\"port\":88},"
        return result + status(success) + unmapped([("ticket_encryption", .cipher), ("ticket_options", .options)]) + "}"
    }

    func entity(_ activity: Int, _ name: String, type: String, name object: String, extra: String) -> String {
        head((3004, activity), ("Entity Management", name), profiles: ["host"])
            + ",\"device\":<device>,\"actor\":{\"user\":<user>},\"src_endpoint\":{<source>},"
            + "\"entity\":{\"name\":\"\(object)\",\"type_id\":99,\"type\":\"\(type)\","
            + "\"uid\":\"<hex 8 2>-<hex 4 3>-<hex 4 4>-<hex 4 5>-<hex 12 6>\"},\"status_id\":1\(extra)}"
    }
}
