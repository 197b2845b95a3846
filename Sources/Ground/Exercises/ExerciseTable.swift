import Crypto
import Foundation
import GRDB
import Kernel
import Scenario

/// Rows of exercises and the texts that they are played from.
enum ExerciseTable {
    /// One exercise.
    static func fetch(_ id: Int64, in database: Database) throws -> StoredExercise {
        let statement = try database.cachedStatement(sql: "SELECT * FROM exercises WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [id]) else { throw GroundError.noExercise }
        return try StoredExercise(row: row)
    }

    /// Lets an exercise stand elsewhere from now on.
    static func enter(_ phase: ExercisePhase, exercise: Int64, at wallTime: Int64, in database: Database) throws {
        let stored = try fetch(exercise, in: database)
        guard stored.phase.mayBecome(phase) else {
            throw GroundError(
                .conflict,
                LocalizedText(
                    vietnamese: "Diễn tập đang ở trạng thái không cho phép việc này.",
                    english: "An exercise that is \(stored.phase.rawValue) cannot become \(phase.rawValue)."),
                field: "phase")
        }
        let statement = try database.cachedStatement(
            sql: """
                UPDATE exercises SET phase = ?1,
                    started = CASE WHEN ?1 = 'running' THEN coalesce(started, ?2) ELSE started END,
                    closed = CASE WHEN ?1 = 'closed' THEN coalesce(closed, ?2) ELSE closed END
                WHERE id = ?3
                """)
        try statement.execute(arguments: [phase.rawValue, wallTime, exercise])
    }

    /// Keeps the texts, each once however many exercises are played from it.
    static func keep(_ content: ExerciseContent, exercise: Int64, in database: Database) throws {
        for (position, file) in ([content.scenario] + content.catalogue).enumerated() {
            let hash = Data(SHA256.hash(data: Data(file.text.utf8)))
            try database.execute(
                sql: "INSERT INTO texts (hash, text) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING",
                arguments: [hash, file.text])
            try database.execute(
                sql: """
                    INSERT INTO exercise_files (exercise, position, name, text)
                    VALUES (?, ?, ?, (SELECT id FROM texts WHERE hash = ?))
                    """,
                arguments: [exercise, position, file.name, hash])
        }
    }

    /// Drops texts that no exercise is played from any more.
    static func dropUnusedTexts(in database: Database) throws {
        try database.execute(
            sql: """
                DELETE FROM texts
                WHERE NOT EXISTS (SELECT 1 FROM exercise_files WHERE exercise_files.text = texts.id)
                """)
    }
}

extension StoredExercise {
    init(row: Row) throws {
        let phase: String = row["phase"]
        guard let phase = ExercisePhase(rawValue: phase) else { throw GroundError(unknown: phase, in: "exercises") }
        self.init(
            id: row["id"], publicID: row["public_id"], name: row["name"], scenario: row["scenario"],
            settings: row["settings"], phase: phase, time: row["time"], organisation: row["organisation"],
            createdBy: row["created_by"], created: row["created"], started: row["started"], closed: row["closed"])
    }
}

extension ExerciseContent {
    /// Refuses content that is too large or lacks names.
    func check() throws(GroundError) {
        let files = [scenario] + catalogue
        let size = files.reduce(0) { $0 + $1.text.utf8.count }
        guard files.count <= GroundLimits.contentFiles, size <= GroundLimits.content else {
            throw GroundError(
                .limit,
                LocalizedText(
                    vietnamese: "Kịch bản cùng danh mục lớn quá: tối đa \(GroundLimits.contentFiles) tệp, "
                        + "\(GroundLimits.content / 1_048_576) MiB.",
                    english: "Scenario and catalogue are too large: at most \(GroundLimits.contentFiles) files of "
                        + "\(GroundLimits.content / 1_048_576) MiB together."),
                field: "content")
        }
        for file in files {
            _ = try Texts.name(file.name, field: "content")
            _ = try Texts.limited(file.text, to: GroundLimits.content, field: "content")
        }
    }
}

extension GroundError {
    /// No such exercise, or not for whoever asks.
    static let noExercise = GroundError(
        .notFound, LocalizedText(vietnamese: "Không có cuộc diễn tập này.", english: "There is no such exercise."))

    /// A row holds a word that this version does not know.
    init(unknown word: String, in table: String) {
        self.init(.storage, "The table \(table) holds the unknown word \(word.prefix(40)).")
    }
}
