import Kernel
import NetworkWorld

extension ReviewedRun {
    /// The most moments that are searched.
    private static let momentLimit: Milliseconds = 240

    /// Searches the run for moments at which acting would have paid most: at evenly spaced moments every host in the
    /// adversary's hands is cut off in some futures and left to the policy in the same futures. The best are measured again
    /// over futures of their own, and kept where they clearly pay.
    ///
    /// - Parameters:
    ///   - workers: how many cores work; the result does not depend on it.
    ///   - progress: called now and then, from any worker, with how much is done and how much there is.
    /// - Throws: ``ReviewError`` for settings out of range; `CancellationError` where the task was cancelled.
    /// - Complexity: O(moments · futures of a moment · (2 + hosts taken, at most 8)) runs from the moment to the horizon.
    public func missedMoments(
        _ settings: ReviewSettings = ReviewSettings(), workers: Int,
        progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
    ) async throws -> MissedMoments {
        try settings.check(end: end)
        let interval = max(settings.momentInterval, (end + Self.momentLimit - 1) / Self.momentLimit)
        let moments = Int(end / interval) + 1
        let total = moments * settings.momentFutures + settings.momentLimit * settings.futures
        let evidence = evidence()
        var result = MissedMoments(
            policy: settings.policy, horizon: horizon(settings), interval: interval, futures: settings.momentFutures,
            points: [], moments: [])
        var candidates: [MomentCandidate] = []
        var trunk = Run<NetworkWorld>(program, seeds: seeds)
        var closed = EventLog<Event>(open: false)
        var next = 0
        for number in 0..<moments {
            let time = interval * Milliseconds(number)
            while next < entries.count && entries[next].time <= time {
                trunk.advance(to: entries[next].time)
                trunk.take(entries[next], log: &closed)
                next += 1
            }
            trunk.advance(to: time)
            let moment = SearchedMoment(
                trunk, of: self, directions: directions(after: next - 1), horizon: result.horizon,
                policy: settings.policy)
            let (seeds, before) = (seeds, number * settings.momentFutures)
            let futures = await Batch.map(
                count: settings.momentFutures, workers: workers, placeholder: MomentFuture(),
                progress: { progress?(before + $0, total) }
            ) { moment.future(Fork.seed(seeds, future: $0)) }
            try Task.checkCancellation()
            result.points.append(MomentPoint(time: time, futures))
            note(moment, futures, evidence, among: &candidates)
        }
        result.moments = try await confirm(candidates, evidence, settings, workers: workers) {
            progress?(moments * settings.momentFutures + $0, total)
        }
        progress?(total, total)
        return result
    }

    private func note(
        _ moment: SearchedMoment, _ futures: [MomentFuture], _ evidence: Evidence,
        among candidates: inout [MomentCandidate]
    ) {
        for (place, host) in moment.hosts.enumerated() {
            let mean = Estimate(of: futures.map { $0.spared[place] }).mean
            let kind = kind(of: evidence[host], host, at: moment)
            if let known = candidates.firstIndex(where: { $0.host == host }) {
                candidates[known].take(moment, mean: mean, evidence: kind)
            } else {
                candidates.append(MomentCandidate(host: host, moment, mean: mean, evidence: kind))
            }
        }
    }

    private func kind(of known: HostEvidence, _ host: Int32, at moment: SearchedMoment) -> EvidenceKind {
        let knowledge = moment.fork.origin.state.seats[0].host(host)
        func isThere(_ time: Milliseconds?) -> Bool { time.map { $0 <= moment.time } ?? false }
        if knowledge.assessment == .compromised || isThere(known.firstFinding) { return .finding }
        if isThere(known.firstAlert) { return .alert }
        // Another investigation pointed at it.
        if knowledge.assessment == .suspect { return .finding }
        return isThere(known.firstTrace) ? .logs : .nothing
    }

    /// Measures the best over futures that had no say in choosing them.
    private func confirm(
        _ candidates: [MomentCandidate], _ evidence: Evidence, _ settings: ReviewSettings, workers: Int,
        progress: @escaping @Sendable (Int) -> Void
    ) async throws -> [MissedMoment] {
        let best = candidates.filter { $0.bestMean > 0 }.sorted {
            ($1.bestMean, $0.best.time, $0.host) < ($0.bestMean, $1.best.time, $1.host)
        }
        var moments: [MissedMoment] = []
        for (number, candidate) in best.prefix(settings.momentLimit).enumerated() {
            let (moment, seeds, first) = (candidate.best, seeds, settings.momentFutures)
            let isolation = moment.isolation(of: candidate.host)
            let pairs = await Batch.map(
                count: settings.futures, workers: workers, placeholder: FuturePair(),
                progress: { progress(number * settings.futures + $0) }
            ) { index in
                let future = Fork.seed(seeds, future: first + index)
                return FuturePair(
                    with: moment.fork.result(future: future, first: isolation),
                    without: moment.fork.result(future: future))
            }
            try Task.checkCancellation()
            let spared = Estimate(spared: pairs, \.loss)
            if spared.low <= 0 { continue }
            moments.append(
                MissedMoment(
                    host: candidate.host, hostName: program.hostName(candidate.host), time: moment.time, spared: spared,
                    futures: pairs.count, betterIn: pairs.count { $0.with.loss < $0.without.loss },
                    paidUntil: candidate.paidUntil, evidence: candidate.evidence, known: evidence[candidate.host]))
        }
        return moments.sorted { ($1.spared.mean, $0.time, $0.host) < ($0.spared.mean, $1.time, $1.host) }
    }
}

extension MomentPoint {
    fileprivate init(time: Milliseconds, _ futures: [MomentFuture]) {
        self.time = time
        lossUndefended = Estimate(of: futures.map { Double($0.undefended.loss) })
        lossDefended = Estimate(of: futures.map { Double($0.defended.loss) })
        spared = Estimate(of: futures.map { Double($0.undefended.loss) - Double($0.defended.loss) })
        goalsUndefended = futures.count(where: \.undefended.goalReached)
        goalsDefended = futures.count(where: \.defended.goalReached)
    }
}
