import GRDB
import Kernel

extension Ground {
    /// A team's lines in order; with `after` only those of higher number.
    public func lines(team: Int64, after number: Int = -1) -> KeptLines {
        KeptLines(database: database, selection: .team(team), after: Int64(number))
    }

    /// The lines that concern an exercise as a whole, in order; with `after` only those of higher number.
    public func lines(ofExerciseItself exercise: Int64, after number: Int = -1) -> KeptLines {
        KeptLines(database: database, selection: .exerciseItself(exercise), after: Int64(number))
    }

    /// All lines of an exercise and its teams, in the order in which they were acknowledged; with `after` only those behind
    /// that position.
    public func lines(exercise: Int64, after position: Int64 = 0) -> KeptLines {
        KeptLines(database: database, selection: .everythingOf(exercise), after: position)
    }

    /// The exercise time of the last line of an exercise, its teams' included; 0 where there is none.
    /// - Throws: `storage`.
    public func lastTime(exercise: Int64) async throws(GroundError) -> Milliseconds {
        try await database.read { database in
            try Milliseconds.fetchOne(
                database, sql: "SELECT max(time) FROM journal WHERE exercise = ?", arguments: [exercise]) ?? 0
        }
    }

    /// How many lines an exercise has, its teams' included.
    /// - Throws: `storage`.
    public func lineCount(exercise: Int64) async throws(GroundError) -> Int {
        try await database.read { database in
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM journal WHERE exercise = ?", arguments: [exercise]) ?? 0
        }
    }
}
