/// The exercise half: people and goals, in the words and rules of Open Cyber Range's language.
public struct ExerciseHalf: Sendable, Equatable {
    /// Named states of the run that can be true or false.
    public var conditions: [Condition] = []
    /// What is scored.
    public var metrics: [Metric] = []
    /// Metrics with a threshold.
    public var evaluations: [Evaluation] = []
    /// Training and learning objectives.
    public var trainingObjectives: [TrainingObjective] = []
    /// Goals made of objectives.
    public var goals: [Goal] = []
    /// People and organisations, flattened to dotted paths.
    public var entities: [Entity] = []
    /// What can be put into the exercise.
    public var injects: [Inject] = []
    /// What happens around the exercise.
    public var events: [ExerciseEvent] = []
    /// Time plans.
    public var scripts: [Script] = []
    /// Whole storylines.
    public var stories: [Story] = []
    /// Questions whose answers are computed from the run (ours; not part of Open Cyber Range).
    public var questions: [Question] = []
    /// An empty half.
    public init() {}
}

/// A predicate over a run, or a manual or shell condition of the other dialect.
public struct Condition: Sendable, Equatable {
    /// Key.
    public var name: String
    /// For people.
    public var description = LocalizedText()
    /// When it holds; nil where a person decides.
    public var when: Predicate?
    /// A condition.
    public init(name: String) { self.name = name }
}

/// A figure of the outcome that predicates compare.
public enum OutcomeFigure: String, Sendable, CaseIterable {
    case recordsStolen = "records-stolen", hostsEncrypted = "hosts-encrypted", hostsCompromised = "hosts-compromised"
    case serviceMinutesLost = "service-minutes-lost", processMinutesLost = "process-minutes-lost"
    case minutesToDetect = "minutes-to-detect", minutesToContain = "minutes-to-contain", staffMinutes = "staff-minutes"
    case totalLoss = "total-loss", goalReached = "goal-reached", falseIsolations = "false-isolations"
}

/// When a condition holds.
public indirect enum Predicate: Sendable, Equatable {
    /// A figure is at most so much. A figure that never came to be (not detected, not contained) is above everything.
    case atMost(OutcomeFigure, Int64)
    /// A figure is at least so much.
    case atLeast(OutcomeFigure, Int64)
    /// An action of that id was finished on some host of that group (empty: on anything).
    case actionTaken(action: String, on: String)
    /// An alert of at least that severity was delivered.
    case alerted(Severity)
    /// All hold.
    case all([Predicate])
    /// Any holds.
    case any([Predicate])
    /// It does not hold.
    case not(Predicate)
}

/// What is scored.
public struct Metric: Sendable, Equatable {
    /// Key.
    public var name: String
    /// For people.
    public var title = LocalizedText()
    /// Key of the condition; nil where a person marks.
    public var condition: String?
    /// Whether something is handed in.
    public var artifact = false
    /// Most points.
    public var maxScore: Int64 = 1
    /// A metric.
    public init(name: String) { self.name = name }
}

/// Metrics with a threshold.
public struct Evaluation: Sendable, Equatable {
    /// Key.
    public var name: String
    /// For people.
    public var title = LocalizedText()
    /// Keys of metrics.
    public var metrics: [String] = []
    /// Threshold: points, or percent of the metrics' sum.
    public var minimum: MinimumScore = .percentage(50)
    /// An evaluation.
    public init(name: String) { self.name = name }
}

/// A threshold.
public enum MinimumScore: Sendable, Equatable {
    /// Points.
    case absolute(Int64)
    /// Percent of the sum.
    case percentage(Int64)
}

/// A training or learning objective.
public struct TrainingObjective: Sendable, Equatable {
    /// Key.
    public var name: String
    /// For people.
    public var title = LocalizedText()
    /// For people.
    public var description = LocalizedText()
    /// Key of its evaluation.
    public var evaluation: String
    /// An objective.
    public init(name: String, evaluation: String) {
        self.name = name
        self.evaluation = evaluation
    }
}

/// A goal.
public struct Goal: Sendable, Equatable {
    /// Key.
    public var name: String
    /// For people.
    public var title = LocalizedText()
    /// Keys of objectives.
    public var trainingObjectives: [String] = []
    /// A goal.
    public init(name: String) { self.name = name }
}

/// Sides of an exercise.
public enum EntityRole: String, Sendable, CaseIterable {
    case white = "White", green = "Green", red = "Red", blue = "Blue"
}

/// A person or organisation.
public struct Entity: Sendable, Equatable {
    /// Dotted path, `parent.child`.
    public var path: String
    /// Name for people.
    public var title = LocalizedText()
    /// Side.
    public var role: EntityRole?
    /// What it is to do.
    public var mission = LocalizedText()
    /// Keys of objectives.
    public var trainingObjectives: [String] = []
    /// An entity.
    public init(path: String) { self.path = path }
}

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

/// What the right answer to a question is computed from.
public enum AnswerSource: String, Sendable, CaseIterable {
    case firstCompromisedHost = "first-compromised-host", firstTechnique = "first-technique"
    case firstCompromisedMinute = "first-compromised-minute", firstStolenAccount = "first-stolen-account"
    case compromisedHostCount = "compromised-host-count", adversaryName = "adversary-name", recordsStolen =
        "records-stolen"
    case lastLateralTarget = "last-lateral-target", firstAlertedHost = "first-alerted-host", goalReached =
        "goal-reached"
}

/// A question to trainees.
public struct Question: Sendable, Equatable {
    /// Key.
    public var name: String
    /// The question.
    public var text = LocalizedText()
    /// Where the answer comes from.
    public var answer: AnswerSource
    /// Points.
    public var points: Int64 = 1
    /// Hints and what each costs in points.
    public var hints: [Hint] = []
    /// A question.
    public init(name: String, answer: AnswerSource) {
        self.name = name
        self.answer = answer
    }
}

/// A hint with its price.
public struct Hint: Sendable, Equatable {
    /// The hint.
    public var text: LocalizedText
    /// Points that it costs.
    public var cost: Int64
    /// A hint.
    public init(text: LocalizedText, cost: Int64) {
        self.text = text
        self.cost = cost
    }
}
