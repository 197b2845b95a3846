import Foundation
import GRDB
import Scenario

extension Ground {
    /// Makes an invitation.
    /// - Throws: `invalid` for particulars that contradict each other, `notFound` for an organisation, exercise or team that
    ///   is not there, `limit` for too many, `storage`.
    public func createInvitation(
        _ new: NewInvitation, by requester: Requester
    ) async throws(GroundError) -> IssuedInvitation {
        let secret = Secret()
        let invitation = try await database.write { [now = database.now] database in
            let wallTime = now()
            try InvitationTable.check(new, at: wallTime, in: database)
            try database.execute(
                sql: """
                    INSERT INTO invitations
                        (hash, role, organisation, exercise, team, uses_left, expires, created, created_by)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    secret.hash, new.role.rawValue, new.organisation, new.exercise, new.team, new.uses, new.expires,
                    wallTime, requester.account,
                ])
            let id = database.lastInsertedRowID
            try AuditTable.add(
                "invitation.created", subject: "invitation/\(id)", detail: "\(new.role.rawValue), \(new.uses) uses",
                by: requester, at: wallTime, in: database)
            return try InvitationTable.fetch(hash: secret.hash, at: wallTime, in: database)
        }
        return IssuedInvitation(secret: secret.text, invitation: invitation)
    }

    /// The invitation of a link that is still good.
    /// - Throws: `notFound` where it is used up, out of date, taken back or made up; `storage`.
    public func invitation(secret: String) async throws(GroundError) -> Invitation {
        guard let hash = Secret.hash(shown: secret) else { throw GroundError.linkIsOld }
        return try await database.read { [now = database.now] database in
            try InvitationTable.fetch(hash: hash, at: now(), in: database)
        }
    }

    /// The invitations of an organisation that are still good, newest first.
    /// - Throws: `storage`.
    public func invitations(organisation: Int64) async throws(GroundError) -> [Invitation] {
        try await database.read { [now = database.now] database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM invitations WHERE organisation = ? AND uses_left > 0 AND expires > ?
                    ORDER BY id DESC LIMIT ?
                    """,
                arguments: [organisation, now(), GroundLimits.page]
            ).map(Invitation.init(row:))
        }
    }

    /// Takes an invitation back.
    /// - Throws: `notFound` where the organisation has no such invitation, `storage`.
    public func revokeInvitation(
        _ id: Int64, organisation: Int64, by requester: Requester
    ) async throws(GroundError) {
        try await database.write { [now = database.now] database in
            try database.execute(
                sql: "DELETE FROM invitations WHERE id = ? AND organisation = ?", arguments: [id, organisation])
            guard database.changesCount == 1 else { throw GroundError.linkIsOld }
            try AuditTable.add(
                "invitation.revoked", subject: "invitation/\(id)", by: requester, at: now(), in: database)
        }
    }

    /// Makes an account by an invitation, with the seat that it promises.
    /// - Parameter team: Where the invitation is into an exercise and names no team: the team to join; nil for one of one's
    ///   own.
    /// - Throws: `notFound` where the link is no longer good or the team is not there, `invalid`, `conflict` for a login that
    ///   is taken or a closed exercise, `limit`, `tooMany`, `storage`. The invitation is not used up then.
    public func redeem(
        secret: String, as new: NewAccount, team: Int64? = nil, address: String
    ) async throws(GroundError) -> Welcome {
        let hash = try await goodLink(secret)
        let checked = try CheckedAccount(new)
        let password = try await passwords.hash(new.password)
        defer { seatCache.forget() }
        return try await database.write { [now = database.now] database in
            let wallTime = now()
            let invitation = try InvitationTable.fetch(hash: hash, at: wallTime, in: database)
            let account = try AccountTable.add(
                checked, password: password, role: invitation.role, organisation: invitation.organisation,
                at: wallTime, in: database)
            let requester = Requester(account: account.id, address: address)
            try AuditTable.add(
                "account.created", subject: "account/\(account.id)",
                detail: "\(account.login) \(account.role.rawValue) by invitation/\(invitation.id)", by: requester,
                at: wallTime, in: database)
            return try Self.seat(account, by: invitation, chosen: team, requester, at: wallTime, in: database)
        }
    }

    /// Takes the seat that an invitation promises, for an account that is there already; its role stays as it is. Who has
    /// that seat keeps it, and the invitation is not used up.
    /// - Throws: `notFound` where the link is no longer good or the team is not there, `conflict` where the invitation is
    ///   into no exercise, the exercise is closed, or the account sits in another team of one that has begun; `storage`.
    public func redeem(
        secret: String, account id: Int64, team: Int64? = nil, address: String
    ) async throws(GroundError) -> Welcome {
        let hash = try await goodLink(secret)
        defer { seatCache.forget() }
        return try await database.write { [now = database.now] database in
            let wallTime = now()
            let invitation = try InvitationTable.fetch(hash: hash, at: wallTime, in: database)
            guard let exercise = invitation.exercise else {
                throw GroundError(
                    .conflict,
                    LocalizedText(
                        vietnamese: "Lời mời này để tạo tài khoản mới, mà bạn đã có tài khoản.",
                        english: "This invitation makes an account, and you have one."))
            }
            let account = try AccountTable.fetch(id, in: database)
            let present = try TeamTable.seat(exercise: exercise, account: id, in: database)
            let wanted = invitation.team ?? team
            if let present, wanted == nil || wanted == present.team { return Welcome(account: account, seat: present) }
            return try Self.seat(
                account, by: invitation, chosen: team, Requester(account: id, address: address), at: wallTime,
                in: database)
        }
    }

    /// Looks at a link before anything is spent on it.
    private func goodLink(_ secret: String) async throws(GroundError) -> Data {
        guard let hash = Secret.hash(shown: secret) else { throw GroundError.linkIsOld }
        _ = try await invitation(secret: secret)
        return hash
    }

    private static func seat(
        _ account: Account, by invitation: Invitation, chosen: Int64?, _ requester: Requester, at wallTime: Int64,
        in database: Database
    ) throws -> Welcome {
        let seat = try InvitationTable.seat(account, by: invitation, chosen: chosen, in: database)
        try InvitationTable.use(invitation, in: database)
        if let seat {
            try AuditTable.add(
                "seat.taken", subject: "account/\(account.id)",
                detail: "team/\(seat.team) by invitation/\(invitation.id)", by: requester, at: wallTime, in: database)
        }
        return Welcome(account: account, seat: seat)
    }
}
