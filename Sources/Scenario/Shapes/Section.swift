/// The sections whose keys other parts of a file, or of the catalogue, refer to.
enum Section: String, CaseIterable {
    // The exercise half
    case nodes, infrastructure, features, conditions, vulnerabilities, metrics, evaluations, tlos, goals, entities
    case injects, events, scripts, stories
    // The simulation half
    case networks, weaknesses, hosts, accounts, assets, processes, sensors
    // The catalogue
    case cards, attackIDs, analytics, actions

    /// One of its entries, for people.
    var noun: String {
        switch self {
        case .nodes: "node"
        case .infrastructure: "infrastructure entry"
        case .features: "feature"
        case .conditions: "condition"
        case .vulnerabilities: "vulnerability"
        case .metrics: "metric"
        case .evaluations: "evaluation"
        case .tlos: "TLO"
        case .goals: "goal"
        case .entities: "entity"
        case .injects: "inject"
        case .events: "event"
        case .scripts: "script"
        case .stories: "story"
        case .networks: "network"
        case .weaknesses: "vulnerability of the simulation"
        case .hosts: "host group"
        case .accounts: "account group"
        case .assets: "asset"
        case .processes: "process"
        case .sensors: "sensor"
        case .cards: "technique card"
        case .attackIDs: "ATT&CK id among the technique cards"
        case .analytics: "analytic"
        case .actions: "action"
        }
    }

    /// The same after "a" or "an".
    var nounWithArticle: String { ("aeiouA".contains(noun.prefix(1)) ? "an " : "a ") + noun }
}

/// The names that each section declares, in the order of the file.
struct NameTable {
    private(set) var ordered: [Section: [String]] = [:]
    private var known: [Section: Set<String>] = [:]

    /// Makes a section exist, even without names.
    mutating func open(_ section: Section) {
        ordered[section, default: []] += []
        known[section, default: []].formUnion([])
    }

    /// Whether the section is to be looked into at all (the catalogue's are not where no catalogue was given).
    func isOpen(_ section: Section) -> Bool { known[section] != nil }

    /// Declares a name; false where it is there already.
    @discardableResult
    mutating func declare(_ name: String, in section: Section) -> Bool {
        guard known[section, default: []].insert(name).inserted else { return false }
        ordered[section, default: []].append(name)
        return true
    }

    func contains(_ name: String, in section: Section) -> Bool { known[section]?.contains(name) ?? false }

    /// The names of a section in order.
    func names(_ section: Section) -> [String] { ordered[section] ?? [] }
}
