import Kernel
import NetworkWorld

extension ReviewedRun {
    /// What the same seeds come to if a policy defends from the start, up to the end of this run. What the direction entered
    /// stays.
    ///
    /// - Complexity: that of a run.
    public func baseline(_ policy: ReviewPolicy) -> Outcome {
        var closed = EventLog<Event>(open: false)
        return NetworkWorld.outcome(
            of: Run<NetworkWorld>.replay(
                program(of: policy), seeds: seeds, entries: directions(after: -1), until: end, log: &closed))
    }

    /// The run's line in a comparison of teams.
    ///
    /// - Parameter closed: alerts that the team closed; numbers that do not exist are passed over, the last word on an alert
    ///   counts.
    /// - Complexity: that of four runs.
    public func line(team name: String, closed: [ClosedAlert] = []) -> TeamLine {
        let (run, events) = replay()
        let outcome = NetworkWorld.outcome(of: run)
        let asked = sortActions().accepted.map { entries[$0].time }
        var minutes: Int64?
        if let first = outcome.firstCompromise, let action = asked.first(where: { $0 >= first }) {
            minutes = (action - first) / 60_000
        }
        return TeamLine(
            name: name, end: end, outcome: outcome, minutesToAct: minutes, actionCount: asked.count,
            triage: TriageFigures(alerts: events.filter { $0.kind == .alertDelivered }, closed: closed),
            nobody: baseline(.nobody), standard: baseline(.standard))
    }
}

extension TriageFigures {
    /// Holds what was closed against the truth of alerts in the order of delivery.
    init(alerts: [Event], closed: [ClosedAlert]) {
        attacks = alerts.count { $0.step > 0 }
        var verdicts = [Bool?](repeating: nil, count: alerts.count)
        for mark in closed where verdicts.indices.contains(mark.number - 1) { verdicts[mark.number - 1] = mark.isTrue }
        for (alert, verdict) in zip(alerts, verdicts) where alert.card >= 0 {
            guard let verdict else { continue }
            if verdict {
                closedTrue += 1
                if alert.step > 0 { rightlyTrue += 1 }
            } else {
                closedFalse += 1
                if alert.step == 0 { rightlyFalse += 1 }
            }
        }
    }
}
