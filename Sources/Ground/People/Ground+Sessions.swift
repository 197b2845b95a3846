import Foundation
import GRDB
import Scenario

extension Ground {
    /// What a session's secret stands for, and counts the use. Usually costs a look into memory.
    ///
    /// Sessions end after 12 hours without use, after 7 days in any case, when signed out, when the account is disabled or
    /// gets another role, and when its password changes.
    /// - Throws: `unauthenticated` where it is unknown or has ended, `storage`.
    public func access(session token: String) async throws(GroundError) -> Access {
        guard let hash = Secret.hash(shown: token) else { throw GroundError.notSignedIn }
        let now = database.now()
        let generation = accesses.generation
        if let entry = accesses.entry(hash, { if Self.isGood($0, at: now) { $0.lastUsed = max(now, $0.lastUsed) } }) {
            guard Self.isGood(entry, at: now), case .session(let id) = entry.access.kind else {
                throw GroundError.notSignedIn
            }
            if now - entry.storedUse >= SessionTable.exactness { try await storeUse(session: id, hash: hash, at: now) }
            return entry.access
        }
        let entry: AccessCache.Entry? = try await database.read { database in
            let row = try Row.fetchOne(
                database.cachedStatement(sql: "SELECT * FROM sessions WHERE hash = ?"), arguments: [hash])
            guard let session = row.map(Session.init(row:)) else { return nil }
            let account = try AccountTable.fetch(session.account, in: database)
            let access = Access(
                account: account, role: account.role, kind: .session(session.id),
                csrfToken: Self.csrfToken(of: token), expires: session.expires)
            return AccessCache.Entry(access: access, lastUsed: session.lastUsed, storedUse: session.lastUsed)
        }
        guard var entry, !entry.access.account.disabled, Self.isGood(entry, at: now) else {
            throw GroundError.notSignedIn
        }
        entry.lastUsed = max(now, entry.lastUsed)
        accesses.remember(entry, hash: hash, generation: generation)
        if now - entry.storedUse >= SessionTable.exactness, case .session(let id) = entry.access.kind {
            try await storeUse(session: id, hash: hash, at: now)
        }
        return entry.access
    }

    /// Ends the session of a secret; one that has ended already is no error.
    /// - Throws: `storage`.
    public func signOut(session token: String, address: String) async throws(GroundError) {
        guard let hash = Secret.hash(shown: token) else { return }
        try await database.write { [now = database.now] database in
            let account = try Int64.fetchOne(
                database, sql: "DELETE FROM sessions WHERE hash = ? RETURNING account", arguments: [hash])
            guard let account else { return }
            try AuditTable.add(
                "session.ended", subject: "account/\(account)", by: Requester(account: account, address: address),
                at: now(), in: database)
        }
        accesses.forget(hash: hash)
    }

    /// Ends all sessions of an account, or all but the one at hand.
    /// - Throws: `storage`.
    public func signOutEverywhere(
        _ account: Int64, except kind: Access.Kind? = nil, by requester: Requester
    ) async throws(GroundError) {
        try await database.write { [now = database.now] database in
            try SessionTable.endAll(of: account, except: kind, in: database)
            try AuditTable.add(
                "session.ended-all", subject: "account/\(account)", by: requester, at: now(), in: database)
        }
        accesses.forget(account: account)
    }

    /// The sessions of an account that have not ended, newest first.
    /// - Throws: `storage`.
    public func sessions(of account: Int64) async throws(GroundError) -> [Session] {
        try await database.read { [now = database.now] database in
            let wallTime = now()
            return try Row.fetchAll(
                database,
                sql: "SELECT * FROM sessions WHERE account = ? AND expires > ? AND last_used > ? ORDER BY id DESC",
                arguments: [account, wallTime, wallTime - SessionTable.idle]
            ).map(Session.init(row:))
        }
    }

    private static func isGood(_ entry: AccessCache.Entry, at now: Int64) -> Bool {
        now < entry.access.expires ?? .max && now - entry.lastUsed < SessionTable.idle
    }

    private func storeUse(session id: Int64, hash: Data, at now: Int64) async throws(GroundError) {
        _ = accesses.entry(hash) { $0.storedUse = now }
        try await database.write { database in
            try database.execute(
                sql: "UPDATE sessions SET last_used = max(last_used, ?) WHERE id = ?", arguments: [now, id])
        }
    }
}

extension GroundError {
    /// The secret is unknown or no longer good.
    static let notSignedIn = GroundError(
        .unauthenticated,
        LocalizedText(
            vietnamese: "Bạn chưa đăng nhập, hoặc phiên đã hết hạn.",
            english: "You are not signed in, or no longer."))
}
