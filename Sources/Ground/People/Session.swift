/// A browser that has signed in, as its owner may see it.
public struct Session: Sendable, Equatable, Identifiable {
    /// Its number.
    public var id: Int64
    /// The account that signed in.
    public var account: Int64
    /// When it began, in milliseconds since 1970.
    public var created: Int64
    /// When it was last used, to within a few minutes.
    public var lastUsed: Int64
    /// When it ends however much it is used.
    public var expires: Int64
    /// The address that it began from.
    public var address: String
    /// What the browser called itself.
    public var agent: String
}

/// A session that has just begun.
public struct SignedIn: Sendable, Equatable {
    /// The secret for the cookie. It is kept nowhere else.
    public var token: String
    /// What it stands for.
    public var access: Access
}
