/// Who logs on, who asks for tickets, who changes accounts.
extension RecordShape {
    /// The kinds of logon by their Windows numbers, which OCSF took over.
    enum LogonType: Int {
        case interactive = 2, network, batch, service, unlock = 7, newCredentials = 9, remoteInteractive
        var name: String {
            switch self {
            case .interactive: "Interactive"
            case .network: "Network"
            case .batch: "Batch"
            case .service: "OS Service"
            case .unlock: "Unlock"
            case .newCredentials: "New Credentials"
            case .remoteInteractive: "Remote Interactive"
            }
        }
        var isRemote: Bool { self == .network || self == .remoteInteractive }
    }

    /// How identity is proved, by OCSF's numbers.
    enum Proof: Int {
        case ntlm = 1, kerberos, other = 99
        var name: String {
            switch self {
            case .ntlm: "NTLM"
            case .kerberos: "Kerberos"
            case .other: "Other"
            }
        }
    }

    /// Somebody logs on, or is refused.
    static func logon(
        _ type: LogonType, _ proof: Proof, service: String, success: Bool, code: Int, endpoint: Bool = true
    ) -> RecordShape {
        var text = head((3002, 1), ("Authentication", "Logon"), code: code, profiles: ["host"])
        text += ",\"device\":<device>,\"user\":<user>,\"service\":{\"name\":\"\(service)\"},"
        text += "\"logon_type_id\":\(type.rawValue),\"logon_type\":\"\(type.name)\","
        text += "\"auth_protocol_id\":\(proof.rawValue),\"auth_protocol\":\"\(proof.name)\","
        text += "\"is_remote\":\(type.isRemote),\"session\":{\"uid\":\"0x<hex 8 2>\"},"
        if type.isRemote { text += "\"src_endpoint\":{<source>,\"port\":<ephemeral 1>}," }
        text += "\"dst_endpoint\":{<host>},\"status_id\":\(success ? 1 : 2)"
        if !success { text += ",\"status_code\":\"0xC000006A\",\"status_detail\":\"Wrong password\"" }
        return RecordShape(source: text + "}", usesNetwork: type.isRemote, needsEndpoint: endpoint)
    }

    /// Somebody logs off.
    static func logoff(_ type: LogonType, code: Int) -> RecordShape {
        RecordShape(
            source: head((3002, 2), ("Authentication", "Logoff"), code: code, profiles: ["host"])
                + ",\"device\":<device>,\"user\":<user>,\"logon_type_id\":\(type.rawValue),"
                + "\"logon_type\":\"\(type.name)\",\"session\":{\"uid\":\"0x<hex 8 2>\"},"
                + "\"dst_endpoint\":{<host>},\"status_id\":1}")
    }

    /// A ticket is asked for: of the domain (`activity` 3), of a service (4), or refused before (6).
    static func ticket(service: String, activity: Int, cipher: String, code: Int, success: Bool = true) -> RecordShape {
        let name = activity == 3 ? "Authentication Ticket" : activity == 4 ? "Service Ticket Request" : "Preauth"
        var text = head((3002, activity), ("Authentication", name), code: code, profiles: ["host"])
        text += ",\"device\":<device>,\"user\":<user>,\"service\":{\"name\":\"\(service)\"},"
        text += "\"auth_protocol_id\":2,\"auth_protocol\":\"Kerberos\",\"logon_type_id\":3,\"is_remote\":true,"
        text += "\"src_endpoint\":{<source>,\"port\":<ephemeral 1>},\"dst_endpoint\":{<host>,\"port\":88},"
        text += "\"status_id\":\(success ? 1 : 2)"
        if !success { text += ",\"status_code\":\"0x18\",\"status_detail\":\"Pre-authentication failed\"" }
        return RecordShape(
            source: text + ",\"unmapped\":{\"ticket_encryption\":\"\(cipher)\"}}", usesNetwork: true,
            needsEndpoint: false)
    }

    /// Something of the directory is read or changed.
    static func directory(_ object: String, change: Bool, code: Int) -> RecordShape {
        RecordShape(
            source: head(
                (3004, change ? 3 : 2), ("Entity Management", change ? "Update" : "Read"), code: code,
                profiles: ["host"])
                + ",\"device\":<device>,\"actor\":{\"user\":<user>},\"src_endpoint\":{<source>},"
                + "\"entity\":{\"name\":\"\(object)\",\"type_id\":99,\"type\":\"Directory object\","
                + "\"uid\":\"<hex 8 2>-<hex 4 3>-<hex 4 4>-<hex 4 5>-<hex 12 6>\"},\"status_id\":1}",
            usesNetwork: true, needsEndpoint: false)
    }

    /// What is done to an account, by OCSF's numbers.
    enum AccountAction: Int {
        case create = 1, enable, passwordChange, passwordReset, disable, delete, lock = 9
        var name: String {
            switch self {
            case .create: "Create"
            case .enable: "Enable"
            case .passwordChange: "Password Change"
            case .passwordReset: "Password Reset"
            case .disable: "Disable"
            case .delete: "Delete"
            case .lock: "Lock"
            }
        }
        /// The Windows event id.
        var code: Int {
            switch self {
            case .create: 4720
            case .enable: 4722
            case .passwordChange: 4723
            case .passwordReset: 4724
            case .disable: 4725
            case .delete: 4726
            case .lock: 4740
            }
        }
    }

    /// An account is made or changed; `user` is the user object of the account it happens to.
    static func account(_ action: AccountAction, user: String, code: Int) -> RecordShape {
        RecordShape(
            source: head((3001, action.rawValue), ("Account Change", action.name), code: code, profiles: ["host"])
                + ",\"device\":<device>,\"actor\":{\"user\":<user>},\"user\":\(user),"
                + "\"src_endpoint\":{<source>},\"status_id\":1}",
            needsEndpoint: false)
    }

    /// Somebody becomes a member of a group.
    static func membership(group: String, user: String, code: Int) -> RecordShape {
        RecordShape(
            source: head((3006, 3), ("Group Management", "Add User"), code: code, profiles: ["host"])
                + ",\"device\":<device>,\"actor\":{\"user\":<user>},\"user\":\(user),"
                + "\"group\":{\"name\":\"\(group)\"},\"src_endpoint\":{<source>},\"status_id\":1}",
            needsEndpoint: false)
    }
}
