import Kernel
import Scenario

/// A set of services as bits of their order in ``ServiceKind``.
public typealias ServiceSet = UInt32
/// A set of controls as bits of their order in ``Control``.
public typealias ControlSet = UInt32

extension CaseIterable where Self: Equatable {
    /// The position among all cases.
    package var ordinal: Int {
        var position = 0
        for candidate in Self.allCases {
            if candidate == self { return position }
            position += 1
        }
        return position
    }
}

/// A group of equal hosts, compiled. Hosts have no record of their own until something touches them.
public struct HostGroupRecord: Sendable {
    /// Index of the group's first host.
    public var first: Int32
    /// How many.
    public var count: Int32
    /// Index of the network; 0 is the internet.
    public var network: Int16
    /// System.
    public var os: OperatingSystem
    /// Role.
    public var role: HostRole
    /// ``os`` as a bit, for the masks of cards.
    public var osBit: UInt32
    /// ``role`` as a bit, for the masks of cards.
    public var roleBit: UInt32
    /// Whether it belongs to the domain.
    public var domainJoined: Bool
    /// What it offers.
    public var services: ServiceSet
    /// Controls in force on it.
    public var controls: ControlSet
    /// Address of the first host; the others follow.
    public var firstAddress: UInt32
    /// Range in ``Program/weaknesses``.
    public var weaknesses: Range<Int>
    /// Hash of its path.
    public var path: UInt64
    /// Index of the process that it controls, or −1.
    public var process: Int16
    /// Account groups whose people work on it, as a range in ``Program/owners``.
    public var owners: Range<Int>
    /// Business services that rest on it, as a range in ``Program/dependants``.
    public var dependants: Range<Int>
}

/// A weakness of a host group.
public struct WeaknessRecord: Sendable {
    /// What using it gives.
    public var kind: VulnerabilityKind
    /// Through which services; empty for a weakness of the host itself.
    public var services: ServiceSet
    /// Share of hosts with the patch.
    public var patched: Probability
    /// Hash of its path.
    public var path: UInt64
}

/// A group of equal accounts, compiled.
public struct AccountGroupRecord: Sendable {
    /// Index of the group's first account.
    public var first: Int32
    /// How many.
    public var count: Int32
    /// Where it lives.
    public var kind: AccountKind
    /// What it may do.
    public var privilege: AccountPrivilege
    /// Second factor.
    public var mfa: Bool
    /// Password.
    public var password: PasswordStrength
    /// Mailbox.
    public var mail: Bool
    /// Index of the host group of its workstation, or −1.
    public var workstation: Int16
    /// Share of administered hosts that hold its credential.
    public var cached: Probability
    /// Controls in force on it.
    public var controls: ControlSet
    /// Hash of its path.
    public var path: UInt64
}

/// How an account group stands to a host group, as bits.
public struct Relation: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// A relation of those bits.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// May log on as a user.
    public static let logsOn = Relation(rawValue: 1)
    /// Administers.
    public static let administers = Relation(rawValue: 2)
    /// Its credential is stored there.
    public static let stored = Relation(rawValue: 4)
}

/// A technique card, compiled.
public struct CardRecord: Sendable {
    /// Hash of its path.
    public var path: UInt64
    /// Tactic.
    public var tactic: Tactic
    /// What it is aimed at.
    public var target: TechniqueTarget
    /// Whether it starts outside.
    public var fromOutside: Bool
    /// Access needed where it starts.
    public var access: AccessLevel
    /// Systems as bits of ``OperatingSystem``; 0 means any.
    public var platforms: UInt32
    /// Roles as bits of ``HostRole``; 0 means any.
    public var roles: UInt32
    /// Services, one of which must pass; 0 means none needed.
    public var services: ServiceSet
    /// Weakness needed.
    public var vulnerability: VulnerabilityKind?
    /// Credential needed.
    public var credential: CredentialNeed
    /// Whether the host must belong to the domain.
    public var needsDomain: Bool
    /// What changes.
    public var effect: TechniqueEffect
    /// Chance before controls.
    public var chance: Probability
    /// Duration: low, likely, high.
    public var duration: (low: Int64, likely: Int64, high: Int64)
    /// Loudness, parts of 2³².
    public var loudness: UInt64
    /// Factors of controls, as a range in ``Program/mitigations``.
    public var mitigations: Range<Int>
    /// Analytics that can notice it, as a range in ``Program/noticedBy``.
    public var noticedBy: Range<Int>
    /// Whether the adversary of this run has it.
    public var available: Bool
}

/// A factor that a control puts on a card's chance.
public struct MitigationRecord: Sendable {
    /// The control as a bit.
    public var control: ControlSet
    /// What it leaves.
    public var factor: Probability
}

/// An analytic, compiled.
public struct AnalyticRecord: Sendable {
    /// Hash of its path.
    public var path: UInt64
    /// Index of the sensor it reads.
    public var sensor: Int
    /// Chance to notice.
    public var chance: Probability
    /// Delay: low, likely, high; the sensor's own included.
    public var delay: (low: Int64, likely: Int64, high: Int64)
    /// Severity.
    public var severity: Severity
    /// Mean time between false alarms over all covered hosts, ms; 0 means never.
    public var falseAlarmEvery: Milliseconds
}

/// A sensor, compiled.
public struct SensorRecord: Sendable {
    /// Hash of its path.
    public var path: UInt64
    /// Kind.
    public var kind: SensorKind
    /// Share of covered hosts that it really sees.
    public var coverage: Probability
}

/// An investigation or response, compiled.
public struct ActionRecord: Sendable {
    /// Hash of its path.
    public var path: UInt64
    /// What it does.
    public var mechanic: ActionMechanic
    /// Learn or change.
    public var kind: ActionKind
    /// What it is aimed at.
    public var target: ActionTarget
    /// Duration: low, likely, high.
    public var duration: (low: Int64, likely: Int64, high: Int64)
    /// Minutes of staff.
    public var staffMinutes: Int64
    /// Whether command must approve.
    public var approval: Bool
    /// Chance that it does what it should.
    public var chance: Probability
}

/// An analytic that can notice a card, and where.
public struct NoticeRecord: Sendable {
    /// Index of the analytic.
    public var analytic: Int16
    /// Where the trace is written that it reads.
    public var place: TracePlace
}
