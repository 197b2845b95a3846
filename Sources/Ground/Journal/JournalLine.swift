import Kernel

/// One input to be kept: of a team, or of the exercise as a whole.
public struct JournalLine: Sendable, Equatable {
    /// The exercise.
    public var exercise: Int64
    /// The team; nil for inputs that concern the exercise: start, pause, more time, close, freeze.
    public var team: Int64?
    /// Its place in its stream (a team's lines, or the exercise's own), from 1 without gaps.
    public var number: Int
    /// Exercise time.
    public var time: Milliseconds
    /// Who gave it; nil for the system.
    public var account: Int64?
    /// The input, as one line of JSON.
    public var json: String
    /// Where the exercise stands from here on, written together with the line; only on lines of the exercise itself.
    public var phase: ExercisePhase?

    /// A line for a journal.
    public init(
        exercise: Int64, team: Int64?, number: Int, time: Milliseconds, account: Int64?, json: String,
        phase: ExercisePhase? = nil
    ) {
        self.exercise = exercise
        self.team = team
        self.number = number
        self.time = time
        self.account = account
        self.json = json
        self.phase = phase
    }
}

/// A line as it was kept.
public struct KeptLine: Sendable, Equatable {
    /// Its place in the order of everything that was ever acknowledged.
    public var position: Int64
    /// The line; `phase` is nil.
    public var line: JournalLine
    /// When it was kept, in milliseconds since 1970.
    public var wallTime: Int64
}
