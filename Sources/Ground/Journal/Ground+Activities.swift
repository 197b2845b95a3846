import GRDB

extension Ground {
    /// Activities of an exercise in the order of the log, also those that have only just been noted.
    /// - Parameters:
    ///   - team: Only those of this team.
    ///   - account: Only those of this account.
    ///   - after: Only those with a higher number, for the next page.
    ///   - limit: At most so many, and never more than 1,000.
    /// - Throws: `storage`.
    public func activities(
        exercise: Int64, team: Int64? = nil, account: Int64? = nil, after: Int64 = 0, limit: Int = GroundLimits.page
    ) async throws(GroundError) -> [KeptActivity] {
        try await activity.flush()
        return try await database.read { database in
            try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT * FROM activities
                        WHERE exercise = ?1 AND (?2 IS NULL OR team = ?2) AND (?3 IS NULL OR account = ?3) AND id > ?4
                        ORDER BY id LIMIT ?5
                        """),
                arguments: [exercise, team, account, after, min(max(limit, 0), GroundLimits.page)]
            ).map(KeptActivity.init(row:))
        }
    }

    /// The latest activities of a team, newest first, also those that have only just been noted.
    /// - Parameter limit: At most so many, and never more than 1,000.
    /// - Throws: `storage`.
    public func latestActivities(
        exercise: Int64, team: Int64, limit: Int = GroundLimits.page
    ) async throws(GroundError) -> [KeptActivity] {
        try await activity.flush()
        return try await database.read { database in
            try Row.fetchAll(
                database.cachedStatement(
                    sql: "SELECT * FROM activities WHERE exercise = ? AND team = ? ORDER BY id DESC LIMIT ?"),
                arguments: [exercise, team, min(max(limit, 0), GroundLimits.page)]
            ).map(KeptActivity.init(row:))
        }
    }
}

extension KeptActivity {
    init(row: Row) {
        self.init(
            id: row["id"],
            activity: Activity(
                exercise: row["exercise"], team: row["team"], account: row["account"], time: row["time"],
                kind: row["kind"], text: row["text"]),
            wallTime: row["wall_time"])
    }
}
