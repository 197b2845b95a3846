import Foundation
import GRDB
import Scenario
import Synchronization

/// The answer to a request that must not act twice, as it is given again.
public struct IdempotentAnswer: Sendable, Equatable {
    /// The protocol's status.
    public var status: Int
    /// What the body is.
    public var contentType: String
    /// The body; at most 256 KiB.
    public var body: [UInt8]

    /// An answer to keep.
    public init(status: Int, contentType: String, body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    func check() throws(GroundError) {
        guard body.count <= GroundLimits.idempotentBody, contentType.utf8.count <= GroundLimits.auditWord else {
            throw GroundError(.limit, "An answer that is kept has at most \(GroundLimits.idempotentBody) bytes.")
        }
    }
}

/// The right to act on a request, until it is answered or given up.
public struct IdempotencyClaim: Sendable, Equatable {
    let account: Int64
    let key: String
    let route: String
    let digest: [UInt8]
}

/// What is known of a request.
public enum IdempotencyState: Sendable, Equatable {
    /// It is new. Act on it, then keep the answer or give the claim up.
    case fresh(IdempotencyClaim)
    /// It has been answered so.
    case answered(IdempotentAnswer)
}

/// Requests that are being acted on at this moment. After a crash none is.
final class IdempotencyClaims: Sendable {
    private struct Name: Hashable {
        var account: Int64
        var key: String
    }

    private let open = Mutex(Set<Name>())

    /// Opens a claim; false where somebody has it.
    func claim(_ claim: IdempotencyClaim) -> Bool {
        open.withLock { $0.insert(Name(account: claim.account, key: claim.key)).inserted }
    }

    /// Lets go of a claim.
    func release(_ claim: IdempotencyClaim) {
        _ = open.withLock { $0.remove(Name(account: claim.account, key: claim.key)) }
    }
}

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

extension Ground {
    /// Looks whether a request has been answered already, and otherwise claims it for the caller.
    ///
    /// End every claim: by `finish`, by handing it to the journal with the answer and then `abandon`, or by `abandon`
    /// alone where nothing came of it. Answers are kept for 24 hours.
    /// - Parameters:
    ///   - digest: A digest of the request, so that the same key with another request is noticed.
    /// - Throws: `conflict` where the key was used for another request, or the same one is being acted on; `invalid` for a
    ///   key that is empty or too long.
    public func beginIdempotent(
        account: Int64, key: String, route: String, digest: [UInt8]
    ) async throws(GroundError) -> IdempotencyState {
        guard !key.isEmpty, key.utf8.count <= GroundLimits.idempotencyKey else {
            throw GroundError(
                .invalid,
                LocalizedText(
                    vietnamese: "Khóa chống lặp phải có từ 1 đến \(GroundLimits.idempotencyKey) byte.",
                    english: "An idempotency key has 1 to \(GroundLimits.idempotencyKey) bytes."),
                field: "Idempotency-Key")
        }
        let claim = IdempotencyClaim(account: account, key: key, route: route, digest: digest)
        guard claims.claim(claim) else { throw GroundError.beingActedOn }
        do {
            let answer = try await database.read { [now = database.now] database in
                try IdempotencyTable.answer(for: claim, at: now(), in: database)
            }
            guard let answer else { return .fresh(claim) }
            claims.release(claim)
            return .answered(answer)
        } catch {
            claims.release(claim)
            throw error
        }
    }

    /// Keeps the answer to a claimed request and ends the claim.
    /// - Throws: `storage` or `limit`; the claim has ended all the same.
    public func finish(_ claim: IdempotencyClaim, with answer: IdempotentAnswer) async throws(GroundError) {
        defer { claims.release(claim) }
        try answer.check()
        try await database.write { [now = database.now] database in
            try IdempotencyTable.keep(answer, for: claim, at: now(), in: database)
        }
    }

    /// Ends a claim whose request came to nothing, or whose answer the journal has kept.
    public func abandon(_ claim: IdempotencyClaim) { claims.release(claim) }
}

extension GroundError {
    fileprivate static let otherRequest = GroundError(
        .conflict,
        LocalizedText(
            vietnamese: "Khóa chống lặp này đã được dùng cho một yêu cầu khác.",
            english: "This idempotency key was used for another request."),
        field: "Idempotency-Key")
    fileprivate static let beingActedOn = GroundError(
        .conflict,
        LocalizedText(
            vietnamese: "Yêu cầu này đang được xử lý. Hãy thử lại sau giây lát.",
            english: "This request is being acted on. Try again in a moment."),
        field: "Idempotency-Key")
}
