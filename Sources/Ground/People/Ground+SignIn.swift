import GRDB
import Scenario

extension Ground {
    /// Signs somebody in, with a new secret each time.
    ///
    /// Whether login or password was wrong, or the account is disabled, shows neither in the answer nor in its time, which
    /// is about a tenth of a second.
    /// - Throws: `unauthenticated`; `tooMany` after many wrong attempts at the account or from the address, with the
    ///   seconds to wait; `storage`.
    public func signIn(
        login: String, password: String, address: String, agent: String
    ) async throws(GroundError) -> SignedIn {
        guard let id = try await checkPassword(password, login: login, address: address) else {
            throw GroundError(
                .unauthenticated,
                LocalizedText(
                    vietnamese: "Tên đăng nhập hoặc mật khẩu không đúng.",
                    english: "Login name or password is wrong."))
        }
        return try await startSession(for: id, address: address, agent: agent)
    }

    /// Begins a session for somebody who has just shown who they are in another way, such as an invitation.
    /// - Throws: `notFound`, `forbidden` for a disabled account, `storage`.
    public func startSession(for id: Int64, address: String, agent: String) async throws(GroundError) -> SignedIn {
        let secret = Secret()
        let access = try await database.write { [now = database.now] database in
            let wallTime = now()
            guard try !AccountTable.fetch(id, in: database).disabled else { throw GroundError.disabled }
            let session = try SessionTable.begin(
                account: id, secret: secret, address: address, agent: agent, at: wallTime, in: database)
            try database.execute(
                sql: "UPDATE accounts SET last_sign_in = ? WHERE id = ?", arguments: [wallTime, id])
            try AuditTable.add(
                "session.started", subject: "account/\(id)", by: Requester(account: id, address: address), at: wallTime,
                in: database)
            let account = try AccountTable.fetch(id, in: database)
            return Access(
                account: account, role: account.role, kind: .session(session.id),
                csrfToken: Self.csrfToken(of: secret.text), expires: session.expires)
        }
        return SignedIn(token: secret.text, access: access)
    }

    /// The account whose password this is; nil where there is none or it is disabled. Counts attempts.
    func checkPassword(_ password: String, login: String, address: String) async throws(GroundError) -> Int64? {
        let name = CheckedAccount.login(login) ?? "?"
        try guesses.begin(account: name, address: address)
        do throws(GroundError) {
            let found = try await database.read { database in
                try Row.fetchOne(
                    database, sql: "SELECT id, password FROM accounts WHERE login = ? AND NOT disabled",
                    arguments: [name]
                ).map { (id: $0["id"] as Int64, hash: $0["password"] as String) }
            }
            // Nobody's password is longer, and hashing must not cost more than theirs.
            let isPossible = password.utf8.count <= GroundLimits.password.upperBound
            let verdict = try await passwords.verify(
                isPossible ? password : "", against: isPossible ? found?.hash : nil)
            guard let found, verdict.fits else {
                guesses.failed(address: address)
                // Of somebody who does not exist nothing is kept: people type passwords where the login belongs.
                if let id = found?.id {
                    try await audit(
                        "session.refused", subject: "account/\(id)", by: Requester(account: nil, address: address))
                }
                return nil
            }
            guesses.succeeded(account: name)
            if verdict.isOutdated {
                let hash = try await passwords.hash(password)
                try await database.write { database in
                    // Unless the password was changed meanwhile.
                    try database.execute(
                        sql: "UPDATE accounts SET password = ? WHERE id = ? AND password = ?",
                        arguments: [hash, found.id, found.hash])
                }
            }
            return found.id
        } catch {
            guesses.abandoned(account: name)
            throw error
        }
    }

    /// What unsafe requests of a session must repeat: another site's page cannot know it.
    static func csrfToken(of secret: String) -> String { Secret.derived(from: secret, purpose: "csrf") }
}

extension GroundError {
    fileprivate static let disabled = GroundError(
        .forbidden,
        LocalizedText(vietnamese: "Tài khoản này đã bị khóa.", english: "This account is disabled."))
}
