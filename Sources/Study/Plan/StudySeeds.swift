import Kernel
import NetworkWorld

/// What is drawn for a study, and by which keys. None of them knows an arm: every arm meets the same numbers, the same
/// attempts and the same luck.
struct StudySeeds: Sendable {
    /// The study's seed.
    let seed: UInt64
    /// Whether numbers are drawn.
    let drawsNumbers: Bool

    /// What the uncertain numbers are in a draw.
    func numbers(draw: Int) -> NumberDraw {
        drawsNumbers ? NumberDraw(key: key("numbers", UInt64(draw))) : .likely
    }

    /// How many attempts an adversary makes in a year: Poisson, counted as arrivals, in integers.
    ///
    /// - Parameter perYear: attempts per year, thousandths.
    /// - Complexity: O(attempts).
    func attempts(year: Int, path: UInt64, perYear: Int64) -> Int {
        let seeds = Seeds(key("year", UInt64(year)))
        // Waiting times are −log₂(u) in 2⁻¹⁶; a year is as long as the rate says: rate · log₂ e · 2¹⁶.
        let length = UInt64(max(0, perYear)) * 94_548_462 / 1_000_000
        var time: UInt64 = 0
        var count = 0
        while true {
            let draw = seeds.chance(path, .attempts, attempt: UInt32(count))
            time += IntegerMath.negativeLogarithm(draw.words[3])
            if time > length { return count }
            count += 1
        }
    }

    /// The seeds of an attempt. Hidden facts belong to the year: its attempts meet one and the same organisation.
    func run(year: Int, path: UInt64, attempt: Int) -> Seeds {
        let year = key("year", UInt64(year))
        return Seeds(
            world: StableHash.combine(year, 1),
            future: StableHash.combine(StableHash.combine(year, path), UInt64(attempt)))
    }

    private func key(_ purpose: String, _ number: UInt64) -> UInt64 {
        StableHash.combine(StableHash.combine(StableHash.of(purpose), seed), number)
    }
}
