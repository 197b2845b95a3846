import Kernel
import NetworkWorld
import Scenario

/// Which set of measures to buy for the budget, how sure that is, and what to buy first.
extension ResultMaker {
    func buying() -> StudyBuying? {
        guard plan.study.design != .oneAtATime else { return nil }
        let sets = arms.indices.filter { arms[$0].playbook == nil && plan.isAffordable(arms[$0].measures) }
        guard !sets.isEmpty else { return nil }
        let values = sets.map { value(of: $0) }
        let best = self.best(of: sets, values)
        let wins = Resampling(seed: plan.study.seed, draws: draws).wins(values)
        let ranked = sets.indices.filter { wins[$0] > 0 }.sorted {
            wins[$0] != wins[$1] ? wins[$0] > wins[$1] : $0 < $1
        }
        return StudyBuying(
            objective: plan.study.objective, budget: plan.study.budget, best: sets[best],
            sureMillionths: Self.millionths(Int64(wins[best]), of: Int64(Resampling.count)),
            candidates: ranked.prefix(10).map {
                StudyBuying.Candidate(
                    arm: sets[$0], winsMillionths: Self.millionths(Int64(wins[$0]), of: Int64(Resampling.count)))
            },
            order: order(to: sets[best]), frontier: frontier(sets), isExhaustive: isExhaustive)
    }

    /// The best set of measures that the budget pays, among all that were run.
    func bestArm() -> Int {
        let sets = arms.indices.filter { arms[$0].playbook == nil && plan.isAffordable(arms[$0].measures) }
        return sets.isEmpty ? 0 : sets[best(of: sets, sets.map { value(of: $0) })]
    }

    /// What a set is judged by in each draw: small is good.
    func value(of arm: Int) -> [Double] {
        switch plan.study.objective {
        case .avoidedLoss: means[arm]
        case .netBenefit: zip(means[arm], numbers).map { $0 + Double(plan.cost(arms[arm], $1)) }
        }
    }

    /// The best of sets; of equals the cheapest, then the first.
    private func best(of sets: [Int], _ values: [[Double]]) -> Int {
        let sums = values.map { $0.reduce(0, +) }
        return sets.indices.min { left, right in
            if sums[left] != sums[right] { return sums[left] < sums[right] }
            let costs = (plan.cost(arms[sets[left]]), plan.cost(arms[sets[right]]))
            return costs.0 != costs.1 ? costs.0 < costs.1 : left < right
        } ?? 0
    }

    /// The measures of a set, next always that which avoids most per cost on top of what is there.
    private func order(to best: Int) -> [StudyBuying.Step] {
        var rest = arms[best].measures
        var bought: [Int] = []
        var from = 0
        var steps: [StudyBuying.Step] = []
        while !rest.isEmpty {
            var choice: (measure: Int, arm: Int, ratio: Double)?
            for measure in rest {
                guard let arm = index(of: PlannedArm(measures: (bought + [measure]).sorted())) else { continue }
                let avoids = avoided(arm, against: from).reduce(0, +) / Double(max(1, draws))
                let ratio = avoids / Double(max(1, plan.factors[measure].cost.likely))
                if choice.map({ ratio > $0.ratio }) ?? true { choice = (measure, arm, ratio) }
            }
            // A search need not have looked at every part of its best set: what is left is bought together, in file order.
            guard let choice else {
                let interval = MeanInterval(of: avoided(best, against: from))
                steps += rest.enumerated().map { position, measure in
                    StudyBuying.Step(
                        factor: measure, arm: best, costSoFar: plan.cost(arms[best]),
                        avoids: position == 0 ? Self.figure(interval) : StudyFigure(mean: 0, low: 0, high: 0))
                }
                return steps
            }
            bought = (bought + [choice.measure]).sorted()
            rest.removeAll { $0 == choice.measure }
            steps.append(
                StudyBuying.Step(
                    factor: choice.measure, arm: choice.arm, costSoFar: plan.cost(arms[choice.arm]),
                    avoids: Self.figure(MeanInterval(of: avoided(choice.arm, against: from)))))
            from = choice.arm
        }
        return steps
    }

    /// Sets that no cheaper one beats in expected loss.
    private func frontier(_ sets: [Int]) -> [Int] {
        let losses = means.map { $0.reduce(0, +) }
        let byCost = sets.sorted { left, right in
            let costs = (plan.cost(arms[left]), plan.cost(arms[right]))
            if costs.0 != costs.1 { return costs.0 < costs.1 }
            return losses[left] != losses[right] ? losses[left] < losses[right] : left < right
        }
        var result: [Int] = []
        for arm in byCost where result.last.map({ losses[arm] < losses[$0] }) ?? true { result.append(arm) }
        return result
    }
}
