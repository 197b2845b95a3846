import Exercise
import Foundation
import NetworkWorld

/// What one exercise came to.
struct Played: Sendable {
    var outcome: Outcome
    var points: Int64

    /// The result of an exercise, which is let run to its planned end first.
    init(_ exercise: TeamExercise) {
        var exercise = exercise
        exercise.close(at: exercise.settings.duration(of: exercise.program))
        outcome = exercise.outcome
        points = exercise.score().total
    }

    /// The goal was not reached, and red has no access at the end.
    var isContained: Bool { outcome.contained != nil && !outcome.goalReached }

    /// A letter: contained, goal reached, or neither.
    var mark: String { isContained ? "c" : outcome.goalReached ? "G" : "-" }
}

/// Results of many exercises as a row of a table.
enum PlayersTable {
    static let header = """
        | seat | contained | goal reached | minutes to contain, median | loss, median, millions | hosts isolated in error, mean | points, mean |
        |---|--:|--:|--:|--:|--:|--:|
        """

    static let eachHeader = """
        | seed | seat | end | minutes to contain | loss, millions | hosts compromised | hosts isolated in error | points |
        |--:|---|---|--:|--:|--:|--:|--:|
        """

    /// One exercise of one seat.
    static func eachRow(_ seed: UInt64, _ name: String, _ played: Played) -> String {
        let outcome = played.outcome
        let cells = [
            String(seed), name, played.mark, played.isContained ? String(outcome.minutesToContain ?? 0) : "–",
            String(outcome.totalLoss / 1_000_000), String(outcome.hostsCompromised), String(outcome.falseIsolations),
            String(played.points),
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    static func row(_ name: String, _ played: [Played]) -> String {
        let count = max(played.count, 1)
        func share(_ part: Int) -> String { "\(part * 100 / count) %" }
        let minutes = played.filter(\.isContained).compactMap(\.outcome.minutesToContain).sorted()
        let losses = played.map(\.outcome.totalLoss).sorted()
        let isolations = Double(played.reduce(0) { $0 + $1.outcome.falseIsolations }) / Double(count)
        let points = Double(played.reduce(0) { $0 + $1.points }) / Double(count)
        let cells = [
            name, share(played.count(where: \.isContained)), share(played.count(where: \.outcome.goalReached)),
            minutes.isEmpty ? "–" : String(minutes[minutes.count / 2]),
            losses.isEmpty ? "–" : String(losses[losses.count / 2] / 1_000_000), String(format: "%.1f", isolations),
            String(format: "%.0f", points),
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }
}
