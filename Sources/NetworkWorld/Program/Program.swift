import Kernel
import Scenario

/// A compiled scenario with its catalogue and the options of a run: immutable, shared by every run of it.
///
/// It holds all defaults, so that a state needs records only of what was touched. Its size follows the number of groups,
/// not of hosts: a million hosts of forty kinds take as much as two hundred of forty kinds, plus two bytes a host.
public final class Program: Sendable {
    /// What it was compiled from.
    public let scenario: Scenario
    /// The simulation half.
    public let simulation: Simulation
    /// Cards, analytics and actions, in the order of the tables below.
    public let catalogue: Catalogue
    /// What was chosen.
    public let options: RunOptions

    /// Host groups, in the order of the file.
    public let hostGroups: [HostGroupRecord]
    /// Group of every host.
    public let groupOfHost: [UInt16]
    /// Account groups, in the order of the file.
    public let accountGroups: [AccountGroupRecord]
    /// How account groups stand to host groups: `accountGroup * hostGroups.count + hostGroup`.
    public let relations: [Relation]
    /// Services that pass from a network to a host group: `network * hostGroups.count + hostGroup`; network 0 is the internet.
    public let reach: [ServiceSet]
    /// Weaknesses of host groups, group after group.
    public let weaknesses: [WeaknessRecord]
    /// Account groups that work on a host group, group after group.
    public let owners: [Int16]
    /// Business services that rest on a host group, group after group.
    public let dependants: [Int16]
    /// Technique cards.
    public let cards: [CardRecord]
    /// Factors of controls, card after card.
    public let mitigations: [MitigationRecord]
    /// Cards that red can use from a foothold against another host, in order.
    public let footholdCards: [Int16]
    /// Analytics that notice a card, card after card.
    public let noticedBy: [NoticeRecord]
    /// Analytics that are on.
    public let analytics: [AnalyticRecord]
    /// Where each analytic stands in the catalogue.
    public let analyticSource: [Int]
    /// Sensors.
    public let sensors: [SensorRecord]
    /// Whether a sensor covers a host group: `sensor * hostGroups.count + hostGroup`.
    public let covers: [Bool]
    /// Investigations and responses.
    public let actions: [ActionRecord]
    /// Controls in force at the sites without a scope.
    public let everywhere: ControlSet
    /// Adversary of this run.
    public let adversary: AdversaryRecord
    /// How far each host group is from the goal, in steps between networks; 255: no way.
    public let distance: [UInt8]
    /// How many can defend at the same time.
    public let analysts: Int
    /// Hosts taken out, sorted.
    public let removedHosts: [Int32]
    /// Accounts taken out, sorted.
    public let removedAccounts: [Int32]
    /// The first domain controller, or −1.
    public let domainController: Int32
    /// Hashes of the networks' paths, the internet left out.
    public let networkPaths: [UInt64]
    /// Length of a run.
    public let duration: Milliseconds
    /// Number of networks, the internet included.
    public let networkCount: Int
    /// What losses are priced by.
    public let prices: Prices

    /// The least mean time between false alarms of one analytic, or between two turns of a habit: what comes more often
    /// than every ten seconds is no event but a state, and would make a run endless.
    static let shortestInterval = Milliseconds.seconds(10)
    /// The least time between two actions of an adversary: nobody's hands are faster.
    static let shortestTempo = Milliseconds.seconds(1)

    /// How many hosts there are.
    public var hostCount: Int { groupOfHost.count }
    /// How many accounts there are.
    public let accountCount: Int

    /// Compiles a scenario for runs with these options.
    ///
    /// - Throws: ``ProgramError`` where an option names something that does not exist, or where two paths share a hash.
    /// - Complexity: O(groups² + hosts).
    public init(scenario: Scenario, catalogue: Catalogue, options: RunOptions = RunOptions()) throws(ProgramError) {
        guard let simulation = scenario.simulation else { throw ProgramError("the scenario has no simulation") }
        var compiler = try ProgramCompiler(simulation: simulation, catalogue: catalogue, options: options)
        try compiler.compile()
        self.scenario = scenario
        self.simulation = simulation
        self.catalogue = catalogue
        self.options = options
        hostGroups = compiler.hostGroups
        groupOfHost = compiler.groupOfHost
        accountGroups = compiler.accountGroups
        accountCount = compiler.accountCount
        relations = compiler.relations
        reach = compiler.reach
        weaknesses = compiler.weaknesses
        owners = compiler.owners
        dependants = compiler.dependants
        cards = compiler.cards
        mitigations = compiler.mitigations
        footholdCards = compiler.footholdCards
        noticedBy = compiler.noticedBy
        analytics = compiler.analytics
        analyticSource = compiler.analyticSource
        sensors = compiler.sensors
        covers = compiler.covers
        actions = compiler.actions
        everywhere = compiler.everywhere
        adversary = compiler.adversary
        distance = compiler.distance
        analysts = compiler.analysts
        removedHosts = compiler.removedHosts
        removedAccounts = compiler.removedAccounts
        domainController = compiler.firstDomainController
        networkPaths = compiler.networkPaths
        duration = simulation.durationMilliseconds
        networkCount = simulation.networks.count + 1
        prices = Prices(simulation, goal: adversary.goal, target: adversary.target, .likely)
    }

    /// Another program's tables with some of them changed.
    init(
        _ other: Program, cards: [CardRecord], mitigations: [MitigationRecord], analytics: [AnalyticRecord],
        actions: [ActionRecord], prices: Prices
    ) {
        scenario = other.scenario
        simulation = other.simulation
        catalogue = other.catalogue
        options = other.options
        hostGroups = other.hostGroups
        groupOfHost = other.groupOfHost
        accountGroups = other.accountGroups
        accountCount = other.accountCount
        relations = other.relations
        reach = other.reach
        weaknesses = other.weaknesses
        owners = other.owners
        dependants = other.dependants
        self.cards = cards
        self.mitigations = mitigations
        footholdCards = other.footholdCards
        noticedBy = other.noticedBy
        self.analytics = analytics
        analyticSource = other.analyticSource
        sensors = other.sensors
        covers = other.covers
        self.actions = actions
        everywhere = other.everywhere
        adversary = other.adversary
        distance = other.distance
        analysts = other.analysts
        removedHosts = other.removedHosts
        removedAccounts = other.removedAccounts
        domainController = other.domainController
        networkPaths = other.networkPaths
        duration = other.duration
        networkCount = other.networkCount
        self.prices = prices
    }
}

/// The adversary of a run, compiled.
public struct AdversaryRecord: Sendable {
    /// Index in the scenario.
    public var index: Int
    /// Hash of its path.
    public var path: UInt64
    /// What it wants.
    public var goal: AdversaryGoal
    /// Host groups where the goal lies, as flags by group.
    public var goalGroups: [Bool]
    /// Asset or process index, or −1.
    public var target: Int
    /// How many hosts (encrypt) or controllers (sabotage) it takes.
    public var goalCount: Int
    /// Skill, parts of 2³².
    public var skill: UInt64
    /// Stealth, parts of 2³².
    public var stealth: UInt64
    /// Time between actions: low, likely, high.
    public var tempo: (low: Int64, likely: Int64, high: Int64)
    /// When it begins: low, likely, high.
    public var start: (low: Int64, likely: Int64, high: Int64)
}

/// Why a scenario could not be compiled.
public struct ProgramError: Error, Sendable, CustomStringConvertible {
    /// What is wrong, and what would be right.
    public var description: String
    /// Whether an option of the run is at fault rather than the scenario.
    public var isAboutOptions: Bool
    /// An error.
    public init(_ description: String, isAboutOptions: Bool = false) {
        self.description = description
        self.isAboutOptions = isAboutOptions
    }
}
