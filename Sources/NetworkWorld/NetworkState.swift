import Kernel
import Scenario

/// What changed on a host. Hosts without a record are as the program says.
public struct HostState: OverlayRecord, Equatable {
    /// Red's access: 0 none, 1 user, 2 administrator.
    public var access: UInt8 = 0
    /// Red knows the host.
    public var known = false
    /// Red had access at some time.
    public var compromised = false
    /// Red's access survives the loss of its session.
    public var persistent = false
    /// Cut off from the network by defenders.
    public var isolated = false
    /// Files are encrypted.
    public var encrypted = false
    /// Files were encrypted at some time.
    public var wasEncrypted = false
    /// Being set up anew.
    public var restoring = false
    /// Its services are stopped.
    public var stopped = false
    /// The endpoint sensor sees nothing.
    public var blind = false
    /// The controller disturbs its process.
    public var disturbed = false
    /// Patched during the run.
    public var patched = false
    /// Red has looked around from here.
    public var scanned = false
    /// Counts as down for business services.
    public var down = false
    /// Administrator who was here last, or −1.
    public var visitor: Int32 = -1
    /// Host that red came from, or −1.
    public var enteredFrom: Int32 = -1
    /// Account that red came with, or −1.
    public var enteredWith: Int32 = -1
    /// Step that brought red here.
    public var enteredBy: Int32 = 0

    /// Whether the host can be used over the network at all.
    @inlinable public var isReachable: Bool { !isolated && !restoring && !encrypted }

    /// Folds every field in.
    public func hash(into hasher: inout StableHasher) {
        var flags: UInt64 = UInt64(access)
        for flag in [
            known, compromised, persistent, isolated, encrypted, wasEncrypted, restoring, stopped, blind, disturbed,
            patched, scanned,
            down,
        ] { flags = flags << 1 | (flag ? 1 : 0) }
        hasher.combine(flags)
        hasher.combine(visitor)
        hasher.combine(enteredFrom)
        hasher.combine(enteredWith)
        hasher.combine(enteredBy)
    }
}

/// What changed about an account.
public struct AccountState: OverlayRecord, Equatable {
    /// Red has a valid credential.
    public var known = false
    /// Nobody can use it.
    public var disabled = false
    /// Host where red found it, or −1.
    public var stolenAt: Int32 = -1

    /// Folds every field in.
    public func hash(into hasher: inout StableHasher) {
        hasher.combine(known)
        hasher.combine(disabled)
        hasher.combine(stolenAt)
    }
}

/// A business service during a run.
public struct ServiceState: Sendable, Equatable {
    /// Groups it rests on that have too few hosts working.
    var missingGroups: Int32 = 0
    /// Since when it is down, or −1.
    var downSince: Milliseconds = -1
    /// Whether a defender's action made it go down.
    var byDefence = false
}

/// A physical process during a run.
public struct ProcessState: Sendable, Equatable {
    /// Controllers that disturb it.
    var disturbed: Int32 = 0
    /// Controllers disturbed at some time in one go, for the goal.
    var most: Int32 = 0
    /// Since when `disturbed` has its value.
    var since: Milliseconds = 0
    /// Operators were blinded: bringing it back takes twice as long.
    var blind = false
}

/// The state of a run of the network world: a flat overlay of what was touched, plus the agenda.
public struct NetworkState: WorldState {
    /// What is to happen.
    public var agenda = Agenda()
    /// What decides the draws.
    public var seeds: Seeds
    /// Hosts that were touched.
    public internal(set) var hosts = Overlay<HostState>(capacity: 64)
    /// Accounts that were touched.
    public internal(set) var accounts = Overlay<AccountState>()
    /// Hosts down, by group.
    var groupDown: [Int32]
    /// Business services.
    var services: [ServiceState]
    /// Processes.
    var processes: [ProcessState]
    /// The adversary.
    public internal(set) var red: RedState
    /// Alerts raised, delivered or on their way.
    public internal(set) var alerts: [Alert] = []
    /// What each seat knows.
    public internal(set) var seats: [BlueKnowledge]
    /// Actions asked for, in order.
    public internal(set) var work: [WorkItem] = []
    /// Analysts without work.
    public internal(set) var freeAnalysts: Int32
    /// Networks cut off, as bits by index (the first 64).
    public internal(set) var segmented: UInt64 = 0
    /// A playbook took the first seat over from people: then it also hears what only they ask for.
    var playbookTookOver = false
    /// How far the run has come; ``NetworkWorld/outcome(of:)`` closes what is still open.
    public internal(set) var tally = Outcome()

    init(program: Program, seeds: Seeds) {
        self.seeds = seeds
        groupDown = [Int32](repeating: 0, count: program.hostGroups.count)
        services = [ServiceState](repeating: ServiceState(), count: program.simulation.businessServices.count)
        processes = [ProcessState](repeating: ProcessState(), count: program.simulation.processes.count)
        red = RedState(groups: program.hostGroups.count)
        seats = [BlueKnowledge](repeating: BlueKnowledge(), count: max(1, program.options.seats))
        freeAnalysts = Int32(program.analysts)
        tally.serviceLost = [Milliseconds](repeating: 0, count: services.count)
        tally.serviceLostByDefence = tally.serviceLost
        tally.processLost = [Milliseconds](repeating: 0, count: processes.count)
    }

    /// The record of a host; an untouched one where it has none.
    public func host(_ index: Int32) -> HostState { hosts[index] ?? HostState() }

    /// The record of an account; an untouched one where it has none.
    public func account(_ index: Int32) -> AccountState { accounts[index] ?? AccountState() }

    mutating func touch(host index: Int32) -> Int { hosts.touch(index, initial: HostState()) }

    mutating func touch(account index: Int32) -> Int { accounts.touch(index, initial: AccountState()) }

    /// Whether a network is cut off.
    func isSegmented(_ network: Int) -> Bool { network < 64 && segmented >> UInt64(network) & 1 == 1 }

    /// Folds every field in.
    public func hash(into hasher: inout StableHasher) {
        hosts.hash(into: &hasher)
        accounts.hash(into: &hasher)
        for count in groupDown { hasher.combine(count) }
        for service in services {
            hasher.combine(service.missingGroups)
            hasher.combine(service.downSince)
            hasher.combine(service.byDefence)
        }
        for process in processes {
            hasher.combine(process.disturbed)
            hasher.combine(process.most)
            hasher.combine(process.since)
            hasher.combine(process.blind)
        }
        red.hash(into: &hasher)
        for alert in alerts { alert.hash(into: &hasher) }
        for seat in seats { seat.hash(into: &hasher) }
        for item in work { item.hash(into: &hasher) }
        hasher.combine(freeAnalysts)
        hasher.combine(segmented)
        // Only where it happened, so that every other state keeps its digest.
        if playbookTookOver { hasher.combine(playbookTookOver) }
        tally.hash(into: &hasher)
    }
}
