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
