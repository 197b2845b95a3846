/// The simulation half of a scenario. Names refer to each other by the keys of their sections; the reader has checked
/// that they exist. Arrays are in the order of the file.
public struct Simulation: Sendable, Equatable {
    /// The wall-clock start that timestamps count from: seconds since 1970-01-01T00:00Z.
    public var startEpochSeconds: Int64 = 1_772_411_400
    /// Offset of local time from UTC in minutes, as written with the start.
    public var utcOffsetMinutes = 420
    /// How long a run lasts.
    public var durationMilliseconds: Int64 = 8 * 3_600_000
    /// The seed of the file, where the command line gives none.
    public var seed: UInt64 = 1
    /// Currency that money is shown in; amounts are whole units.
    public var currency = "VND"

    /// Networks, of which `internet` always exists without being listed.
    public var networks: [Network] = []
    /// What may pass between networks; everything else is dropped.
    public var firewall: [FirewallRule] = []
    /// Weaknesses of software that services and hosts may have.
    public var vulnerabilities: [SoftwareVulnerability] = []
    /// Groups of equal hosts.
    public var hosts: [HostGroup] = []
    /// Groups of equal accounts; people are accounts with a mailbox.
    public var accounts: [AccountGroup] = []
    /// Data worth taking.
    public var assets: [DataAsset] = []
    /// What the organisation does for others, and what it rests on.
    public var businessServices: [BusinessService] = []
    /// Physical processes under control of OT devices.
    public var processes: [PhysicalProcess] = []
    /// What watches.
    public var sensors: [Sensor] = []
    /// Names of built-in analytics that are on; empty means all whose sensor exists.
    public var analytics: [String] = []
    /// Who attacks.
    public var adversaries: [Adversary] = []
    /// What can be done beforehand.
    public var measures: [Measure] = []
    /// Controls in force without any measure.
    public var controls: [ControlSetting] = []
    /// People who defend.
    public var staff = Staff()
    /// Changes to built-in investigations and responses, by their id.
    public var actionOverrides: [ActionOverride] = []
    /// Awkward things that administrators do and that look like attacks.
    public var administration: [AdministrativeHabit] = []
    /// Defaults that an importer assumed and the owner should correct: (path, text).
    public var assumptions: [String] = []

    /// An empty simulation.
    public init() {}
}

/// A network with its address range.
public struct Network: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// First address of the range.
    public var baseAddress: UInt32
    /// Prefix length, 0…32.
    public var prefixLength: Int
    /// What kind of place it is; decides where it is drawn.
    public var zone: Zone
    /// A network at that place.
    public init(name: String, baseAddress: UInt32, prefixLength: Int, zone: Zone) {
        self.name = name
        self.baseAddress = baseAddress
        self.prefixLength = prefixLength
        self.zone = zone
    }
}

/// Kinds of network.
public enum Zone: String, Sendable, CaseIterable {
    case perimeter, servers, office, branch, management, partner, controlCentre = "control-centre", field
}

/// Lets services of one place be reached from another.
public struct FirewallRule: Sendable, Equatable {
    /// A network, `internet`, or `any`.
    public var from: String
    /// A network, a host group, or `any`.
    public var to: String
    /// The services; empty means all.
    public var services: [ServiceKind]
    /// Allowed or dropped; the first rule that fits decides.
    public var allow: Bool
    /// A rule.
    public init(from: String, to: String, services: [ServiceKind], allow: Bool) {
        self.from = from
        self.to = to
        self.services = services
        self.allow = allow
    }
}

/// What a host can offer over the network.
public enum ServiceKind: String, Sendable, CaseIterable {
    case http, https, smtp, imap, dns, smb, rpc, rdp, winrm, ssh, telnet, ftp, vnc, ldap, kerberos, vpn, database,
        backup, ntp,
        snmp, printing, modbus, iec104, iec61850 = "iec-61850", dnp3, opcua = "opc-ua", s7, engineering, other
}

/// Operating systems, as far as techniques care.
public enum OperatingSystem: String, Sendable, CaseIterable {
    case windowsWorkstation = "windows-workstation", windowsServer = "windows-server", linux
    case networkDevice = "network-device", controller, appliance
}

/// What a host is for.
public enum HostRole: String, Sendable, CaseIterable {
    case workstation, domainController = "domain-controller", fileServer = "file-server", mailServer = "mail-server"
    case webServer = "web-server", applicationServer = "application-server", databaseServer = "database-server"
    case backupServer = "backup-server", managementServer = "management-server", jumpHost = "jump-host"
    case remoteAccess = "remote-access", proxy, firewall, dnsServer = "dns-server", printer
    case operatorStation = "operator-station", engineeringStation = "engineering-station", historian
    case controlServer = "control-server", controller, protectionRelay = "protection-relay", gateway, other
}

/// How bad a weakness is: what using it gives.
public enum VulnerabilityKind: String, Sendable, CaseIterable {
    case remoteCode = "remote-code", privilegeEscalation = "privilege-escalation"
    case authenticationBypass = "authentication-bypass", credentialLeak = "credential-leak"
}

/// A weakness by its public names.
public struct SoftwareVulnerability: Sendable, Equatable {
    /// Key.
    public var name: String
    /// CVE id, or empty.
    public var cve = ""
    /// CWE id.
    public var cwe = ""
    /// What using it gives.
    public var kind: VulnerabilityKind
    /// Share of hosts of a group that have the patch without any measure (parts of 2³²).
    public var patchedShare: Int64 = 0
    /// What it is.
    public var description = LocalizedText()
    /// A weakness.
    public init(name: String, kind: VulnerabilityKind) {
        self.name = name
        self.kind = kind
    }
}

/// A service that every host of a group offers.
public struct HostService: Sendable, Equatable {
    /// Kind.
    public var kind: ServiceKind
    /// Port; 0 means the kind's usual one.
    public var port = 0
    /// Product, for display and records.
    public var product = ""
    /// Version, for display and records.
    public var version = ""
    /// Keys of the weaknesses that it has.
    public var vulnerabilities: [String] = []
    /// A service of that kind.
    public init(kind: ServiceKind) { self.kind = kind }
}

/// Hosts that are alike.
public struct HostGroup: Sendable, Equatable {
    /// Key. Host names are the key where `count` is 1, else key-001, key-002, …
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// Key of its network.
    public var network: String
    /// How many.
    public var count = 1
    /// Operating system.
    public var os: OperatingSystem
    /// Role.
    public var role: HostRole
    /// Whether it belongs to the Windows domain.
    public var domainJoined = false
    /// First address; 0 means the next free one.
    public var address: UInt32 = 0
    /// What it offers.
    public var services: [HostService] = []
    /// Weaknesses of the host itself (privilege escalation).
    public var vulnerabilities: [String] = []
    /// A group.
    public init(name: String, network: String, os: OperatingSystem, role: HostRole) {
        self.name = name
        self.network = network
        self.os = os
        self.role = role
    }
}

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

/// Data worth taking.
public struct DataAsset: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// Host group that holds it.
    public var host: String
    /// How many records.
    public var records: Int64 = 0
    /// Loss per record taken, whole currency units.
    public var lossPerRecord = UncertainNumber(0)
    /// An asset.
    public init(name: String, host: String) {
        self.name = name
        self.host = host
    }
}

/// What the organisation does for others.
public struct BusinessService: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// Host groups it rests on: it is down while any of them has too few hosts working.
    public var dependsOn: [String] = []
    /// Share of a group's hosts that must work, in parts of 2³² (a single host: 2³²).
    public var requiredShare: Int64 = 1 << 31
    /// Loss per hour without it, whole currency units.
    public var lossPerHour = UncertainNumber(0)
    /// A service.
    public init(name: String) { self.name = name }
}

/// A physical process that OT devices control.
public struct PhysicalProcess: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// Host groups of controllers; each host disturbed is its share of the process.
    public var controlledBy: [String] = []
    /// Loss per hour of full disturbance, whole currency units.
    public var lossPerHour = UncertainNumber(0)
    /// How long the operators need to bring it back by hand.
    public var restoreMilliseconds = UncertainNumber(7_200_000)
    /// A process.
    public init(name: String) { self.name = name }
}

/// Kinds of sensor.
public enum SensorKind: String, Sendable, CaseIterable {
    case endpoint, domainController = "domain-controller", network, firewall, proxy, mail
}

/// What watches.
public struct Sensor: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// Kind.
    public var kind: SensorKind
    /// Networks or host groups it watches; empty means all.
    public var covers: [String] = []
    /// Share of the covered hosts that it really sees (parts of 2³²).
    public var coverage: Int64 = 1 << 32
    /// How long a record takes to arrive.
    public var delayMilliseconds = UncertainNumber(10_000)
    /// A sensor.
    public init(name: String, kind: SensorKind) {
        self.name = name
        self.kind = kind
    }
}

/// What an adversary wants.
public enum AdversaryGoal: String, Sendable, CaseIterable {
    /// Take the records of an asset away.
    case steal
    /// Encrypt a share of the hosts.
    case encrypt
    /// Disturb a physical process.
    case sabotage
}

/// A red profile.
public struct Adversary: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// What it is like.
    public var description = LocalizedText()
    /// What it wants.
    public var goal: AdversaryGoal
    /// The asset (steal) or process (sabotage) it wants it of; empty for encrypt.
    public var target = ""
    /// Encrypt: share of all hosts; sabotage: share of the process (parts of 2³²).
    public var goalShare: Int64 = 1 << 31
    /// Skill, parts of 2³²: how often the better choice is seen and how chances shift (half is neutral).
    public var skill: Int64 = 1 << 31
    /// Stealth, parts of 2³²: how much it avoids loud techniques.
    public var stealth: Int64 = 1 << 31
    /// Time between two actions.
    public var tempoMilliseconds = UncertainNumber(300_000)
    /// When it begins.
    public var startMilliseconds = UncertainNumber(600_000)
    /// Technique ids it has; empty means all of the catalogue.
    public var techniques: [String] = []
    /// Attempts per year, in thousandths.
    public var attemptsPerYear = UncertainNumber(1_000)
    /// An adversary.
    public init(name: String, goal: AdversaryGoal) {
        self.name = name
        self.goal = goal
    }
}

/// Protections that technique cards know by name.
public enum Control: String, Sendable, CaseIterable {
    case awareness, mailFilter = "mail-filter", macroBlock = "macro-block", patching, mfa
    case applicationControl = "application-control", credentialGuard = "credential-guard"
    case leastPrivilege = "least-privilege", passwordPolicy = "password-policy", serviceAccountHygiene =
        "service-account-hygiene"
    case adminTiering = "admin-tiering", shareHygiene = "share-hygiene", egressFilter = "egress-filter"
    case offlineBackup = "offline-backup", hostFirewall = "host-firewall", dataLossPrevention = "data-loss-prevention"
    case otGateway = "ot-gateway", controllerLock = "controller-lock", webApplicationFirewall =
        "web-application-firewall"
    case supplierControl = "supplier-control", tamperProtection = "tamper-protection"
}

/// A control in force at some places.
public struct ControlSetting: Sendable, Equatable {
    /// The control.
    public var control: Control
    /// Host groups, account groups or networks; empty means everywhere.
    public var scope: [String]
    /// A setting.
    public init(control: Control, scope: [String] = []) {
        self.control = control
        self.scope = scope
    }
}

/// What a defender can do beforehand, with its cost.
public struct Measure: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// What it is.
    public var description = LocalizedText()
    /// Cost per year, whole currency units.
    public var cost = UncertainNumber(0)
    /// Controls it brings.
    public var controls: [ControlSetting] = []
    /// Rules put before the others.
    public var firewall: [FirewallRule] = []
    /// Sensors whose coverage it raises: (sensor, parts of 2³²).
    public var coverage: [SensorCoverage] = []
    /// Additional analysts.
    public var analysts = 0
    /// A measure.
    public init(name: String) { self.name = name }
}

/// A coverage for a sensor.
public struct SensorCoverage: Sendable, Equatable {
    /// Key of the sensor.
    public var sensor: String
    /// Parts of 2³².
    public var coverage: Int64
    /// A coverage.
    public init(sensor: String, coverage: Int64) {
        self.sensor = sensor
        self.coverage = coverage
    }
}

/// People who defend.
public struct Staff: Sendable, Equatable {
    /// How many can work at the same time.
    public var analysts = 2
    /// Cost of one minute of work, whole currency units.
    public var costPerMinute = UncertainNumber(3_000)
    /// How long an approval takes.
    public var approvalMilliseconds = UncertainNumber(low: 300_000, likely: 900_000, high: 3_600_000)
    /// Usual staffing.
    public init() {}
}

/// A change to a built-in action.
public struct ActionOverride: Sendable, Equatable {
    /// Its id.
    public var action: String
    /// Its duration instead.
    public var durationMilliseconds: UncertainNumber
    /// A change.
    public init(action: String, durationMilliseconds: UncertainNumber) {
        self.action = action
        self.durationMilliseconds = durationMilliseconds
    }
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
