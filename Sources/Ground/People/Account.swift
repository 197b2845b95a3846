/// A person, or a program, that may sign in.
public struct Account: Sendable, Equatable, Identifiable {
    /// Its number; what journals call it.
    public var id: Int64
    /// The name to sign in with: 3 to 40 of a-z, 0-9, dot, underscore and hyphen.
    public var login: String
    /// The name that others read.
    public var displayName: String
    /// What it is for.
    public var role: Role
    /// The organisation that it belongs to.
    public var organisation: Int64
    /// The language that it reads.
    public var language: LanguageChoice
    /// Who thinks for it.
    public var track: Track
    /// Whether it may no longer sign in.
    public var disabled: Bool
    /// When it was made, in milliseconds since 1970.
    public var created: Int64
    /// When it last signed in, in milliseconds since 1970.
    public var lastSignIn: Int64?
}

/// What somebody says of themselves when an account is made.
public struct NewAccount: Sendable, Equatable {
    /// The name to sign in with; capital letters become small.
    public var login: String
    /// The name that others read.
    public var displayName: String
    /// The password: at least 10 characters, at most 200 bytes.
    public var password: String
    /// The language that it reads.
    public var language: LanguageChoice
    /// Who thinks for it.
    public var track: Track

    /// A new account's particulars.
    public init(
        login: String, displayName: String, password: String, language: LanguageChoice = .vietnamese,
        track: Track = .human
    ) {
        self.login = login
        self.displayName = displayName
        self.password = password
        self.language = language
        self.track = track
    }
}

/// What is to become different about an account; nil leaves things as they are.
public struct AccountChanges: Sendable, Equatable {
    /// Another name that others read.
    public var displayName: String?
    /// Another role; all sessions end.
    public var role: Role?
    /// Another organisation; all sessions end.
    public var organisation: Int64?
    /// Another language.
    public var language: LanguageChoice?
    /// Another track.
    public var track: Track?
    /// Whether it may no longer sign in; disabling ends all sessions and makes its tokens useless.
    public var disabled: Bool?

    /// No change yet.
    public init() {}
}
