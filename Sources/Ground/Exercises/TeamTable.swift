import GRDB
import Scenario

/// Rows of teams and seats.
enum TeamTable {
    /// One team.
    static func fetch(_ id: Int64, in database: Database) throws -> Team {
        let statement = try database.cachedStatement(sql: "SELECT * FROM teams WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [id]) else { throw GroundError.noTeam }
        return try Team(row: row)
    }

    /// Adds a team with the next number. The name has been looked at.
    static func add(exercise: Int64, name: String, track: Track, in database: Database) throws -> Team {
        let stored = try ExerciseTable.fetch(exercise, in: database)
        guard stored.phase != .closed else { throw GroundError.exerciseClosed }
        let count = try Int.fetchOne(
            database, sql: "SELECT count(*) FROM teams WHERE exercise = ?", arguments: [exercise])
        guard count ?? 0 < GroundLimits.teams else {
            throw GroundError(
                .limit,
                LocalizedText(
                    vietnamese: "Một cuộc diễn tập có tối đa \(GroundLimits.teams) đội.",
                    english: "An exercise has at most \(GroundLimits.teams) teams."))
        }
        try checkFree(name, exercise: exercise, except: nil, in: database)
        try database.execute(
            sql: "UPDATE exercises SET last_team = last_team + 1 WHERE id = ?", arguments: [exercise])
        try database.execute(
            sql: """
                INSERT INTO teams (exercise, number, name, folded, track)
                VALUES (?1, (SELECT last_team FROM exercises WHERE id = ?1), ?2, ?3, ?4)
                """,
            arguments: [exercise, name, Texts.folded(name), track.rawValue])
        return try fetch(database.lastInsertedRowID, in: database)
    }

    /// Refuses a name that another team of the exercise has.
    static func checkFree(_ name: String, exercise: Int64, except team: Int64?, in database: Database) throws {
        let other = try Int64.fetchOne(
            database, sql: "SELECT id FROM teams WHERE exercise = ? AND folded = ?",
            arguments: [exercise, Texts.folded(name)])
        guard other == nil || other == team else {
            throw GroundError(
                .conflict,
                LocalizedText(
                    vietnamese: "Đã có đội tên “\(name)” trong cuộc diễn tập này.",
                    english: "This exercise has a team “\(name)” already."),
                field: "name")
        }
    }

    /// An account's seat in an exercise.
    static func seat(exercise: Int64, account: Int64, in database: Database) throws -> Seat? {
        let statement = try database.cachedStatement(sql: "SELECT * FROM seats WHERE exercise = ? AND account = ?")
        return try Row.fetchOne(statement, arguments: [exercise, account]).map(Seat.init(row:))
    }

    /// Gives an account a seat, another duty in it, or before the start a seat in another team.
    static func takeSeat(team id: Int64, account: Int64, duty: String, in database: Database) throws -> Seat {
        let team = try fetch(id, in: database)
        let stored = try ExerciseTable.fetch(team.exercise, in: database)
        guard stored.phase != .closed else { throw GroundError.exerciseClosed }
        let present = try seat(exercise: team.exercise, account: account, in: database)
        if let present, present.team != id, stored.phase != .draft {
            throw GroundError(
                .conflict,
                LocalizedText(
                    vietnamese: "Tài khoản này đã ở một đội khác của cuộc diễn tập, và diễn tập đã bắt đầu.",
                    english: "This account sits in another team, and the exercise has begun."),
                field: "team")
        }
        if present?.team != id {
            let count = try Int.fetchOne(
                database, sql: "SELECT count(*) FROM seats WHERE exercise = ? AND team = ?",
                arguments: [team.exercise, id])
            guard count ?? 0 < GroundLimits.seatsOfTeam else {
                throw GroundError(
                    .limit,
                    LocalizedText(
                        vietnamese: "Đội đã đủ \(GroundLimits.seatsOfTeam) chỗ.",
                        english: "The team has all of its \(GroundLimits.seatsOfTeam) seats taken."))
            }
        }
        try database.execute(
            sql: "INSERT OR REPLACE INTO seats (exercise, account, team, duty) VALUES (?, ?, ?, ?)",
            arguments: [team.exercise, account, id, duty])
        return Seat(exercise: team.exercise, team: id, account: account, duty: duty)
    }
}

extension Team {
    init(row: Row) throws {
        let track: String = row["track"]
        guard let track = Track(rawValue: track) else { throw GroundError(unknown: track, in: "teams") }
        self.init(
            id: row["id"], exercise: row["exercise"], number: row["number"], name: row["name"], track: track)
    }
}

extension Seat {
    init(row: Row) {
        self.init(exercise: row["exercise"], team: row["team"], account: row["account"], duty: row["duty"])
    }
}

extension GroundError {
    /// No such team, or not for whoever asks.
    static let noTeam = GroundError(
        .notFound, LocalizedText(vietnamese: "Không có đội này.", english: "There is no such team."), field: "team")
    /// The exercise is over.
    static let exerciseClosed = GroundError(
        .conflict, LocalizedText(vietnamese: "Diễn tập đã kết thúc.", english: "The exercise is closed."))
}
