import GRDB
import Scenario

/// Rows of accounts.
enum AccountTable {
    /// One account.
    static func fetch(_ id: Int64, in database: Database) throws -> Account {
        let statement = try database.cachedStatement(sql: "SELECT * FROM accounts WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [id]) else { throw GroundError.noAccount }
        return try Account(row: row)
    }

    /// Adds an account. Login, name and password have been looked at.
    static func add(
        _ new: CheckedAccount, password hash: String, role: Role, organisation: Int64, at wallTime: Int64,
        in database: Database
    ) throws -> Account {
        _ = try OrganisationTable.fetch(organisation, in: database)
        let isTaken = try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM accounts WHERE login = ?)", arguments: [new.login])
        guard isTaken != true else {
            throw GroundError(
                .conflict,
                LocalizedText(
                    vietnamese: "Tên đăng nhập “\(new.login)” đã có người dùng.",
                    english: "The login name “\(new.login)” is taken."),
                field: "login")
        }
        try database.execute(
            sql: """
                INSERT INTO accounts
                    (login, display_name, searchable, role, organisation, language, track, password, created)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                new.login, new.displayName, searchable(login: new.login, displayName: new.displayName), role.rawValue,
                organisation, new.language.rawValue, new.track.rawValue, hash, wallTime,
            ])
        return try fetch(database.lastInsertedRowID, in: database)
    }

    /// Writes an account back.
    static func update(_ account: Account, in database: Database) throws {
        try database.execute(
            sql: """
                UPDATE accounts SET display_name = ?, searchable = ?, role = ?, organisation = ?, language = ?, track = ?,
                    disabled = ?
                WHERE id = ?
                """,
            arguments: [
                account.displayName, searchable(login: account.login, displayName: account.displayName),
                account.role.rawValue, account.organisation, account.language.rawValue, account.track.rawValue,
                account.disabled, account.id,
            ])
    }

    /// Whether anybody may do everything.
    static func hasAdministrator(in database: Database) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM accounts WHERE role = ? AND NOT disabled)",
            arguments: [Role.administrator.rawValue]) ?? false
    }

    private static func searchable(login: String, displayName: String) -> String {
        Texts.searchable(login + " " + displayName)
    }
}

extension Account {
    init(row: Row) throws {
        let (role, language, track): (String, String, String) = (row["role"], row["language"], row["track"])
        guard let role = Role(rawValue: role) else { throw GroundError(unknown: role, in: "accounts") }
        guard let language = LanguageChoice(rawValue: language) else {
            throw GroundError(unknown: language, in: "accounts")
        }
        guard let track = Track(rawValue: track) else { throw GroundError(unknown: track, in: "accounts") }
        self.init(
            id: row["id"], login: row["login"], displayName: row["display_name"], role: role,
            organisation: row["organisation"], language: language, track: track, disabled: row["disabled"],
            created: row["created"], lastSignIn: row["last_sign_in"])
    }
}

extension GroundError {
    /// No such account.
    static let noAccount = GroundError(
        .notFound, LocalizedText(vietnamese: "Không có tài khoản này.", english: "There is no such account."),
        field: "account")
}
