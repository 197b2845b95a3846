import GRDB

/// What is kept of an exercise once it is over, whatever later versions of the rules would make of its journals.
public enum ResultKind: String, Sendable, CaseIterable {
    /// Scores and losses of every team.
    case outcome
    /// The review, with the value of each decision.
    case review
}

extension Ground {
    /// Keeps a result, as JSON; one of the same kind is replaced.
    /// - Throws: `notFound`, `limit`, `storage`.
    public func keepResult(_ kind: ResultKind, of exercise: Int64, json: String) async throws(GroundError) {
        _ = try Texts.limited(json, to: GroundLimits.result, field: kind.rawValue)
        try await database.write { [now = database.now] database in
            _ = try ExerciseTable.fetch(exercise, in: database)
            try database.execute(
                sql: "INSERT OR REPLACE INTO exercise_results (exercise, kind, json, created) VALUES (?, ?, ?, ?)",
                arguments: [exercise, kind.rawValue, json, now()])
        }
    }

    /// A result that was kept; nil where there is none yet.
    /// - Throws: `storage`.
    public func result(_ kind: ResultKind, of exercise: Int64) async throws(GroundError) -> String? {
        try await database.read { database in
            try String.fetchOne(
                database, sql: "SELECT json FROM exercise_results WHERE exercise = ? AND kind = ?",
                arguments: [exercise, kind.rawValue])
        }
    }
}
