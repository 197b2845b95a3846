import Kernel
import NetworkWorld
import Scenario

/// What an instructor chooses for an exercise when it is made. Nothing in it changes while the exercise runs.
public struct ExerciseSettings: Sendable, Equatable {
    /// How exercise time follows real time.
    public enum Pace: Sendable, Equatable {
        /// So many exercise seconds in a real second: 1 to 600.
        case factor(Int)
        /// Time stands still until somebody steps it on by so much: a second to a day.
        case turns(Milliseconds)
    }

    /// Who shares a run.
    public enum Grouping: String, Sendable, CaseIterable {
        /// A team works on one run together.
        case team
        /// Everybody works on a run of their own.
        case alone
    }

    /// Whether teams meet the same day.
    public enum Variant: String, Sendable, CaseIterable {
        /// All teams meet the same facts and the same chances, so that they can be compared.
        case shared
        /// Each team meets its own, so that nobody can hand on answers.
        case perTeam = "per-team"
    }

    /// The adversary's name; nil means the scenario's first.
    public var adversary: String?
    /// Names of measures in force.
    public var measures: [String] = []
    /// What decides facts and chances.
    public var seed: UInt64 = 1
    /// Whether teams meet the same day.
    public var variant = Variant.shared
    /// How exercise time follows real time.
    public var pace = Pace.factor(60)
    /// Who shares a run.
    public var grouping = Grouping.team
    /// Length instead of the scenario's, in exercise milliseconds: a minute to thirty days.
    public var duration: Milliseconds?
    /// Days of records before the start that can be searched, 0 to 14; nil means the scenario's own, and five where it has
    /// none, so that a Monday can be compared with other days of work than a weekend.
    public var historyDays: Int?
    /// Whether hints can be bought.
    public var hintsAllowed = true
    /// Whether participants see the scoreboard while the exercise runs.
    public var scoreboardVisible = true

    /// A shared exercise of the scenario as it is, a minute a second.
    public init() {}

    /// The options to compile the scenario with: nobody acts by themselves, and a team shares its knowledge.
    public func runOptions() -> RunOptions {
        var options = RunOptions()
        options.adversary = adversary
        options.measures = measures
        return options
    }

    /// The seeds of a team by its number in the exercise.
    public func seeds(team: Int) -> Seeds {
        switch variant {
        case .shared: return Seeds(seed)
        case .perTeam:
            let path = StableHash.combine(seed, UInt64(truncatingIfNeeded: team))
            return Seeds(world: StableHash.combine(path, 1), future: StableHash.combine(path, 2))
        }
    }

    /// How long the exercise is planned to last.
    public func duration(of program: Program) -> Milliseconds { duration ?? program.duration }

    /// How many days of records there are before the start.
    public func historyDays(of simulation: Simulation) -> Int {
        historyDays ?? (simulation.historyDays > 0 ? simulation.historyDays : 5)
    }
}
