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
