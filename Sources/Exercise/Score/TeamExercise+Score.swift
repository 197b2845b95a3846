import Kernel
import NetworkWorld
import Scenario

extension TeamExercise {
    /// What the team has come to at this moment, by the truth. Whoever shows it to many keeps it.
    ///
    /// - Parameter baselines: what nobody and the built-in playbook come to on the same seeds; see ``Baselines``.
    /// - Complexity: O(events · (1 + situation reports)).
    public func score(baselines: Baselines? = nil) -> TeamScore {
        let outcome = outcome
        var given: [String: Int64] = [:]
        for (metric, mark) in zip(program.scenario.exercise.metrics, marks) {
            if let mark { given[metric.name] = mark.points }
        }
        let marking = Marking(
            judge: PredicateJudge(program: program, facts: facts, outcome: outcome), events: events, marks: given)
        let triage = triageScore
        let reports = reportScores
        return TeamScore(
            time: now, isFinal: isClosed,
            components: [metricPart(marking), answerPart, hintPart, triagePart(triage), reportPart(reports)],
            marking: marking, triage: triage, reports: reports, outcome: outcome,
            minutesToDetect: outcome.minutesToDetect, minutesToRecognise: minutesToRecognise(outcome),
            minutesToContain: outcome.minutesToContain, loss: outcome.totalLoss,
            lossUndefended: baselines?.undefended.loss(at: now),
            lossUnderPlaybook: baselines?.playbook.loss(at: now))
    }

    private func metricPart(_ marking: Marking) -> ScoreComponent {
        ScoreComponent(
            part: .metrics, points: marking.metrics.reduce(0) { $0 + ($1.score ?? 0) },
            open: marking.metrics.reduce(0) { $0 + ($1.score == nil ? $1.maximum : 0) },
            maximum: marking.metrics.reduce(0) { $0 + $1.maximum })
    }

    private var answerPart: ScoreComponent {
        var part = ScoreComponent(part: .answers, points: 0, open: 0, maximum: 0)
        for (question, record) in zip(program.scenario.exercise.questions, questions) {
            part.points += record.points ?? 0
            part.maximum += question.points
            if !isClosed { part.open += question.points - (record.points ?? 0) }
        }
        return part
    }

    private var hintPart: ScoreComponent {
        ScoreComponent(part: .hints, points: -deskScore.hints, open: 0, maximum: 0)
    }

    private func triagePart(_ triage: TriageScore) -> ScoreComponent {
        ScoreComponent(part: .triage, points: triage.points, open: 0, maximum: TriageScore.maximum)
    }

    /// The last report counts: it is what command knows at the end.
    private func reportPart(_ reports: [ReportScore]) -> ScoreComponent {
        ScoreComponent(
            part: .reports, points: reports.last?.points ?? 0,
            open: reports.last.map { $0.mark == nil ? TeamLimits.reportPoints : 0 } ?? 0, maximum: ReportScore.maximum)
    }

    private func minutesToRecognise(_ outcome: Outcome) -> Int64? {
        guard let first = outcome.firstCompromise else { return nil }
        let found = investigations.first { $0.isCompromised || !$0.accounts.isEmpty }?.time
        let told = entries.first { entry in
            guard case .triage(let alert, let triage) = entry.input, triage == .closedTrue || triage == .escalated
            else { return false }
            return isTrue(alert: alert - 1)
        }?.time
        guard let time = [found, told].compactMap(\.self).min() else { return nil }
        return max(0, time - first) / 60_000
    }
}
