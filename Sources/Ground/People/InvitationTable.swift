import Foundation
import GRDB
import Scenario

/// Rows of invitations.
enum InvitationTable {
    /// The longest that an invitation is good, in milliseconds.
    static let longest: Int64 = 366 * 24 * 3_600_000

    /// The invitation of a secret that is still good.
    static func fetch(hash: Data, at wallTime: Int64, in database: Database) throws -> Invitation {
        let row = try Row.fetchOne(
            database, sql: "SELECT * FROM invitations WHERE hash = ? AND uses_left > 0 AND expires > ?",
            arguments: [hash, wallTime])
        guard let row else { throw GroundError.linkIsOld }
        return try Invitation(row: row)
    }

    /// Uses an invitation once.
    static func use(_ invitation: Invitation, in database: Database) throws {
        try database.execute(
            sql: "UPDATE invitations SET uses_left = uses_left - 1 WHERE id = ?", arguments: [invitation.id])
    }

    /// Refuses particulars that contradict each other or the time.
    static func check(_ new: NewInvitation, at wallTime: Int64, in database: Database) throws {
        _ = try OrganisationTable.fetch(new.organisation, in: database)
        guard (1...GroundLimits.invitationUses).contains(new.uses) else {
            throw GroundError(
                .invalid,
                LocalizedText(
                    vietnamese: "Số lần dùng phải từ 1 đến \(GroundLimits.invitationUses).",
                    english: "An invitation is good for 1 to \(GroundLimits.invitationUses) uses."),
                field: "uses")
        }
        guard new.expires > wallTime, new.expires <= wallTime + longest else {
            throw GroundError(
                .invalid,
                LocalizedText(
                    vietnamese: "Ngày hết hạn phải trong vòng một năm tới.",
                    english: "An invitation ends within a year from now."),
                field: "expires")
        }
        if let exercise = new.exercise {
            guard new.role == .participant else {
                throw GroundError(
                    .invalid,
                    LocalizedText(
                        vietnamese: "Chỉ người tham gia mới được mời vào một cuộc diễn tập.",
                        english: "Only participants are invited into an exercise."),
                    field: "role")
            }
            _ = try ExerciseTable.fetch(exercise, in: database)
        }
        if let team = new.team, try TeamTable.fetch(team, in: database).exercise != new.exercise {
            throw GroundError.noTeam
        }
        let count = try Int.fetchOne(
            database,
            sql: "SELECT count(*) FROM invitations WHERE organisation = ? AND uses_left > 0 AND expires > ?",
            arguments: [new.organisation, wallTime])
        guard count ?? 0 < GroundLimits.invitations else {
            throw GroundError(
                .limit,
                LocalizedText(
                    vietnamese: "Đơn vị có quá nhiều lời mời còn hiệu lực. Hãy thu hồi bớt.",
                    english: "The organisation has too many invitations that are still good. Revoke some first."))
        }
    }

    /// Gives an account the seat that an invitation promises: in its team, in the one chosen, or in one of its own.
    static func seat(
        _ account: Account, by invitation: Invitation, chosen: Int64?, in database: Database
    ) throws -> Seat? {
        guard let exercise = invitation.exercise else { return nil }
        if let team = invitation.team ?? chosen {
            guard try TeamTable.fetch(team, in: database).exercise == exercise else { throw GroundError.noTeam }
            return try TeamTable.takeSeat(team: team, account: account.id, duty: "", in: database)
        }
        if let present = try TeamTable.seat(exercise: exercise, account: account.id, in: database) { return present }
        let name = try freeName(for: account, exercise: exercise, in: database)
        let team = try TeamTable.add(exercise: exercise, name: name, track: account.track, in: database)
        return try TeamTable.takeSeat(team: team.id, account: account.id, duty: "", in: database)
    }

    /// The account's name, or with its login behind it where a team is called so already.
    private static func freeName(for account: Account, exercise: Int64, in database: Database) throws -> String {
        let isTaken = try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM teams WHERE exercise = ? AND folded = ?)",
            arguments: [exercise, Texts.folded(account.displayName)])
        guard isTaken == true else { return account.displayName }
        let room = GroundLimits.name - account.login.utf8.count - 3
        return "\(Texts.noted(account.displayName, to: room)) (\(account.login))"
    }
}

extension Invitation {
    init(row: Row) throws {
        let role: String = row["role"]
        guard let role = Role(rawValue: role) else { throw GroundError(unknown: role, in: "invitations") }
        self.init(
            id: row["id"], role: role, organisation: row["organisation"], exercise: row["exercise"], team: row["team"],
            usesLeft: row["uses_left"], expires: row["expires"], created: row["created"], createdBy: row["created_by"])
    }
}
