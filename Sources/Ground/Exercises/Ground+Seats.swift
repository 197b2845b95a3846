import GRDB

extension Ground {
    /// Gives an account a seat in a team, or another duty in the seat that it has. Before the exercise begins, an account
    /// can also move to another team.
    /// - Throws: `notFound` for a team or account that is not there, `conflict` where the account sits in another team of
    ///   an exercise that has begun or the exercise is closed, `limit` where the team is full, `storage`.
    public func takeSeat(
        team: Int64, account: Int64, duty: String = "", by requester: Requester
    ) async throws(GroundError) -> Seat {
        _ = try Texts.limited(duty, to: GroundLimits.name, field: "duty")
        defer { seatCache.forget() }
        return try await database.write { [now = database.now] database in
            _ = try AccountTable.fetch(account, in: database)
            let seat = try TeamTable.takeSeat(team: team, account: account, duty: duty, in: database)
            try AuditTable.add(
                "seat.taken", subject: "account/\(account)", detail: "team/\(team)", by: requester, at: now(),
                in: database)
            return seat
        }
    }

    /// Takes an account's seat away. What it did stays in the journal.
    /// - Throws: `notFound` where it has none, `storage`.
    public func leaveSeat(exercise: Int64, account: Int64, by requester: Requester) async throws(GroundError) {
        defer { seatCache.forget() }
        try await database.write { [now = database.now] database in
            guard let seat = try TeamTable.seat(exercise: exercise, account: account, in: database) else {
                throw GroundError.noTeam
            }
            try database.execute(
                sql: "DELETE FROM seats WHERE exercise = ? AND account = ?", arguments: [exercise, account])
            try AuditTable.add(
                "seat.left", subject: "account/\(account)", detail: "team/\(seat.team)", by: requester, at: now(),
                in: database)
        }
    }

    /// An account's seat in an exercise; nil where it has none. Usually costs a look into memory.
    /// - Throws: `storage`.
    public func seat(exercise: Int64, account: Int64) async throws(GroundError) -> Seat? {
        if let known = seatCache.seat(exercise: exercise, account: account) { return known }
        let generation = seatCache.generation
        let seat = try await database.read { try TeamTable.seat(exercise: exercise, account: account, in: $0) }
        seatCache.remember(seat, exercise: exercise, account: account, generation: generation)
        return seat
    }

    /// The seats of an exercise, by team and account.
    /// - Throws: `storage`.
    public func seats(exercise: Int64) async throws(GroundError) -> [Seat] {
        try await database.read { database in
            try Row.fetchAll(
                database.cachedStatement(sql: "SELECT * FROM seats WHERE exercise = ? ORDER BY team, account"),
                arguments: [exercise]
            ).map(Seat.init(row:))
        }
    }

    /// The seats of a team, by account.
    /// - Throws: `storage`.
    public func seats(team: Int64) async throws(GroundError) -> [Seat] {
        try await database.read { database in
            try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT seats.* FROM teams JOIN seats ON seats.exercise = teams.exercise AND seats.team = teams.id
                        WHERE teams.id = ? ORDER BY account
                        """),
                arguments: [team]
            ).map(Seat.init(row:))
        }
    }
}
