import Scenario

/// A card's trace, ready to be written.
struct TraceTemplate: Sendable {
    var sensor: SensorSlot
    var place: TracePlace
    /// Text on a Windows host, and on any other.
    var windows: UInt16
    var unix: UInt16
    /// Texts by ``ControlProtocol``, for commands to devices.
    var control: [UInt16] = []
    /// Ports, one of which each record has.
    var ports: [UInt16] = []
    /// Whether each record has another target, another source outside, or another account.
    var manyTargets = false
    var manySources = false
    var manyAccounts = false
    /// Whether it goes to an address outside, and whether somebody outside comes to the place it is written on.
    var outwards = false
    var fromOutside = false
    /// Whether it is a look-up of a name.
    var isLookup = false
    /// Site that its text names.
    var site: UInt16 = 0
    var count: Int
    var onSuccess: Bool
    /// The same without an attack, where that is plausible on a host of that family.
    var windowsLookalike: UInt16?
    var unixLookalike: UInt16?
    /// The same where the sensor of a domain controller writes it.
    var directoryLookalike: UInt16?
}

/// Reads a card's trace: the texts of cards say in words what the real record holds in fields, so they are understood
/// rather than copied wherever copying would tell that this is an attack.
struct TraceReading {
    let trace: Trace
    let card: TechniqueCard
    let object: String
    let detail: String

    init(trace: Trace, card: TechniqueCard) {
        self.trace = trace
        self.card = card
        object = trace.object
        detail = trace.detail
    }

    /// Compiles the trace's texts.
    func template(_ table: inout TemplateTable) -> TraceTemplate {
        func add(_ shape: RecordShape) -> UInt16 {
            var shape = shape
            shape.needsEndpoint = trace.sensor == .endpoint
            return table.add(shape)
        }
        let sites = table.texts(ofList: "sites")
        let site = Self.site(in: object + " " + detail).flatMap { name in sites.firstIndex(of: name) }
        let windows = shape(.windows)
        let unix = shape(.unix)
        var result = TraceTemplate(
            sensor: SensorSlot(trace.sensor), place: trace.place, windows: add(windows), unix: add(unix),
            count: max(1, min(trace.count, 64)), onSuccess: trace.onSuccess)
        result.site = UInt16(site ?? max(sites.count - 1, 0))
        result.ports = ports
        result.isLookup = trace.record == .dns
        result.outwards = outwards
        result.fromOutside = object.hasPrefix("https://{source}")
        result.manySources = says("from many addresses", "many sources")
        result.manyTargets =
            !result.manySources && trace.record != .email
            && says(
                "many targets", "many addresses", "many servers", "many substations", "many devices", "closed ports",
                "asks addresses")
        result.manyAccounts = says("many accounts")
        if trace.record == .controlCommand {
            let function = ControlFunction(text: object).rawValue
            result.control = ControlProtocol.allCases.map {
                add(.control($0.rawValue, function: function, endpoint: trace.sensor == .endpoint))
            }
        }
        if trace.sensor == .endpoint {
            result.windowsLookalike = lookalike(.windows).map(add)
            result.unixLookalike = lookalike(.unix).map(add)
        } else if trace.sensor == .domainController && [.file, .service, .remoteShare].contains(trace.record) {
            result.directoryLookalike = result.windows
        }
        return result
    }

    /// Whether the texts hold one of some words.
    func says(_ words: String...) -> Bool {
        words.contains { object.contains($0) || detail.contains($0) }
    }

    /// The first site in a text: a name below `.example`.
    static func site(in text: String) -> String? {
        let parts = text.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
        return parts.first { $0.hasSuffix(".example") && $0.utf8.allSatisfy { $0 < 128 } }.map(String.init)
    }

    /// All sites that cards name, in order.
    static func sites(of catalogue: Catalogue) -> [String] {
        var result: [String] = []
        for trace in catalogue.cards.flatMap(\.traces) {
            if let name = site(in: trace.object + " " + trace.detail), !result.contains(name) { result.append(name) }
        }
        return result
    }

    /// Ports that the texts name, else those of the card's services, else what such a record usually has.
    private var ports: [UInt16] {
        guard [.networkFlow, .firewallDecision, .http].contains(trace.record) else { return [] }
        let named = object.split { !$0.isNumber }.compactMap { UInt16($0) }.filter { $0 > 0 }
        if !named.isEmpty && trace.record != .http { return named }
        if object.contains("remote desktop") { return [3389] }
        if object.contains("backup") { return [ServiceKind.backup.usualPort] }
        if object.hasPrefix("deny") || says("many targets") {
            return [21, 23, 135, 139, 445, 1433, 3306, 3389, 5900, 8080]
        }
        let offered = card.services.map(\.usualPort)
        return offered.isEmpty ? [443] : offered
    }

    private var outwards: Bool {
        [.networkFlow, .firewallDecision, .http, .dns].contains(trace.record)
            && says("outwards", "outside address", "upload", "receives", "one process", ".example")
    }

    /// Whether the texts speak of much data.
    var isBulk: Bool { says("gigabytes", "what it receives", " MB", "large file", "large reads") }

    private var isUDP: Bool { object.contains("udp") }

    /// The text of the record on a host of that family.
    private func shape(_ family: SystemFamily) -> RecordShape {
        switch trace.record {
        case .process, .file, .registry, .module, .scheduledJob, .service, .script, .logCleared:
            return system(family)
        case .logon, .logonFailure, .kerberosTicket, .directoryAccess, .accountChange: return identity(family)
        case .networkFlow, .firewallDecision: return flow(family)
        case .dns:
            if Self.site(in: object) == nil {
                return .dns("%hex 12 4&.%site&", type: "TXT", answer: "v=%hex 16 5&")
            }
            return .dns("%site&", type: "A", answer: "%siteAddress&")
        case .http: return web
        case .email:
            return .mail(direction: 1, from: "info@%site&", to: "%mail&", subject: object)
        case .remoteShare: return share
        case .controlCommand:
            let function = ControlFunction(text: object).rawValue
            return .control("modbus", function: function, endpoint: trace.sensor == .endpoint)
        }
    }

    private func flow(_ family: SystemFamily) -> RecordShape {
        let direction: RecordShape.Direction = outwards ? .outbound : card.fromOutside ? .inbound : .lateral
        if trace.record == .firewallDecision {
            let names: [RecordShape.Direction: String] = [.outbound: "out", .inbound: "public", .lateral: "inside"]
            let allow = !object.hasPrefix("deny")
            let rule = !allow ? "default" : isUDP ? "tunnel" : names[direction] ?? "inside"
            return .firewall(allow: allow, direction, udp: isUDP, rule: rule)
        }
        if trace.sensor == .endpoint {
            let image = family == .windows ? ProgramTexts.serviceHost : "/usr/bin/python3"
            return .process(connection: image, direction, code: trace.eventID)
        }
        return .flow(direction, udp: isUDP, port: ports.count == 1 ? Int(ports[0]) : 0, bulk: isBulk)
    }

    private var web: RecordShape {
        let words = detail.split(separator: " ").map(String.init)
        let method = words.first { ["GET", "POST", "PUT", "HEAD", "DELETE", "CONNECT"].contains($0) } ?? "GET"
        let status = words.lazy.compactMap { Int($0.filter(\.isNumber)) }.first { (100..<600).contains($0) } ?? 200
        let address = object.hasPrefix("https://") ? object.dropFirst(8) : Substring(object)
        let path = address.firstIndex(of: "/").map { String(address[$0...]) } ?? "/"
        var request = RecordShape.Request(
            method: method, host: "%site&", path: FieldText.filled(path, service: service), status: status)
        request.bulk = isBulk
        request.contentType =
            words.map { $0.filter { $0 != "," } }.first { $0.hasPrefix("application/") } ?? "text/html"
        if Self.site(in: object) != nil {
            return .web(request, .outbound, user: trace.sensor == .proxy)
        }
        request.host = "%targetName&"
        request.agent = "%pick agents 7&"
        return .web(request, .inbound, user: false)
    }

    private var share: RecordShape {
        let endpoint = trace.sensor != .network
        let name = filled(object)
        let create = says("write", "written", "rewritten")
        if object == "svcctl" || object == "srvsvc" || object == "IPC$" {
            return .share(
                "IPC$", file: object == "svcctl" ? "svcctl" : "srvsvc", create: false, endpoint: endpoint, code: 0)
        }
        let path: String
        if object.contains("SYSVOL") {
            path = "Policies\\%hex 8 4&\\gpt.ini"
        } else if object.contains("ADMIN$") {
            path = "Agent\\%pick scripts 4&.exe"
        } else {
            path = "chung\\%pick documents 4&.docx"
        }
        return .share(name, file: path, create: create, endpoint: endpoint, code: trace.eventID)
    }

    /// The card's first service, for `{service}`.
    var service: String { card.services.first?.rawValue ?? "" }

    func filled(_ text: String) -> String { FieldText.filled(text, service: service) }
}
