/// What passes over the network.
extension ECSFace {
    /// Both ends of a connection.
    var ends: String {
        "\"source\":{\"address\":\"<sourceName>\",\"ip\":\"<sourceAddress>\",\"port\":<ephemeral 1>},"
            + "\"destination\":{\"address\":\"<targetName>\",\"ip\":\"<targetAddress>\",\"port\":<port>}"
    }

    func network(_ direction: RecordShape.Direction, udp: Bool, application: String = "") -> String {
        let names: [RecordShape.Direction: String] = [.inbound: "inbound", .outbound: "outbound", .lateral: "internal"]
        let application = application.isEmpty ? "" : ",\"protocol\":\"\(application)\""
        return "\"network\":{\"transport\":\"\(udp ? "udp" : "tcp")\",\"type\":\"ipv4\","
            + "\"direction\":\"\(names[direction] ?? "unknown")\"\(application)}"
    }

    /// The content of a record of the network; `nil` where the shape is of another kind.
    var ofNetwork: Content? {
        switch shape.kind {
        case .flow(let direction, let udp, let port, let bulk):
            let application = port == 22 ? "ssh" : port == 3389 ? "rdp" : ""
            return zeek(
                "connection",
                joined(
                    "\"source\":{\"address\":\"<sourceName>\",\"ip\":\"<sourceAddress>\",\"port\":<ephemeral 1>,"
                        + "\"bytes\":<size \(bulk ? 30_000_000 : 420) 5>}",
                    "\"destination\":{\"address\":\"<targetName>\",\"ip\":\"<targetAddress>\",\"port\":<port>,"
                        + "\"bytes\":<size 700 6>}", network(direction, udp: udp, application: application)))
        case .firewall(let allow, let direction, let udp):
            return Content(
                category: "network", type: allow ? "allowed" : "denied", action: allow ? "accept" : "drop",
                dataset: "firewall.log",
                members: joined(ends, network(direction, udp: udp), object("rule", member("name", shape[.rule]))))
        case .lookup(let found): return lookup(found)
        case .web(let direction, let byProxy, let status, let bulk): return web(direction, byProxy, status, bulk)
        case .webServer(let status): return web(.inbound, false, status, false)
        case .mail(let direction): return mail(direction)
        case .share(let create, _):
            return Content(
                category: "file", type: create ? "creation" : "access", action: "share-\(create ? "write" : "read")",
                dataset: shape.code > 0 ? dataset("") : "zeek.smb_files",
                members: joined(
                    shape.code > 0 ? user : "", peers(445),
                    object("file", member("path", shape[.path]), member("name", RecordShape.baseName(shape[.path]))),
                    "\"network\":{\"protocol\":\"smb\",\"transport\":\"tcp\"}"))
        case .shareMapping:
            return Content(
                category: "network", type: "access", action: "share-connected",
                dataset: shape.code > 0 ? dataset("") : "zeek.smb_mapping",
                members: joined(
                    shape.code > 0 ? user : "", peers(445), "\"network\":{\"protocol\":\"smb\",\"transport\":\"tcp\"}"))
        case .tls:
            return zeek(
                "ssl",
                joined(
                    ends,
                    "\"tls\":{\"version\":\"1.3\",\"established\":true,\"client\":{\"server_name\":\"\(text(.server))\"}}"
                ))
        case .procedureCall:
            return zeek(
                "dce_rpc",
                joined(
                    ends, network(.lateral, udp: false, application: "dce_rpc"),
                    extra("dce_rpc", [.endpoint, .operation, .path])))
        case .kerberosWire:
            return zeek("kerberos", joined(ends, user, extra("kerberos", [.type, .service, .cipher, .status])))
        case .ntlmWire: return zeek("ntlm", joined(ends, user))
        case .remoteDesktopWire: return zeek("rdp", joined(ends, network(.lateral, udp: false, application: "rdp")))
        case .secureShellWire: return zeek("ssh", joined(ends, network(.lateral, udp: false, application: "ssh")))
        case .control:
            return Content(
                category: "network", type: "protocol", action: "control-command", dataset: "zeek.\(shape[.label])",
                members: joined(
                    ends, network(.lateral, udp: false, application: shape[.label]),
                    "\"zeek\":{\"\(shape[.label])\":{\"function\":\"\(text(.function))\",\"object_address\":<number 100 900 2>}}"
                ))
        default: return nil
        }
    }

    private func zeek(_ log: String, _ members: String) -> Content {
        Content(
            category: "network", type: log == "connection" ? "connection" : "protocol", action: log,
            dataset: "zeek.\(log)", members: members)
    }

    /// Zeek's own names for what ECS has no field for.
    private func extra(_ log: String, _ names: [RecordShape.TextName]) -> String {
        let members = names.map { member($0.rawValue, shape[$0]) }.filter { !$0.isEmpty }
        return members.isEmpty ? "" : "\"zeek\":{\"\(log)\":{\(members.joined(separator: ","))}}"
    }

    private func peers(_ port: Int) -> String {
        "\"source\":{\"address\":\"<sourceName>\",\"ip\":\"<sourceAddress>\",\"port\":<ephemeral 1>},"
            + "\"destination\":{\"address\":\"<targetName>\",\"ip\":\"<targetAddress>\",\"port\":\(port)}"
    }

    private func lookup(_ found: Bool) -> Content {
        var dns = "\"dns\":{\"type\":\"answer\",\"question\":{\"name\":\"\(text(.name))\",\"type\":\"\(text(.type))\","
        dns += "\"class\":\"IN\"},"
        if found {
            dns +=
                "\"answers\":[{\"data\":\"\(text(.answer))\",\"type\":\"\(text(.type))\",\"ttl\":<number 30 3600 6>}],"
        }
        dns += "\"response_code\":\"\(found ? "NOERROR" : "NXDOMAIN")\"}"
        return Content(
            category: "network", type: "protocol", action: "dns-query", dataset: "zeek.dns",
            members: joined(
                "\"source\":{\"address\":\"<sourceName>\",\"ip\":\"<sourceAddress>\",\"port\":<ephemeral 2>}",
                "\"destination\":{\"address\":\"<hostName>\",\"ip\":\"<hostAddress>\",\"port\":53}",
                network(.lateral, udp: true, application: "dns"), dns))
    }

    private func web(
        _ direction: RecordShape.Direction, _ byProxy: Bool, _ status: Int, _ bulk: Bool
    ) -> Content {
        let target =
            direction == .outbound
            ? "\"destination\":{\"address\":\"<site>\",\"domain\":\"<site>\",\"ip\":\"<siteAddress>\",\"port\":443}"
            : "\"destination\":{\"address\":\"<targetName>\",\"ip\":\"<targetAddress>\",\"port\":443}"
        let referrer = shape[.referrer].isEmpty ? "" : ",\"referrer\":\"\(text(.referrer))\""
        return Content(
            category: "web", type: "access", action: "http-request", outcome: status < 400 ? "success" : "failure",
            dataset: byProxy ? "proxy.log" : shape.needsEndpoint ? "apache.access" : "zeek.http",
            members: joined(
                byProxy ? user : "",
                "\"source\":{\"address\":\"<sourceName>\",\"ip\":\"<sourceAddress>\",\"port\":<ephemeral 1>}", target,
                "\"http\":{\"request\":{\"method\":\"\(text(.method))\","
                    + "\"bytes\":<\(bulk ? "size 2000000" : "number 200 900") 5>\(referrer)},"
                    + "\"response\":{\"status_code\":\(status),\"bytes\":<size 900 6>,\"mime_type\":\"\(text(.contentType))\"}}",
                "\"url\":{\"scheme\":\"https\",\"domain\":\"\(text(.host))\",\"path\":\"\(text(.path))\","
                    + "\"full\":\"https://\(text(.host))\(text(.path))\"}",
                "\"user_agent\":{\"original\":\"\(text(.agent))\"}",
                network(direction, udp: false, application: "http")))
    }

    private func mail(_ direction: Int) -> Content {
        Content(
            category: "email", type: "info", action: direction == 1 ? "receive" : "send", dataset: "mail.gateway",
            members: joined(
                "\"email\":{\"from\":{\"address\":[\"\(text(.from))\"]},\"to\":{\"address\":[\"\(text(.to))\"]},"
                    + "\"subject\":\"\(text(.subject))\",\"message_id\":\"<hex 24 4>@<dnsDomain>\"}",
                "\"source\":{\"address\":\"<sourceName>\",\"ip\":\"<sourceAddress>\",\"port\":<ephemeral 1>}"))
    }
}
