/// Which combinations of measures and playbooks a study compares.
public enum StudyDesign: String, Sendable, CaseIterable {
    /// The base, and each factor alone on top of it.
    case oneAtATime = "one-at-a-time"
    /// Every combination of the factors.
    case factorial
    /// The sets of measures that a budget can pay: all of them where they are few, else those that a search looks at.
    case optimiser
}

/// What the best set of measures is best at.
public enum StudyObjective: String, Sendable, CaseIterable {
    /// The smallest expected loss of a year.
    case avoidedLoss = "avoided-loss"
    /// The smallest sum of expected loss and cost of the measures.
    case netBenefit = "net-benefit"
}

/// How wide the 95 % interval of avoided loss per year may be on either side.
public enum StudyPrecision: Sendable, Equatable {
    /// Whole currency units.
    case money(Int64)
    /// Parts of 2³² of the base's expected loss per year.
    case share(Int64)
}

/// How far a study goes.
public enum StudyExtent: Sendable, Equatable {
    /// So many simulated attacks, over all arms and adversaries.
    case runs(Int)
    /// So many simulated years in every arm.
    case years(Int)
    /// As many as a precision needs, but no more than so many simulated attacks.
    case precision(StudyPrecision, atMost: Int)
}

/// An adversary of a study: one of the scenario's, or a variant of one.
public struct StudyAdversary: Sendable, Equatable {
    /// Key.
    public var name: String
    /// The scenario's adversary that it is like; empty where it is the one of its own name.
    public var profile = ""
    /// Name for people; empty: the profile's.
    public var title = LocalizedText()
    /// Attempts per year in thousandths; nil: the profile's. The same holds for what follows.
    public var attemptsPerYear: UncertainNumber?
    /// Skill, parts of 2³².
    public var skill: Int64?
    /// Stealth, parts of 2³².
    public var stealth: Int64?
    /// Share of hosts or of a process that it wants, parts of 2³².
    public var goalShare: Int64?
    /// Time between two actions.
    public var tempoMilliseconds: UncertainNumber?
    /// An adversary as the scenario has it.
    public init(name: String) { self.name = name }

    /// The name of the scenario's adversary that it is like.
    public var profileName: String { profile.isEmpty ? name : profile }
}

/// What a measure costs in a study, instead of what the scenario says.
public struct StudyCost: Sendable, Equatable {
    /// Key of the measure.
    public var measure: String
    /// Cost per year, whole currency units.
    public var cost: UncertainNumber
    /// A cost.
    public init(measure: String, cost: UncertainNumber) {
        self.measure = measure
        self.cost = cost
    }
}

/// A study as its file says: which adversaries, which measures, how they are compared, how far it goes.
public struct StudyDescription: Sendable, Equatable {
    /// Short name.
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// What it is to find out.
    public var description = LocalizedText()
    /// Short name of a shipped scenario, or a file beside the study's.
    public var scenario: String
    /// Decides every draw.
    public var seed: UInt64 = 1
    /// Who attacks; empty: all of the scenario.
    public var adversaries: [StudyAdversary] = []
    /// Measures that are compared; empty: all of the scenario.
    public var measures: [String] = []
    /// Playbooks that are compared with the base's.
    public var playbooks: [String] = []
    /// Measures that are in force in every arm.
    public var baseMeasures: [String] = []
    /// Who defends where no other playbook is compared.
    public var basePlaybook = "standard"
    /// Costs that differ from the scenario's.
    public var costs: [StudyCost] = []
    /// Which combinations are compared.
    public var design = StudyDesign.oneAtATime
    /// How far it goes.
    public var extent = StudyExtent.runs(20_000)
    /// What measures may cost together in a year, whole currency units.
    public var budget: Int64?
    /// What the best set is best at.
    public var objective = StudyObjective.avoidedLoss
    /// How often the uncertain numbers are drawn.
    public var draws = 128
    /// Whether uncertain numbers are drawn at all rather than taken as likely.
    public var drawsNumbers = true

    /// An empty study of a scenario.
    public init(name: String, scenario: String) {
        self.name = name
        self.scenario = scenario
    }
}
