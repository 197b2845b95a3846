/// What passes over the network, as sensors on the way see it.
extension RecordShape {
    /// Which way a connection goes, by OCSF's numbers.
    enum Direction: Int { case inbound = 1, outbound, lateral }

    static func connection(_ direction: Direction, udp: Bool) -> String {
        "\"connection_info\":{\"uid\":\"C<hex 16 4>\",\"direction_id\":\(direction.rawValue),"
            + "\"protocol_num\":\(udp ? 17 : 6),\"protocol_name\":\"\(udp ? "udp" : "tcp")\"}"
    }

    static let traffic =
        "\"traffic\":{\"bytes_out\":<size 420 5>,\"bytes_in\":<size 700 6>,"
        + "\"packets_out\":<number 3 60 5>,\"packets_in\":<number 3 90 6>}"

    private static let ends =
        "\"src_endpoint\":{<source>,\"port\":<ephemeral 1>},\"dst_endpoint\":{<target>,\"port\":<port>}"

    /// A connection and what it carried; remote desktop and secure shell have classes of their own.
    static func flow(_ direction: Direction, udp: Bool = false, port: Int = 0) -> RecordShape {
        let kind: (Int, String) =
            switch port {
            case 3389: (4005, "RDP Activity")
            case 22: (4007, "SSH Activity")
            default: (4001, "Network Activity")
            }
        return RecordShape(
            source: head((kind.0, 6), (kind.1, "Traffic")) + ",\(ends),\(connection(direction, udp: udp)),"
                + "\"duration\":<size 40 7>,\(traffic)}",
            usesNetwork: true, needsEndpoint: false)
    }

    /// A connection as the host sees it that opens it.
    static func process(connection image: String, _ direction: Direction, code: Int) -> RecordShape {
        RecordShape(
            source: head((4001, 1), ("Network Activity", "Open"), code: code, profiles: ["host"]) + onHost(image)
                + ",\(ends),\(connection(direction, udp: false))}",
            usesNetwork: true)
    }

    /// A firewall lets something pass, or does not.
    static func firewall(allow: Bool, _ direction: Direction, udp: Bool, rule: String) -> RecordShape {
        RecordShape(
            source: head(
                (4001, allow ? 1 : 5), ("Network Activity", allow ? "Open" : "Refuse"),
                profiles: ["security_control"])
                + ",\"action_id\":\(allow ? 1 : 2),\"disposition_id\":\(allow ? 1 : 2),"
                + "\"firewall_rule\":{\"name\":\"\(rule)\"},\(ends),\(connection(direction, udp: udp))}",
            usesNetwork: true, needsEndpoint: false)
    }

    /// A name is looked up; the host that the record names is the resolver.
    static func dns(_ name: String, type: String, answer: String) -> RecordShape {
        let found = !answer.isEmpty
        var text = head((4003, 2), ("DNS Activity", "Response"))
        text += ",\"src_endpoint\":{<source>,\"port\":<ephemeral 2>},\"dst_endpoint\":{<host>,\"port\":53},"
        text += "\"query\":{\"hostname\":\"\(name)\",\"type\":\"\(type)\",\"class\":\"IN\","
        text += "\"packet_uid\":<number 1 65000 3>},"
        if found {
            text += "\"answers\":[{\"rdata\":\"\(answer)\",\"type\":\"\(type)\",\"class\":\"IN\","
            text += "\"ttl\":<number 30 3600 6>}],"
        }
        text += "\"rcode_id\":\(found ? 0 : 3),\"rcode\":\"\(found ? "NoError" : "NXDomain")\","
        return RecordShape(
            source: text + connection(.lateral, udp: true) + "}", usesNetwork: true, needsEndpoint: false)
    }

    /// The parts of a request on the Web.
    struct Request {
        var method: String
        /// Host name of the URL, escaped, may be a field.
        var host: String
        /// Path with its slash, escaped, may hold fields.
        var path: String
        var status = 200
        var agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Edg/126.0"
        var contentType = "text/html"
    }

    /// A request on the Web; `target` is the members of the endpoint that answers, `user` whether the proxy knows who asks.
    static func web(_ request: Request, _ direction: Direction, target: String, user: Bool) -> RecordShape {
        let activities = ["Connect", "Delete", "Get", "Head", "Options", "Post", "Put", "Trace"]
        let index = activities.firstIndex { $0.uppercased() == request.method } ?? 2
        var text = head(
            (4002, index + 1), ("HTTP Activity", activities[index]), profiles: user ? ["host"] : [])
        if user { text += ",\"actor\":{\"user\":<user>}" }
        text += ",\"src_endpoint\":{<source>,\"port\":<ephemeral 1>},\"dst_endpoint\":{\(target),\"port\":443},"
        text += "\"http_request\":{\"http_method\":\"\(request.method)\",\"url\":{\"scheme\":\"https\","
        text += "\"hostname\":\"\(request.host)\",\"port\":443,\"path\":\"\(request.path)\","
        text += "\"url_string\":\"https://\(request.host)\(request.path)\"},"
        text += "\"user_agent\":\"\(request.agent)\",\"version\":\"HTTP/1.1\",\"length\":<number 200 900 5>},"
        text += "\"http_response\":{\"code\":\(request.status),\"length\":<size 900 6>,"
        text += "\"content_type\":\"\(request.contentType)\"},"
        return RecordShape(
            source: text + connection(direction, udp: false) + "}", usesNetwork: true, needsEndpoint: false)
    }

    /// A message passes the mail gateway. Directions by OCSF: 1 in, 2 out, 3 inside.
    static func mail(direction: Int, from: String, to: String, subject: String) -> RecordShape {
        let activity: (Int, String) = direction == 1 ? (2, "Receive") : (1, "Send")
        return RecordShape(
            source: head((4009, activity.0), ("Email Activity", activity.1))
                + ",\"direction_id\":\(direction),\"email\":{\"from\":\"\(from)\",\"to\":[\"\(to)\"],"
                + "\"subject\":\"\(subject)\",\"message_uid\":\"<hex 24 4>\",\"size\":<size 9000 6>},"
                + "\"email_auth\":{\"spf\":\"pass\",\"dkim\":\"pass\",\"dmarc\":\"pass\"},"
                + "\"src_endpoint\":{<source>,\"port\":<ephemeral 1>},\"dst_endpoint\":{<host>,\"port\":25}}",
            usesNetwork: true, needsEndpoint: false)
    }

    /// A file or pipe of a share is opened or made, on the wire (`endpoint` false) or as the server logs it.
    static func share(_ name: String, file path: String, create: Bool, endpoint: Bool, code: Int) -> RecordShape {
        let pipe = name.hasSuffix("IPC$")
        var text = head(
            (4006, create ? 3 : 2), ("SMB Activity", create ? "File Create" : "File Open"), code: code,
            profiles: endpoint ? ["host"] : [])
        if endpoint { text += ",\"device\":<device>,\"actor\":{\"user\":<user>}" }
        text += ",\"src_endpoint\":{<source>,\"port\":<ephemeral 1>},\"dst_endpoint\":{<target>,\"port\":445},"
        text += "\"share\":\"\(name)\",\"share_type_id\":\(pipe ? 2 : 1),\"command\":\"SMB2_CREATE\","
        text += "\"dialect\":\"3.1.1\",\"file\":{\"name\":\"\(baseName(path))\",\"path\":\"\(path)\","
        text += "\"type_id\":\(pipe ? 6 : 1)},"
        return RecordShape(
            source: text + connection(.lateral, udp: false) + "}", usesNetwork: true, needsEndpoint: endpoint)
    }

    /// A command to, or an answer of, a device at a physical process.
    static func control(_ protocolName: String, function: String, endpoint: Bool) -> RecordShape {
        var text = head(
            (4001, 6), ("Network Activity", "Traffic"), profiles: endpoint ? ["host"] : [])
        if endpoint { text += ",\"device\":<device>,\"actor\":{\"user\":<user>}" }
        text += ",\(ends),\(connection(.lateral, udp: false)),\"app_name\":\"\(protocolName)\","
        text += "\"traffic\":{\"bytes_out\":<number 12 60 5>,\"bytes_in\":<number 12 240 6>},"
        text += "\"unmapped\":{\"function\":\"\(function)\",\"common_address\":<number 1 64 3>,"
        text += "\"object_address\":<number 100 900 2>,\"cause\":\"<pick causes 7>\"}}"
        return RecordShape(source: text, usesNetwork: true, needsEndpoint: endpoint)
    }
}
