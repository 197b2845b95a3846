import Foundation
import GRDB
import Scenario

/// Answers that were kept.
enum IdempotencyTable {
    /// How long an answer is kept, in milliseconds.
    static let lifetime: Int64 = 24 * 3_600_000

    /// Keeps an answer; one that is too old makes room.
    static func keep(
        _ answer: IdempotentAnswer, for claim: IdempotencyClaim, at wallTime: Int64, in database: Database
    ) throws {
        try database.cachedStatement(sql: "DELETE FROM idempotency WHERE created <= ?")
            .execute(arguments: [wallTime - lifetime])
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO idempotency (account, key, route, digest, status, content_type, body, created)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            claim.account, claim.key, claim.route, Data(claim.digest), answer.status, answer.contentType,
            Data(answer.body), wallTime,
        ])
    }

    /// What is kept for a claim's key.
    static func answer(
        for claim: IdempotencyClaim, at wallTime: Int64, in database: Database
    ) throws -> IdempotentAnswer? {
        let statement = try database.cachedStatement(
            sql: "SELECT * FROM idempotency WHERE account = ? AND key = ? AND created > ?")
        let row = try Row.fetchOne(statement, arguments: [claim.account, claim.key, wallTime - lifetime])
        guard let row else { return nil }
        let (route, digest): (String, Data) = (row["route"], row["digest"])
        guard route == claim.route, Array(digest) == claim.digest else { throw GroundError.otherRequest }
        let body: Data = row["body"]
        return IdempotentAnswer(status: row["status"], contentType: row["content_type"], body: Array(body))
    }
}

extension GroundError {
    fileprivate static let otherRequest = GroundError(
        .conflict,
        LocalizedText(
            vietnamese: "Khóa chống lặp này đã được dùng cho một yêu cầu khác.",
            english: "This idempotency key was used for another request."),
        field: "Idempotency-Key")
}
