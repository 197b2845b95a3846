import GRDB
import Scenario

extension Ground {
    /// Adds a team, in any phase but closed. Its number is the next one of the exercise.
    /// - Throws: `notFound`, `invalid`, `limit`, `conflict` for a name that is taken or a closed exercise, `storage`.
    public func createTeam(
        exercise: Int64, name: String, track: Track = .human, by requester: Requester
    ) async throws(GroundError) -> Team {
        let name = try Texts.name(name, field: "name")
        return try await database.write { [now = database.now] database in
            let team = try TeamTable.add(exercise: exercise, name: name, track: track, in: database)
            try AuditTable.add(
                "team.created", subject: "team/\(team.id)", detail: "exercise/\(exercise) \(name)", by: requester,
                at: now(), in: database)
            return team
        }
    }

    /// Gives a team another name or track.
    /// - Throws: `notFound`, `invalid`, `conflict` for a name that is taken, `storage`.
    public func updateTeam(
        _ id: Int64, name: String? = nil, track: Track? = nil, by requester: Requester
    ) async throws(GroundError) -> Team {
        var newName: String?
        if let name { newName = try Texts.name(name, field: "name") }
        return try await database.write { [now = database.now, newName] database in
            let team = try TeamTable.fetch(id, in: database)
            let name = newName ?? team.name
            try TeamTable.checkFree(name, exercise: team.exercise, except: id, in: database)
            try database.execute(
                sql: "UPDATE teams SET name = ?, folded = ?, track = ? WHERE id = ?",
                arguments: [name, Texts.folded(name), (track ?? team.track).rawValue, id])
            try AuditTable.add(
                "team.changed", subject: "team/\(id)", detail: name, by: requester, at: now(), in: database)
            return try TeamTable.fetch(id, in: database)
        }
    }

    /// Removes a team from an exercise that has not begun.
    /// - Throws: `notFound`, `conflict` once it has begun, `storage`.
    public func removeTeam(_ id: Int64, by requester: Requester) async throws(GroundError) {
        defer { seatCache.forget() }
        try await database.write { [now = database.now] database in
            let team = try TeamTable.fetch(id, in: database)
            guard try ExerciseTable.fetch(team.exercise, in: database).phase == .draft else {
                throw GroundError(
                    .conflict,
                    LocalizedText(
                        vietnamese: "Diễn tập đã bắt đầu thì không bỏ đội được.",
                        english: "A team stays once the exercise has begun."))
            }
            try database.execute(sql: "DELETE FROM teams WHERE id = ?", arguments: [id])
            try AuditTable.add(
                "team.removed", subject: "team/\(id)", detail: team.name, by: requester, at: now(), in: database)
        }
    }

    /// The teams of an exercise, by number.
    /// - Throws: `storage`.
    public func teams(exercise: Int64) async throws(GroundError) -> [Team] {
        try await database.read { database in
            try Row.fetchAll(
                database.cachedStatement(sql: "SELECT * FROM teams WHERE exercise = ? ORDER BY number"),
                arguments: [exercise]
            ).map(Team.init(row:))
        }
    }

    /// One team.
    /// - Throws: `notFound`, `storage`.
    public func team(_ id: Int64) async throws(GroundError) -> Team {
        try await database.read { try TeamTable.fetch(id, in: $0) }
    }
}
