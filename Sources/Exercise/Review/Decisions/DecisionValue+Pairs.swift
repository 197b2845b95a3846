import Kernel
import NetworkWorld

extension DecisionValue {
    /// Sums up the futures of one decision.
    ///
    /// - Parameter workCost: what the action's own minutes of staff cost.
    init(
        entry: Int, time: Milliseconds, action: ReviewAction, pairs: [FuturePair], policyDoesTheSame: Bool,
        workCost: Int64
    ) {
        self.entry = entry
        self.time = time
        self.action = action
        self.policyDoesTheSame = policyDoesTheSame
        futures = pairs.count
        spared = Estimate(spared: pairs, \.loss)
        recordsSpared = Estimate(spared: pairs, \.records)
        hostsSpared = Estimate(spared: pairs, \.encrypted)
        serviceTimeSpared = Estimate(spared: pairs, \.serviceTime)
        processTimeSpared = Estimate(spared: pairs, \.processTime)
        lossWith = Self.mean(pairs.map(\.with.loss))
        lossWithout = Self.mean(pairs.map(\.without.loss))
        betterIn = pairs.count { $0.with.loss < $0.without.loss }
        worseIn = pairs.count { $0.with.loss > $0.without.loss }
        goalsWith = pairs.count(where: \.with.goalReached)
        goalsWithout = pairs.count(where: \.without.goalReached)
        verdict = spared.low > 0 ? .helped : spared.high < -Double(workCost) ? .hurt : .unclear
    }

    private static func mean(_ amounts: [Int64]) -> Int64 {
        let sum = amounts.reduce(Int128(0)) { $0 + Int128($1) }
        return Int64(clamping: sum / Int128(max(amounts.count, 1)))
    }
}
