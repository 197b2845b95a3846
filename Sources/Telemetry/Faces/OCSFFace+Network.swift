/// What passes over the network.
extension OCSFFace {
    private static let ends =
        "\"src_endpoint\":{<source>,\"port\":<ephemeral 1>},\"dst_endpoint\":{<target>,\"port\":<port>}"

    /// The source of a record of the network; `nil` where the shape is of another kind.
    var onNetwork: String? {
        switch shape.kind {
        case .flow(let direction, let udp, let port, let bulk):
            traffic(Self.type(port), direction, udp: udp)
                + ",\"duration\":<size 40 7>,\(Self.carried(bulk: bulk))}"
        case .endpointConnection(let direction, let udp):
            head((4001, 1), ("Network Activity", "Open"), profiles: ["host"]) + device(actor: shape[.image])
                + ",\(Self.ends),\(Self.connection(direction, udp: udp))}"
        case .firewall(let allow, let direction, let udp):
            head((4001, allow ? 1 : 5), ("Network Activity", allow ? "Open" : "Refuse"), profiles: ["security_control"])
                + ",\"action_id\":\(allow ? 1 : 2),\"disposition_id\":\(allow ? 1 : 2),"
                + "\"firewall_rule\":{\"name\":\"\(text(.rule))\"},\(Self.ends),\(Self.connection(direction, udp: udp))}"
        case .lookup(let found): lookup(found)
        case .web(let direction, let byProxy, let status, let bulk):
            web(
                status: status, bulk: bulk, direction, byProxy: byProxy,
                target: direction == .outbound ? "<siteEndpoint>" : "<target>")
        case .webServer(let status): web(status: status, bulk: false, .inbound, byProxy: false, target: "<host>")
        case .mail(let direction): mail(direction)
        case .share(let create, let endpoint):
            share(create ? (3, "File Create") : (2, "File Open"), endpoint: endpoint, withFile: true)
        case .shareMapping(let endpoint): share((99, "Tree Connect"), endpoint: endpoint, withFile: false)
        case .tls:
            traffic((4001, "Network Activity"), .outbound, udp: false)
                + ",\"tls\":{\"version\":\"TLSv13\",\"sni\":\"\(text(.server))\",\"cipher\":\"TLS_AES_256_GCM_SHA384\"}}"
        case .procedureCall:
            application(
                "dce_rpc", unmapped([("endpoint", .endpoint), ("operation", .operation), ("named_pipe", .path)]))
        case .kerberosWire:
            application(
                "kerberos",
                unmapped([("request_type", .type), ("service", .service), ("cipher", .cipher), ("error", .status)]))
        case .ntlmWire: application("ntlm", ",\"unmapped\":{\"user\":\"<userName>\",\"success\":\"\(text(.status))\"}")
        case .remoteDesktopWire:
            traffic((4005, "RDP Activity"), .lateral, udp: false) + unmapped([("result", .status)]) + "}"
        case .secureShellWire:
            traffic((4007, "SSH Activity"), .lateral, udp: false)
                + unmapped([("auth_success", .status), ("client", .agent)]) + "}"
        case .control(let endpoint): control(endpoint)
        default: nil
        }
    }

    private static func connection(_ direction: RecordShape.Direction, udp: Bool) -> String {
        "\"connection_info\":{\"uid\":\"<connection>\",\"direction_id\":\(direction.rawValue),"
            + "\"protocol_num\":\(udp ? 17 : 6),\"protocol_name\":\"\(udp ? "udp" : "tcp")\"}"
    }

    /// What a connection carried; much of it outwards where it is `bulk`.
    private static func carried(bulk: Bool) -> String {
        "\"traffic\":{\"bytes_out\":<size \(bulk ? 30_000_000 : 420) 5>,\"bytes_in\":<size 700 6>,"
            + "\"packets_out\":<number \(bulk ? 20_000 : 3) \(bulk ? 90_000 : 60) 5>,\"packets_in\":<number 3 90 6>}"
    }

    private static func type(_ port: Int) -> (Int, String) {
        switch port {
        case 3389: (4005, "RDP Activity")
        case 22: (4007, "SSH Activity")
        default: (4001, "Network Activity")
        }
    }

    private func traffic(_ type: (Int, String), _ direction: RecordShape.Direction, udp: Bool) -> String {
        head((type.0, 6), (type.1, "Traffic")) + ",\(Self.ends),\(Self.connection(direction, udp: udp))"
    }

    private func application(_ name: String, _ unmapped: String) -> String {
        traffic((4001, "Network Activity"), .lateral, udp: false) + ",\"app_name\":\"\(name)\"\(unmapped)}"
    }

    private func lookup(_ found: Bool) -> String {
        var result = head((4003, 2), ("DNS Activity", "Response"))
        result += ",\"src_endpoint\":{<source>,\"port\":<ephemeral 2>},\"dst_endpoint\":{<host>,\"port\":53},"
        result += "\"query\":{\"hostname\":\"\(queriedHost)\",\"type\":\"\(text(.type))\",\"class\":\"IN\","
        result += "\"packet_uid\":<number 1 65000 3>},"
        if found {
            result += "\"answers\":[{\"rdata\":\"\(text(.answer))\",\"type\":\"\(text(.type))\",\"class\":\"IN\","
            result += "\"ttl\":<number 30 3600 6>}],"
        }
        result += "\"rcode_id\":\(found ? 0 : 3),\"rcode\":\"\(found ? "NoError" : "NXDomain")\","
        return result + Self.connection(.lateral, udp: true) + queriedName + "}"
    }

    /// What is asked for, without the labels that OCSF's names of hosts may not have, such as `_ldap` and `_tcp`.
    var queriedHost: String {
        let labels = shape[.name].split(separator: ".").filter(Self.isHostLabel)
        return labels.isEmpty ? "<dnsDomain>" : FieldText.source(labels.joined(separator: "."), .json)
    }

    /// Whether the name that is asked for is one of a host.
    var isHostQueried: Bool { shape[.name].split(separator: ".").allSatisfy(Self.isHostLabel) }

    /// The whole name, where it is not that of a host.
    var queriedName: String { isHostQueried ? "" : unmapped([("query_name", .name)]) }

    /// Whether a label has only letters, digits, and dashes inside; marks stand for such.
    private static func isHostLabel(_ label: Substring) -> Bool {
        var isMark = false
        for character in label {
            switch character {
            case "%": isMark = true
            case "&" where isMark: isMark = false
            case _ where isMark, "a"..."z", "A"..."Z", "0"..."9", "-": continue
            default: return false
            }
        }
        return !label.hasPrefix("-") && !label.hasSuffix("-")
    }

    private func web(
        status: Int, bulk: Bool, _ direction: RecordShape.Direction, byProxy: Bool, target: String
    ) -> String {
        let activities = ["Connect", "Delete", "Get", "Head", "Options", "Post", "Put", "Trace"]
        let index = activities.firstIndex { $0.uppercased() == shape[.method] } ?? 2
        let onHost = byProxy || shape.needsEndpoint
        var result = head((4002, index + 1), ("HTTP Activity", activities[index]), profiles: onHost ? ["host"] : [])
        if byProxy { result += ",\"actor\":{\"user\":<user>}" } else if onHost { result += ",\"device\":<device>" }
        result += ",\"src_endpoint\":{<source>,\"port\":<ephemeral 1>},\"dst_endpoint\":{\(target),\"port\":443},"
        result += "\"http_request\":{\"http_method\":\"\(text(.method))\",\"url\":{\"scheme\":\"https\","
        result += "\"hostname\":\"\(text(.host))\",\"port\":443,\"path\":\"\(text(.path))\","
        result += "\"url_string\":\"https://\(text(.host))\(text(.path))\"},"
        result += "\"user_agent\":\"\(text(.agent))\",\"version\":\"HTTP/1.1\","
        if !shape[.referrer].isEmpty { result += "\"referrer\":\"\(text(.referrer))\"," }
        result += "\"length\":<\(bulk ? "size 2000000" : "number 200 900") 5>},"
        result += "\"http_response\":{\"code\":\(status),\"length\":<size 900 6>,"
        result += "\"content_type\":\"\(text(.contentType))\"},"
        return result + Self.connection(direction, udp: false) + "}"
    }

    private func mail(_ direction: Int) -> String {
        let activity: (Int, String) = direction == 1 ? (2, "Receive") : (1, "Send")
        return head((4009, activity.0), ("Email Activity", activity.1))
            + ",\"direction_id\":\(direction),\"email\":{\"from\":\"\(text(.from))\",\"to\":[\"\(text(.to))\"],"
            + "\"subject\":\"\(text(.subject))\",\"message_uid\":\"<hex 24 4>\",\"size\":<size 9000 6>},"
            + "\"email_auth\":{\"spf\":\"pass\",\"dkim\":\"pass\",\"dmarc\":\"pass\"},"
            + "\"src_endpoint\":{<source>,\"port\":<ephemeral 1>},\"dst_endpoint\":{<host>,\"port\":25}}"
    }

    private func share(_ activity: (Int, String), endpoint: Bool, withFile: Bool) -> String {
        let pipe = shape[.share] == "IPC$"
        var result = head((4006, activity.0), ("SMB Activity", activity.1), profiles: endpoint ? ["host"] : [])
        if endpoint { result += ",\"device\":<device>,\"actor\":{\"user\":<user>}" }
        result += ",\"src_endpoint\":{<source>,\"port\":<ephemeral 1>},\"dst_endpoint\":{<target>,\"port\":445},"
        result += "\"share\":\"\(text(.share))\",\"share_type_id\":\(pipe ? 2 : 1),"
        result += "\"command\":\"\(withFile ? "SMB2_CREATE" : "SMB2_TREE_CONNECT")\",\"dialect\":\"3.1.1\","
        if withFile { result += "\"file\":{\(file(shape[.path], type: pipe ? 6 : 1))}," }
        return result + Self.connection(.lateral, udp: false) + unmapped([("access_mask", .mask)]) + "}"
    }

    private func control(_ endpoint: Bool) -> String {
        var result = head((4001, 6), ("Network Activity", "Traffic"), profiles: endpoint ? ["host"] : [])
        if endpoint { result += ",\"device\":<device>,\"actor\":{\"user\":<user>}" }
        result += ",\(Self.ends),\(Self.connection(.lateral, udp: false)),\"app_name\":\"\(text(.label))\","
        result += "\"traffic\":{\"bytes_out\":<number 12 60 5>,\"bytes_in\":<number 12 240 6>},"
        result += "\"unmapped\":{\"function\":\"\(text(.function))\",\"common_address\":<number 1 64 3>,"
        return result + "\"object_address\":<number 100 900 2>,\"cause\":\"<pick causes 7>\"}}"
    }
}
