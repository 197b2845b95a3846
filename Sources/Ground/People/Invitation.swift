/// A link that lets somebody in.
public struct Invitation: Sendable, Equatable, Identifiable {
    /// Its number.
    public var id: Int64
    /// The role that accounts made by it have.
    public var role: Role
    /// The organisation that they belong to.
    public var organisation: Int64
    /// The exercise that they take a seat in.
    public var exercise: Int64?
    /// The team that they join; nil where they choose, or get a team of their own.
    public var team: Int64?
    /// How often it can still be used.
    public var usesLeft: Int
    /// When it ends, in milliseconds since 1970.
    public var expires: Int64
    /// When it was made.
    public var created: Int64
    /// Who made it.
    public var createdBy: Int64?
}

/// What an invitation is to be.
public struct NewInvitation: Sendable, Equatable {
    /// The role that accounts made by it have.
    public var role: Role
    /// The organisation that they belong to.
    public var organisation: Int64
    /// The exercise that they take a seat in; only for participants.
    public var exercise: Int64?
    /// The team that they join.
    public var team: Int64?
    /// How often it can be used: 1 to 2,000.
    public var uses: Int
    /// When it ends, in milliseconds since 1970; at most a year away.
    public var expires: Int64

    /// An invitation to an organisation, and perhaps into an exercise.
    public init(
        role: Role, organisation: Int64, exercise: Int64? = nil, team: Int64? = nil, uses: Int = 1, expires: Int64
    ) {
        self.role = role
        self.organisation = organisation
        self.exercise = exercise
        self.team = team
        self.uses = uses
        self.expires = expires
    }
}

/// An invitation that has just been made.
public struct IssuedInvitation: Sendable, Equatable {
    /// The secret for the link. It is kept nowhere else.
    public var secret: String
    /// What is kept of it.
    public var invitation: Invitation
}

/// What came of an invitation.
public struct Welcome: Sendable, Equatable {
    /// The account that was made or already there.
    public var account: Account
    /// The seat that it took, where the invitation was into an exercise.
    public var seat: Seat?
}
