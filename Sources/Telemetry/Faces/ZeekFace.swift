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

    private func column(_ name: String, _ type: String, _ value: ZeekLog.Value) -> ZeekLog.Column {
        ZeekLog.Column(name: name, type: type, value: value)
    }

    private func string(_ name: String, _ value: ZeekLog.Value) -> ZeekLog.Column { column(name, "string", value) }

    private func count(_ name: String, _ source: String) -> ZeekLog.Column { column(name, "count", .bare(source)) }

    /// A log with the columns that all begin with, and the record's id last.
    private func log(
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

    private func share(_ create: Bool) -> ZeekLog {
        log(
            "smb_files", port: "445",
            [
                string("fuid", .unset), column("action", "enum", .text(create ? "SMB::FILE_WRITE" : "SMB::FILE_OPEN")),
                string("path", .text("\\\\%targetName&\\\(shape[.share])")), string("name", text(.path)),
                count("size", "<size 900 3>"), string("prev_name", .unset),
                column("times.modified", "time", .bare("<epochTime>")),
                column("times.accessed", "time", .bare("<epochTime>")),
                column("times.created", "time", .bare("<epochTime>")),
                column("times.changed", "time", .bare("<epochTime>")),
            ])
    }

    /// A pipe of a share is what procedures are called through.
    private var pipe: ZeekLog {
        let operations = [
            "svcctl": "OpenSCManagerW", "srvsvc": "NetrShareEnum", "samr": "SamrConnect5", "lsarpc": "LsarOpenPolicy2",
            "winreg": "OpenLocalMachine", "atsvc": "NetrJobEnum", "netlogon": "NetrLogonGetDomainInfo",
            "drsuapi": "DRSBind", "wkssvc": "NetrWkstaGetInfo", "epmapper": "ept_map",
        ]
        return call(shape[.path], operations[shape[.path]] ?? "unknown-0", "\\PIPE\\\(shape[.path])")
    }

    private func call(_ endpoint: String, _ operation: String, _ pipe: String) -> ZeekLog {
        log(
            "dce_rpc", port: pipe.hasPrefix("\\") ? "445" : "<port>",
            [
                column("rtt", "interval", .bare("0.00<number 10 89 7>")), string("named_pipe", .text(pipe)),
                string("endpoint", .text(endpoint)), string("operation", .text(operation)),
            ])
    }

    private var kerberos: ZeekLog {
        let failed = !shape[.status].isEmpty
        return log(
            "kerberos", port: "88",
            [
                string("request_type", text(.type)), string("client", .text("%userName&/%domain&")),
                string("service", text(.service)), column("success", "bool", .bare(failed ? "false" : "true")),
                string("error_msg", text(.status)), column("from", "time", .unset), column("till", "time", .unset),
                string("cipher", text(.cipher)), column("forwardable", "bool", .bare("true")),
                column("renewable", "bool", .bare("true")), string("client_cert_subject", .unset),
                string("client_cert_fuid", .unset), string("server_cert_subject", .unset),
                string("server_cert_fuid", .unset),
            ])
    }

    private var remoteDesktop: ZeekLog {
        log(
            "rdp", port: "3389",
            [
                string("cookie", .text("%userName&")), string("result", text(.status)),
                string("security_protocol", .text("HYBRID")), column("client_channels", "vector[string]", .unset),
                string("keyboard_layout", .unset), string("client_build", .unset), string("client_name", .unset),
                string("client_dig_product_id", .unset), column("desktop_width", "count", .unset),
                column("desktop_height", "count", .unset), string("requested_color_depth", .unset),
                string("cert_type", .unset), count("cert_count", "0"), column("cert_permanent", "bool", .unset),
                string("encryption_level", .unset), string("encryption_method", .unset),
            ])
    }

    private var secureShell: ZeekLog {
        log(
            "ssh", port: "22",
            [
                count("version", "2"), column("auth_success", "bool", .bare(shape[.status])),
                count("auth_attempts", "1"),
                column("direction", "enum", .unset), string("client", text(.agent)),
                string("server", .text("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u2")),
                string("cipher_alg", .text("chacha20-poly1305@openssh.com")),
                string("mac_alg", .text("umac-64-etm@openssh.com")), string("compression_alg", .text("none")),
                string("kex_alg", .text("sntrup761x25519-sha512@openssh.com")),
                string("host_key_alg", .text("ssh-ed25519")), string("host_key", .unset),
            ])
    }

    private var control: ZeekLog {
        let function = shape[.function]
        switch shape[.label] {
        case "modbus":
            let names = [
                "read": "READ_HOLDING_REGISTERS", "measured value": "READ_INPUT_REGISTERS",
                "setpoint write": "WRITE_SINGLE_REGISTER", "switching command": "WRITE_SINGLE_COIL",
                "restart": "DIAGNOSTICS", "read device identification": "ENCAP_INTERFACE_TRANSPORT",
            ]
            return log(
                "modbus",
                [
                    count("tid", "<number 1 65000 3>"), count("unit", "<number 1 64 3>"),
                    string("func", .text(names[function] ?? "READ_COILS")), string("pdu_type", .text("REQ")),
                    string("exception", .unset),
                ])
        case "dnp3":
            let names = [
                "read": "READ", "measured value": "UNSOLICITED_RESPONSE", "setpoint write": "WRITE",
                "switching command": "DIRECT_OPERATE", "restart": "COLD_RESTART", "read device identification": "READ",
            ]
            return log(
                "dnp3",
                [
                    string("fc_request", .text(names[function] ?? "READ")), string("fc_reply", .text("RESPONSE")),
                    count("iin", "0"),
                ])
        default:
            return log(
                shape[.label],
                [
                    string("function", text(.function)), count("common_address", "<number 1 64 3>"),
                    count("object_address", "<number 100 900 2>"), string("cause", .text("%pick causes 7&")),
                ])
        }
    }
}
