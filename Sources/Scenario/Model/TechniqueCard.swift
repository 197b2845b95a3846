/// Tactics of ATT&CK Enterprise and ICS, in the order in which they are drawn.
public enum Tactic: String, Sendable, CaseIterable {
    case reconnaissance, initialAccess = "initial-access", execution, persistence, privilegeEscalation =
        "privilege-escalation"
    case defenseEvasion = "defense-evasion", credentialAccess = "credential-access", discovery
    case lateralMovement = "lateral-movement", collection, commandAndControl = "command-and-control", exfiltration
    case inhibitResponseFunction = "inhibit-response-function", impairProcessControl = "impair-process-control", impact
}

/// What a technique is aimed at.
public enum TechniqueTarget: String, Sendable, CaseIterable {
    /// The adversary's own foothold.
    case foothold
    /// Another host.
    case host
    /// A person with a mailbox.
    case person
    /// A data asset on a foothold.
    case asset
    /// A controller of a physical process, from a foothold that reaches it.
    case controller
    /// The whole Windows domain, from a foothold.
    case domain
}

/// A level of access on a host.
public enum AccessLevel: String, Sendable, CaseIterable {
    case none, user, administrator
}

/// Which credential a technique needs at its target.
public enum CredentialNeed: String, Sendable, CaseIterable {
    case none, user, administrator, domainAdministrator = "domain-administrator"
}

/// What a technique changes when it succeeds.
public enum TechniqueEffect: String, Sendable, CaseIterable {
    /// Access as a user to the target (a person: to their workstation).
    case accessUser = "access-user"
    /// Access as administrator to the target.
    case accessAdministrator = "access-administrator"
    /// User becomes administrator on the foothold.
    case elevate
    /// A foothold that survives a restart and the loss of its session.
    case persist
    /// Credentials of those logged on to the foothold.
    case cachedCredentials = "cached-credentials"
    /// The credential of the person who uses the foothold.
    case ownCredential = "own-credential"
    /// Credentials stored on the foothold.
    case storedCredentials = "stored-credentials"
    /// Credentials of service accounts, asked of the domain.
    case serviceCredentials = "service-credentials"
    /// Credentials by guessing, asked of the domain.
    case guessedCredentials = "guessed-credentials"
    /// All credentials of the domain.
    case domainCredentials = "domain-credentials"
    /// The credential of the person who was written to.
    case personCredential = "person-credential"
    /// Hosts that the foothold can reach become known.
    case discoverHosts = "discover-hosts"
    /// Accounts of the domain become known.
    case discoverAccounts = "discover-accounts"
    /// Where data lies becomes known.
    case discoverData = "discover-data"
    /// What controls the process becomes known.
    case discoverProcess = "discover-process"
    /// The endpoint sensor on the foothold sees nothing any more.
    case blindSensor = "blind-sensor"
    /// Data is gathered on the foothold.
    case collect
    /// Gathered data leaves.
    case exfiltrate
    /// The target is encrypted.
    case encrypt
    /// All hosts of the domain that can be reached are encrypted.
    case encryptDomain = "encrypt-domain"
    /// Backups are lost.
    case destroyBackups = "destroy-backups"
    /// A service is stopped on the foothold.
    case stopService = "stop-service"
    /// The controller disturbs its process.
    case disturbProcess = "disturb-process"
    /// Operators see nothing of the process for a while: restoring takes longer.
    case blindOperators = "blind-operators"
    /// Nothing but traces (commands, tooling).
    case none
}

/// A control and what it leaves of a chance.
public struct Mitigation: Sendable, Equatable {
    /// The control.
    public var control: Control
    /// Factor on the chance, parts of 2³².
    public var factor: UncertainNumber
    /// A mitigation.
    public init(control: Control, factor: UncertainNumber) {
        self.control = control
        self.factor = factor
    }
}

/// One ATT&CK (sub-)technique as a card: a model of what it needs, changes and leaves, never a way to do it.
public struct TechniqueCard: Sendable, Equatable {
    /// Key: the ATT&CK id, with a suffix where one technique has several cards.
    public var id: String
    /// ATT&CK id.
    public var attackID: String
    /// Name.
    public var name = LocalizedText()
    /// Tactic.
    public var tactic: Tactic
    /// What it is aimed at.
    public var target: TechniqueTarget
    /// Whether it starts outside rather than from a foothold.
    public var fromOutside = false
    /// Access needed on the foothold it starts from.
    public var needsAccess: AccessLevel = .none
    /// Operating systems of the target; empty means any.
    public var platforms: [OperatingSystem] = []
    /// Roles of the target; empty means any.
    public var roles: [HostRole] = []
    /// Services of the target, one of which must be reachable; empty means none needed.
    public var services: [ServiceKind] = []
    /// A weakness of that kind must be there.
    public var vulnerability: VulnerabilityKind?
    /// A credential for the target must be known.
    public var credential: CredentialNeed = .none
    /// Whether source (foothold) or target must belong to the domain.
    public var needsDomain = false
    /// What changes.
    public var effect: TechniqueEffect
    /// Chance of success before controls and skill (parts of 2³²).
    public var chance = UncertainNumber(1 << 32)
    /// How long it takes.
    public var durationMilliseconds = UncertainNumber(60_000)
    /// How loud it is, parts of 2³².
    public var loudness: Int64 = 1 << 30
    /// What lowers the chance.
    public var loweredBy: [Mitigation] = []
    /// What it always leaves in logs.
    public var traces: [Trace] = []
    /// Ways in which it is done, of which each step takes one.
    public var variants: [TraceVariant] = []
    /// A card.
    public init(id: String, attackID: String, tactic: Tactic, target: TechniqueTarget, effect: TechniqueEffect) {
        self.id = id
        self.attackID = attackID
        self.tactic = tactic
        self.target = target
        self.effect = effect
    }
}

extension TechniqueCard {
    /// Everything that it may leave, variants after what is common to them.
    public var everyTrace: [Trace] { traces + variants.flatMap(\.traces) }
}
