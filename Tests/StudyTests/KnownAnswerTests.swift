import Kernel
import NetworkWorld
import Scenario
import Testing

@testable import Study

/// Studies of a world whose answer can be calculated.
struct KnownAnswerTests {
    private static func result(years: Int) async throws -> StudyResult {
        let course = try StudyCourse(try Chain.plan(years: years))
        _ = try await course.run(workers: 2)
        return try #require(course.result())
    }

    /// Losses of a year are a Poisson number of thefts: its mean, variance and every probability are known.
    @Test func theChainHasItsDistribution() async throws {
        let result = try await Self.result(years: 12_000)
        let base = result.arms[0]
        let years = Double(result.scale.years)
        let rate = 2 * Chain.theft
        let mean = rate * Double(Chain.loss)
        // Four standard errors of a Poisson mean.
        let error = 4 * (rate / years).squareRoot() * Double(Chain.loss)
        #expect(abs(Double(base.loss.mean) - mean) < error, "\(base.loss) against \(mean)")
        #expect(base.loss.low < base.loss.mean && base.loss.mean < base.loss.high)
        // The share of years without a loss is e^−rate.
        let none = Self.exponential(-rate)
        let share = Double(base.years.zeros) / years
        #expect(abs(share - none) < 4 * (none * (1 - none) / years).squareRoot(), "\(share) against \(none)")
        // Quantiles of thefts, by summing up the probabilities.
        for quantile in base.years.quantiles where quantile.millionths <= 990_000 {
            let thefts = Self.poissonQuantile(rate, Double(quantile.millionths) / 1_000_000)
            let found = Double(quantile.amount) / Double(Chain.loss)
            #expect(abs(found - Double(thefts)) <= 0.008 * Double(thefts), "\(quantile)")
        }
        let attempts = base.adversaries[0]
        let reached = Double(attempts.goalReached) / Double(attempts.attempts)
        let spread = 4 * (Chain.theft * (1 - Chain.theft) / Double(attempts.attempts)).squareRoot()
        #expect(abs(reached - Chain.theft) < spread, "\(reached) against \(Chain.theft)")
        #expect(abs(Double(attempts.attempts) / years - 2) < 4 * (2 / years).squareRoot())
    }

    /// The lock lets nothing through: what it avoids is all there is, and it is worth that less its cost.
    @Test func aPerfectMeasureAvoidsEverything() async throws {
        let result = try await Self.result(years: 2_000)
        let effect = try #require(result.effects.first)
        #expect(result.arms[1].loss == StudyFigure(mean: 0, low: 0, high: 0))
        #expect(effect.avoided == result.arms[0].loss)
        #expect(effect.net.mean == effect.avoided.mean - 100_000)
        #expect(effect.verdict == .helps)
        #expect(result.arms[1].comparison?.worseMillionths == 0)
    }

    @Test func theWayOfTheChainIsSeen() async throws {
        let paths = try await Self.result(years: 500).arms[0].paths
        #expect(paths.paths.map { $0.steps.map(\.card) } == [["T1190", "T1041"]])
        #expect(paths.places.map(\.group) == ["portal"])
        #expect(paths.places[0].shareMillionths == 1_000_000 && paths.chokePoints.isEmpty)
        #expect(paths.techniques.first { $0.card == "T1041" }?.shareMillionths == 1_000_000)
        #expect(paths.techniques.first { $0.card == "T1190" }?.shareMillionths == 1_000_000)
    }

    /// A hundred times as many years: the interval becomes a tenth as wide.
    @Test func intervalsConverge() async throws {
        func width(_ years: Int) async throws -> Double {
            let loss = try await Self.result(years: years).arms[0].loss
            return Double(loss.high - loss.low)
        }
        let ratio = try await width(200) / width(20_000)
        #expect((7...14).contains(ratio), "\(ratio)")
    }

    /// Every draw of the numbers meets every arm: with all uncertainty in the price, pairs differ by it exactly.
    @Test func numbersAreTheSameInAllArms() async throws {
        var scenario = Chain.scenario
        scenario.simulation?.assets[0].lossPerRecord = UncertainNumber(low: 0, likely: 1_000, high: 1_000_000)
        var study = try Chain.plan(years: 64).study
        study.drawsNumbers = true
        let plan = try StudyPlan(study, scenario: scenario, catalogue: Chain.catalogue, contentHash: 1)
        let course = try StudyCourse(plan)
        _ = try await course.run(workers: 2)
        let drawn = try #require(course.result())
        #expect(drawn.effects[0].avoided == drawn.arms[0].loss)
        study.drawsNumbers = false
        let likely = try StudyCourse(
            try StudyPlan(study, scenario: scenario, catalogue: Chain.catalogue, contentHash: 1))
        _ = try await likely.run(workers: 2)
        let fixed = try #require(likely.result())
        // The mean of the triangular distribution is 333,667; likely is 1,000.
        let ratio = Double(drawn.arms[0].loss.mean) / Double(fixed.arms[0].loss.mean)
        #expect((200...480).contains(ratio), "\(ratio)")
    }

    // MARK: Reference

    /// e^x by its series, after halving.
    private static func exponential(_ x: Double) -> Double {
        var term = 1.0, sum = 1.0
        for k in 1..<40 {
            term *= x / 16 / Double(k)
            sum += term
        }
        return Chain.power(sum, 16)
    }

    private static func poissonQuantile(_ rate: Double, _ share: Double) -> Int {
        var term = exponential(-rate), sum = term
        var k = 0
        while sum < share {
            k += 1
            term *= rate / Double(k)
            sum += term
        }
        return k
    }
}
