import Kernel
import Testing

/// The known answers that the generator's authors publish with Random123 (kat_vectors, philox4x32 10).
private let knownAnswers: [(counter: Philox.Block, key: SIMD2<UInt32>, result: Philox.Block)] = [
    (.init(0, 0, 0, 0), .init(0, 0), .init(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)),
    (
        .init(repeating: .max), .init(repeating: .max),
        .init(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
    ),
    (
        .init(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), .init(0xa409_3822, 0x299f_31d0),
        .init(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
    ),
]

struct RandomnessTests {
    @Test(arguments: 0..<3)
    func philoxGivesThePublishedAnswers(index: Int) {
        let answer = knownAnswers[index]
        #expect(Philox.block(counter: answer.counter, key: answer.key) == answer.result)
    }

    @Test func everyPartOfAKeyMatters() {
        let seeds = Seeds(9)
        let purpose = Purpose(rawValue: 1)
        let base = seeds.chance(1, purpose, target: 2, attempt: 3)
        #expect(base == seeds.chance(1, purpose, target: 2, attempt: 3))
        #expect(base != seeds.chance(2, purpose, target: 2, attempt: 3))
        #expect(base != seeds.chance(1, Purpose(rawValue: 2), target: 2, attempt: 3))
        #expect(base != seeds.chance(1, purpose, target: 3, attempt: 3))
        #expect(base != seeds.chance(1, purpose, target: 2, attempt: 4))
        #expect(base != seeds.fact(1, purpose, target: 2, attempt: 3))
        #expect(base != Seeds(10).chance(1, purpose, target: 2, attempt: 3))
    }

    @Test func factsStayUnderAnotherFuture() {
        let one = Seeds(world: 5, future: 6)
        let other = Seeds(world: 5, future: 7)
        let purpose = Purpose(rawValue: 1)
        #expect(one.fact(1, purpose) == other.fact(1, purpose))
        #expect(one.chance(1, purpose) != other.chance(1, purpose))
    }

    @Test(arguments: [0, 1, 250_000, 500_000, 999_999, 1_000_000])
    func sharesComeOutAsTheirProbability(millionths: Int) {
        let probability = Probability(millionths: millionths)
        let count = 40_000
        var hits = 0
        for attempt in 0..<count
        where Seeds(3).chance(1, Purpose(rawValue: 1), attempt: UInt32(attempt)).occurs(probability) {
            hits += 1
        }
        // Five standard deviations of a binomial share.
        let share = Double(millionths) / 1e6
        #expect(
            abs(Double(hits) - Double(count) * share) <= 5 * (Double(count) * share * (1 - share)).squareRoot() + 0.5)
    }

    @Test func triangularStaysInRangeAndHasItsMean() {
        var sum: Int64 = 0
        for attempt in 0..<20_000 {
            let value = Seeds(4).chance(1, Purpose(rawValue: 1), attempt: UInt32(attempt)).triangular(100, 200, 600)
            #expect((100...600).contains(value))
            sum += value
        }
        #expect(abs(Double(sum) / 20_000 - 300) < 4)
    }

    @Test(arguments: [1 << 31, 1 << 40, 1 << 62] as [Int64])
    func triangularCopesWithLongRanges(span: Int64) {
        var sum = 0.0
        for attempt in 0..<4_000 {
            let draw = Seeds(4).chance(1, Purpose(rawValue: 1), attempt: UInt32(attempt))
            let value = draw.triangular(-7, span / 2, span)
            #expect((-7...span).contains(value))
            sum += Double(value) / Double(span)
        }
        #expect(abs(sum / 4_000 - 0.5) < 0.02)
    }

    @Test(arguments: [1, 7, 1 << 33, 1 << 50])
    func boundsOfAnySizeAreFilledEvenly(bound: Int) {
        var sum = 0.0
        for attempt in 0..<4_000 {
            let value = Seeds(4).chance(2, Purpose(rawValue: 1), attempt: UInt32(attempt)).below(bound)
            #expect((0..<bound).contains(value))
            sum += (Double(value) + 0.5) / Double(bound)
        }
        #expect(abs(sum / 4_000 - 0.5) < 0.03)
    }

    @Test func exponentialHasItsMeanAndMedian() {
        var values: [Int64] = []
        for attempt in 0..<20_000 {
            values.append(Seeds(5).chance(1, Purpose(rawValue: 1), attempt: UInt32(attempt)).exponential(mean: 10_000))
        }
        values.sort()
        #expect(abs(Double(values.reduce(0, +)) / 20_000 - 10_000) < 350)
        #expect(abs(Double(values[10_000]) - 6_931) < 350)
    }

    @Test func racesAreWonInProportionToWeight() {
        var wins = 0
        for attempt in 0..<20_000 {
            let heavy = Seeds(6).chance(1, Purpose(rawValue: 1), attempt: UInt32(attempt)).raceTime(weight: 300)
            let light = Seeds(6).chance(2, Purpose(rawValue: 1), attempt: UInt32(attempt)).raceTime(weight: 100)
            if heavy < light { wins += 1 }
        }
        #expect(abs(Double(wins) - 15_000) < 310)
    }

    @Test func integerFunctionsAgreeWithExactOnes() {
        for root in [0, 1, 2, 3, 65_535, 65_536, 4_294_967_295] as [UInt64] {
            #expect(IntegerMath.squareRoot(root * root) == root)
            if root > 1 { #expect(IntegerMath.squareRoot(root * root - 1) == root - 1) }
        }
        #expect(IntegerMath.squareRoot(.max) == 4_294_967_295)
        #expect(IntegerMath.negativeLogarithm(1) == 32 << 16)
        #expect(IntegerMath.negativeLogarithm(1 << 31) == 1 << 16)
        #expect(IntegerMath.negativeLogarithm(0) == 32 << 16)
        #expect(IntegerMath.negativeLogarithm(.max) <= 1)
    }
}
