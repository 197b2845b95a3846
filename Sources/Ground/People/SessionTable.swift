import Foundation
import GRDB

/// Rows of sessions.
enum SessionTable {
    /// How long a session may lie unused, in milliseconds.
    static let idle: Int64 = 12 * 3_600_000
    /// How long a session lasts at most.
    static let longest: Int64 = 7 * 24 * 3_600_000
    /// How exactly it is kept when it was last used.
    static let exactness: Int64 = 5 * 60_000

    /// Begins a session; the oldest of too many end.
    static func begin(
        account: Int64, secret: Secret, address: String, agent: String, at wallTime: Int64, in database: Database
    ) throws -> Session {
        try database.execute(
            sql: "DELETE FROM sessions WHERE expires <= ? OR last_used <= ?", arguments: [wallTime, wallTime - idle])
        try database.execute(
            sql: """
                DELETE FROM sessions WHERE account = ?1 AND id NOT IN
                    (SELECT id FROM sessions WHERE account = ?1 ORDER BY id DESC LIMIT ?2)
                """,
            arguments: [account, GroundLimits.sessions - 1])
        try database.execute(
            sql: """
                INSERT INTO sessions (account, hash, created, last_used, expires, address, agent)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                account, secret.hash, wallTime, wallTime, wallTime + longest, Texts.noted(address), Texts.noted(agent),
            ])
        return Session(
            id: database.lastInsertedRowID, account: account, created: wallTime, lastUsed: wallTime,
            expires: wallTime + longest, address: Texts.noted(address), agent: Texts.noted(agent))
    }

    /// Ends an account's sessions, all or all but one.
    static func endAll(of account: Int64, except kind: Access.Kind?, in database: Database) throws {
        var kept: Int64?
        if case .session(let id) = kind { kept = id }
        try database.execute(
            sql: "DELETE FROM sessions WHERE account = ? AND id IS NOT ?", arguments: [account, kept])
    }
}

extension Session {
    init(row: Row) {
        self.init(
            id: row["id"], account: row["account"], created: row["created"], lastUsed: row["last_used"],
            expires: row["expires"], address: row["address"], agent: row["agent"])
    }
}
