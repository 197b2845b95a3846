import Foundation
import GRDB
import Scenario

extension Ground {
    /// The secret for the link that makes the first administrator; nil where there is one. Earlier links of this kind are
    /// good no longer.
    /// - Throws: `storage`.
    public func firstRunToken() async throws(GroundError) -> String? {
        let secret = Secret()
        let isMade = try await database.write { database in
            try database.execute(sql: "DELETE FROM first_run")
            if try AccountTable.hasAdministrator(in: database) { return false }
            try database.execute(sql: "INSERT INTO first_run (hash) VALUES (?)", arguments: [secret.hash])
            return true
        }
        return isMade ? secret.text : nil
    }

    /// Whether a secret is that of the first link.
    /// - Throws: `storage`.
    public func isFirstRunToken(_ token: String) async throws(GroundError) -> Bool {
        guard let hash = Secret.hash(shown: token) else { return false }
        return try await database.read { try Self.isFirst(hash, in: $0) }
    }

    /// Makes the first administrator, and the organisation where it belongs, and signs it in. The link is used up then.
    /// - Parameter organisation: Its name; one that is there already by this name is taken.
    /// - Throws: `notFound` where the link is no longer good, `invalid`, `conflict` for a login that is taken, `storage`.
    public func createFirstAdministrator(
        token: String, _ new: NewAccount, organisation: String, address: String, agent: String
    ) async throws(GroundError) -> SignedIn {
        guard let link = Secret.hash(shown: token), try await isFirstRunToken(token) else {
            throw GroundError.linkIsOld
        }
        let checked = try CheckedAccount(new)
        let organisation = try Texts.name(organisation, field: "organisation")
        let hash = try await passwords.hash(new.password)
        let id = try await database.write { [now = database.now] database in
            guard try Self.isFirst(link, in: database) else { throw GroundError.linkIsOld }
            let present = try Int64.fetchOne(
                database, sql: "SELECT id FROM organisations WHERE folded = ?",
                arguments: [Texts.folded(organisation)])
            let home = try present ?? OrganisationTable.add(organisation, at: now(), in: database).id
            let account = try AccountTable.add(
                checked, password: hash, role: .administrator, organisation: home, at: now(), in: database)
            try database.execute(sql: "DELETE FROM first_run")
            try AuditTable.add(
                "account.created", subject: "account/\(account.id)", detail: "\(account.login) first administrator",
                by: Requester(account: nil, address: address), at: now(), in: database)
            return account.id
        }
        return try await startSession(for: id, address: address, agent: agent)
    }

    private static func isFirst(_ hash: Data, in database: Database) throws -> Bool {
        let isKnown = try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM first_run WHERE hash = ?)", arguments: [hash])
        return try isKnown == true && !AccountTable.hasAdministrator(in: database)
    }
}

extension GroundError {
    /// A link that is used up, out of date, taken back or made up.
    static let linkIsOld = GroundError(
        .notFound,
        LocalizedText(
            vietnamese: "Liên kết này không còn hiệu lực. Hãy xin một liên kết mới.",
            english: "This link is no longer good. Ask for a new one."))
}
