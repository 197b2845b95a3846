/// What a session or an API token stands for at this moment.
public struct Access: Sendable, Equatable {
    /// What the access was shown by.
    public enum Kind: Sendable, Equatable {
        /// A browser's session, by its number.
        case session(Int64)
        /// An API token, by its number.
        case token(Int64)
    }

    /// The account that acts.
    public var account: Account
    /// What it may do here: its role, or less where a token holds it down.
    public var role: Role
    /// Session or token.
    public var kind: Kind
    /// What unsafe requests of a session must repeat; nil for tokens, which no browser sends by itself.
    public var csrfToken: String?
    /// When it ends, in milliseconds since 1970; nil for a token without an end.
    public var expires: Int64?
}
