import Kernel
import NetworkWorld
import Scenario

extension ReviewedRun {
    /// Values every decision of the run: futures in which it is taken against the same futures in which it is not, with the
    /// policy acting afterwards in both, and what the team did later left out.
    ///
    /// - Parameters:
    ///   - workers: how many cores work; the result does not depend on it.
    ///   - progress: called now and then, from any worker, with how many futures are done and how many there are.
    /// - Throws: ``ReviewError`` for settings out of range; `CancellationError` where the task was cancelled.
    /// - Complexity: O(decisions · futures) runs from the decision to the horizon, twice each.
    public func decisions(
        _ settings: ReviewSettings = ReviewSettings(), workers: Int,
        progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
    ) async throws -> DecisionReview {
        try settings.check(end: end)
        let (accepted, refused) = sortActions()
        let valued = accepted.prefix(settings.decisionLimit)
        let total = valued.count * settings.futures
        var review = DecisionReview(
            policy: settings.policy, horizon: horizon(settings), decisions: [], refused: refused,
            leftOut: accepted.count - valued.count)
        var trunk = Run<NetworkWorld>(program, seeds: seeds)
        var closed = EventLog<Event>(open: false)
        var next = 0
        for index in valued {
            while next < index {
                trunk.advance(to: entries[next].time)
                trunk.take(entries[next], log: &closed)
                next += 1
            }
            trunk.advance(to: entries[index].time)
            let before = review.decisions.count * settings.futures
            let fork = Fork(
                origin: trunk, program: program(of: settings.policy), directions: directions(after: index),
                horizon: review.horizon)
            let value = try await value(
                ofEntry: index, fork, settings, workers: workers, progress: { progress?(before + $0, total) })
            if let value { review.decisions.append(value) }
        }
        return review
    }

    /// Actions that were accepted, and those that were refused and changed nothing, as places among the entries.
    func sortActions() -> (accepted: [Int], refused: [Int]) {
        var accepted: [Int] = []
        var refused: [Int] = []
        var run = Run<NetworkWorld>(program, seeds: seeds)
        var closed = EventLog<Event>(open: false)
        for (index, entry) in entries.enumerated() {
            run.advance(to: entry.time)
            var log = EventLog<Event>(open: true)
            guard case .input(.action) = entry.content else {
                run.take(entry, log: &closed)
                continue
            }
            run.take(entry, log: &log)
            if log.events.first?.kind == .actionRefused { refused.append(index) } else { accepted.append(index) }
        }
        return (accepted, refused)
    }

    private func value(
        ofEntry index: Int, _ fork: Fork, _ settings: ReviewSettings, workers: Int,
        progress: @escaping @Sendable (Int) -> Void
    ) async throws -> DecisionValue? {
        guard case .input(let input) = entries[index].content else { return nil }
        let seeds = seeds
        let pairs = await Batch.map(
            count: settings.futures, workers: workers, placeholder: FuturePair(), progress: progress
        ) { number in
            let future = Fork.seed(seeds, future: number)
            return FuturePair(
                with: fork.result(future: future, first: input), without: fork.result(future: future))
        }
        try Task.checkCancellation()
        let before = fork.origin.state.work.count
        let taken = fork.begin(future: seeds.future, first: input).state.work
        let left = fork.begin(future: seeds.future, first: nil).state.work
        // The targets in the world's own terms, where it has made −1 of those that the action does not take.
        guard let asked = taken.dropFirst(before).first else { return nil }
        let action = ReviewAction(asked, program: program)
        let cost = program.actions[action.action].staffMinutes.multipliedReportingOverflow(
            by: program.simulation.staff.costPerMinute.likely)
        return DecisionValue(
            entry: index, time: entries[index].time, action: action, pairs: pairs,
            policyDoesTheSame: left.dropFirst(before).contains { ReviewAction($0, program: program) == action },
            workCost: cost.overflow ? .max : cost.partialValue)
    }
}
