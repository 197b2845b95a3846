import Foundation
import GRDB
import Kernel
import Scenario

extension Ground {
    /// Makes an exercise, as a draft. Its texts are kept with it.
    /// - Throws: `invalid` or `limit` for a name, settings or content that cannot be taken; `notFound` for an organisation
    ///   that is not there; `storage`.
    public func createExercise(_ new: NewExercise, by requester: Requester) async throws(GroundError) -> StoredExercise
    {
        let name = try Texts.name(new.name, field: "name")
        let scenario = try Texts.name(new.scenario, field: "scenario")
        let settings = try Texts.limited(new.settings, to: GroundLimits.settings, field: "settings")
        try new.content.check()
        return try await database.write { [now = database.now] database in
            let wallTime = now()
            _ = try OrganisationTable.fetch(new.organisation, in: database)
            try database.execute(
                sql: """
                    INSERT INTO exercises
                        (public_id, name, scenario, settings, phase, organisation, created_by, created)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    Secret.publicID(), name, scenario, settings, ExercisePhase.draft.rawValue, new.organisation,
                    requester.account, wallTime,
                ])
            let id = database.lastInsertedRowID
            try ExerciseTable.keep(new.content, exercise: id, in: database)
            try AuditTable.add(
                "exercise.created", subject: "exercise/\(id)", detail: name, by: requester, at: wallTime, in: database)
            return try ExerciseTable.fetch(id, in: database)
        }
    }

    /// One exercise.
    /// - Throws: `notFound`, `storage`.
    public func exercise(_ id: Int64) async throws(GroundError) -> StoredExercise {
        try await database.read { try ExerciseTable.fetch(id, in: $0) }
    }

    /// One exercise by what links call it.
    /// - Throws: `notFound`, `storage`.
    public func exercise(publicID: String) async throws(GroundError) -> StoredExercise {
        try await database.read { database in
            let statement = try database.cachedStatement(sql: "SELECT * FROM exercises WHERE public_id = ?")
            guard let row = try Row.fetchOne(statement, arguments: [publicID]) else { throw GroundError.noExercise }
            return try StoredExercise(row: row)
        }
    }

    /// Exercises, newest first.
    /// - Parameters:
    ///   - organisation: Only those of this organisation.
    ///   - account: Only those in which this account has a seat.
    ///   - phases: Only those that stand here.
    ///   - before: Only those of lower number, for the next page.
    ///   - limit: At most so many, and never more than 1,000.
    /// - Throws: `storage`.
    public func exercises(
        organisation: Int64? = nil, account: Int64? = nil, phases: [ExercisePhase] = ExercisePhase.allCases,
        before: Int64 = .max, limit: Int = 100
    ) async throws(GroundError) -> [StoredExercise] {
        try await database.read { database in
            var conditions = ["id < ?"]
            var arguments: StatementArguments = [before]
            if let organisation {
                conditions.append("organisation = ?")
                arguments += [organisation]
            }
            if let account {
                conditions.append("id IN (SELECT exercise FROM seats WHERE account = ?)")
                arguments += [account]
            }
            let marks = phases.map { _ in "?" }.joined(separator: ", ")
            conditions.append("phase IN (\(marks))")
            arguments += StatementArguments(phases.map(\.rawValue))
            arguments += [min(max(limit, 0), GroundLimits.page)]
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM exercises WHERE \(conditions.joined(separator: " AND ")) ORDER BY id DESC LIMIT ?
                    """,
                arguments: arguments
            ).map(StoredExercise.init(row:))
        }
    }

    /// What an exercise is played from.
    /// - Throws: `notFound`, `storage`.
    public func exerciseContent(_ id: Int64) async throws(GroundError) -> ExerciseContent {
        try await database.read { database in
            let files = try Row.fetchAll(
                database,
                sql: """
                    SELECT name, texts.text AS text FROM exercise_files JOIN texts ON texts.id = exercise_files.text
                    WHERE exercise = ? ORDER BY position
                    """,
                arguments: [id]
            ).map { EmbeddedText(name: $0["name"], text: $0["text"]) }
            guard let scenario = files.first else { throw GroundError.noExercise }
            return ExerciseContent(scenario: scenario, catalogue: Array(files.dropFirst()))
        }
    }

    /// Gives an exercise another name, at any time, or other settings, as long as it is a draft.
    /// - Throws: `notFound`, `conflict` for settings of an exercise that has begun, `invalid`, `limit`, `storage`.
    public func updateExercise(
        _ id: Int64, name: String? = nil, settings: String? = nil, by requester: Requester
    ) async throws(GroundError) -> StoredExercise {
        var newName: String?
        if let name { newName = try Texts.name(name, field: "name") }
        if let settings { _ = try Texts.limited(settings, to: GroundLimits.settings, field: "settings") }
        return try await database.write { [now = database.now, newName] database in
            let stored = try ExerciseTable.fetch(id, in: database)
            guard settings == nil || stored.phase == .draft else {
                throw GroundError(
                    .conflict,
                    LocalizedText(
                        vietnamese: "Diễn tập đã bắt đầu thì không đổi được thiết lập.",
                        english: "The settings of an exercise stay as they are once it has begun."),
                    field: "settings")
            }
            try database.execute(
                sql: "UPDATE exercises SET name = coalesce(?, name), settings = coalesce(?, settings) WHERE id = ?",
                arguments: [newName, settings, id])
            try AuditTable.add(
                "exercise.changed", subject: "exercise/\(id)", detail: newName ?? "", by: requester, at: now(),
                in: database)
            return try ExerciseTable.fetch(id, in: database)
        }
    }

    /// Deletes an exercise that does not run, with its teams, journals, activities and results.
    /// - Throws: `notFound`, `conflict` while it runs or is paused, `storage`.
    public func deleteExercise(_ id: Int64, by requester: Requester) async throws(GroundError) {
        defer { seatCache.forget() }
        try await database.write { [now = database.now] database in
            let stored = try ExerciseTable.fetch(id, in: database)
            guard stored.phase == .draft || stored.phase == .closed else {
                throw GroundError(
                    .conflict,
                    LocalizedText(
                        vietnamese: "Hãy kết thúc diễn tập trước khi xóa.",
                        english: "Close the exercise before you delete it."))
            }
            try database.execute(sql: "DELETE FROM exercises WHERE id = ?", arguments: [id])
            try ExerciseTable.dropUnusedTexts(in: database)
            try AuditTable.add(
                "exercise.deleted", subject: "exercise/\(id)", detail: stored.name, by: requester, at: now(),
                in: database)
        }
    }
}
