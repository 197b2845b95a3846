import Foundation
import GRDB

extension Ground {
    /// Adds a row to the audit trail, for what is done outside the ground. Too long texts are cut.
    /// - Throws: `storage`.
    public func audit(
        _ action: String, subject: String, detail: String = "", by requester: Requester
    ) async throws(GroundError) {
        try await database.write { [now = database.now] database in
            try AuditTable.add(
                action, subject: subject, detail: detail, by: requester, at: now(), in: database)
        }
    }

    /// The audit trail, newest first.
    /// - Parameters:
    ///   - before: Only rows of lower number, for the next page.
    ///   - account: Only what this account did.
    ///   - limit: At most so many, and never more than 1,000.
    /// - Throws: `storage`.
    public func auditEntries(
        before: Int64 = .max, account: Int64? = nil, limit: Int = 100
    ) async throws(GroundError) -> [AuditEntry] {
        try await database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM audit WHERE number < ?1 AND (?2 IS NULL OR account = ?2)
                    ORDER BY number DESC LIMIT ?3
                    """,
                arguments: [before, account, min(max(limit, 0), GroundLimits.page)]
            ).map(AuditEntry.init(row:))
        }
    }

    /// Looks through the whole audit trail for rows that are missing or were altered.
    ///
    /// Cost: one pass over it, about a second for a million rows. What was cut off the end shows only to whoever has kept
    /// an earlier head elsewhere.
    /// - Throws: `storage`.
    public func verifyAudit() async throws(GroundError) -> AuditVerdict {
        try await database.read { database in
            var previous = AuditTable.start
            var intact: Int64 = 0
            let rows = try Row.fetchCursor(database, sql: "SELECT * FROM audit ORDER BY number")
            while let row = try rows.next() {
                let entry = AuditEntry(row: row)
                let hash: Data = row["hash"]
                guard entry.number == intact + 1, hash == AuditTable.hash(of: entry, after: previous) else {
                    return AuditVerdict(intact: intact, firstBroken: intact + 1, head: previous.hexadecimal)
                }
                previous = hash
                intact += 1
            }
            return AuditVerdict(intact: intact, firstBroken: nil, head: previous.hexadecimal)
        }
    }
}
