import GRDB
import Scenario

extension Ground {
    /// Saves a search for oneself, or for the whole team.
    /// - Throws: `invalid` or `limit` for name and query, `limit` where the team has too many, `notFound` for a team that is
    ///   not there, `storage`.
    public func saveSearch(
        team: Int64, account: Int64, name: String, query: String, shared: Bool
    ) async throws(GroundError) -> SavedSearch {
        let name = try Texts.name(name, field: "name")
        _ = try Texts.limited(query, to: GroundLimits.query, field: "query")
        return try await database.write { [now = database.now] database in
            _ = try TeamTable.fetch(team, in: database)
            let count = try Int.fetchOne(
                database, sql: "SELECT count(*) FROM saved_searches WHERE team = ?", arguments: [team])
            guard count ?? 0 < GroundLimits.savedSearches else {
                throw GroundError(
                    .limit,
                    LocalizedText(
                        vietnamese: "Đội đã lưu đủ \(GroundLimits.savedSearches) tìm kiếm. Hãy xóa bớt.",
                        english: "The team has saved \(GroundLimits.savedSearches) searches. Delete some first."))
            }
            try database.execute(
                sql: """
                    INSERT INTO saved_searches (team, account, name, query, shared, created) VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [team, account, name, query, shared, now()])
            return try Self.search(database.lastInsertedRowID, of: account, in: database)
        }
    }

    /// What an account sees of a team's saved searches: its own and the shared ones, by name.
    /// - Throws: `storage`.
    public func savedSearches(team: Int64, account: Int64) async throws(GroundError) -> [SavedSearch] {
        try await database.read { database in
            try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT * FROM saved_searches WHERE team = ? AND (shared OR account = ?) ORDER BY name, id
                        """),
                arguments: [team, account]
            ).map(SavedSearch.init(row:))
        }
    }

    /// Lets the team see one's own search, or no longer.
    /// - Throws: `notFound` where it is not there or somebody else's, `storage`.
    public func shareSearch(_ id: Int64, account: Int64, shared: Bool) async throws(GroundError) -> SavedSearch {
        try await database.write { database in
            _ = try Self.search(id, of: account, in: database)
            try database.execute(
                sql: "UPDATE saved_searches SET shared = ? WHERE id = ?", arguments: [shared, id])
            return try Self.search(id, of: account, in: database)
        }
    }

    /// Deletes one's own search.
    /// - Throws: `notFound` where it is not there or somebody else's, `storage`.
    public func deleteSearch(_ id: Int64, account: Int64) async throws(GroundError) {
        try await database.write { database in
            _ = try Self.search(id, of: account, in: database)
            try database.execute(sql: "DELETE FROM saved_searches WHERE id = ?", arguments: [id])
        }
    }

    private static func search(_ id: Int64, of account: Int64, in database: Database) throws -> SavedSearch {
        let row = try Row.fetchOne(
            database, sql: "SELECT * FROM saved_searches WHERE id = ? AND account = ?", arguments: [id, account])
        guard let row else {
            throw GroundError(
                .notFound,
                LocalizedText(vietnamese: "Không có tìm kiếm này.", english: "There is no such saved search."))
        }
        return SavedSearch(row: row)
    }
}

extension SavedSearch {
    init(row: Row) {
        self.init(
            id: row["id"], team: row["team"], account: row["account"], name: row["name"], query: row["query"],
            shared: row["shared"], created: row["created"])
    }
}
