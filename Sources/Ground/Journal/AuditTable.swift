import Crypto
import Foundation
import GRDB

/// The rows of the audit trail. Each holds a hash over the one before and itself: who alters a row, takes one out or puts
/// one in has to write all later ones anew, which a head kept elsewhere shows.
enum AuditTable {
    /// What the first row follows.
    static let start = Data(repeating: 0, count: 32)

    /// Adds a row, within the caller's transaction.
    static func add(
        _ action: String, subject: String, detail: String = "", by requester: Requester, at wallTime: Int64,
        in database: Database
    ) throws {
        let last = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1"))
        let previous: Data = last?["hash"] ?? start
        var entry = AuditEntry(
            number: (last?["number"] ?? 0) + 1, wallTime: wallTime, account: requester.account,
            address: Texts.noted(requester.address), action: Texts.noted(action), subject: Texts.noted(subject),
            detail: Texts.noted(detail, to: GroundLimits.auditDetail), hash: "")
        let hash = hash(of: entry, after: previous)
        entry.hash = hash.hexadecimal
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO audit (number, wall_time, account, address, action, subject, detail, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            entry.number, entry.wallTime, entry.account, entry.address, entry.action, entry.subject, entry.detail, hash,
        ])
    }

    /// SHA-256 over the hash before and the row, each field with its length ahead, so that no two rows read the same.
    static func hash(of entry: AuditEntry, after previous: Data) -> Data {
        var hasher = SHA256()
        hasher.update(data: previous)
        func add(_ number: Int64) {
            withUnsafeBytes(of: number.bigEndian) { hasher.update(bufferPointer: $0) }
        }
        func add(_ text: String) {
            add(Int64(text.utf8.count))
            hasher.update(data: Data(text.utf8))
        }
        add(entry.number)
        add(entry.wallTime)
        add(Int64(entry.account == nil ? 0 : 1))
        add(entry.account ?? 0)
        for text in [entry.address, entry.action, entry.subject, entry.detail] { add(text) }
        return Data(hasher.finalize())
    }
}

extension AuditEntry {
    init(row: Row) {
        let hash: Data = row["hash"]
        self.init(
            number: row["number"], wallTime: row["wall_time"], account: row["account"], address: row["address"],
            action: row["action"], subject: row["subject"], detail: row["detail"], hash: hash.hexadecimal)
    }
}

extension Data {
    /// Two small letters or digits a byte.
    var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
