import Scenario

/// What a run means for the goals of its exercise.
public struct Marking: Sendable, Equatable {
    /// Whether each condition holds.
    public var conditions: [ConditionResult] = []
    /// Points of each metric.
    public var metrics: [MetricResult] = []
    /// Whether each evaluation is passed.
    public var evaluations: [EvaluationResult] = []
    /// Whether each training objective is met.
    public var objectives: [ObjectiveResult] = []
    /// Whether each goal is met.
    public var goals: [GoalResult] = []
    /// The right answer to each question.
    public var answers: [Answer] = []

    /// A marking without content, for a scenario without an exercise.
    public init() {}
}

/// How far something that is judged has come.
public enum Verdict: String, Sendable, CaseIterable {
    /// It is passed, however the open marks turn out.
    case passed
    /// It cannot be passed any more.
    case failed
    /// Marks that people give decide.
    case open
}

/// Whether a condition holds.
public struct ConditionResult: Sendable, Equatable {
    /// Key.
    public var name: String
    /// For people.
    public var description: LocalizedText
    /// Whether it holds; nil where a person decides.
    public var holds: Bool?
}

/// Points of a metric.
public struct MetricResult: Sendable, Equatable {
    /// Key.
    public var name: String
    /// For people.
    public var title: LocalizedText
    /// Points; nil where a person still has to mark.
    public var score: Int64?
    /// Most points.
    public var maximum: Int64
    /// Whether something is handed in.
    public var artifact: Bool
}

/// An evaluation against its threshold.
public struct EvaluationResult: Sendable, Equatable {
    /// Key.
    public var name: String
    /// For people.
    public var title: LocalizedText
    /// Keys of its metrics.
    public var metrics: [String]
    /// Points so far.
    public var score: Int64
    /// Points that people may still give.
    public var open: Int64
    /// Points that are needed.
    public var required: Int64
    /// Most points.
    public var maximum: Int64
    /// Passed, failed or open.
    public var verdict: Verdict
}

/// A training objective.
public struct ObjectiveResult: Sendable, Equatable {
    /// Key.
    public var name: String
    /// For people.
    public var title: LocalizedText
    /// What is to be learned.
    public var description: LocalizedText
    /// Key of its evaluation.
    public var evaluation: String
    /// As its evaluation.
    public var verdict: Verdict
}

/// A goal.
public struct GoalResult: Sendable, Equatable {
    /// Key.
    public var name: String
    /// For people.
    public var title: LocalizedText
    /// Keys of its objectives.
    public var objectives: [String]
    /// Passed where all objectives are, failed where one is.
    public var verdict: Verdict
}

/// The right answer to a question in this run.
public struct Answer: Sendable, Equatable {
    /// Key of the question.
    public var question: String
    /// The question.
    public var text: LocalizedText
    /// Where the answer comes from.
    public var source: AnswerSource
    /// The answer as trainees give it: a name, an id or a number; nil where the run has none.
    public var value: String?
    /// The answer as people read it.
    public var answer: LocalizedText
    /// Points.
    public var points: Int64
}
