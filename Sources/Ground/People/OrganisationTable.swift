import GRDB
import Scenario

/// Rows of organisations.
enum OrganisationTable {
    /// One organisation.
    static func fetch(_ id: Int64, in database: Database) throws -> Organisation {
        let row = try Row.fetchOne(database, sql: "SELECT * FROM organisations WHERE id = ?", arguments: [id])
        guard let row else {
            throw GroundError(
                .notFound,
                LocalizedText(vietnamese: "Không có đơn vị này.", english: "There is no such organisation."),
                field: "organisation")
        }
        return Organisation(row: row)
    }

    /// Adds an organisation. The name has been looked at.
    static func add(_ name: String, at wallTime: Int64, in database: Database) throws -> Organisation {
        try checkFree(name, except: nil, in: database)
        try database.execute(
            sql: "INSERT INTO organisations (name, folded, created) VALUES (?, ?, ?)",
            arguments: [name, Texts.folded(name), wallTime])
        return try fetch(database.lastInsertedRowID, in: database)
    }

    /// Refuses a name that another organisation has.
    static func checkFree(_ name: String, except id: Int64?, in database: Database) throws {
        let other = try Int64.fetchOne(
            database, sql: "SELECT id FROM organisations WHERE folded = ?", arguments: [Texts.folded(name)])
        guard other == nil || other == id else {
            throw GroundError(
                .conflict,
                LocalizedText(
                    vietnamese: "Đã có đơn vị tên “\(name)”.", english: "There is an organisation “\(name)” already."),
                field: "name")
        }
    }
}

extension Organisation {
    init(row: Row) {
        self.init(id: row["id"], name: row["name"], created: row["created"])
    }
}
