/// How much of everything the ground takes. Texts are measured in bytes of UTF-8.
public enum GroundLimits {
    /// Length of a login name, in characters.
    public static let login = 3...40
    /// Length of a password, in characters at least and bytes at most.
    public static let password = 10...200
    /// Longest name of a person, team, organisation, exercise, token or saved search.
    public static let name = 120
    /// Longest text of a saved search or an activity.
    public static let query = 4_000
    /// Longest line of a journal.
    public static let journalLine = 128 * 1024
    /// Most lines that one call may append to a journal.
    public static let journalLines = 1_000
    /// Most lines that may wait to be written to journals; further ones are refused.
    public static let journalWaiting = 100_000
    /// Most activities that may wait to be written; further ones are refused.
    public static let activitiesWaiting = 100_000
    /// Longest settings of an exercise.
    public static let settings = 64 * 1024
    /// Largest scenario together with its catalogue.
    public static let content = 64 * 1024 * 1024
    /// Most files of one exercise's content.
    public static let contentFiles = 500
    /// Largest outcome or review of a closed exercise.
    public static let result = 64 * 1024 * 1024
    /// Most teams of one exercise.
    public static let teams = 2_000
    /// Most seats of one team.
    public static let seatsOfTeam = 200
    /// Most sessions of one account; the oldest ends when another begins.
    public static let sessions = 50
    /// Most API tokens of one account.
    public static let tokens = 50
    /// Most uses of one invitation.
    public static let invitationUses = 2_000
    /// Most invitations of one organisation that are still good.
    public static let invitations = 1_000
    /// Most saved searches of one team.
    public static let savedSearches = 500
    /// Longest idempotency key.
    public static let idempotencyKey = 200
    /// Largest stored answer of an idempotent request.
    public static let idempotentBody = 256 * 1024
    /// Longest remote address, action or subject in the audit trail.
    public static let auditWord = 200
    /// Longest detail in the audit trail.
    public static let auditDetail = 2_000
    /// Most rows that one call lists.
    public static let page = 1_000
}
