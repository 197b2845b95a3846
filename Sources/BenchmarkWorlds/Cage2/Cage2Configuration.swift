/// Which of the two published states of the challenge's code is followed. They differ in three lines, and the same
/// agent scores very differently under them.
public enum Cage2RuleSet: UInt8, Sendable, CaseIterable {
    /// July 2022, commit 4943e9b: the one that published scores were made on. After a restore, the mail service of
    /// `User3` and `User4` cannot be exploited any more; ports that a scan has ever seen stay known.
    case leaderboard
    /// August 2022 and later, commit 26ce1c1: the mail service stays exploitable; a scan replaces what earlier ones
    /// saw.
    case final
}

/// How what a host's processes did is read into the two activity bits.
public enum Cage2ObservationRule: UInt8, Sendable, CaseIterable {
    /// The challenge's own wrapper: a new decoy that heads the list hides a scan.
    case standard
    /// The wrapper of the CardiffUni agent: only a list that ends with a connection is read, and no decoy hides
    /// anything.
    case cardiff
}

/// The attacker of the challenge that plays red.
public enum Cage2Red: UInt8, Sendable, CaseIterable {
    /// Goes straight for the operational server and knows the way.
    case bLine
    /// Takes every host that it finds, in random order.
    case meander
    /// Does nothing; it still holds `User0`.
    case sleep
}

/// What distinguishes one CAGE-2 world from another.
public struct Cage2Configuration: Sendable, Equatable {
    /// The longest episode that can be asked for: memory for an episode's processes is set aside beforehand, 12 bytes a
    /// step.
    public static let maximumEpisodeLength = 1_000_000

    /// The rules.
    public var rules: Cage2RuleSet
    /// How the observation is made.
    public var observationRule: Cage2ObservationRule
    /// Who attacks.
    public var red: Cage2Red
    /// Steps until an episode is over; the challenge itself scores 30, 50 and 100.
    public let episodeLength: Int

    /// A configuration.
    ///
    /// - Throws: ``Cage2Error/episodeLengthOutOfRange(_:)`` for less than one or more than ``maximumEpisodeLength``
    ///   steps.
    public init(
        rules: Cage2RuleSet = .final, observationRule: Cage2ObservationRule = .standard, red: Cage2Red = .bLine,
        episodeLength: Int = 100
    ) throws(Cage2Error) {
        guard (1...Self.maximumEpisodeLength).contains(episodeLength) else {
            throw Cage2Error.episodeLengthOutOfRange(episodeLength)
        }
        self.rules = rules
        self.observationRule = observationRule
        self.red = red
        self.episodeLength = episodeLength
    }
}

/// What a caller can do wrong.
public enum Cage2Error: Error, Sendable, Equatable, CustomStringConvertible {
    /// An episode length below one or above the maximum.
    case episodeLengthOutOfRange(Int)
    /// A number of environments below one, or too many to address.
    case environmentCountOutOfRange(Int)
    /// Environments that would take more than ``Cage2Batch/maximumMemory``; this many bytes.
    case memory(Int)
    /// No such action; nothing was stepped.
    case actionOutOfRange(action: Int, environment: Int)
    /// A buffer has another number of elements than the batch needs; nothing was stepped.
    case bufferSize(name: String, expected: Int, actual: Int)
    /// A step after the last one of an episode; nothing was stepped.
    case episodeIsOver

    /// A sentence for people.
    public var description: String {
        switch self {
        case .episodeLengthOutOfRange(let length):
            "an episode has 1 to \(Cage2Configuration.maximumEpisodeLength) steps, not \(length)"
        case .environmentCountOutOfRange(let count):
            "a batch has 1 to \(Cage2Batch.maximumCount) environments, not \(count)"
        case .memory(let bytes):
            "the batch would take \(bytes >> 30) GiB, and \(Cage2Batch.maximumMemory >> 30) GiB are the limit"
        case .actionOutOfRange(let action, let environment):
            "action \(action) of environment \(environment) is not among 0 to \(Cage2Action.count - 1)"
        case .bufferSize(let name, let expected, let actual):
            "the buffer for \(name) must have \(expected) elements and has \(actual)"
        case .episodeIsOver: "the episode is over; reset the environment before the next step"
        }
    }
}
