/// A secret that programs show instead of signing in.
public struct APIToken: Sendable, Equatable, Identifiable {
    /// Its number.
    public var id: Int64
    /// The account that it acts for.
    public var account: Int64
    /// What its owner calls it.
    public var name: String
    /// The most that it may do, whatever its account may.
    public var ceiling: Role
    /// When it was made, in milliseconds since 1970.
    public var created: Int64
    /// When it ends; nil for never.
    public var expires: Int64?
    /// When it was last used, to within a few minutes.
    public var lastUsed: Int64?
}

/// A token that has just been made.
public struct IssuedToken: Sendable, Equatable {
    /// The secret, `thao_` and 43 characters. It is kept nowhere else.
    public var secret: String
    /// What is kept of it.
    public var token: APIToken
}
