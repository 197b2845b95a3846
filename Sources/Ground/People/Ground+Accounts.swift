import Foundation
import GRDB
import Scenario

extension Ground {
    /// Makes an account.
    ///
    /// Hashing the password takes about a tenth of a second of a core.
    /// - Throws: `invalid` for a login, name or password that cannot be taken, `conflict` for a login that is taken,
    ///   `notFound` for an organisation that is not there, `tooMany` where too many passwords wait, `storage`.
    public func createAccount(
        _ new: NewAccount, role: Role, organisation: Int64, by requester: Requester
    ) async throws(GroundError) -> Account {
        let checked = try CheckedAccount(new)
        let hash = try await passwords.hash(new.password)
        return try await database.write { [now = database.now] database in
            let account = try AccountTable.add(
                checked, password: hash, role: role, organisation: organisation, at: now(), in: database)
            try AuditTable.add(
                "account.created", subject: "account/\(account.id)", detail: "\(account.login) \(role.rawValue)",
                by: requester, at: now(), in: database)
            return account
        }
    }

    /// One account.
    /// - Throws: `notFound`, `storage`.
    public func account(_ id: Int64) async throws(GroundError) -> Account {
        try await database.read { try AccountTable.fetch(id, in: $0) }
    }

    /// The account with a login name; nil where there is none.
    /// - Throws: `storage`.
    public func account(login: String) async throws(GroundError) -> Account? {
        guard let login = CheckedAccount.login(login) else { return nil }
        return try await database.read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM accounts WHERE login = ?", arguments: [login])
                .map(Account.init(row:))
        }
    }

    /// Accounts by number.
    /// - Parameters:
    ///   - organisation: Only those of this organisation.
    ///   - matching: Only those whose login or name contains this, without regard to case and tone marks.
    ///   - after: Only those of higher number, for the next page.
    ///   - limit: At most so many, and never more than 1,000.
    /// - Throws: `limit` where `matching` is too long, `storage`.
    public func accounts(
        organisation: Int64? = nil, matching: String = "", after: Int64 = 0, limit: Int = 100
    ) async throws(GroundError) -> [Account] {
        let part = Texts.searchable(try Texts.limited(matching, to: GroundLimits.name, field: "matching"))
        return try await database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM accounts
                    WHERE id > ?1 AND (?2 IS NULL OR organisation = ?2) AND (?3 = '' OR instr(searchable, ?3) > 0)
                    ORDER BY id LIMIT ?4
                    """,
                arguments: [after, organisation, part, min(max(limit, 0), GroundLimits.page)]
            ).map(Account.init(row:))
        }
    }

    /// Accounts by their numbers, as far as they are there; in no order. For the names of a team, a scoreboard, a review.
    /// - Throws: `storage`.
    public func accounts(_ ids: Set<Int64>) async throws(GroundError) -> [Int64: Account] {
        try await database.read { database in
            var found: [Int64: Account] = [:]
            for id in ids {
                let statement = try database.cachedStatement(sql: "SELECT * FROM accounts WHERE id = ?")
                found[id] = try Row.fetchOne(statement, arguments: [id]).map(Account.init(row:))
            }
            return found
        }
    }

    /// Changes an account. Another role or organisation, and disabling, end its sessions at once.
    /// - Throws: `notFound`, `invalid`, `conflict` where nobody would be administrator any more, `storage`.
    public func updateAccount(
        _ id: Int64, _ changes: AccountChanges, by requester: Requester
    ) async throws(GroundError) -> Account {
        var changes = changes
        if let name = changes.displayName { changes.displayName = try Texts.name(name, field: "displayName") }
        let account = try await database.write { [now = database.now, changes] database in
            let before = try AccountTable.fetch(id, in: database)
            var account = before
            account.displayName = changes.displayName ?? account.displayName
            account.role = changes.role ?? account.role
            account.organisation = changes.organisation ?? account.organisation
            account.language = changes.language ?? account.language
            account.track = changes.track ?? account.track
            account.disabled = changes.disabled ?? account.disabled
            if account.organisation != before.organisation {
                _ = try OrganisationTable.fetch(account.organisation, in: database)
            }
            try AccountTable.update(account, in: database)
            if before.role == .administrator, try !AccountTable.hasAdministrator(in: database) {
                throw GroundError.lastAdministrator
            }
            if account.role != before.role || account.organisation != before.organisation || account.disabled {
                try SessionTable.endAll(of: id, except: nil, in: database)
            }
            try AuditTable.add(
                "account.changed", subject: "account/\(id)", detail: account.differences(from: before), by: requester,
                at: now(), in: database)
            return account
        }
        accesses.forget(account: id)
        return account
    }

    /// Changes one's own password; other sessions than the one at hand end.
    /// - Throws: `invalid` for a new password that cannot be taken, and with the field `oldPassword` where the old one is
    ///   wrong; `tooMany` after many wrong ones; `notFound`, `storage`.
    public func changePassword(
        of id: Int64, from old: String, to new: String, keeping kind: Access.Kind?, by requester: Requester
    ) async throws(GroundError) {
        let account = try await account(id)
        try PasswordHasher.check(new, login: account.login)
        guard try await checkPassword(old, login: account.login, address: requester.address) != nil else {
            throw GroundError(
                .invalid,
                LocalizedText(vietnamese: "Mật khẩu hiện tại không đúng.", english: "The present password is wrong."),
                field: "oldPassword")
        }
        try await storePassword(new, of: id, keeping: kind, action: "account.password-changed", by: requester)
    }

    /// Gives an account another password, without the old one; all its sessions end.
    /// - Throws: `notFound`, `invalid`, `tooMany`, `storage`.
    public func setPassword(of id: Int64, to new: String, by requester: Requester) async throws(GroundError) {
        try PasswordHasher.check(new, login: try await account(id).login)
        try await storePassword(new, of: id, keeping: nil, action: "account.password-set", by: requester)
    }

    private func storePassword(
        _ password: String, of id: Int64, keeping kind: Access.Kind?, action: String, by requester: Requester
    ) async throws(GroundError) {
        let hash = try await passwords.hash(password)
        try await database.write { [now = database.now] database in
            try database.execute(sql: "UPDATE accounts SET password = ? WHERE id = ?", arguments: [hash, id])
            try SessionTable.endAll(of: id, except: kind, in: database)
            try AuditTable.add(action, subject: "account/\(id)", by: requester, at: now(), in: database)
        }
        accesses.forget(account: id)
    }
}

extension Account {
    /// What became different, for the audit trail.
    fileprivate func differences(from before: Account) -> String {
        var words: [String] = []
        if displayName != before.displayName { words.append("name") }
        if role != before.role { words.append("role \(before.role.rawValue) to \(role.rawValue)") }
        if organisation != before.organisation {
            words.append("organisation \(before.organisation) to \(organisation)")
        }
        if language != before.language { words.append("language") }
        if track != before.track { words.append("track \(before.track.rawValue) to \(track.rawValue)") }
        if disabled != before.disabled { words.append(disabled ? "disabled" : "enabled") }
        return words.joined(separator: ", ")
    }
}

extension GroundError {
    fileprivate static let lastAdministrator = GroundError(
        .conflict,
        LocalizedText(
            vietnamese: "Đây là quản trị viên cuối cùng; hãy chỉ định một người khác trước.",
            english: "This is the last administrator; make somebody else one first."),
        field: "role")
}
