import Kernel
import Scenario

/// An alert, delivered or on its way. `step` is truth: whoever defends never sees it.
public struct Alert: Sendable, Equatable {
    /// When it is delivered.
    public var time: Milliseconds
    /// Analytic.
    public var analytic: Int16
    /// Host that it names, or −1.
    public var host: Int32
    /// Account that it names, or −1.
    public var account: Int32
    /// Truth: step that caused it; 0 none.
    public var step: Int32
    /// Truth: whether an administrator's habit caused it.
    public var isAdministrative: Bool

    func hash(into hasher: inout StableHasher) {
        hasher.combine(time)
        hasher.combine(analytic)
        hasher.combine(host)
        hasher.combine(account)
        hasher.combine(step)
        hasher.combine(isAdministrative)
    }
}

/// What a seat holds of a host or account.
public enum Assessment: UInt8, Sendable, CaseIterable {
    /// Nothing is known.
    case unknown
    /// Something points at it.
    case suspect
    /// An investigation found nothing.
    case clean
    /// It is in the adversary's hands.
    case compromised
    /// It was, and was set right.
    case recovered
}

/// What a seat knows of a host.
public struct HostKnowledge: OverlayRecord, Equatable {
    /// How it is held to be.
    public var assessment: Assessment = .unknown
    /// Alerts that named it.
    public var alerts: UInt16 = 0
    /// Worst severity of those, as order in ``Severity``.
    public var severity: UInt8 = 0
    /// Investigations finished on it.
    public var investigations: UInt8 = 0
    /// Something is being done about it.
    public var inWork: UInt8 = 0
    /// It is cut off.
    public var isolated = false
    /// When it was last looked at.
    public var lookedAt: Milliseconds = -1

    /// Folds every field in.
    public func hash(into hasher: inout StableHasher) {
        hasher.combine(assessment.rawValue)
        hasher.combine(alerts)
        hasher.combine(severity)
        hasher.combine(investigations)
        hasher.combine(inWork)
        hasher.combine(isolated)
        hasher.combine(lookedAt)
    }
}

/// What a seat knows of an account.
public struct AccountKnowledge: OverlayRecord, Equatable {
    /// How it is held to be.
    public var assessment: Assessment = .unknown
    /// Something is being done about it.
    public var inWork: UInt8 = 0

    /// Folds every field in.
    public func hash(into hasher: inout StableHasher) {
        hasher.combine(assessment.rawValue)
        hasher.combine(inWork)
    }
}

/// All that a seat knows: folded from delivered alerts, reports and results of investigations. Pages, agents and playbooks
/// read this and nothing else.
public struct BlueKnowledge: Sendable {
    /// Alerts delivered to it, as indices of ``NetworkState/alerts``.
    public internal(set) var alerts: [Int32] = []
    /// Hosts it knows something of.
    public internal(set) var hosts = Overlay<HostKnowledge>()
    /// Accounts it knows something of.
    public internal(set) var accounts = Overlay<AccountKnowledge>()
    /// Outside addresses of the adversary are known.
    public internal(set) var addressKnown = false
    /// They are blocked.
    public internal(set) var addressBlocked = false
    /// Networks that were reviewed in the present round, as bits (the first 64).
    public internal(set) var reviewedNetworks: UInt64 = 0
    /// When the latest compromise was found, or −1.
    public internal(set) var incidentSince: Milliseconds = -1
    /// When the present round of reviews began, or −1.
    public internal(set) var reviewingSince: Milliseconds = -1

    /// What is known of a host.
    public func host(_ index: Int32) -> HostKnowledge { hosts[index] ?? HostKnowledge() }

    /// What is known of an account.
    public func account(_ index: Int32) -> AccountKnowledge { accounts[index] ?? AccountKnowledge() }

    mutating func update(host index: Int32, _ change: (inout HostKnowledge) -> Void) {
        let slot = hosts.touch(index, initial: HostKnowledge())
        change(&hosts.records[slot])
    }

    mutating func update(account index: Int32, _ change: (inout AccountKnowledge) -> Void) {
        let slot = accounts.touch(index, initial: AccountKnowledge())
        change(&accounts.records[slot])
    }

    func hash(into hasher: inout StableHasher) {
        for alert in alerts { hasher.combine(alert) }
        hosts.hash(into: &hasher)
        accounts.hash(into: &hasher)
        hasher.combine(addressKnown)
        hasher.combine(addressBlocked)
        hasher.combine(reviewedNetworks)
        hasher.combine(reviewingSince)
        hasher.combine(incidentSince)
    }
}

/// An action that was asked for.
public struct WorkItem: Sendable, Equatable {
    /// Where it stands.
    public enum Phase: UInt8, Sendable {
        case awaitingApproval, queued, running, finished
    }

    /// Action.
    public var action: Int16
    /// Seat that asked.
    public var seat: Int16
    /// Host it is aimed at, or −1.
    public var host: Int32
    /// Account it is aimed at, or −1.
    public var account: Int32
    /// Network it is aimed at, or −1.
    public var network: Int32
    /// Where it stands.
    public var phase: Phase

    func hash(into hasher: inout StableHasher) {
        hasher.combine(action)
        hasher.combine(seat)
        hasher.combine(host)
        hasher.combine(account)
        hasher.combine(network)
        hasher.combine(phase.rawValue)
    }
}
