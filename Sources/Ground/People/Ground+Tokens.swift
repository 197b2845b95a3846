import Foundation
import GRDB
import Scenario

extension Ground {
    /// Makes an API token for an account.
    /// - Parameters:
    ///   - ceiling: The most that it may do; never more than its account may, now or later.
    ///   - expires: When it ends, in milliseconds since 1970; nil for never.
    /// - Throws: `invalid` for a name or an end in the past, `notFound`, `limit` for too many, `storage`.
    public func createToken(
        for account: Int64, name: String, ceiling: Role, expires: Int64?, by requester: Requester
    ) async throws(GroundError) -> IssuedToken {
        let name = try Texts.name(name, field: "name")
        let secret = Secret(prefix: Self.tokenPrefix)
        let token = try await database.write { [now = database.now] database in
            let wallTime = now()
            _ = try AccountTable.fetch(account, in: database)
            guard expires ?? .max > wallTime else {
                throw GroundError(
                    .invalid,
                    LocalizedText(
                        vietnamese: "Ngày hết hạn phải ở tương lai.", english: "The end must be in the future."),
                    field: "expires")
            }
            let count = try Int.fetchOne(
                database, sql: "SELECT count(*) FROM tokens WHERE account = ?", arguments: [account])
            guard count ?? 0 < GroundLimits.tokens else {
                throw GroundError(
                    .limit,
                    LocalizedText(
                        vietnamese: "Một tài khoản có tối đa \(GroundLimits.tokens) mã truy cập. Hãy thu hồi bớt.",
                        english: "An account has at most \(GroundLimits.tokens) tokens. Revoke some first."))
            }
            try database.execute(
                sql: "INSERT INTO tokens (account, hash, name, ceiling, created, expires) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [account, secret.hash, name, ceiling.rawValue, wallTime, expires])
            let id = database.lastInsertedRowID
            try AuditTable.add(
                "token.created", subject: "token/\(id)", detail: "account/\(account) \(ceiling.rawValue) \(name)",
                by: requester, at: wallTime, in: database)
            return APIToken(
                id: id, account: account, name: name, ceiling: ceiling, created: wallTime, expires: expires,
                lastUsed: nil)
        }
        return IssuedToken(secret: secret.text, token: token)
    }

    /// The tokens of an account, newest first, also those that have ended.
    /// - Throws: `storage`.
    public func tokens(of account: Int64) async throws(GroundError) -> [APIToken] {
        try await database.read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM tokens WHERE account = ? ORDER BY id DESC", arguments: [account]
            ).map(APIToken.init(row:))
        }
    }

    /// Makes a token useless from now on.
    /// - Throws: `notFound` where the account has no such token, `storage`.
    public func revokeToken(_ id: Int64, of account: Int64, by requester: Requester) async throws(GroundError) {
        let hash = try await database.write { [now = database.now] database in
            let hash = try Data.fetchOne(
                database, sql: "DELETE FROM tokens WHERE id = ? AND account = ? RETURNING hash",
                arguments: [id, account])
            guard let hash else {
                throw GroundError(
                    .notFound,
                    LocalizedText(vietnamese: "Không có mã truy cập này.", english: "There is no such token."))
            }
            try AuditTable.add(
                "token.revoked", subject: "token/\(id)", detail: "account/\(account)", by: requester, at: now(),
                in: database)
            return hash
        }
        accesses.forget(hash: hash)
    }

    /// What a token's secret stands for, and counts the use. Usually costs a look into memory.
    /// - Throws: `unauthenticated` where it is unknown, has ended, or its account is disabled; `storage`.
    public func access(bearer secret: String) async throws(GroundError) -> Access {
        guard let hash = Secret.hash(shown: secret, prefix: Self.tokenPrefix) else { throw GroundError.notSignedIn }
        let now = database.now()
        let generation = accesses.generation
        var entry = accesses.entry(hash) { $0.lastUsed = max(now, $0.lastUsed) }
        if entry == nil {
            entry = try await database.read { database in
                let row = try Row.fetchOne(
                    database.cachedStatement(sql: "SELECT * FROM tokens WHERE hash = ?"), arguments: [hash])
                guard let token = try row.map(APIToken.init(row:)) else { return nil }
                let account = try AccountTable.fetch(token.account, in: database)
                guard !account.disabled else { return nil }
                let access = Access(
                    account: account, role: min(account.role, token.ceiling), kind: .token(token.id), csrfToken: nil,
                    expires: token.expires)
                return AccessCache.Entry(access: access, lastUsed: now, storedUse: token.lastUsed ?? 0)
            }
            if let entry { accesses.remember(entry, hash: hash, generation: generation) }
        }
        guard let entry, now < entry.access.expires ?? .max, case .token(let id) = entry.access.kind else {
            throw GroundError.notSignedIn
        }
        if now - entry.storedUse >= SessionTable.exactness {
            _ = accesses.entry(hash) { $0.storedUse = now }
            try await database.write { database in
                try database.execute(sql: "UPDATE tokens SET last_used = ? WHERE id = ?", arguments: [now, id])
            }
        }
        return entry.access
    }

    private static let tokenPrefix = "thao_"
}

extension APIToken {
    init(row: Row) throws {
        let ceiling: String = row["ceiling"]
        guard let ceiling = Role(rawValue: ceiling) else { throw GroundError(unknown: ceiling, in: "tokens") }
        self.init(
            id: row["id"], account: row["account"], name: row["name"], ceiling: ceiling, created: row["created"],
            expires: row["expires"], lastUsed: row["last_used"])
    }
}
