/// What passes over the network, as sensors on the way see it.
extension RecordShape {
    /// Which way a connection goes, by OCSF's numbers.
    enum Direction: Int, Sendable { case inbound = 1, outbound, lateral }

    /// A connection and what it carried; remote desktop and secure shell have classes of their own.
    static func flow(_ direction: Direction, udp: Bool = false, port: Int = 0, bulk: Bool = false) -> RecordShape {
        RecordShape(
            .flow(direction, udp: udp, port: port, bulk: bulk), usesNetwork: true, needsEndpoint: false)
    }

    /// A connection as the host sees it that opens it.
    ///
    /// - Parameter code: 3 as Sysmon writes it, 5156 as the Security log does.
    static func process(connection image: String, _ direction: Direction, udp: Bool = false, code: Int = 3)
        -> RecordShape
    {
        RecordShape(
            .endpointConnection(direction, udp: udp), [.image: image], code: code, family: family(of: image),
            usesNetwork: true)
    }

    /// A firewall lets something pass, or does not.
    static func firewall(allow: Bool, _ direction: Direction, udp: Bool, rule: String) -> RecordShape {
        RecordShape(
            .firewall(allow: allow, direction, udp: udp), [.rule: rule], usesNetwork: true, needsEndpoint: false)
    }

    /// A name is looked up; the host that the record names is the resolver.
    static func dns(_ name: String, type: String, answer: String) -> RecordShape {
        RecordShape(
            .lookup(found: !answer.isEmpty), [.name: name, .type: type, .answer: answer], usesNetwork: true,
            needsEndpoint: false)
    }

    /// The parts of a request on the Web.
    struct Request {
        var method: String
        /// Host name of the URL.
        var host: String
        /// Path with its slash.
        var path: String
        var status = 200
        var agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Edg/126.0"
        var contentType = "text/html"
        var referrer = ""
        /// Whether much is sent.
        var bulk = false
    }

    /// A request on the Web; outbound ones go to the record's site, others to its target. `user` says whether it is the
    /// proxy's record, which knows who asks.
    static func web(_ request: Request, _ direction: Direction, user: Bool) -> RecordShape {
        RecordShape(
            .web(direction, byProxy: user, status: request.status, bulk: request.bulk), texts(of: request),
            usesNetwork: true, needsEndpoint: false)
    }

    /// A request as the Web server itself logs it.
    static func webServer(_ request: Request, family: SystemFamily) -> RecordShape {
        RecordShape(
            .webServer(status: request.status), texts(of: request), family: family, usesNetwork: true)
    }

    private static func texts(of request: Request) -> [TextName: String] {
        [
            .method: request.method, .host: request.host, .path: request.path, .agent: request.agent,
            .contentType: request.contentType, .referrer: request.referrer,
        ]
    }

    /// A message passes the mail gateway. Directions by OCSF: 1 in, 2 out, 3 inside.
    static func mail(direction: Int, from: String, to: String, subject: String) -> RecordShape {
        RecordShape(
            .mail(direction: direction), [.from: from, .to: to, .subject: subject], usesNetwork: true,
            needsEndpoint: false)
    }

    /// A file or pipe of a share is opened or made, on the wire (`endpoint` false) or as the server logs it.
    ///
    /// - Parameters:
    ///   - name: the share's, with or without its server.
    ///   - code: 5145; 0 on the wire.
    static func share(
        _ name: String, file path: String, create: Bool, endpoint: Bool, code: Int, mask: String = ""
    ) -> RecordShape {
        RecordShape(
            .share(create: create, endpoint: endpoint),
            [.share: shareName(name), .path: path, .mask: mask.isEmpty ? (create ? "0x2" : "0x1") : mask],
            code: endpoint ? (code == 0 ? 5145 : code) : 0, usesNetwork: true, needsEndpoint: endpoint)
    }

    /// A share is connected to, on the wire or as the server logs it (5140).
    static func shareMapping(_ name: String, endpoint: Bool) -> RecordShape {
        RecordShape(
            .shareMapping(endpoint: endpoint), [.share: shareName(name)], code: endpoint ? 5140 : 0,
            usesNetwork: true, needsEndpoint: endpoint)
    }

    /// A share's name alone.
    private static func shareName(_ name: String) -> String { baseName(name) }

    /// An encrypted connection is agreed on with a server of that name.
    static func tls(_ server: String) -> RecordShape {
        RecordShape(.tls, [.server: server], usesNetwork: true, needsEndpoint: false)
    }

    /// A procedure is called over the network: `svcctl` and `CreateServiceW`, say; `pipe` as in `\PIPE\svcctl`, or a port.
    static func procedureCall(_ endpoint: String, operation: String, pipe: String) -> RecordShape {
        RecordShape(
            .procedureCall, [.endpoint: endpoint, .operation: operation, .path: pipe], usesNetwork: true,
            needsEndpoint: false)
    }

    /// Tickets as they pass: `type` is `AS` or `TGS`.
    static func kerberosWire(type: String, service: String, cipher: String, error: String = "") -> RecordShape {
        RecordShape(
            .kerberosWire, [.type: type, .service: service, .cipher: cipher, .status: error], usesNetwork: true,
            needsEndpoint: false)
    }

    /// A proof of identity by NTLM as it passes.
    static func ntlmWire(success: Bool) -> RecordShape {
        RecordShape(.ntlmWire, [.status: success ? "true" : "false"], usesNetwork: true, needsEndpoint: false)
    }

    /// A remote desktop connection as it passes; `result` is `Success`, `encrypted` …
    static func remoteDesktopWire(result: String = "encrypted") -> RecordShape {
        RecordShape(.remoteDesktopWire, [.status: result], usesNetwork: true, needsEndpoint: false)
    }

    /// A secure shell as it passes.
    static func secureShellWire(success: Bool, client: String = "SSH-2.0-OpenSSH_9.2p1") -> RecordShape {
        RecordShape(
            .secureShellWire, [.status: success ? "true" : "false", .agent: client], usesNetwork: true,
            needsEndpoint: false)
    }

    /// A command to, or an answer of, a device at a physical process.
    static func control(_ protocolName: String, function: String, endpoint: Bool) -> RecordShape {
        RecordShape(
            .control(endpoint: endpoint), [.label: protocolName, .function: function], usesNetwork: true,
            needsEndpoint: endpoint)
    }
}
