/// What an inject does to a run of ours.
public enum InjectEffect: Sendable, Equatable {
    /// A message only.
    case message
    /// Red gets a foothold on a host of that group.
    case grantFoothold(host: String)
}

/// What can be put into the exercise.
public struct Inject: Sendable, Equatable {
    /// Key.
    public var name: String
    /// For people.
    public var title = LocalizedText()
    /// The text that arrives.
    public var message = LocalizedText()
    /// Sender.
    public var fromEntity: String?
    /// Receivers.
    public var toEntities: [String] = []
    /// What it does.
    public var effect: InjectEffect = .message
    /// An inject.
    public init(name: String) { self.name = name }
}

/// What happens around the exercise.
public struct ExerciseEvent: Sendable, Equatable {
    /// Key.
    public var name: String
    /// For people.
    public var title = LocalizedText()
    /// Conditions that set it off.
    public var conditions: [String] = []
    /// Injects it puts in.
    public var injects: [String] = []
    /// An event.
    public init(name: String) { self.name = name }
}

/// A time plan.
public struct Script: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Start in milliseconds.
    public var startMilliseconds: Int64 = 0
    /// End in milliseconds.
    public var endMilliseconds: Int64 = 0
    /// Speed, thousandths.
    public var speedThousandths: Int64 = 1_000
    /// When each event happens: (event, milliseconds).
    public var events: [ScriptedEvent] = []
    /// A script.
    public init(name: String) { self.name = name }
}

/// An event at its time.
public struct ScriptedEvent: Sendable, Equatable {
    /// Key of the event.
    public var event: String
    /// When.
    public var atMilliseconds: Int64
    /// An event at its time.
    public init(event: String, atMilliseconds: Int64) {
        self.event = event
        self.atMilliseconds = atMilliseconds
    }
}

/// A storyline.
public struct Story: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Speed, thousandths.
    public var speedThousandths: Int64 = 1_000
    /// Keys of scripts.
    public var scripts: [String] = []
    /// A story.
    public init(name: String) { self.name = name }
}
