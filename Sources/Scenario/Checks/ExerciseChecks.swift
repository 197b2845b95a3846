import Kernel

/// Rules of the exercise half over several sections. Both dialects share them; where Open Cyber Range is laxer, the
/// dialect decides.
enum ExerciseChecks {
    @Sendable
    static func check(_ draft: inout ScenarioDraft, _ node: YAMLNode, _ context: inout ReadContext) {
        draft.scenario.exercise.metrics = draft.metrics.map(\.metric)
        DeploymentChecks.check(draft, node, &context)
        checkConditionsOfMetrics(draft.metrics, node, &context)
        checkThresholds(draft.scenario.exercise, node, &context)
    }

    /// A condition scores for one metric only.
    private static func checkConditionsOfMetrics(
        _ metrics: [MetricDraft], _ node: YAMLNode, _ context: inout ReadContext
    ) {
        var users: [String: String] = [:]
        lazy var entries = node.written("metrics", context)?.index() ?? [:]
        for draft in metrics {
            guard let condition = draft.metric.condition else { continue }
            guard let other = users[condition] else {
                users[condition] = draft.metric.name
                continue
            }
            let place = entries[draft.metric.name]?.value
            context.error(
                "condition \(YAMLNode.quoted(condition)) is used by metric '\(other)' already",
                at: (place?.written("condition", context) ?? place ?? node).position,
                below: [.key("metrics"), .key(draft.metric.name), .key("condition")])
        }
    }

    /// An absolute threshold can be reached.
    ///
    /// Open Cyber Range adds up all metrics of the scenario, not only those of the evaluation; its dialect does the same.
    private static func checkThresholds(_ half: ExerciseHalf, _ node: YAMLNode, _ context: inout ReadContext) {
        let scores = Dictionary(half.metrics.map { ($0.name, $0.maxScore) }, uniquingKeysWith: { _, last in last })
        let entries = node.written("evaluations", context)?.index() ?? [:]
        let sumOfAll = half.metrics.reduce(0) { $0 + $1.maxScore }
        for evaluation in half.evaluations {
            guard case .absolute(let points) = evaluation.minimum else { continue }
            // Metrics that do not exist, or had errors, are reported already.
            if evaluation.metrics.contains(where: { scores[$0] == nil }) || (context.hasErrors && !context.isStrict) {
                continue
            }
            let sumOfOwn = Set(evaluation.metrics).reduce(0) { $0 + (scores[$1] ?? 0) }
            let sum = context.isStrict ? sumOfOwn : sumOfAll
            if points <= sum { continue }
            let place = entries[evaluation.name]?.value
            context.error(
                "\(points) points cannot be reached: the metrics give \(sum) together",
                at: (place?.written("min-score", context) ?? node).position,
                below: [.key("evaluations"), .key(evaluation.name), .key("min-score")])
        }
    }
}
