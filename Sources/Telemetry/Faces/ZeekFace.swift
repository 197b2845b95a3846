/// Records of network sensors as Zeek writes them.
struct ZeekFace {
    let shape: RecordShape

    /// The log's line; `nil` where Zeek writes no such record.
    static func log(_ shape: RecordShape) -> ZeekLog? {
        // What a host, a proxy, a gateway or a controller of the domain tells is in their own logs.
        if shape.code > 0 || shape.needsEndpoint { return nil }
        return ZeekFace(shape: shape).log
    }

    func text(_ name: RecordShape.TextName) -> ZeekLog.Value {
        shape[name].isEmpty ? .unset : .text(shape[name])
    }

    /// A column with its type.
    func column(_ name: String, _ type: String, _ value: ZeekLog.Value) -> ZeekLog.Column {
        ZeekLog.Column(name: name, type: type, value: value)
    }

    func string(_ name: String, _ value: ZeekLog.Value) -> ZeekLog.Column { column(name, "string", value) }

    func count(_ name: String, _ source: String) -> ZeekLog.Column { column(name, "count", .bare(source)) }

    /// A log with the columns that all begin with, and the record's id last.
    func log(
        _ path: String, from: String = "<ephemeral 1>", to target: String = "%targetAddress&", port: String = "<port>",
        _ columns: [ZeekLog.Column]
    ) -> ZeekLog {
        ZeekLog(
            path: path,
            columns: [
                column("ts", "time", .bare("<epochTime>")), string("uid", .text("%connection&")),
                column("id.orig_h", "addr", .text("%sourceAddress&")), column("id.orig_p", "port", .bare(from)),
                column("id.resp_h", "addr", .text(target)), column("id.resp_p", "port", .bare(port)),
            ] + columns + [string("record_id", .text("%uid&"))])
    }

    private var log: ZeekLog? {
        switch shape.kind {
        case .flow(let direction, let udp, let port, let bulk): return connection(direction, udp, port, bulk)
        case .lookup(let found): return lookup(found)
        case .web(let direction, let byProxy, let status, let bulk):
            return byProxy ? nil : web(direction, status, bulk)
        case .share(let create, _): return shape[.share] == "IPC$" ? pipe : share(create)
        case .shareMapping:
            let pipe = shape[.share] == "IPC$"
            return log(
                "smb_mapping", port: "445",
                [
                    string("path", .text("\\\\%targetName&\\\(shape[.share])")), string("service", .unset),
                    string("native_file_system", pipe ? .unset : .text("NTFS")),
                    string("share_type", .text(pipe ? "PIPE" : "DISK")),
                ])
        case .tls:
            return log(
                "ssl", to: "%targetAddress&",
                [
                    string("version", .text("TLSv13")), string("cipher", .text("TLS_AES_256_GCM_SHA384")),
                    string("curve", .text("x25519")), string("server_name", text(.server)),
                    column("resumed", "bool", .bare("false")), string("last_alert", .unset),
                    string("next_protocol", .text("h2")), column("established", "bool", .bare("true")),
                ])
        case .procedureCall: return call(shape[.endpoint], shape[.operation], shape[.path])
        case .kerberosWire: return kerberos
        case .ntlmWire:
            return log(
                "ntlm", port: "445",
                [
                    string("username", .text("%userName&")), string("hostname", .text("%sourceName&")),
                    string("domainname", .text("%domain&")), string("server_nb_computer_name", .text("%targetName&")),
                    string("server_dns_computer_name", .text("%targetName&.%dnsDomain&")),
                    string("server_tree_name", .text("%dnsDomain&")),
                    column("success", "bool", .bare(shape[.status] == "true" ? "true" : "false")),
                ])
        case .remoteDesktopWire: return remoteDesktop
        case .secureShellWire: return secureShell
        case .control: return control
        default: return nil
        }
    }

    private func connection(
        _ direction: RecordShape.Direction, _ udp: Bool, _ port: Int, _ bulk: Bool
    ) -> ZeekLog {
        let service: ZeekLog.Value = port == 22 ? .text("ssh") : port == 3389 ? .text("rdp") : .service
        let most = bulk ? 30_000_000 : 420
        return log(
            "conn",
            [
                column("proto", "enum", .text(udp ? "udp" : "tcp")), string("service", service),
                column("duration", "interval", .bare("<seconds 40 7>")), count("orig_bytes", "<size \(most) 5>"),
                count("resp_bytes", "<size 700 6>"), string("conn_state", .text("SF")),
                column("local_orig", "bool", .bare(direction == .inbound ? "false" : "true")),
                column("local_resp", "bool", .bare(direction == .outbound ? "false" : "true")),
                count("missed_bytes", "0"), string("history", .text(udp ? "Dd" : "ShADadFf")),
                count("orig_pkts", bulk ? "<number 20000 90000 5>" : "<number 3 60 5>"),
                count("orig_ip_bytes", "<size \(most) 5>"), count("resp_pkts", "<number 3 90 6>"),
                count("resp_ip_bytes", "<size 700 6>"), column("tunnel_parents", "set[string]", .unset),
            ])
    }

    private func lookup(_ found: Bool) -> ZeekLog {
        let types = [
            "A": "1", "NS": "2", "CNAME": "5", "PTR": "12", "MX": "15", "TXT": "16", "AAAA": "28", "SRV": "33",
        ]
        return log(
            "dns", from: "<ephemeral 2>", to: "%hostAddress&", port: "53",
            [
                column("proto", "enum", .text("udp")), count("trans_id", "<number 1 65000 3>"),
                column("rtt", "interval", .bare("0.0<number 10 89 7>")), string("query", text(.name)),
                count("qclass", "1"), string("qclass_name", .text("C_INTERNET")),
                count("qtype", types[shape[.type]] ?? "1"), string("qtype_name", text(.type)),
                count("rcode", found ? "0" : "3"), string("rcode_name", .text(found ? "NOERROR" : "NXDOMAIN")),
                column("AA", "bool", .bare("false")), column("TC", "bool", .bare("false")),
                column("RD", "bool", .bare("true")), column("RA", "bool", .bare("true")), count("Z", "0"),
                column("answers", "vector[string]", found ? .list([shape[.answer]]) : .unset),
                column("TTLs", "vector[interval]", found ? .numbers("<number 30 3600 6>.000000") : .unset),
                column("rejected", "bool", .bare("false")),
            ])
    }

    private func web(_ direction: RecordShape.Direction, _ status: Int, _ bulk: Bool) -> ZeekLog {
        let messages = [
            200: "OK", 201: "Created", 204: "No Content", 301: "Moved Permanently", 302: "Found", 304: "Not Modified",
            400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 500: "Internal Server Error",
        ]
        return log(
            "http", to: direction == .outbound ? "%siteAddress&" : "%targetAddress&",
            [
                count("trans_depth", "1"), string("method", text(.method)), string("host", text(.host)),
                string("uri", text(.path)), string("referrer", text(.referrer)), string("version", .text("1.1")),
                string("user_agent", text(.agent)), string("origin", .unset),
                count("request_body_len", bulk ? "<size 2000000 5>" : "<number 0 900 5>"),
                count("response_body_len", "<size 900 6>"), count("status_code", String(status)),
                string("status_msg", messages[status].map { .text($0) } ?? .unset),
                column("info_code", "count", .unset), string("info_msg", .unset),
                column("tags", "set[enum]", .list([])), string("username", .unset), string("password", .unset),
                column("proxied", "set[string]", .unset), column("orig_fuids", "vector[string]", .unset),
                column("orig_filenames", "vector[string]", .unset), column("orig_mime_types", "vector[string]", .unset),
                column("resp_fuids", "vector[string]", .list(["F%hex 16 6&"])),
                column("resp_filenames", "vector[string]", .unset),
                column("resp_mime_types", "vector[string]", .list([shape[.contentType]])),
            ])
    }
}
