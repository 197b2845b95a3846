import Exercise
import Kernel
import LogSearch
import NetworkWorld

/// One team of a live exercise: its run, its log, and what listens to them.
struct LiveTeam {
    /// As it is stored.
    var team: Team
    /// What everything follows from.
    var exercise: TeamExercise
    /// What its sensors have written.
    var log: TeamLog
    /// Its armed rules, where there are any.
    var rules: RuleWatch?
    /// Truth that its rules have not read yet.
    var unread: [Event] = []
    /// Whether they read just now.
    var isReading = false
    /// What the scoreboard last said of it; nil when something has changed since.
    var standing: Standing?

    /// Lets time pass for run and log.
    ///
    /// - Returns: the truth that has happened, for rules that listen.
    mutating func advance(to time: Milliseconds) -> [Event] {
        exercise.advance(to: time)
        return follow()
    }

    /// Brings the log to where the run stands.
    mutating func follow() -> [Event] {
        let events = Array(exercise.drainEvents())
        log.advance(to: exercise.now, events: events)
        return events
    }
}

/// One row of the scoreboard.
public struct Standing: Sendable, Equatable {
    /// Team.
    public var team: Team
    /// What its own desk shows.
    public var score: DeskScore
    /// The whole of it, with what the run decides: for the direction, and for everybody once the exercise is closed.
    public var whole: TeamScore?

    /// The points by which teams are ranked.
    public func points(isClosed: Bool) -> Int64 { isClosed ? whole?.total ?? score.total : score.total }

    /// Standings best first; of equal ones the earlier team.
    static func ordered(_ standings: [Standing], isClosed: Bool) -> [Standing] {
        standings.sorted { first, second in
            let points = (first.points(isClosed: isClosed), second.points(isClosed: isClosed))
            return points.0 != points.1 ? points.0 > points.1 : first.team.number < second.team.number
        }
    }
}
