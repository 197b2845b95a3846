import Synchronization

/// How long things took, counted by upper limits.
final class Histogram: Sendable {
    /// Upper limits of the counts in microseconds, from half a millisecond to ten seconds.
    static let limits = [
        500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 10_000_000,
    ]

    /// What a histogram holds at one moment.
    struct Reading: Sendable, Equatable {
        /// How many were at most each of the limits, not added up; the last is those above all.
        var counts: [Int]
        /// All times together, in microseconds.
        var sum: Int

        /// How many there were.
        var count: Int { counts.reduce(0, +) }
    }

    private let state = Mutex(Reading(counts: Array(repeating: 0, count: Histogram.limits.count + 1), sum: 0))

    /// What it holds now.
    var reading: Reading { state.withLock { $0 } }

    /// A duration in whole microseconds.
    static func microseconds(_ duration: Duration) -> Int {
        let (seconds, attoseconds) = duration.components
        return Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
    }

    /// Counts a duration.
    func record(_ duration: Duration) {
        let microseconds = Self.microseconds(duration)
        let place = Self.limits.firstIndex { microseconds <= $0 } ?? Self.limits.count
        state.withLock { reading in
            reading.counts[place] += 1
            reading.sum += microseconds
        }
    }
}
