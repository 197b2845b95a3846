/// People who work on one run together.
public struct Team: Sendable, Equatable, Identifiable {
    /// Its number among all teams.
    public var id: Int64
    /// The exercise that it belongs to.
    public var exercise: Int64
    /// Its number within the exercise, from 1; never given twice.
    public var number: Int
    /// What people call it; unique within the exercise.
    public var name: String
    /// Who thinks in it.
    public var track: Track
}

/// One account's place in a team.
public struct Seat: Sendable, Equatable {
    /// The exercise.
    public var exercise: Int64
    /// The team.
    public var team: Int64
    /// The account; in one exercise it has one seat at most.
    public var account: Int64
    /// What it does in the team, in its own words; may be empty.
    public var duty: String
}
