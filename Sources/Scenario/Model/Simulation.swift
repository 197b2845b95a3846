/// The simulation half of a scenario. Names refer to each other by the keys of their sections; the reader has checked
/// that they exist. Arrays are in the order of the file.
public struct Simulation: Sendable, Equatable {
    /// The wall-clock start that timestamps count from: seconds since 1970-01-01T00:00Z.
    public var startEpochSeconds: Int64 = 1_772_411_400
    /// Offset of local time from UTC in minutes, as written with the start.
    public var utcOffsetMinutes = 420
    /// How long a run lasts.
    public var durationMilliseconds: Int64 = 8 * 3_600_000
    /// Days of everyday records before the start, which can be searched; nothing of the attack is among them.
    public var historyDays = 0
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
