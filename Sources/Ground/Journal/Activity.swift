import Kernel

/// Something that somebody looked at or searched for; it changes no run, but the review tells it.
public struct Activity: Sendable, Equatable {
    /// The exercise.
    public var exercise: Int64
    /// The team.
    public var team: Int64
    /// Who.
    public var account: Int64
    /// Exercise time.
    public var time: Milliseconds
    /// What kind: a word such as `search`, `view`, `download`.
    public var kind: String
    /// What: the query, or what was looked at.
    public var text: String

    /// An activity of a team's member.
    public init(exercise: Int64, team: Int64, account: Int64, time: Milliseconds, kind: String, text: String) {
        self.exercise = exercise
        self.team = team
        self.account = account
        self.time = time
        self.kind = kind
        self.text = text
    }
}

/// An activity as it was kept.
public struct KeptActivity: Sendable, Equatable, Identifiable {
    /// Its place in the log.
    public var id: Int64
    /// The activity.
    public var activity: Activity
    /// When it happened, in milliseconds since 1970.
    public var wallTime: Int64
}
