import Kernel
import Testing

@testable import Study

/// The statistics that results are made of.
struct StatisticsTests {
    /// Values of printed tables.
    @Test(arguments: [
        (1, 12.7062), (2, 4.3027), (5, 2.5706), (10, 2.2281), (15, 2.1314), (30, 2.0423), (63, 1.9983), (120, 1.9799),
    ]) func quantilesOfStudent(degrees: Int, expected: Double) {
        let value = StudentT.quantile(tail: 0.05, degrees: degrees)
        #expect(abs(value - expected) < 0.0001, "\(value)")
        #expect(abs(StudentT.tail(value, degrees: degrees) - 0.05) < 1e-9)
    }

    @Test func tailsOfTheNormalDistribution() {
        #expect(abs(StudentT.normal(below: 1.96) - 0.975) < 0.001)
        #expect(abs(StudentT.normal(below: -1) - 0.158655) < 0.001)
        #expect(StudentT.normal(below: 0) == 0.5)
    }

    @Test func holmCorrectsStepByStep() {
        let corrected = Holm.corrected([0.01, 0.04, 0.03, 0.005])
        let expected = [0.03, 0.06, 0.06, 0.02]
        #expect(zip(corrected, expected).allSatisfy { abs($0 - $1) < 1e-12 }, "\(corrected)")
        #expect(Holm.corrected([0.7, 0.9]) == [1, 1])
    }

    @Test func histogramsHoldTheirPrecision() {
        var random = SmallRandom(1)
        var histogram = AmountHistogram()
        var amounts: [Int64] = []
        for _ in 0..<5_000 {
            let amount = Int64(random.next() >> (1 + random.next() % 62))
            amounts.append(amount)
            histogram.add(amount)
            let (low, width) = AmountHistogram.bounds(of: AmountHistogram.bin(of: amount))
            #expect(low <= amount && amount - low < width)
            #expect(width == 1 || width <= low / 64)
        }
        amounts.sort()
        for millionths in [Int64(1), 100_000, 500_000, 950_000, 999_999, 1_000_000] {
            let rank = max(1, (5_000 * Int(millionths) + 999_999) / 1_000_000)
            let (exact, found) = (amounts[rank - 1], histogram.quantile(millionths: millionths))
            #expect(abs(Double(found) - Double(exact)) <= 0.008 * Double(exact), "\(millionths): \(found) \(exact)")
        }
        #expect(histogram.counts.count <= 3_712)
    }

    @Test func momentsAddUpExactlyInAnyOrder() {
        var random = SmallRandom(2)
        let amounts = (0..<2_000).map { _ in Int64(random.next() >> 14) - (1 << 49) }
        var all = Moments(), reversed = Moments(), left = Moments(), right = Moments()
        for (index, amount) in amounts.enumerated() {
            all.add(amount)
            index % 3 == 0 ? left.add(amount) : right.add(amount)
        }
        for amount in amounts.reversed() { reversed.add(amount) }
        right.merge(left)
        #expect(all == reversed && all == right)
        let mean = amounts.reduce(0.0) { $0 + Double($1) } / 2_000
        let variance = amounts.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / 1_999
        #expect(abs(all.variance / variance - 1) < 1e-9 && abs(all.mean - mean) < 1)
    }

    /// Numbers of attempts have mean and variance of a Poisson distribution, and one adversary's do not tell another's.
    @Test(arguments: [200, 2_000, 9_000]) func attemptsArePoisson(perYear: Int64) {
        let seeds = StudySeeds(seed: 3, drawsNumbers: true)
        let years = 20_000
        let counts = (0..<years).map { seeds.attempts(year: $0, path: 11, perYear: perYear) }
        let others = (0..<years).map { seeds.attempts(year: $0, path: 12, perYear: perYear) }
        let rate = Double(perYear) / 1_000
        let mean = Double(counts.reduce(0, +)) / Double(years)
        #expect(abs(mean - rate) < 4 * (rate / Double(years)).squareRoot(), "\(mean)")
        let variance = counts.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(years)
        #expect(abs(variance / rate - 1) < 0.06, "\(variance)")
        let products = zip(counts, others).reduce(0.0) { $0 + (Double($1.0) - rate) * (Double($1.1) - rate) }
        #expect(abs(products / Double(years) / rate) < 0.03)
    }

    /// What the numbers explain is told apart from chance.
    @Test func spreadBetweenDrawsIsFound() {
        var random = SmallRandom(4)
        func noise(_ size: Double) -> Double {
            (0..<12).reduce(-6.0) { sum, _ in sum + Double(random.next() >> 11) / 9_007_199_254_740_992 } * size
        }
        let halves = (0..<1_000).map { _ in
            let draw = 5 + noise(3)
            return (even: draw + noise(4), odd: draw + noise(4))
        }
        let spread = DrawSpread(halves)
        #expect(abs(spread.mean - 5) < 0.5 && abs(spread.deviation - 3) < 0.5, "\(spread)")
        // Φ(5 / 3) = 0.952.
        #expect(abs(spread.shareAboveZero - 0.952) < 0.03)
        let chance = DrawSpread((0..<1_000).map { _ in (even: 1 + noise(4), odd: 1 + noise(4)) })
        #expect(chance.deviation < 1)
    }
}

/// A small generator for tests.
struct SmallRandom {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return StableHash.mix(state)
    }
}
