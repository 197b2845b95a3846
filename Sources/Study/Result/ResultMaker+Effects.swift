import Kernel
import NetworkWorld
import Scenario

/// What each factor changed, which comes first, and which two do more or less together.
extension ResultMaker {
    /// Arms with a factor, each with the arm that is the same without it.
    func pairs(with factor: Int) -> [(with: Int, without: Int)] {
        if plan.study.design != .factorial {
            let alone =
                plan.factors[factor].kind == .measure ? PlannedArm(measures: [factor]) : PlannedArm(playbook: factor)
            return index(of: alone).map { [($0, 0)] } ?? []
        }
        var result: [(with: Int, without: Int)] = []
        for (position, arm) in arms.enumerated() where arm.factors.contains(factor) {
            var without = arm
            without.measures.removeAll { $0 == factor }
            if without.playbook == factor { without.playbook = nil }
            if let other = index(of: without) { result.append((position, other)) }
        }
        return result
    }

    /// Avoided loss of a factor by draw: the mean over its pairs of arms.
    func avoided(by factor: Int) -> [Double]? {
        let pairs = pairs(with: factor)
        if pairs.isEmpty { return nil }
        var sums = [Double](repeating: 0, count: draws)
        for pair in pairs {
            for draw in 0..<draws { sums[draw] += means[pair.without][draw] - means[pair.with][draw] }
        }
        return sums.map { $0 / Double(pairs.count) }
    }

    func effects() -> [StudyEffect] {
        var rows: [(factor: Int, avoided: MeanInterval, net: MeanInterval, cost: Double)] = []
        for factor in plan.factors.indices {
            guard let avoided = avoided(by: factor) else { continue }
            let costs = numbers.map { draw in
                plan.factors[factor].kind == .measure ? Double(plan.cost(PlannedArm(measures: [factor]), draw)) : 0
            }
            rows.append(
                (
                    factor, MeanInterval(of: avoided), MeanInterval(of: zip(avoided, costs).map { $0 - $1 }),
                    costs.reduce(0, +) / Double(max(1, draws))
                ))
        }
        let corrected = Holm.corrected(rows.map(\.avoided.pValue))
        return rows.enumerated().map { position, row in
            let verdict: StudyEffect.Verdict =
                corrected[position] >= 0.05 ? .unclear : row.avoided.mean > 0 ? .helps : .harms
            return StudyEffect(
                factor: row.factor, avoided: Self.figure(row.avoided), net: Self.figure(row.net),
                returnThousandths: row.cost > 0 ? Self.whole(row.avoided.mean * 1000 / row.cost) : nil,
                pMillionths: Self.millionths(row.avoided.pValue),
                correctedMillionths: Self.millionths(corrected[position]), verdict: verdict)
        }
    }

    func interactions() -> [StudyInteraction] {
        guard plan.study.design == .factorial else { return [] }
        var result: [StudyInteraction] = []
        for first in plan.factors.indices {
            for second in plan.factors.indices where second > first {
                let bothPlaybooks = plan.factors[first].kind == .playbook && plan.factors[second].kind == .playbook
                if bothPlaybooks { continue }
                var sums = [Double](repeating: 0, count: draws)
                var count = 0.0
                for pair in pairs(with: first) where arms[pair.with].factors.contains(second) {
                    // Of a set with both: what the first does beside the second, less what it does without it.
                    guard let other = pairs(with: second).first(where: { $0.with == pair.with }),
                        let neither = pairs(with: first).first(where: { $0.with == other.without })
                    else { continue }
                    count += 1
                    for draw in 0..<draws {
                        let beside = means[pair.without][draw] - means[pair.with][draw]
                        let alone = means[neither.without][draw] - means[neither.with][draw]
                        sums[draw] += beside - alone
                    }
                }
                if count == 0 { continue }
                let interval = MeanInterval(of: sums.map { $0 / count })
                result.append(StudyInteraction(first: first, second: second, beyondSum: Self.figure(interval)))
            }
        }
        return result
    }

    // MARK: Ranking

    func ranking(_ effects: [StudyEffect]) -> StudyRanking? {
        guard effects.count > 1 else { return nil }
        let rows = effects.map { avoided(by: $0.factor) ?? [] }
        var firsts = [Int64](repeating: 0, count: rows.count)
        var places = [Int64](repeating: 0, count: rows.count)
        for draw in 0..<draws {
            for row in rows.indices {
                // Of equal effects each has the mean of their places, and its part of coming first.
                let above = rows.indices.count { rows[$0][draw] > rows[row][draw] }
                let equal = rows.indices.count { rows[$0][draw] == rows[row][draw] }
                if above == 0 { firsts[row] += Int64(1_000_000 / equal) }
                places[row] += Int64(above * 1_000 + (equal + 1) * 500)
            }
        }
        let order = rows.indices.sorted {
            let left = rows[$0].reduce(0, +), right = rows[$1].reduce(0, +)
            return left != right ? left > right : $0 < $1
        }
        let halves = halves(of: effects[order[0]].factor, against: effects[order[1]].factor)
        let own = halvesOfYears(of: effects[order[0]].factor)
        return StudyRanking(
            places: order.map { row in
                StudyRanking.Place(
                    factor: effects[row].factor, firstMillionths: firsts[row] / Int64(max(1, draws)),
                    meanPlaceThousandths: places[row] / Int64(max(1, draws)))
            },
            survivesMillionths: halves.map { Self.millionths(DrawSpread($0).shareAboveZero) },
            numbersShareMillionths: own.map { own in
                let spread = DrawSpread(own)
                let interval = MeanInterval(of: own.map { ($0.even + $0.odd) / 2 })
                let all = interval.standardError * interval.standardError * Double(draws)
                return all == 0 ? 0 : Self.millionths(spread.deviation * spread.deviation / all)
            })
    }

    /// By draw, means of even and of odd years of what a factor avoids; nil where a draw lacks one of both.
    private func halvesOfYears(of factor: Int) -> [(even: Double, odd: Double)]? {
        let pairs = pairs(with: factor)
        var result: [(even: Double, odd: Double)] = []
        for draw in 0..<draws {
            guard let years = tally.yearsOfDraw[draw], years.even > 0, years.odd > 0 else { return nil }
            var even: Int128 = 0, odd: Int128 = 0
            for pair in pairs {
                let with = tally.arms[pair.with].draws[draw] ?? DrawSums()
                let without = tally.arms[pair.without].draws[draw] ?? DrawSums()
                even += without.even - with.even
                odd += without.odd - with.odd
            }
            let count = Double(max(1, pairs.count))
            result.append((Double(even) / Double(years.even) / count, Double(odd) / Double(years.odd) / count))
        }
        return result
    }

    private func halves(of first: Int, against second: Int) -> [(even: Double, odd: Double)]? {
        guard let left = halvesOfYears(of: first), let right = halvesOfYears(of: second) else { return nil }
        return zip(left, right).map { ($0.even - $1.even, $0.odd - $1.odd) }
    }
}
