import NetworkWorld
import Scenario

/// Groups of templates from which chatter draws one.
enum TemplatePool: Int, CaseIterable, Sendable {
    case deskProgram, windowsProgram, windowsAdministration, stationProgram, unixProgram, unixAdministration
    case windowsEnd, unixEnd, deskFile, windowsFile, unixFile, module, registry, windowsJob, unixJob
    case windowsService, unixUnit, script, accountChange, directoryRead, siteVisit, publicVisit, mailIn, mailOut
    case windowsTool, windowsHand, unixHand, awkward, access, pipe, component, nameLookup, credentials, message
    case shellMessage, serverLog, procedureCall, ticketWire, session, operation, handConnection
    case control
}

/// All templates of a stream: the pools of chatter, single ones by name, and those of the cards' traces.
struct TemplateLibrary: Sendable {
    private(set) var table: TemplateTable
    /// Which activity a draw stands for.
    let activities = ActivityTable()
    /// Pools' templates one after the other.
    private(set) var members: [UInt16] = []
    private(set) var pools = [Range<Int>](repeating: 0..<0, count: TemplatePool.allCases.count)
    /// Single templates.
    private(set) var singles = SingleTemplates()
    /// Ways in which every card is done.
    private(set) var variants: [[VariantTemplate]] = []
    /// Traces of cards that everyday life leaves by themselves: see ``lookalikes(_:_:)``.
    private var lookalikes = [[Lookalike]](repeating: [], count: 2 * TraceStir.allCases.count)
    /// How many sites outside there are, the rare ones of the cards last.
    private(set) var siteCount = 0
    private(set) var commonSites = 0

    init(catalogue: Catalogue, formats: [TelemetryFormat]) {
        table = TemplateTable(formats: formats)
        for (name, texts) in OtherTexts.lists { table.addList(name, texts) }
        let rare = TraceReading.sites(of: catalogue).filter { !OtherTexts.sites.contains($0) }
        table.addList("sites", OtherTexts.sites + rare)
        commonSites = OtherTexts.sites.count
        siteCount = commonSites + rare.count
        singles = SingleTemplates(&table)
        addPrograms()
        addFiles()
        addServices()
        addIdentity()
        addWeb()
        addTools()
        addComponents()
        addWires()
        addOperations()
        fill(
            .control,
            ControlFunction.allCases.flatMap { function in
                ControlProtocol.allCases.map { .control($0.rawValue, function: function.rawValue, endpoint: false) }
            })
        for card in catalogue.cards { variants.append(ways(of: card)) }
        addLookalikes()
    }

    /// The ways of a card; one with what is always left where it names none.
    private mutating func ways(of card: TechniqueCard) -> [VariantTemplate] {
        var result: [VariantTemplate] = []
        for variant in card.variants.isEmpty ? [TraceVariant(name: "")] : card.variants {
            let all = card.traces + variant.traces
            let parts = ProcessParts(all)
            let traces = all.map { TraceReading(trace: $0, card: card).template(&table, processes: parts) }
            result.append(
                VariantTemplate(
                    weight: variant.weight, doer: variant.doer,
                    family: variant.platform.map { $0 == .windows ? .windows : .unix },
                    traces: traces))
        }
        return result
    }

    mutating func fill(_ pool: TemplatePool, _ shapes: [RecordShape]) {
        let start = members.count
        for shape in shapes { members.append(table.add(shape)) }
        pools[pool.rawValue] = start..<members.count
    }

    /// What cards write, one by one: everyday life leaves it too, so that no value tells by itself.
    ///
    /// Commands to devices are left out: nobody tries out what moves a breaker, and stations send their own all day.
    private mutating func addLookalikes() {
        var known: Set<[UInt16?]> = []
        for (card, ways) in variants.enumerated() {
            for trace in ways.flatMap(\.traces) where trace.control.isEmpty {
                guard known.insert([trace.windows, trace.unix, trace.ports.first]).inserted else { continue }
                for family in [SystemFamily.windows, .unix] where trace.template(family) != nil {
                    lookalikes[Self.position(family, trace.stir)].append(Lookalike(card: card, trace: trace))
                }
            }
        }
    }

    /// What hosts of a family leave now and then that stirs as much.
    func lookalikes(_ family: SystemFamily, _ stir: TraceStir) -> [Lookalike] {
        lookalikes[Self.position(family, stir)]
    }

    private static func position(_ family: SystemFamily, _ stir: TraceStir) -> Int {
        stir.rawValue * 2 + Int(family.rawValue)
    }
}
