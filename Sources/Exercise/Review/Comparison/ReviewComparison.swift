import Kernel
import NetworkWorld

/// Teams side by side, each beside nobody and the standard playbook on its own seeds.
public struct ReviewComparison: Sendable, Equatable {
    /// The teams, in the order given.
    public var teams: [TeamLine]

    /// Teams side by side.
    public init(teams: [TeamLine]) { self.teams = teams }
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
    /// How it told true alerts from false ones; nil where only the journal of the run is known, which does not say.
    public var triage: TriageScore?
    /// What the same seeds come to if nobody defends.
    public var nobody: Outcome
    /// What they come to if the standard playbook does.
    public var standard: Outcome
}
