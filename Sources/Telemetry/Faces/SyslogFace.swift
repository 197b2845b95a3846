/// Records as RFC 5424 messages: what Unix systems, firewalls, proxies and mail gateways log.
///
/// The record's id stands in the structured data: `[record@32473 id="…"]`, under the number that is kept for examples.
enum SyslogFace {
    /// Who says what, by RFC 5424's names.
    struct Content {
        /// The program.
        var application: String
        /// The source of its process id, `-` where it has none.
        var process = "-"
        /// Facility and severity by their numbers.
        var facility = 3
        var severity = 6
        /// A text with marks.
        var message: String
    }

    /// The template's source; `nil` where nobody would log such a record by this way.
    static func source(_ shape: RecordShape) -> String? {
        guard let content = content(shape) else { return nil }
        let host = shape.needsEndpoint || !isBySensor(shape) ? "<computer>" : "<sensorName>"
        return "\u{1}\(content.facility * 8 + content.severity)\u{2}1 <longTime> \(host) \(name(content.application)) "
            + "\(content.process) - [record@32473 id=\"<uid>\"] \(FieldText.source(content.message, .message))"
    }

    /// A program's name as the grammar allows it: at most 48 printable characters, none of them a space.
    private static func name(_ text: String) -> String {
        let allowed = text.unicodeScalars.filter {
            ("0"..."9").contains($0) || ("A"..."Z").contains($0) || ("a"..."z").contains($0)
                || "-_./".unicodeScalars.contains($0)
        }
        return allowed.isEmpty ? "-" : String(String.UnicodeScalarView(allowed.prefix(48)))
    }

    private static func isBySensor(_ shape: RecordShape) -> Bool {
        switch shape.kind {
        case .firewall, .web, .mail: true
        default: false
        }
    }

    /// What is said.
    static func content(_ shape: RecordShape) -> Content? {
        if shape.family == .windows && shape.code > 0 { return nil }
        switch shape.kind {
        case .logon(_, _, let success): return logon(shape, success)
        case .logoff:
            return Content(
                application: "sshd", process: "<pid 1>", facility: 10,
                message: "pam_unix(sshd:session): session closed for user %userName&")
        case .launch: return launch(shape)
        case .terminate: return nil
        case .file(let action, _):
            let names: [RecordShape.FileAction: String] = [.create: "CREATE", .delete: "DELETE", .rename: "CREATE"]
            return audit(
                "PATH",
                "item=1 name=\"\(shape[.path])\" inode=%number 10000 900000 3& nametype=\(names[action] ?? "NORMAL")")
        case .module: return audit("PATH", "item=0 name=\"\(shape[.path])\" nametype=NORMAL")
        case .job:
            return Content(
                application: "CRON", process: "<pid 1>", facility: 9, message: "(%userName&) CMD (\(shape[.command]))")
        case .unit(let action):
            let words: [RecordShape.ServiceAction: String] = [
                .create: "Created", .reconfigure: "Reloading", .start: "Started", .stop: "Stopped",
            ]
            return Content(
                application: "systemd", process: "1", message: "\(words[action] ?? "Started") \(shape[.name]).")
        case .log(let clear):
            return Content(
                application: "rsyslogd", process: "<pid 1>", facility: 5,
                message: clear ? "\(shape[.name]) truncated" : "\(shape[.name]) rotated")
        case .program:
            return Content(
                application: shape[.name], process: "<pid 1>", facility: facilities[shape[.label]] ?? 3,
                message: shape[.text])
        case .endpointConnection:
            return audit("SOCKADDR", "saddr_fam=inet laddr=%targetAddress& lport=%port& exe=\"\(shape[.image])\"")
        case .firewall(let allow, _, let udp):
            return Content(
                application: "firewall", facility: 16, severity: allow ? 6 : 4,
                message: "action=\(allow ? "allow" : "deny") rule=\(shape[.rule]) proto=\(udp ? "udp" : "tcp") "
                    + "src=%sourceAddress& spt=%ephemeral 1& dst=%targetAddress& dpt=%port&")
        case .web(_, let byProxy, let status, let bulk): return byProxy ? proxy(shape, status, bulk) : nil
        case .webServer(let status):
            return Content(
                application: "httpd", process: "<pid 1>", facility: 16,
                message: "%sourceAddress& - - [%isoTime&] \"\(shape[.method]) \(shape[.path]) HTTP/1.1\" \(status) "
                    + "%size 900 6& \"\(shape[.referrer].isEmpty ? "-" : shape[.referrer])\" \"\(shape[.agent])\"")
        case .mail:
            return Content(
                application: "postfix/smtpd", process: "<pid 1>", facility: 2,
                message:
                    "%hex 12 4&: client=%sourceName&[%sourceAddress&], from=<\(shape[.from])>, to=<\(shape[.to])>, "
                    + "size=%size 9000 6&, subject=\"\(shape[.subject])\", status=sent")
        default: return nil
        }
    }

    private static let facilities = [
        "kern": 0, "user": 1, "mail": 2, "daemon": 3, "auth": 4, "syslog": 5, "cron": 9, "authpriv": 10, "local0": 16,
    ]

    private static func logon(_ shape: RecordShape, _ success: Bool) -> Content {
        let message: String
        switch shape[.service] {
        case "sudo": message = "pam_unix(sudo:session): session opened for user root(uid=0) by %userName&(uid=1000)"
        case "su":
            message =
                "pam_unix(su:session): session \(success ? "opened" : "refused") for user root by %userName&(uid=1000)"
        case "vpn":
            message =
                success
                ? "%userName&/%sourceAddress&:%ephemeral 1& MULTI: Learn: peer of %userName&"
                : "%sourceAddress&:%ephemeral 1& TLS Auth Error: Auth Username/Password verification failed for peer"
        default:
            message =
                success
                ? "Accepted publickey for %userName& from %sourceAddress& port %ephemeral 1& ssh2"
                : "Failed password for %userName& from %sourceAddress& port %ephemeral 1& ssh2"
        }
        return Content(
            application: shape[.service] == "vpn" ? "openvpn" : shape[.service], process: "<pid 1>", facility: 10,
            severity: success ? 6 : 5, message: message)
    }

    /// A note of the kernel's audit, as its daemon hands it on.
    private static func audit(_ type: String, _ text: String) -> Content {
        Content(
            application: "audispd", facility: 1,
            message: "type=\(type) msg=audit(%epochTime&:%number 1000 90000 8&): \(text)")
    }

    private static func launch(_ shape: RecordShape) -> Content {
        let words = shape[.command].split(separator: " ")
        let arguments = words.enumerated().map { "a\($0.offset)=\"\($0.element)\"" }.joined(separator: " ")
        return audit(
            "EXECVE",
            "argc=\(words.count) \(arguments) exe=\"\(shape[.image])\" ppid=%pid 1& pid=%pid 2& user=\"%userName&\"")
    }

    private static func proxy(_ shape: RecordShape, _ status: Int, _ bulk: Bool) -> Content {
        Content(
            application: "squid", process: "<pid 1>", facility: 16,
            message: "%epochTime& %number 20 900 7& %sourceAddress& TCP_MISS/\(status) %size 900 6& \(shape[.method]) "
                + "https://\(shape[.host])\(shape[.path]) %userName& HIER_DIRECT/%siteAddress& \(shape[.contentType]) "
                + "\"\(shape[.agent])\"")
    }
}
