import NetworkWorld
import Scenario

extension Marking {
    /// Marks a run by the rules of its scenario.
    ///
    /// - Parameter marks: points that people gave, by metric.
    /// - Complexity: O(events).
    public init(program: Program, events: [Event], outcome: Outcome, marks: [String: Int64] = [:]) {
        let judge = PredicateJudge(program: program, events: events, outcome: outcome)
        self.init(judge: judge, events: events, marks: marks)
    }

    init(judge: PredicateJudge, events: [Event], marks: [String: Int64]) {
        let program = judge.program
        let exercise = program.scenario.exercise
        conditions = exercise.conditions.map { condition in
            ConditionResult(
                name: condition.name, description: condition.description,
                holds: condition.when.map { judge.holds($0) })
        }
        metrics = exercise.metrics.map { Self.mark($0, conditions: conditions, marks: marks) }
        evaluations = exercise.evaluations.map { Self.mark($0, metrics: metrics) }
        objectives = exercise.trainingObjectives.map { objective in
            ObjectiveResult(
                name: objective.name, title: objective.title, description: objective.description,
                evaluation: objective.evaluation,
                verdict: evaluations.first { $0.name == objective.evaluation }?.verdict ?? .open)
        }
        goals = exercise.goals.map { Self.mark($0, objectives: objectives) }
        let computer = AnswerComputer(program: program, events: events, outcome: judge.outcome)
        answers = exercise.questions.map { computer.answer(to: $0) }
    }

    private static func mark(
        _ metric: Metric, conditions: [ConditionResult], marks: [String: Int64]
    ) -> MetricResult {
        var score = marks[metric.name]
        if let key = metric.condition, let holds = conditions.first(where: { $0.name == key })?.holds {
            score = holds ? metric.maxScore : 0
        }
        return MetricResult(
            name: metric.name, title: metric.title, score: score, maximum: metric.maxScore, artifact: metric.artifact)
    }

    private static func mark(_ evaluation: Evaluation, metrics: [MetricResult]) -> EvaluationResult {
        var score: Int64 = 0
        var open: Int64 = 0
        var maximum: Int64 = 0
        for key in evaluation.metrics {
            guard let metric = metrics.first(where: { $0.name == key }) else { continue }
            maximum += metric.maximum
            if let points = metric.score { score += points } else { open += metric.maximum }
        }
        let required =
            switch evaluation.minimum {
            case .absolute(let points): points
            // Half a point is not a point: 50 % of 5 asks for 3.
            case .percentage(let percent): (maximum * percent + 99) / 100
            }
        let verdict: Verdict = score >= required ? .passed : score + open < required ? .failed : .open
        return EvaluationResult(
            name: evaluation.name, title: evaluation.title, metrics: evaluation.metrics, score: score, open: open,
            required: required, maximum: maximum, verdict: verdict)
    }

    private static func mark(_ goal: Goal, objectives: [ObjectiveResult]) -> GoalResult {
        var verdict = Verdict.passed
        for key in goal.trainingObjectives {
            switch objectives.first(where: { $0.name == key })?.verdict ?? .open {
            case .failed: verdict = .failed
            case .open: if verdict == .passed { verdict = .open }
            case .passed: break
            }
        }
        return GoalResult(
            name: goal.name, title: goal.title, objectives: goal.trainingObjectives, verdict: verdict)
    }
}
