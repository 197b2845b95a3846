import Scenario

/// Connections, names, requests, messages and shares.
extension TraceReading {
    /// The record of what passes over the network; nil where the trace is of another kind.
    func onNetwork(_ family: SystemFamily) -> RecordShape? {
        switch trace.record {
        case .networkFlow: flow(family)
        case .firewallDecision:
            .firewall(
                allow: trace[.decision] != "deny", direction, udp: isUDP,
                rule: trace[.rule] ?? (direction == .inbound ? "public" : "inside"))
        case .dns: lookup
        case .http: web(family)
        case .email: .mail(direction: 1, from: text(.from), to: "%mail&", subject: text(.subject))
        case .remoteShare: share
        case .remoteCall:
            .procedureCall(text(.endpoint), operation: text(.operation), pipe: text(.pipe))
        case .controlCommand:
            .control(
                "modbus", function: ControlFunction(word: trace[.function] ?? "").rawValue,
                endpoint: trace.sensor == .endpoint)
        default: nil
        }
    }

    private var direction: RecordShape.Direction {
        switch trace.way {
        case .outwards: .outbound
        case .inwards: .inbound
        case nil: .lateral
        }
    }

    private var isUDP: Bool { trace[.protocolName] == "udp" }

    /// Ports that the trace names, else those of the card's services, else the Web's.
    var ports: [UInt16] {
        let named = (trace[.port] ?? "").split { !$0.isNumber }.compactMap { UInt16($0) }.filter { $0 > 0 }
        if !named.isEmpty { return named }
        switch trace.record {
        case .networkFlow, .firewallDecision:
            let offered = card.services.map(\.usualPort)
            return offered.isEmpty ? [443] : offered
        case .http: return [443]
        case .remoteCall: return [trace[.pipe]?.hasPrefix("\\") == true ? 445 : 49_667]
        default: return [445]
        }
    }

    private func flow(_ family: SystemFamily) -> RecordShape {
        if trace.sensor == .endpoint {
            return .process(
                connection: program(.image), direction, udp: isUDP, code: family == .windows ? code(3) : 0)
        }
        return .flow(
            direction, udp: isUDP, port: ports.count == 1 ? Int(ports[0]) : 0, bulk: trace[.amount] == "large")
    }

    private var lookup: RecordShape {
        let query = text(.query)
        // What everybody may visit is drawn from one list, so that the same name is the same text.
        var name = query
        if let site = Self.site(of: trace), query.hasSuffix(site) { name = query.dropLast(site.count) + "%site&" }
        if trace.sensor == .endpoint { return .endpointLookup(name, answer: "%siteAddress&", by: program(.image)) }
        return .dns(
            name, type: trace[.type] ?? "A", answer: trace[.answer] == nil ? "%siteAddress&" : text(.answer))
    }

    private func web(_ family: SystemFamily) -> RecordShape {
        let url = text(.url)
        let address = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        let path = address.firstIndex(of: "/").map { String(address[$0...]) } ?? "/"
        var request = RecordShape.Request(method: trace[.method] ?? "GET", host: "%targetName&", path: path)
        request.status = trace[.status].flatMap { Int($0) } ?? 200
        request.bulk = trace[.amount] == "large"
        request.contentType = trace[.contentType] ?? "text/html"
        if let agent = trace[.agent] {
            request.agent = agent
        } else if trace.way == .inwards {
            request.agent = "%pick agents 7&"
        }
        if trace.sensor == .endpoint { return .webServer(request, family: family) }
        if trace.way == .outwards {
            request.host = "%site&"
            return .web(request, .outbound, user: trace.sensor == .proxy)
        }
        return .web(request, direction, user: false)
    }

    private var share: RecordShape {
        let endpoint = trace.sensor != .network
        guard trace[.targetPath] != nil else { return .shareMapping(text(.share), endpoint: endpoint) }
        let mask = trace[.accessMask] ?? ""
        return .share(
            text(.share), file: text(.targetPath), create: trace[.action] == "create" || mask == "0x2",
            endpoint: endpoint, code: endpoint ? code(5145) : 0, mask: mask)
    }

    /// The site that a trace names: a host below `.example` in what is asked for or visited.
    static func site(of trace: Trace) -> String? {
        guard let text = trace.record == .dns ? trace[.query] : trace.way == .outwards ? trace[.url] : nil else {
            return nil
        }
        // What stands behind the last placeholder is the part that does not change.
        let rest = text.split(separator: "}").last ?? ""
        let parts = rest.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
        let name = parts.first { $0.hasSuffix(".example") && $0.utf8.allSatisfy { $0 < 128 } }
        return name.map { String($0.drop { $0 == "." }) }
    }

    /// All sites that cards name, in order.
    static func sites(of catalogue: Catalogue) -> [String] {
        var result: [String] = []
        for trace in catalogue.cards.flatMap(\.everyTrace) {
            if let name = site(of: trace), !result.contains(name) { result.append(name) }
        }
        return result
    }
}
