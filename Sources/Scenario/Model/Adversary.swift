/// What an adversary wants.
public enum AdversaryGoal: String, Sendable, CaseIterable {
    /// Take the records of an asset away.
    case steal
    /// Encrypt a share of the hosts.
    case encrypt
    /// Disturb a physical process.
    case sabotage
}

/// A red profile.
public struct Adversary: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// What it is like.
    public var description = LocalizedText()
    /// What it wants.
    public var goal: AdversaryGoal
    /// The asset (steal) or process (sabotage) it wants it of; empty for encrypt.
    public var target = ""
    /// Encrypt: share of all hosts; sabotage: share of the process (parts of 2³²).
    public var goalShare: Int64 = 1 << 31
    /// Skill, parts of 2³²: how often the better choice is seen and how chances shift (half is neutral).
    public var skill: Int64 = 1 << 31
    /// Stealth, parts of 2³²: how much it avoids loud techniques.
    public var stealth: Int64 = 1 << 31
    /// Time between two actions.
    public var tempoMilliseconds = UncertainNumber(300_000)
    /// When it begins.
    public var startMilliseconds = UncertainNumber(600_000)
    /// Technique ids it has; empty means all of the catalogue.
    public var techniques: [String] = []
    /// Attempts per year, in thousandths.
    public var attemptsPerYear = UncertainNumber(1_000)
    /// An adversary.
    public init(name: String, goal: AdversaryGoal) {
        self.name = name
        self.goal = goal
    }
}
