import GRDB

extension Ground {
    /// All organisations, by name.
    /// - Throws: `storage`.
    public func organisations() async throws(GroundError) -> [Organisation] {
        try await database.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM organisations ORDER BY folded").map(Organisation.init(row:))
        }
    }

    /// One organisation.
    /// - Throws: `notFound`, `storage`.
    public func organisation(_ id: Int64) async throws(GroundError) -> Organisation {
        try await database.read { try OrganisationTable.fetch(id, in: $0) }
    }

    /// Adds an organisation.
    /// - Throws: `invalid`, `conflict` for a name that is taken, `storage`.
    public func createOrganisation(name: String, by requester: Requester) async throws(GroundError) -> Organisation {
        let name = try Texts.name(name, field: "name")
        return try await database.write { [now = database.now] database in
            let organisation = try OrganisationTable.add(name, at: now(), in: database)
            try AuditTable.add(
                "organisation.created", subject: "organisation/\(organisation.id)", detail: name, by: requester,
                at: now(), in: database)
            return organisation
        }
    }

    /// Gives an organisation another name.
    /// - Throws: `notFound`, `invalid`, `conflict` for a name that is taken, `storage`.
    public func renameOrganisation(
        _ id: Int64, to name: String, by requester: Requester
    ) async throws(GroundError) -> Organisation {
        let name = try Texts.name(name, field: "name")
        return try await database.write { [now = database.now] database in
            _ = try OrganisationTable.fetch(id, in: database)
            try OrganisationTable.checkFree(name, except: id, in: database)
            try database.execute(
                sql: "UPDATE organisations SET name = ?, folded = ? WHERE id = ?",
                arguments: [name, Texts.folded(name), id])
            try AuditTable.add(
                "organisation.changed", subject: "organisation/\(id)", detail: name, by: requester, at: now(),
                in: database)
            return try OrganisationTable.fetch(id, in: database)
        }
    }
}
