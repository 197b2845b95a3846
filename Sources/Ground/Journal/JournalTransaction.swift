import Foundation
import GRDB
import Kernel
import Scenario

/// Writes what gathered at a journal, within a transaction.
enum JournalTransaction {
    /// Writes each receipt's lines or none of them, and says for each what became of it. Throws where the whole transaction
    /// is lost.
    static func write(
        _ receipts: [JournalReceipt], to database: Database, at wallTime: Int64, numbers: StreamNumbers
    ) throws -> [Result<Void, GroundError>] {
        var results: [Result<Void, GroundError>] = []
        results.reserveCapacity(receipts.count)
        var ends: [Int64: Milliseconds] = [:]
        for receipt in receipts {
            do {
                try inSavepoint(database, when: receipt.needsSavepoint) {
                    try write(receipt, to: database, at: wallTime, numbers: numbers)
                }
                for line in receipt.lines { ends[line.exercise] = max(ends[line.exercise] ?? 0, line.time) }
                results.append(.success(()))
            } catch let refusal as GroundError {
                numbers.forget(receipt.lines)
                results.append(.failure(refusal))
            } catch let failure as DatabaseError where failure.resultCode == .SQLITE_CONSTRAINT {
                numbers.forget(receipt.lines)
                results.append(.failure(refused(failure)))
            }
        }
        for (exercise, time) in ends.sorted(by: { $0.key < $1.key }) {
            let statement = try database.cachedStatement(
                sql: "UPDATE exercises SET time = ?1 WHERE id = ?2 AND time < ?1")
            try statement.execute(arguments: [time, exercise])
        }
        return results
    }

    private static func write(
        _ receipt: JournalReceipt, to database: Database, at wallTime: Int64, numbers: StreamNumbers
    ) throws {
        for line in receipt.lines {
            let stream = StreamNumbers.Stream(exercise: line.exercise, team: line.team)
            let last = try numbers.last(of: stream, in: database)
            guard line.number == last + 1 else {
                throw GroundError(
                    .conflict, "Line \(line.number) does not follow line \(last) of its stream.", field: "number")
            }
            let insertion = try database.cachedStatement(
                sql: """
                    INSERT INTO journal (exercise, team, number, time, wall_time, account, json)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """)
            try insertion.execute(
                arguments: [line.exercise, line.team, line.number, line.time, wallTime, line.account, line.json])
            if let phase = line.phase {
                try ExerciseTable.enter(phase, exercise: line.exercise, at: wallTime, in: database)
            }
            numbers.note(line.number, of: stream)
        }
        if let (claim, answer) = receipt.answer {
            try IdempotencyTable.keep(answer, for: claim, at: wallTime, in: database)
        }
    }

    private static func refused(_ failure: DatabaseError) -> GroundError {
        failure.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY
            ? GroundError(.notFound, "No such team in this exercise.", field: "team") : GroundError(storage: failure)
    }

    private static func inSavepoint(_ database: Database, when isNeeded: Bool, _ body: () throws -> Void) throws {
        guard isNeeded else { return try body() }
        try database.inSavepoint {
            try body()
            return .commit
        }
    }
}

extension JournalReceipt {
    /// A single statement undoes itself where it fails; more than one need a savepoint, which costs as much as a line.
    fileprivate var needsSavepoint: Bool { lines.count > 1 || answer != nil || lines.first?.phase != nil }
}

extension JournalLine {
    /// Refuses lines that no journal takes.
    func check() throws(GroundError) {
        guard number >= 1, time >= 0 else {
            throw GroundError(.invalid, "Lines are numbered from 1, at times from 0.", field: "number")
        }
        guard !json.isEmpty, !json.utf8.contains(UInt8(ascii: "\n")) else {
            throw GroundError(.invalid, "An input is one line of JSON.", field: "json")
        }
        guard team == nil || phase == nil else {
            throw GroundError(.invalid, "Only lines of the exercise itself change where it stands.", field: "phase")
        }
        _ = try Texts.limited(json, to: GroundLimits.journalLine, field: "json")
    }
}
