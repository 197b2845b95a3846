import Kernel
import NetworkWorld

/// Teams side by side, each beside nobody and the standard playbook on its own seeds.
public struct ReviewComparison: Sendable, Equatable {
    /// The teams, in the order given.
    public var teams: [TeamLine]

    /// Teams side by side.
    public init(teams: [TeamLine]) { self.teams = teams }
}

/// How a team closed one alert.
public struct ClosedAlert: Sendable, Equatable {
    /// Number in the order of delivery, from 1.
    public var number: Int
    /// Closed as true rather than as false.
    public var isTrue: Bool

    /// An alert that was closed.
    public init(number: Int, isTrue: Bool) {
        self.number = number
        self.isTrue = isTrue
    }
}

/// How well a team told attack from noise. Alerts of detectors outside the run are not counted: what they speak of stands in
/// the records that they read.
public struct TriageFigures: Sendable, Equatable {
    /// Alerts that speak of the attack.
    public var attacks = 0
    /// Alerts closed as true.
    public var closedTrue = 0
    /// Those of them that speak of the attack.
    public var rightlyTrue = 0
    /// Alerts closed as false.
    public var closedFalse = 0
    /// Those of them that do not.
    public var rightlyFalse = 0

    /// Share of the alerts closed as true that were; nil where none was.
    public var precision: Double? { closedTrue > 0 ? Double(rightlyTrue) / Double(closedTrue) : nil }
    /// Share of the attack's alerts that were closed as true; nil where there was none.
    public var recall: Double? { attacks > 0 ? Double(rightlyTrue) / Double(attacks) : nil }
}

/// One team's line of a comparison.
public struct TeamLine: Sendable, Equatable {
    /// The team's name.
    public var name: String
    /// Up to when it was counted, for the team as for those it is compared with.
    public var end: Milliseconds
    /// What its run came to.
    public var outcome: Outcome
    /// Minutes from the adversary's first access to the team's first action after it; nil where there was none of either.
    public var minutesToAct: Int64?
    /// Actions that were accepted.
    public var actionCount: Int
    /// How it judged its alerts.
    public var triage: TriageFigures
    /// What the same seeds come to if nobody defends.
    public var nobody: Outcome
    /// What they come to if the standard playbook does.
    public var standard: Outcome
}
