import Kernel
import Testing

@testable import Study

/// 95 % intervals hold the truth in 95 of a hundred studies: 10,000 studies each of what losses are like.
struct CoverageTests {
    /// What a draw of the numbers does to a year's loss.
    enum Losses: String, CaseIterable {
        /// Poisson numbers of equal losses; the numbers are known.
        case equal
        /// Losses that are one in four attempts, of which each tenth is ten times as large; the rate is uncertain.
        case rareAndLarge
        /// The difference of two arms that share most of their luck.
        case paired
    }

    @Test(arguments: Losses.allCases) func intervalsHoldWhatTheyPromise(losses: Losses) async {
        let studies = 10_000
        let truth = Self.mean(losses)
        let hits = await Batch.map(count: studies, workers: 2, placeholder: false) { study in
            let values = (0..<128).map { Self.draw(losses, seed: UInt64(study) << 20 | UInt64($0)) }
            let interval = MeanInterval(of: values)
            return interval.low <= truth && truth <= interval.high
        }.count { $0 }
        let share = Double(hits) / Double(studies)
        // Three standard errors of a share of 95 % over 10,000 are 0.65 %; skewed means lose a little more.
        #expect((0.9385...0.9565).contains(share), "\(losses): \(share)")
    }

    /// Mean loss of eight years of one draw.
    private static func draw(_ losses: Losses, seed: UInt64) -> Double {
        var random = SmallRandom(StableHash.mix(seed))
        let uniform = Double(random.next() >> 11) / 9_007_199_254_740_992
        let rate: Int64 = losses == .equal ? 2_000 : Int64(1_000 + 2_000 * uniform)
        let seeds = StudySeeds(seed: seed, drawsNumbers: true)
        var sum = 0.0
        for year in 0..<8 {
            for _ in 0..<seeds.attempts(year: year, path: 1, perYear: rate) {
                let luck = random.next() % 40
                switch losses {
                case .equal: sum += 1
                case .rareAndLarge: sum += luck == 0 ? 10 : luck < 10 ? 1 : 0
                // Saved in three of ten where both arms differ at all, lost in one of twenty.
                case .paired: sum += luck < 12 ? 1 : luck < 14 ? -1 : 0
                }
            }
        }
        return sum / 8
    }

    private static func mean(_ losses: Losses) -> Double {
        switch losses {
        case .equal: 2
        case .rareAndLarge: 2 * (10.0 + 9) / 40
        case .paired: 2 * (12.0 - 2) / 40
        }
    }
}
