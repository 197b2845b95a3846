/// The sections whose keys other parts of a file, or of the catalogue, refer to.
enum Section: String, CaseIterable {
    // The exercise half
    case nodes, infrastructure, features, conditions, vulnerabilities, metrics, evaluations, tlos, goals, entities
    case injects, events, scripts, stories
    // The simulation half
    case networks, weaknesses, hosts, accounts, assets, processes, sensors
    // The catalogue
    case cards, attackIDs, analytics, actions
    // What studies compare
    case adversaries, measures, playbooks

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
        case .adversaries: "adversary"
        case .measures: "measure"
        case .playbooks: "playbook"
        }
    }

    /// The same after "a" or "an".
    var nounWithArticle: String { ("aeiouA".contains(noun.prefix(1)) ? "an " : "a ") + noun }
}
