import GRDB
import Synchronization

/// The last number of each stream that was written to, so that the database is not asked for every line.
final class StreamNumbers: Sendable {
    /// A team's lines, or with no team the exercise's own.
    struct Stream: Hashable {
        var exercise: Int64
        var team: Int64?
    }

    private let last = Mutex([Stream: Int]())

    /// Most streams that are remembered; the database knows the others.
    private static let capacity = 100_000

    /// The last number of a stream; 0 where it has no line yet.
    func last(of stream: Stream, in database: Database) throws -> Int {
        if let number = last.withLock({ $0[stream] }) { return number }
        let number: Int?
        if let team = stream.team {
            number = try Int.fetchOne(
                database.cachedStatement(sql: "SELECT max(number) FROM journal WHERE team = ?"), arguments: [team])
        } else {
            number = try Int.fetchOne(
                database.cachedStatement(sql: "SELECT max(number) FROM journal WHERE exercise = ? AND team IS NULL"),
                arguments: [stream.exercise])
        }
        return number ?? 0
    }

    /// Notes a line that was written.
    func note(_ number: Int, of stream: Stream) {
        last.withLock { last in
            if last.count >= Self.capacity { last.removeAll() }
            last[stream] = number
        }
    }

    /// Forgets what lines said that were undone.
    func forget(_ lines: [JournalLine]) {
        last.withLock { last in
            for line in lines { last[Stream(exercise: line.exercise, team: line.team)] = nil }
        }
    }

    /// Forgets everything, after a transaction was lost.
    func forgetAll() { last.withLock { $0.removeAll() } }
}
