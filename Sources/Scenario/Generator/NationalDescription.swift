/// What a national network is made from: levels with counts, what they share, who attacks, what the nation can do.
///
/// Read by ``NationalReader``, turned into a scenario file by ``NationalGenerator``. Shares are parts of 2³², money whole
/// currency units, times milliseconds, as everywhere in scenarios.
public struct NationalDescription: Sendable, Equatable {
    /// Short name, also of the scenario.
    public var name = ""
    /// Name for people.
    public var title = LocalizedText()
    /// What it is about.
    public var description = LocalizedText()
    /// The seed where none is given on the command line: sizes of provinces and who is served by which supplier.
    public var seed: UInt64 = 1
    /// How long a run lasts.
    public var durationMilliseconds: Int64 = 3 * 86_400_000
    /// Currency of all amounts.
    public var currency = "VND"
    /// The ministry: one, at the top.
    public var ministry = NationalUnit()
    /// Its provincial branches.
    public var provinces = NationalUnit()
    /// The districts of every province; nil where there are none.
    public var districts: NationalUnit?
    /// Who keeps accounts.
    public var identity = NationalIdentity()
    /// The account by which one central server installs software on every computer; nil where there is none.
    public var distribution: NationalDistribution?
    /// Companies that maintain systems in many provinces, in the order of the file.
    public var suppliers: [NationalSupplier] = []
    /// Registers: data worth taking.
    public var registers: [NationalRegister] = []
    /// What the ministry and its branches do for others.
    public var services: [NationalService] = []
    /// Who attacks.
    public var adversaries: [NationalAdversary] = []
    /// The three national measures, as far as they are considered.
    public var measures = NationalMeasures()
    /// Those who defend.
    public var staff = Staff()

    /// An empty description; ``NationalReader`` fills one.
    init() {}
}

/// Levels of the administration.
public enum NationalLevel: String, Sendable, CaseIterable {
    case ministry, provinces, districts
}

/// The ministry, one of its provinces, or one district: all units of a level are alike but for size.
public struct NationalUnit: Sendable, Equatable {
    /// How many: provinces in all, districts in each province.
    public var count = 1
    /// How many hosts one unit has, role by role, in the order of ``HostRole``.
    public var hosts: [NationalHosts] = []
    /// How many administrators one unit has, each with a computer of their own beside ``hosts``.
    public var administrators = 0
    /// How much the number of workstations differs from unit to unit: 0 not at all, 2³²: between none and double.
    public var varies: Int64 = 0
    /// Share of hosts on which a known weakness is open.
    public var unpatched: Int64 = 0
    /// Share of workstations that nobody manages: no patch deadline reaches them.
    public var unmanaged: Int64 = 0
    /// Share of hosts that endpoint monitoring sees.
    public var monitored: Int64 = 0
    /// How hard people's passwords are to guess.
    public var password: PasswordStrength = .fair

    /// How many hosts of a role one unit has.
    func count(of role: HostRole) -> Int { hosts.first { $0.role == role }?.count ?? 0 }
}

/// How many hosts of a role.
public struct NationalHosts: Sendable, Equatable {
    /// Role.
    public var role: HostRole
    /// How many.
    public var count: Int
}

/// Who keeps accounts: one directory for the nation, or each province its own.
public struct NationalIdentity: Sendable, Equatable {
    /// One directory or many.
    public enum Directory: String, Sendable, CaseIterable {
        /// Every host belongs to the ministry's domain, whose administrators administer all of them.
        case one
        /// Only the ministry's hosts do; a province's administrators exist in that province only.
        case each
    }

    /// One or many.
    public var directory: Directory = .one
    /// Administrators of the ministry's domain.
    public var administrators = 2
    /// Chance that a host still holds the credential of someone who administers it.
    public var cached: Int64 = 1 << 29
    /// Whether the workstations of a province and its districts have the same local administrator with one password.
    public var sharedLocalAdministrator = false
}

/// The account that installs software everywhere.
public struct NationalDistribution: Sendable, Equatable {
    /// How hard its password is to guess.
    public var password: PasswordStrength = .strong
}

/// A company that maintains systems in many provinces.
public struct NationalSupplier: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// How many engineers, each with a computer.
    public var engineers = 4
    /// Share of the provinces that it serves; which ones, the seed decides.
    public var serves: Int64 = 1 << 31
    /// Whether it also maintains the ministry's systems.
    public var servesMinistry = false
    /// Roles of the hosts that it maintains.
    public var systems: [HostRole] = []
    /// Services by which it reaches them.
    public var access: [ServiceKind] = [.rdp, .ssh]
    /// Share of its hosts on which a known weakness is open.
    public var unpatched: Int64 = 0
    /// Chance that a host it maintains still holds an engineer's credential.
    public var cached: Int64 = 1 << 29
}

/// Data worth taking.
public struct NationalRegister: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// Where: one register of the ministry, or one in every province.
    public var level: NationalLevel = .ministry
    /// Role of the hosts that hold it.
    public var role: HostRole = .databaseServer
    /// How many records, in each place.
    public var records: Int64 = 0
    /// Loss per record taken.
    public var lossPerRecord = UncertainNumber(0)
}

/// What a level does for others.
public struct NationalService: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// Where: one of the ministry, or one in every province.
    public var level: NationalLevel = .ministry
    /// Roles of the hosts it rests on.
    public var roles: [HostRole] = []
    /// Share of each role's hosts that must work.
    public var requiredShare: Int64 = 1 << 31
    /// Loss per hour without it, in each place.
    public var lossPerHour = UncertainNumber(0)
}

/// Who attacks.
public struct NationalAdversary: Sendable, Equatable {
    /// How it may come in.
    public enum Entry: String, Sendable, CaseIterable {
        /// Every way.
        case any
        /// Only by writing to people.
        case mail
        /// Only by hosts that the internet reaches, suppliers' among them.
        case edge
    }

    /// Key.
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// What it is like.
    public var description = LocalizedText()
    /// What it wants; a ministry has no physical process to disturb.
    public var goal: AdversaryGoal = .encrypt
    /// The register that it wants; goal `steal`.
    public var target = ""
    /// How many hosts it wants to encrypt; goal `encrypt`.
    public var hosts = 0
    /// How it may come in.
    public var entry: Entry = .any
    /// Skill.
    public var skill: Int64 = 1 << 31
    /// Stealth.
    public var stealth: Int64 = 1 << 31
    /// Time between two actions.
    public var tempoMilliseconds = UncertainNumber(300_000)
    /// When it begins.
    public var startMilliseconds = UncertainNumber(600_000)
    /// Attempts per year, in thousandths.
    public var attemptsPerYear = UncertainNumber(1_000)
}

/// The three measures that only a nation can take.
public struct NationalMeasures: Sendable, Equatable {
    /// Every managed host of some levels has its patches within a deadline.
    public var patchDeadline: NationalPatchDeadline?
    /// One monitoring centre watches for all.
    public var sharedMonitoring: NationalMonitoring?
    /// Suppliers come in by one door only.
    public var supplierSegmentation: NationalSegmentation?
}

/// A deadline for patches.
public struct NationalPatchDeadline: Sendable, Equatable {
    /// Cost per year.
    public var cost = UncertainNumber(0)
    /// Where it is enforced.
    public var levels: [NationalLevel] = NationalLevel.allCases
    /// Whether contracts bind suppliers to it as well.
    public var bindsSuppliers = false
}

/// A monitoring centre for all.
public struct NationalMonitoring: Sendable, Equatable {
    /// Cost per year.
    public var cost = UncertainNumber(0)
    /// Whose hosts it sees.
    public var levels: [NationalLevel] = NationalLevel.allCases
    /// Share of them.
    public var coverage: Int64 = 3 << 30
    /// Its analysts, beside those there are.
    public var analysts = 0
}

/// Suppliers shut out of everything but one door with a second factor.
public struct NationalSegmentation: Sendable, Equatable {
    /// Cost per year.
    public var cost = UncertainNumber(0)
    /// Whether the ministry's jump host stays open to them.
    public var viaJumpHost = true
}
