import Kernel

/// Random numbers for tests: the same for the same seed.
struct RandomWords {
    private let seeds: Seeds
    private var count: UInt64 = 0

    init(seed: UInt64) { seeds = Seeds(seed) }

    /// A number from 0 to `bound` − 1.
    mutating func below(_ bound: Int) -> Int {
        count += 1
        return seeds.chance(count, Purpose(rawValue: 1)).below(bound)
    }
}
