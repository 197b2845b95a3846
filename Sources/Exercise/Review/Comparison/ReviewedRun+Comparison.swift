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
    /// - Parameter triage: how the team told true alerts from false ones, where that is known.
    /// - Complexity: that of four runs.
    public func line(team name: String, triage: TriageScore? = nil) -> TeamLine {
        let outcome = NetworkWorld.outcome(of: replay())
        let asked = sortActions().accepted.map { entries[$0].time }
        var minutes: Int64?
        if let first = outcome.firstCompromise, let action = asked.first(where: { $0 >= first }) {
            minutes = (action - first) / 60_000
        }
        return TeamLine(
            name: name, end: end, outcome: outcome, minutesToAct: minutes, actionCount: asked.count,
            triage: triage, nobody: baseline(.nobody), standard: baseline(.standard))
    }
}
