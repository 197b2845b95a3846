/// What a route lets somebody do. ``PermissionTable`` says who may.
///
/// A permission is the outer gate. Where it concerns things of an organisation, a team or a seat, the handler asks in
/// addition whether they are one's own.
enum Permission: String, Sendable, CaseIterable {
    /// Look at what everybody may see, signed in or not: sign-in, links of invitations, what this is, health.
    case visit
    /// Manage the own account, see the own exercises.
    case ownAccount = "own-account"
    /// Act in an exercise from one's own seat.
    case takePart = "take-part"
    /// See what teams see, and the scoreboard, without acting.
    case observe
    /// See the review of a closed exercise that one was part of, observed or directed.
    case review
    /// Prepare, run, mark and close exercises of the own organisation.
    case direct
    /// Make and disable accounts, invite, reset passwords in the own organisation.
    case managePeople = "manage-people"
    /// Make organisations and name them.
    case manageOrganisations = "manage-organisations"
    /// Read who did what.
    case readAudit = "read-audit"
    /// Collect the server's figures.
    case readMetrics = "read-metrics"
}
