import Scenario

/// Turns a card's trace into the record that sensors write of it.
struct TraceReading {
    let trace: Trace
    let card: TechniqueCard

    /// Compiles the trace's texts.
    func template(_ table: inout TemplateTable, processes: ProcessParts) -> TraceTemplate {
        let sites = table.texts(ofList: "sites")
        let named = Self.site(of: trace)
        var result = TraceTemplate(
            sensor: SensorSlot(trace.sensor), place: trace.place, windows: add(.windows, &table),
            unix: add(.unix, &table), count: max(1, min(trace.count, 64)), onSuccess: trace.onSuccess)
        result.site = UInt16(named.flatMap { name in sites.firstIndex(of: name) } ?? max(sites.count - 1, 0))
        result.ports = ports
        result.isLookup = trace.record == .dns && trace.sensor != .endpoint
        result.way = trace.way
        result.each = trace.each
        result.account = Self.accounts[trace[.user] ?? ""]
        result.actor = processes.part(actor) ?? 1
        result.process = trace.record == .process ? processes.part(ProgramPaths.path(trace[.image] ?? "")) ?? 2 : 2
        result.stir = stir
        if trace.record == .controlCommand {
            let function = ControlFunction(word: trace[.function] ?? "").rawValue
            result.control = ControlProtocol.allCases.map {
                table.add(.control($0.rawValue, function: function, endpoint: trace.sensor == .endpoint))
            }
        }
        return result
    }

    private func add(_ family: SystemFamily, _ table: inout TemplateTable) -> UInt16? {
        guard families.contains(family), var shape = shape(family) else { return nil }
        shape.needsEndpoint = trace.sensor == .endpoint
        return table.add(shape)
    }

    private static let accounts: [String: Int32] = [
        "system": SystemAccount.system, "network-service": SystemAccount.network,
        "local-service": SystemAccount.local, "machine": SystemAccount.machine, "anonymous": SystemAccount.anonymous,
    ]

    /// The program that does it.
    private var actor: String {
        trace.record == .process
            ? ProgramPaths.path(trace[.parent] ?? "") : ProgramPaths.path(trace[.image] ?? "")
    }

    /// Systems whose hosts write such a record.
    private var families: [SystemFamily] {
        if trace.record.isWindowsOnly { return [.windows] }
        if trace.record == .message { return [.unix] }
        if let image = trace[.image] { return image.hasPrefix("/") ? [.unix] : [.windows] }
        if let service = trace[.service], trace.record == .service {
            return service.hasSuffix(".service") ? [.unix] : [.windows]
        }
        if let job = trace[.job] { return job.hasPrefix("\\") ? [.windows] : [.unix] }
        return [.windows, .unix]
    }

    /// The record on a host of a family; nil where there is none.
    private func shape(_ family: SystemFamily) -> RecordShape? {
        ofHost(family) ?? ofComponents(family) ?? ofIdentity(family) ?? onNetwork(family)
    }

    /// A text of the trace with marks for its placeholders; empty where it has none.
    func text(_ key: TraceKey) -> String { Self.marked(trace[key] ?? "") }

    /// A program of the trace with its full path.
    func program(_ key: TraceKey) -> String { Self.marked(ProgramPaths.path(trace[key] ?? "")) }

    /// Marks for the placeholders of a text. Drawn ones have parts of their own, which a step's records share.
    static func marked(_ text: String) -> String {
        TraceText(text).pieces.map { piece in
            switch piece {
            case .literal(let literal): literal
            case .placeholder(let placeholder): mark(placeholder)
            }
        }.joined()
    }

    private static func mark(_ placeholder: TracePlaceholder) -> String {
        switch placeholder {
        case .source: "%sourceName&"
        case .target: "%targetName&"
        case .sourceAddress: "%sourceAddress&"
        case .targetAddress: "%targetAddress&"
        case .account: "%userName&"
        case .network: "%network&"
        case .domain: "%domain&"
        case .domainName: "%dnsDomain&"
        case .random(let count, let series): "%letters \(count) \(20 + series)&"
        case .hexadecimal(let count, let series): "%hex \(count) \(30 + series)&"
        case .number(let range, let series): "%number \(range.lowerBound) \(range.count) \(40 + series)&"
        case .pick(let list, let series): "%pick \(list.rawValue) \(50 + series)&"
        }
    }
}

/// Numbers the processes of one way of doing a technique, so that a record of one names the same id as the record of its
/// beginning, and its children name it as their parent.
struct ProcessParts {
    private var images: [String] = []

    init(_ traces: [Trace]) {
        for trace in traces where trace.record == .process {
            let image = ProgramPaths.path(trace[.image] ?? "").lowercased()
            if !images.contains(image) && images.count < 60 { images.append(image) }
        }
    }

    /// The part for a program that begins in the step.
    func part(_ path: String) -> UInt8? {
        images.firstIndex(of: path.lowercased()).map { UInt8(100 + $0) }
    }
}
