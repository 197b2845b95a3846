/// How hard a password is to guess.
public enum PasswordStrength: String, Sendable, CaseIterable {
    case weak, fair, strong
}

/// What an account may do.
public enum AccountPrivilege: String, Sendable, CaseIterable {
    case user, administrator, domainAdministrator = "domain-administrator"
}

/// Where an account lives.
public enum AccountKind: String, Sendable, CaseIterable {
    case domain, local, cloud, service
}

/// Accounts that are alike; a person is an account with a mailbox or a workstation.
public struct AccountGroup: Sendable, Equatable {
    /// Key. Account names are made like host names.
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// How many.
    public var count = 1
    /// Where it lives.
    public var kind: AccountKind = .domain
    /// What it may do.
    public var privilege: AccountPrivilege = .user
    /// Whether a second factor is asked for from outside and on administration.
    public var mfa = false
    /// Password.
    public var password: PasswordStrength = .fair
    /// Whether it has a mailbox that outsiders can write to.
    public var mail = false
    /// Host group of its workstation (the i-th account uses the i-th host, around), or empty.
    public var workstation = ""
    /// Host groups it may log on to as a user.
    public var logsOnTo: [String] = []
    /// Host groups it administers.
    public var administers: [String] = []
    /// Host groups whose hosts always hold its credential (services, scheduled jobs).
    public var storedOn: [String] = []
    /// Chance that a given host it administers still holds its credential (parts of 2³²).
    public var cachedShare: Int64 = 0
    /// Working hours, minutes of the local day.
    public var workStartMinute = 8 * 60
    /// End of work.
    public var workEndMinute = 17 * 60
    /// A group.
    public init(name: String) { self.name = name }
}

/// Something that administrators do that looks like an attack.
public struct AdministrativeHabit: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// Account group that does it.
    public var account: String
    /// Technique whose traces it leaves.
    public var technique: String
    /// Host groups it is done to.
    public var on: [String] = []
    /// How often in 24 working hours, over all accounts, in thousandths.
    public var perDayThousandths: Int64 = 1_000
    /// A habit.
    public init(name: String, account: String, technique: String) {
        self.name = name
        self.account = account
        self.technique = technique
    }
}
