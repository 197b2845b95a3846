/// One CAGE-2 world, for tests, teaching and looking closely; ``Cage2Batch`` is for speed.
///
///     var environment = try Cage2Environment(Cage2Configuration(red: .meander), seed: 7)
///     while !environment.isDone {
///         try environment.step(.sleep)
///     }
///     print(environment.total)
///
/// A seed gives the episode that the original gives after `random.seed(seed)` and one reset. Copies are independent:
/// the memory is copied when one of two sharers steps.
public struct Cage2Environment: Sendable {
    /// What the world was made with.
    public let configuration: Cage2Configuration
    private var storage: Cage2Storage

    /// A world at the start of an episode.
    public init(_ configuration: Cage2Configuration, seed: Int) {
        self.configuration = configuration
        storage = Cage2Storage(count: 1, episodeLength: configuration.episodeLength)
        reset(seed: seed)
    }

    private var state: Cage2State { storage.state(0).pointee }

    /// Begins an episode.
    ///
    /// - Parameter seed: as Python's; without one the generator goes on from where the last episode left it.
    public mutating func reset(seed: Int? = nil) {
        makeUnique()
        if let seed { storage.generator(0).pointee.reseed(seed) }
        storage.state(0).pointee.reset(memory: storage.memory(0), draws: &storage.generator(0).pointee)
    }

    /// Takes a step.
    ///
    /// - Throws: ``Cage2Error/episodeIsOver`` after the last step.
    public mutating func step(_ action: Cage2Action) throws(Cage2Error) {
        guard !isDone else { throw Cage2Error.episodeIsOver }
        makeUnique()
        storage.state(0).pointee.step(
            action.index, rules: configuration.rules, observationRule: configuration.observationRule,
            red: configuration.red, memory: storage.memory(0), draws: &storage.generator(0).pointee)
    }

    private mutating func makeUnique() {
        guard !isKnownUniquelyReferenced(&storage) else { return }
        let copy = Cage2Storage(count: 1, episodeLength: configuration.episodeLength)
        copy.copy(0, of: storage, to: 0)
        storage = copy
    }

    /// Steps taken since the reset.
    public var stepCount: Int { Int(state.step) }
    /// Whether the last step of the episode was taken.
    public var isDone: Bool { stepCount >= configuration.episodeLength }
    /// What blue sees.
    public var observation: Cage2Observation { state.observation }
    /// The reward of the last step in tenths of a point.
    public var rewardInTenths: Int { Int(state.reward) }
    /// The reward of the last step, exactly as the original rounds it.
    public var reward: Double { Double(state.reward) / 10 }
    /// The sum of the rewards since the reset.
    public var total: Double { Double(state.total) / 10 }
    /// Python's generator, as the episode has left it.
    public var generator: MersenneTwister { storage.generator(0).pointee }

    /// Whether an action can have an effect: false for decoys that the host's system or an occupied port forbids.
    public func isUseful(_ action: Cage2Action) -> Bool { state.isUseful(action.index) }
}

/// Truth, for those who direct or review; never to be shown to an agent.
extension Cage2Environment {
    /// How far red has got on a host: 0 not at all, 1 an ordinary account, 2 root or SYSTEM.
    public func access(of host: Cage2Host) -> Int {
        let bit = Place.bit(Int(host.rawValue))
        if state.privilegedSessions & bit != 0 { return 2 }
        return state.userSessions & bit != 0 ? 1 : 0
    }

    /// Whether the service on the operational server runs.
    public var operationalServiceRuns: Bool { state.operationalServiceRuns }

    /// Whether blue's last action succeeded; nil where the challenge says "unknown".
    public var blueSucceeded: Bool? { state.blueSuccess == .unknown ? nil : state.blueSuccess == .yes }

    /// Whether red's last action succeeded; nil where the challenge says "unknown".
    public var redSucceeded: Bool? { state.redSuccess == .unknown ? nil : state.redSuccess == .yes }

    /// Red's last action in the challenge's words, for example `ExploitRemoteService 10.0.197.56`.
    public var redAction: String {
        let action = state.redAction
        let target = Int(action.target)
        let hostName = Cage2Host(rawValue: action.target)?.name ?? ""
        return switch action.kind {
        case .sleep: "Sleep"
        case .sweep: "DiscoverRemoteSystems \(Self.text(state.network(target)))/28"
        case .scan: "DiscoverNetworkServices \(Self.text(state.address(of: target)))"
        case .exploit: "ExploitRemoteService \(Self.text(state.address(of: target)))"
        case .escalate: "PrivilegeEscalate \(hostName)"
        case .impact: "Impact \(hostName)"
        }
    }

    /// The way in that red's last action tried; nil for none.
    public var redExploit: String? {
        let kind = Int(state.redExploit)
        return kind < Exploit.names.count ? Exploit.names[kind] : nil
    }

    /// The address of a host in this episode.
    public func address(of host: Cage2Host) -> String { Self.text(state.address(of: Int(host.rawValue))) }

    private static func text(_ address: UInt32) -> String {
        "\(address >> 24).\(address >> 16 & 255).\(address >> 8 & 255).\(address & 255)"
    }
}
