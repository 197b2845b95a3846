import GRDB

/// Lines of a journal in order, read a page at a time, so that a long journal needs little memory.
///
/// Each page is read from its own snapshot: lines that are added meanwhile come at the end.
public struct KeptLines: AsyncSequence, Sendable {
    /// What it holds.
    public typealias Element = KeptLine
    /// How reading may fail.
    public typealias Failure = GroundError

    /// Which lines.
    enum Selection: Sendable {
        case team(Int64)
        case exerciseItself(Int64)
        case everythingOf(Int64)

        var sql: String {
            switch self {
            case .team: "SELECT * FROM journal WHERE team = ? AND number > ? ORDER BY number LIMIT ?"
            case .exerciseItself:
                "SELECT * FROM journal WHERE exercise = ? AND team IS NULL AND number > ? ORDER BY number LIMIT ?"
            case .everythingOf: "SELECT * FROM journal WHERE exercise = ? AND position > ? ORDER BY position LIMIT ?"
            }
        }

        var id: Int64 {
            switch self {
            case .team(let id), .exerciseItself(let id), .everythingOf(let id): id
            }
        }

        /// What the next page goes on from after this line.
        func mark(of kept: KeptLine) -> Int64 {
            if case .everythingOf = self { kept.position } else { Int64(kept.line.number) }
        }
    }

    let database: GroundDatabase
    let selection: Selection
    let after: Int64

    /// Starts at the beginning.
    public func makeAsyncIterator() -> Iterator {
        Iterator(database: database, selection: selection, after: after)
    }

    /// Goes through the lines.
    public struct Iterator: AsyncIteratorProtocol {
        let database: GroundDatabase
        let selection: Selection
        var after: Int64
        var page: ArraySlice<KeptLine> = []
        var isLast = false

        /// Lines of one page: with the longest lines it takes 32 MiB.
        private static let size = 256

        init(database: GroundDatabase, selection: Selection, after: Int64) {
            self.database = database
            self.selection = selection
            self.after = after
        }

        /// The next line; nil at the end.
        /// - Throws: `storage` where reading fails.
        public mutating func next() async throws(GroundError) -> KeptLine? {
            if page.isEmpty && !isLast {
                let (selection, after) = (selection, after)
                let lines = try await database.read { database in
                    try Row.fetchAll(
                        database.cachedStatement(sql: selection.sql), arguments: [selection.id, after, Self.size]
                    ).map(KeptLine.init(row:))
                }
                page = lines[...]
                isLast = lines.count < Self.size
                if let end = lines.last { self.after = selection.mark(of: end) }
            }
            return page.popFirst()
        }
    }
}

extension KeptLine {
    init(row: Row) {
        self.init(
            position: row["position"],
            line: JournalLine(
                exercise: row["exercise"], team: row["team"], number: row["number"], time: row["time"],
                account: row["account"], json: row["json"]),
            wallTime: row["wall_time"])
    }
}
