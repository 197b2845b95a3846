/// What became of an action, in the challenge's three values.
enum Success: UInt8, Sendable {
    case yes, no, unknown
}

/// Everything of one environment but its generator, its used ports and its list of processes: bitmasks and small
/// integers, 300 bytes, without references.
struct Cage2State: Sendable {
    // What the reset draws.
    /// Which of the 4,096 networks of sixteen addresses each subnet got.
    var subnetPlaces = InlineArray<3, UInt16>(repeating: 0)
    /// Which of the fourteen addresses of its subnet each host got, counted from zero.
    var addressPlaces = InlineArray<13, UInt8>(repeating: 0)
    /// Process numbers of the sessions that exist from the start, three places a host; zero for none.
    var startingProcesses = InlineArray<39, UInt16>(repeating: 0)
    /// The host whose address heads red's list of addresses (see ``Cage2State/addressOrder()``); 13 for none.
    var firstAddress: UInt8 = 13

    // The network.
    /// Hosts on which red has a session of an ordinary account.
    var userSessions: HostMask = 0
    /// Hosts on which red has a session of root or SYSTEM.
    var privilegedSessions: HostMask = 0
    /// Hosts on which red has left files.
    var droppedFiles: HostMask = 0
    /// Hosts with ports in the list of used ones.
    var listedPorts: HostMask = 0
    /// Hosts with ports in the table of those that do not fit into the list.
    var tabledPorts: HostMask = 0
    /// Mail servers that cannot be exploited any more (leaderboard's rules, after a restore).
    var brokenMailServers: HostMask = 0
    /// Which of red's eight ports blue's decoys hold open.
    var decoyPorts = InlineArray<13, PortMask>(repeating: 0)
    /// Which kinds of decoy are registered as a service: the first of each kind since the last restore.
    var decoyServices = InlineArray<13, UInt8>(repeating: 0)
    /// How many decoys run.
    var decoyCounts = InlineArray<13, UInt32>(repeating: 0)
    /// Entries of the list of used ports (``Cage2Memory``).
    var portCount: Int32 = 0
    /// Entries of the list of processes (``Cage2Memory``).
    var processCount: Int32 = 0
    /// Entries of the list of suspicious process numbers.
    var suspicionCount: Int32 = 0
    /// Hosts that occur in the list of suspicious process numbers.
    var suspiciousHosts: HostMask = 0
    /// Whether the operational service runs.
    var operationalServiceRuns = true
    /// Whether the operational server was ever restored: its service cannot be stopped afterwards.
    var operationalServiceIsPermanent = false

    // What red's first session remembers.
    /// Which of its eight ports red believes open.
    var knownPorts = InlineArray<13, PortMask>(repeating: 0)
    /// Whether red has learnt of the operational service.
    var knowsOperationalService = false

    // What blue has concluded: the two bits of `compromised`.
    var compromisedFirst: HostMask = 0
    var compromisedSecond: HostMask = 0

    // The last step.
    var activityFirst: HostMask = 0
    var activitySecond: HostMask = 0
    /// In tenths of a point, never positive.
    var reward: Int32 = 0
    var blueSuccess = Success.unknown
    var redSuccess = Success.unknown
    var redAction = RedAction()
    /// The kind of exploit that red used; 8 for none.
    var redExploit: UInt8 = 8
    var events = Events()
    /// The host of the decoy that blue placed in this step; 13 for none.
    var placedDecoy: UInt8 = 13
    /// Hosts whose files blue found suspicious in this step.
    var suspiciousFiles: HostMask = 0

    // The attacker's mind.
    var bLine = BLineMind()
    var meander = MeanderMind()

    /// Steps since the reset.
    var step: Int32 = 0
    /// Sum of the rewards since the reset, in tenths of a point.
    var total: Int32 = 0
}

/// What red decided to do.
struct RedAction: Sendable, Equatable {
    enum Kind: UInt8, Sendable {
        case sleep, sweep, scan, exploit, escalate, impact
    }

    var kind = Kind.sleep
    /// A number of ``Subnet`` for a sweep, otherwise a host.
    var target: UInt8 = 0

    init() {}

    init(_ kind: Kind, _ target: Int) {
        self.kind = kind
        self.target = UInt8(truncatingIfNeeded: target)
    }
}

/// What blue's sensors saw of red's action: only ever connections to one host.
struct Events: Sendable {
    /// How many; zero for none.
    var count: Int32 = 0
    /// To how many distinct local ports.
    var ports: Int32 = 0
    var host: UInt8 = 0
    /// Whether one of them is a shell that connects back, with its process number.
    var showsShell = false
    var shellProcess: UInt16 = 0
}
