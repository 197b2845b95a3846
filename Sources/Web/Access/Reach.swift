import Ground

/// How far somebody's permissions reach: an administrator's everywhere, others' within their organisation.
extension WebRequest {
    /// The organisation that lists are narrowed to; nil for an administrator, who sees all.
    var organisationInReach: Int64? {
        guard let access, access.role != .administrator else { return nil }
        return access.account.organisation
    }

    /// Roles that may be given: all by an administrator, lower ones than their own by others.
    var rolesInReach: [Role] {
        guard let role = access?.role else { return [] }
        return Role.allCases.filter { role == .administrator || $0 < role }
    }

    /// An account that may be managed: anybody's by an administrator, others' of lower role in the same organisation.
    ///
    /// - Throws: `notFound` for all others, so that numbers tell nothing.
    func accountInReach(_ id: Int64) async throws -> Account {
        let account = try await site.ground.account(id)
        guard let access else { throw Problem.unauthenticated }
        if access.role == .administrator { return account }
        guard account.organisation == access.account.organisation, account.role < access.role else {
            throw Problem.notFound
        }
        return account
    }

    /// An organisation that something may be put into: the asked one for an administrator, else one's own.
    func organisation(asked: Int64?) throws -> Int64 {
        let own = try account.organisation
        guard let asked, asked != own else { return own }
        guard access?.role == .administrator else { throw Problem.forbidden }
        return asked
    }

    /// A role that may be given.
    func roleInReach(_ name: String?) throws -> Role {
        guard let role = name.flatMap(Role.init) else {
            throw Problem.invalid(Texts.API.oneOf(Role.allCases.map(\.rawValue)), field: "role")
        }
        guard rolesInReach.contains(role) else { throw Problem.forbidden }
        return role
    }
}
