/// Logs of the protocols that systems speak among themselves.
extension ZeekFace {
    func share(_ create: Bool) -> ZeekLog {
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
    var pipe: ZeekLog {
        let operations = [
            "svcctl": "OpenSCManagerW", "srvsvc": "NetrShareEnum", "samr": "SamrConnect5", "lsarpc": "LsarOpenPolicy2",
            "winreg": "OpenLocalMachine", "atsvc": "NetrJobEnum", "netlogon": "NetrLogonGetDomainInfo",
            "drsuapi": "DRSBind", "wkssvc": "NetrWkstaGetInfo", "epmapper": "ept_map",
        ]
        return call(shape[.path], operations[shape[.path]] ?? "unknown-0", "\\PIPE\\\(shape[.path])")
    }

    func call(_ endpoint: String, _ operation: String, _ pipe: String) -> ZeekLog {
        log(
            "dce_rpc", port: pipe.hasPrefix("\\") ? "445" : "<port>",
            [
                column("rtt", "interval", .bare("0.00<number 10 89 7>")), string("named_pipe", .text(pipe)),
                string("endpoint", .text(endpoint)), string("operation", .text(operation)),
            ])
    }

    var kerberos: ZeekLog {
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

    var remoteDesktop: ZeekLog {
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

    var secureShell: ZeekLog {
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

    var control: ZeekLog {
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
