import Kernel

/// A metric with what its rules look at.
struct MetricDraft {
    /// Who or what scores.
    enum Kind: String, CaseIterable {
        case manual = "Manual", conditional = "Conditional"
    }

    var metric: Metric
    var kind = Kind.manual
}

/// Conditions, metrics, evaluations, objectives and goals.
enum ScoringFormat {
    static let condition = Shape<Condition>.record(
        "condition", "A state of the run. Without `when` a person decides.", make: { Condition(name: $0) },
        fields: [
            .checked("name", .localized, "The name that people read."),
            .optional("description", \.description, .localized, "What it means."),
            .optional("when", \.when, PredicateFormat.predicate, "When it holds.").ours,
            .checked("command", .text, "A shell command of Open Cyber Range; never run, a person decides."),
            .checked("interval", .integer(0...Int64(UInt32.max)), "Seconds between two runs of the command."),
            .checked("source", ExerciseShapes.source, "A package of Open Cyber Range; a person decides."),
            .checked("environment", .list(.text), "Environment variables."),
        ]
    ) { condition, node, context in
        let command = node.written("command", context), interval = node.written("interval", context)
        let source = node.written("source", context)
        if let source, command != nil || interval != nil {
            context.error("a condition has either a command with its interval or a source", at: source.position)
        } else if let command, interval == nil {
            context.error("a command needs an interval", at: command.position)
        } else if let interval, command == nil {
            context.error("an interval needs a command", at: interval.position)
        }
        if condition.when != nil, let other = command ?? source {
            context.error("a condition has either 'when' or a command or source", at: other.position)
        }
    }

    static let metric = Shape<MetricDraft>.record(
        "metric", "What is scored.", make: { MetricDraft(metric: Metric(name: $0)) },
        fields: [
            .optional("name", \.metric.title, .localized, "The name that people read."),
            .checked("description", .localized, "What it means."),
            .required("type", \.kind, ExerciseShapes.word(MetricDraft.Kind.self), "Whether a person marks it."),
            .optional("artifact", \.metric.artifact, .boolean, "Whether something is handed in."),
            .required("max-score", \.metric.maxScore, .integer(1...Int64(UInt32.max)), "Most points.")
                .alsoSpelled("max_score"),
            .optional("condition", \.metric.condition, .reference([.conditions]), "The condition that is scored."),
        ]
    ) { draft, node, context in
        let condition = node.written("condition", context)
        switch draft.kind {
        case .manual:
            if let condition { context.error("a Manual metric has no condition", at: condition.position) }
        case .conditional:
            if condition == nil { context.error("a Conditional metric needs a condition", at: node.position) }
            if let artifact = node.written("artifact", context) {
                context.error("a Conditional metric has no artifact", at: artifact.position)
            }
        }
    }

    static let evaluation = Shape<Evaluation>.record(
        "evaluation", "Metrics with a threshold.", make: { Evaluation(name: $0) },
        fields: [
            .optional("name", \.title, .localized, "The name that people read."),
            .checked("description", .localized, "What it means."),
            .required("metrics", \.metrics, ExerciseShapes.references(.metrics, atLeast: 1), "What counts."),
            .required(
                "min-score", \.minimum, minimumScore, "The threshold: percent of the sum of the metrics, or points."),
        ])

    private struct Threshold {
        var absolute: Int64?
        var percentage: Int64?
    }

    private static let percent = Shape<Int64>.integer(0...100)

    private static let minimumScore = Shape<MinimumScore>.shorthand(
        percent.map { MinimumScore.percentage($0) },
        or: Shape<Threshold>.record(
            "threshold", "A threshold in points or in percent.", isAlternative: true, make: { _ in Threshold() },
            fields: [
                .optional("absolute", \.absolute, .integer(0...Int64(UInt32.max)), "Points."),
                .optional("percentage", \.percentage, percent, "Percent."),
            ]
        ) { threshold, node, context in
            if threshold.absolute != nil && threshold.percentage != nil {
                context.error("a threshold is either absolute or a percentage", at: node.position)
            } else if context.isStrict && threshold.absolute == nil && threshold.percentage == nil {
                context.error("expected 'absolute' or 'percentage'", at: node.position)
            }
        }.map { $0.absolute.map { .absolute($0) } ?? .percentage($0.percentage ?? 0) })

    static let objective = Shape<TrainingObjective>.record(
        "objective", "A training or learning objective.", make: { TrainingObjective(name: $0, evaluation: "") },
        fields: [
            .optional("name", \.title, .localized, "The name that people read."),
            .optional("description", \.description, .localized, "What it means."),
            .required("evaluation", \.evaluation, .reference([.evaluations]), "What tells whether it was reached."),
        ])

    static let goal = Shape<Goal>.record(
        "goal", "A goal made of objectives.", make: { Goal(name: $0) },
        fields: [
            .optional("name", \.title, .localized, "The name that people read."),
            .checked("description", .localized, "What it means."),
            .required(
                "tlos", \.trainingObjectives, ExerciseShapes.references(.tlos, atLeast: 1), "Its objectives."),
        ])
}
