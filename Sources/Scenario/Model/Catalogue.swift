/// The content library beside a scenario: technique cards, analytics, actions. Data files of the package, read by the same
/// reader as scenarios.
public struct Catalogue: Sendable, Equatable {
    /// Technique cards.
    public var cards: [TechniqueCard] = []
    /// Built-in analytics.
    public var analytics: [Analytic] = []
    /// Investigations and responses.
    public var actions: [DefenderAction] = []
    /// An empty catalogue.
    public init() {}
}

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

/// The kinds of record that sensors write.
public enum RecordKind: String, Sendable, CaseIterable {
    case process, file, registry, module, logon, logonFailure = "logon-failure", kerberosTicket = "kerberos-ticket"
    case directoryAccess = "directory-access", accountChange = "account-change", scheduledJob = "scheduled-job", service
    case script, networkFlow = "network-flow", dns, http, email, firewallDecision = "firewall-decision"
    case remoteShare = "remote-share", logCleared = "log-cleared", controlCommand = "control-command"
}

/// Where a trace is written.
public enum TracePlace: String, Sendable, CaseIterable {
    case source, target, domainController = "domain-controller"
}

/// One record that a technique leaves. Texts are models of what the real system writes; `{…}` placeholders are filled
/// from the step (source, target, account, network).
public struct Trace: Sendable, Equatable {
    /// Which sensor can write it.
    public var sensor: SensorKind
    /// What kind of record.
    public var record: RecordKind
    /// On which host.
    public var place: TracePlace = .source
    /// Program, file, key, job, service or query name.
    public var object = ""
    /// Command line, URL or detail.
    public var detail = ""
    /// Parent program, where it matters.
    public var parent = ""
    /// Windows event id, or 0.
    public var eventID = 0
    /// How many such records the step leaves.
    public var count = 1
    /// Only where the step succeeds.
    public var onSuccess = false
    /// A trace.
    public init(sensor: SensorKind, record: RecordKind) {
        self.sensor = sensor
        self.record = record
    }
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
    /// What it leaves in logs.
    public var traces: [Trace] = []
    /// A card.
    public init(id: String, attackID: String, tactic: Tactic, target: TechniqueTarget, effect: TechniqueEffect) {
        self.id = id
        self.attackID = attackID
        self.tactic = tactic
        self.target = target
        self.effect = effect
    }
}

/// How serious an alert claims to be.
public enum Severity: String, Sendable, CaseIterable {
    case low, medium, high, critical
}

/// A built-in analytic: which traces it notices, how surely, how late, and how often it cries wolf.
public struct Analytic: Sendable, Equatable {
    /// Key.
    public var id: String
    /// Name.
    public var title = LocalizedText()
    /// Sensor it reads.
    public var sensor: SensorKind
    /// Technique ids (ATT&CK) that it can notice.
    public var techniques: [String] = []
    /// Chance to notice one step (parts of 2³²).
    public var chance = UncertainNumber(1 << 31)
    /// How long it takes from the record to the alert.
    public var delayMilliseconds = UncertainNumber(60_000)
    /// Severity.
    public var severity: Severity = .medium
    /// False alarms per day and hundred covered hosts, in thousandths.
    public var falseAlarmsPerDayThousandths: Int64 = 0
    /// An analytic.
    public init(id: String, sensor: SensorKind) {
        self.id = id
        self.sensor = sensor
    }
}

/// Whether an action learns or changes.
public enum ActionKind: String, Sendable, CaseIterable {
    case investigation, response
}

/// What an action does; the rules of the network world know these.
public enum ActionMechanic: String, Sendable, CaseIterable {
    // Investigations
    case triageHost = "triage-host", processList = "process-list", memoryCapture = "memory-capture", phoneUser =
        "phone-user"
    case accountReview = "account-review", mailSearch = "mail-search", networkReview = "network-review"
    // Responses
    case isolateHost = "isolate-host", releaseHost = "release-host", resetCredential = "reset-credential"
    case disableAccount = "disable-account", blockAddress = "block-address", restoreHost = "restore-host", patchHost =
        "patch-host"
    case resetDomain = "reset-domain", segmentNetwork = "segment-network", purgeMail = "purge-mail", removeFoothold =
        "remove-foothold"
}

/// What an action is aimed at.
public enum ActionTarget: String, Sendable, CaseIterable {
    case host, account, network, organisation
}

/// An investigation or response.
public struct DefenderAction: Sendable, Equatable {
    /// Key.
    public var id: String
    /// Name.
    public var title = LocalizedText()
    /// Learn or change.
    public var kind: ActionKind
    /// What it does.
    public var mechanic: ActionMechanic
    /// What it is aimed at.
    public var target: ActionTarget
    /// How long it takes.
    public var durationMilliseconds = UncertainNumber(600_000)
    /// Minutes of staff it costs.
    public var staffMinutes = 10
    /// Whether command must approve first.
    public var approval = false
    /// Chance that an investigation finds what is there (parts of 2³²).
    public var chance = UncertainNumber(1 << 32)
    /// What else it does, told before one confirms.
    public var sideEffect = LocalizedText()
    /// An action.
    public init(id: String, kind: ActionKind, mechanic: ActionMechanic, target: ActionTarget) {
        self.id = id
        self.kind = kind
        self.mechanic = mechanic
        self.target = target
    }
}
