/// One row of the audit trail: who did what to what, when and from where.
public struct AuditEntry: Sendable, Equatable {
    /// Its place in the trail, from 1 without a gap.
    public var number: Int64
    /// When, in milliseconds since 1970.
    public var wallTime: Int64
    /// Who; nil for nobody signed in, or the server itself.
    public var account: Int64?
    /// The remote address.
    public var address: String
    /// What was done: words joined by dots, such as `account.created`.
    public var action: String
    /// What it was done to, such as `account/12`; may be empty.
    public var subject: String
    /// Further particulars for people; never a secret.
    public var detail: String
    /// SHA-256 over the hash of the row before and this row, in hexadecimal.
    public var hash: String
}

/// What looking through the audit trail came to.
public struct AuditVerdict: Sendable, Equatable {
    /// How many rows were in order before the first that was not, or altogether.
    public var intact: Int64
    /// The number at which the first row that is missing or was altered should stand; nil where all are in order.
    public var firstBroken: Int64?
    /// The hash of the last row in order, in hexadecimal: kept elsewhere, it also shows whether rows were cut off the end.
    public var head: String
}
