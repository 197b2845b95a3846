import Kernel
import NetworkWorld
import Scenario

/// What each arm came to.
extension ResultMaker {
    func arm(_ index: Int) -> StudyArm {
        let arm = arms[index]
        let sums = tally.arms[index]
        func perYear(_ figure: AdversaryTally.Figure) -> Int64 {
            Self.whole(sums.adversaries.reduce(0) { $0 + $1[figure] }, per: years)
        }
        var paths = PathTally()
        for adversary in sums.adversaries { paths.merge(adversary.paths) }
        return StudyArm(
            name: plan.name(arm), factors: arm.factors, cost: plan.cost(arm),
            loss: Self.figure(MeanInterval(of: means[index])),
            years: Self.distribution(sums.year.histogram, byYear: true),
            parts: StudyLossParts(
                records: perYear(.recordLoss), services: perYear(.serviceLoss), processes: perYear(.processLoss),
                staff: perYear(.staffCost), recovery: perYear(.recoveryCost)),
            comparison: index == 0 ? nil : comparison(index),
            adversaries: sums.adversaries.map { attacker($0) },
            services: zip(plan.simulation.businessServices, outages(sums, \.serviceTime)).map {
                StudyOutage(name: $0.name, title: $0.title, hoursThousandths: $1)
            },
            processes: zip(plan.simulation.processes, outages(sums, \.processTime)).map {
                StudyOutage(name: $0.name, title: $0.title, hoursThousandths: $1)
            },
            paths: self.paths(paths))
    }

    private func outages(_ arm: ArmTally, _ times: KeyPath<AdversaryTally, [Int128]>) -> [Int64] {
        guard var sums = arm.adversaries.first?[keyPath: times] else { return [] }
        for adversary in arm.adversaries.dropFirst() {
            for (index, time) in adversary[keyPath: times].enumerated() { sums[index] += time }
        }
        // Milliseconds to thousandths of an hour.
        return sums.map { Self.whole($0 / 3_600, per: years) }
    }

    private func comparison(_ index: Int) -> StudyComparison {
        let arm = tally.arms[index]
        let paired = arm.avoided.variance
        let apart = tally.arms[0].year.moments.variance + arm.year.moments.variance
        return StudyComparison(
            avoided: Self.figure(MeanInterval(of: avoided(index))),
            betterMillionths: Self.millionths(arm.better.count, of: years),
            worseMillionths: Self.millionths(arm.worse.count, of: years),
            quantiles: Self.avoidedQuantiles(arm, years: years),
            pairingGainThousandths: paired > 0 ? Self.whole(apart / paired * 1000) : nil)
    }

    /// Quantiles of a difference from the histograms of its positive and its negative part.
    private static func avoidedQuantiles(_ arm: ArmTally, years: Int64) -> [StudyQuantile] {
        let equal = years - arm.better.count - arm.worse.count
        return shares(of: years).map { millionths in
            let wanted = max(1, (Int128(years) * Int128(millionths) + 999_999) / 1_000_000)
            let amount: Int64
            if wanted <= Int128(arm.worse.count) {
                // The worst years come first: the histogram counts them from the mildest.
                let rank = Int128(arm.worse.count) - wanted + 1
                amount = -arm.worse.quantile(millionths: Int64(rank * 1_000_000 / Int128(max(1, arm.worse.count))))
            } else if wanted <= Int128(arm.worse.count + equal) {
                amount = 0
            } else {
                let rank = wanted - Int128(arm.worse.count + equal)
                amount = arm.better.quantile(millionths: Int64(rank * 1_000_000 / Int128(max(1, arm.better.count))))
            }
            return StudyQuantile(millionths: millionths, amount: amount)
        }
    }

    private func attacker(_ sums: AdversaryTally) -> StudyArmAttacker {
        let attempts = sums.loss.moments.count
        return StudyArmAttacker(
            attempts: attempts, compromised: Int64(sums[.compromised]), goalReached: Int64(sums[.goalReached]),
            detected: Int64(sums[.detected]), contained: Int64(sums[.contained]),
            loss: Self.distribution(sums.loss.histogram, byYear: false),
            meanLoss: Self.whole(sums.loss.moments.sum, per: attempts),
            yearLoss: Self.whole(sums.loss.moments.sum, per: years),
            minutesToDetect: Self.distribution(sums.minutesToDetect, byYear: false),
            minutesToContain: Self.distribution(sums.minutesToContain, byYear: false),
            recordsThousandths: Self.whole(sums[.records] * 1000, per: attempts),
            hostsThousandths: Self.whole(sums[.hostsCompromised] * 1000, per: attempts),
            encryptedThousandths: Self.whole(sums[.hostsEncrypted] * 1000, per: attempts), paths: paths(sums.paths))
    }

    // MARK: Distributions

    private static let quantiles: [Int64] = [
        50_000, 100_000, 250_000, 500_000, 750_000, 900_000, 950_000, 990_000, 995_000, 999_000,
    ]
    private static let returns: [Int64] = [2, 5, 10, 20, 50, 100, 200, 500, 1_000]

    /// Shares beyond which at least ten of `count` amounts lie, on both sides.
    private static func shares(of count: Int64) -> [Int64] {
        quantiles.filter { millionths in
            min(millionths, 1_000_000 - millionths) * count >= 10_000_000 || millionths == 500_000
        }
    }

    static func distribution(_ histogram: AmountHistogram, byYear: Bool) -> StudyDistribution {
        let count = histogram.count
        return StudyDistribution(
            count: count, zeros: histogram.counts.first ?? 0, largest: histogram.largest,
            quantiles: count == 0
                ? []
                : shares(of: count).map {
                    StudyQuantile(millionths: $0, amount: histogram.quantile(millionths: $0))
                },
            exceedance: byYear
                ? returns.filter { count >= 10 * $0 }.map {
                    StudyExceedance(years: $0, amount: histogram.quantile(millionths: 1_000_000 - 1_000_000 / $0))
                } : [],
            bars: histogram.bars(atMost: 64))
    }

    // MARK: Paths

    func paths(_ tally: PathTally) -> StudyPaths {
        let whole = tally.carried.loss
        func share(_ loss: Int128, of whole: Int128) -> Int64 {
            whole == 0 ? 0 : Int64(loss * 1_000_000 / whole)
        }
        let kept = tally.paths.values.reduce(Carried()) { $0.merged(with: $1) }
        let groups = tally.groups.sorted {
            $0.value.loss != $1.value.loss ? $0.value.loss > $1.value.loss : $0.key < $1.key
        }
        let edges = tally.edges.sorted {
            $0.value.loss != $1.value.loss ? $0.value.loss > $1.value.loss : $0.key < $1.key
        }
        let cards = tally.cards.sorted { left, right in
            let (l, r) = (left.value, right.value)
            if l.carried.loss != r.carried.loss { return l.carried.loss > r.carried.loss }
            return l.tries != r.tries ? l.tries > r.tries : left.key < right.key
        }
        let ways = tally.paths.sorted { left, right in
            if left.value.loss != right.value.loss { return left.value.loss > right.value.loss }
            return left.key.lexicographicallyPrecedes(right.key)
        }
        return StudyPaths(
            loss: Self.whole(whole, per: years), attempts: tally.carried.attempts,
            places: groups.prefix(40).map { group, carried in
                StudyPaths.Place(
                    group: self.group(group),
                    title: group < 0 ? LocalizedText() : plan.simulation.hosts[Int(group)].title,
                    shareMillionths: share(carried.loss, of: whole),
                    throughMillionths: share(carried.loss - (tally.ends[group]?.loss ?? 0), of: whole),
                    attempts: carried.attempts)
            },
            steps: edges.prefix(60).map { edge, carried in
                StudyPaths.Step(
                    from: self.group(edge.from), to: self.group(edge.to),
                    shareMillionths: share(carried.loss, of: whole))
            },
            techniques: cards.filter { $0.key >= 0 }.prefix(60).map { card, sums in
                let model = plan.catalogue.cards[Int(card)]
                return StudyPaths.Technique(
                    card: model.id, attackID: model.attackID, title: model.name, tries: sums.tries,
                    successes: sums.successes, shareMillionths: share(sums.carried.loss, of: whole))
            },
            paths: ways.prefix(10).map { steps, carried in
                StudyPaths.Path(
                    steps: steps.map { ($0.card < 0 ? "" : plan.catalogue.cards[Int($0.card)].id, group($0.group)) },
                    attempts: carried.attempts, shareMillionths: share(carried.loss, of: kept.loss))
            },
            pathsKept: kept.attempts)
    }

    private func group(_ index: Int16) -> String { index < 0 ? "" : plan.simulation.hosts[Int(index)].name }
}
