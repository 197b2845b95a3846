import Kernel

/// How often a technique was tried on a target.
public struct AttemptRecord: OverlayRecord, Equatable {
    /// Times.
    public var count: UInt32 = 0
    /// Trying again is pointless as far as red knows.
    public var exhausted = false

    /// Folds every field in.
    public func hash(into hasher: inout StableHasher) {
        hasher.combine(count)
        hasher.combine(exhausted)
    }
}

/// A step under way.
public struct StepInProgress: Sendable, Equatable {
    /// Card.
    public var card: Int16 = -1
    /// Whether it will succeed.
    public var success = false
    /// Number, from 1.
    public var number: Int32 = 0
    /// Foothold it starts from; −1: outside.
    public var source: Int32 = -1
    /// Host it is aimed at, or −1.
    public var target: Int32 = -1
    /// Account it uses or is aimed at, or −1.
    public var account: Int32 = -1
}

/// Where the adversary stands.
public enum RedPhase: UInt8, Sendable {
    case waiting, active, done
}

/// What red has and knows.
public struct RedState: Sendable {
    /// Whether it acts.
    public var phase: RedPhase = .waiting
    /// Hosts it can act from, in the order of taking.
    public var footholds: [Int32] = []
    /// Hosts it knows of, in the order of finding.
    public var knownHosts: [Int32] = []
    /// Valid credentials it has, in the order of finding.
    public var credentials: [Int32] = []
    /// By host group: an account it has that administers it, or −1.
    public var administratorFor: [Int32]
    /// By host group: an account it has that may log on to it, or −1.
    public var userFor: [Int32]
    /// An account it has that administers the domain, or −1.
    public var domainAdministrator: Int32 = -1
    /// It has the credentials of the whole domain.
    public var ownsDomain = false
    /// It has listed the accounts.
    public var knowsAccounts = false
    /// It knows where the data lies.
    public var knowsData = false
    /// It knows what controls the process.
    public var knowsProcess = false
    /// Backups are lost.
    public var backupsDestroyed = false
    /// Operators are blinded.
    public var operatorsBlinded = false
    /// Records gathered and not yet away.
    public var collected: Int64 = 0
    /// Times of trying, by ``attemptKey(card:target:)``.
    public var attempts = Overlay<AttemptRecord>(capacity: 64)
    /// The step under way.
    public var step = StepInProgress()
    /// Whether ``step`` is under way.
    public var isBusy = false
    /// Steps begun.
    public var stepCount: Int32 = 0
    /// Decisions taken; the attempt number of draws that choose.
    public var decisions: UInt32 = 0
    /// Decisions in a row without anything to do.
    public var idle: Int32 = 0
    /// Times it started over with targets given up before.
    public var restarts: Int32 = 0

    /// Until when it regroups after it was thrown out.
    public var quietUntil: Milliseconds = 0

    init(groups: Int) {
        administratorFor = [Int32](repeating: -1, count: groups)
        userFor = administratorFor
    }

    /// Hosts and accounts stay below 2²³, cards below 2⁸: together they fit a non-negative key.
    static func attemptKey(card: Int, target: Int32) -> Int32 { Int32(card) << 23 | (target & 0x7F_FFFF) }

    func hash(into hasher: inout StableHasher) {
        hasher.combine(phase.rawValue)
        for list in [footholds, knownHosts, credentials, administratorFor, userFor] {
            hasher.combine(list.count)
            for index in list { hasher.combine(index) }
        }
        hasher.combine(domainAdministrator)
        for flag in [
            ownsDomain, knowsAccounts, knowsData, knowsProcess, backupsDestroyed, operatorsBlinded, isBusy,
            step.success,
        ] { hasher.combine(flag) }
        hasher.combine(collected)
        attempts.hash(into: &hasher)
        for number in [
            step.source, step.target, step.account, step.number, Int32(step.card), stepCount, idle, restarts,
        ] {
            hasher.combine(number)
        }
        hasher.combine(decisions)
        hasher.combine(quietUntil)
    }
}
