import Kernel

/// Resamples of draws, with replacement: how a result would have come out with other draws.
struct Resampling: Sendable {
    /// How many resamples.
    static let count = 1_000
    /// How many draws there are.
    let draws: Int
    private let seeds: Seeds

    init(seed: UInt64, draws: Int) {
        self.draws = draws
        seeds = Seeds(StableHash.combine(StableHash.of("resample"), seed))
    }

    /// How often each draw is in a resample.
    func weights(_ resample: Int) -> [Int] {
        var weights = [Int](repeating: 0, count: draws)
        for position in 0..<draws {
            weights[seeds.chance(UInt64(resample), .resample, attempt: UInt32(position)).below(draws)] += 1
        }
        return weights
    }

    /// How often each candidate is the best over all resamples.
    ///
    /// - Parameters:
    ///   - values: by candidate and draw; small is good. Of equals the first wins.
    /// - Complexity: O(resamples · candidates · draws).
    func wins(_ values: [[Double]]) -> [Int] {
        var wins = [Int](repeating: 0, count: values.count)
        for resample in 0..<Self.count {
            let weights = weights(resample)
            var best = 0
            var least = Double.infinity
            for (candidate, row) in values.enumerated() {
                var sum = 0.0
                for draw in 0..<draws where weights[draw] > 0 { sum += row[draw] * Double(weights[draw]) }
                if sum < least {
                    least = sum
                    best = candidate
                }
            }
            wins[best] += 1
        }
        return wins
    }
}
