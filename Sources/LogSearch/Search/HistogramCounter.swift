import Kernel

/// Counts records by parts of the time.
struct HistogramCounter {
    /// Length of a part, ms; 0 where nothing is counted.
    let length: Milliseconds
    private let first: Milliseconds
    private var counts: [Int]

    /// Lengths that people read times by.
    private static let lengths: [Milliseconds] = [
        1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000,
        7_200_000, 10_800_000, 21_600_000, 43_200_000, 86_400_000,
    ]

    /// Parts of a usual length that begin at multiples of it, as many as fit.
    init(from: Milliseconds, to: Milliseconds, most: Int) {
        guard most > 0, to > from else {
            (length, first, counts) = (0, 0, [])
            return
        }
        var chosen: Milliseconds
        if let fitting = Self.lengths.first(where: { Self.count(from, to, $0) <= most }) {
            chosen = fitting
        } else {
            chosen = 86_400_000
            while Self.count(from, to, chosen) > most && chosen < to - from { chosen *= 2 }
        }
        length = chosen
        first = Self.index(from, chosen)
        counts = [Int](repeating: 0, count: Self.count(from, to, chosen))
    }

    private static func index(_ time: Milliseconds, _ length: Milliseconds) -> Milliseconds {
        time >= 0 ? time / length : -((length - 1 - time) / length)
    }

    private static func count(_ from: Milliseconds, _ to: Milliseconds, _ length: Milliseconds) -> Int {
        Int(index(to - 1, length) - index(from, length)) + 1
    }

    /// Whether nothing is counted.
    var isEmpty: Bool { length == 0 }

    /// Whether two times lie in one part.
    func isOnePart(_ left: Milliseconds, _ right: Milliseconds) -> Bool {
        Self.index(left, length) == Self.index(right, length)
    }

    @inline(__always)
    mutating func add(_ count: Int, at time: Milliseconds) { counts[Int(Self.index(time, length) - first)] += count }

    /// All parts.
    var buckets: [SearchResult.Bucket] {
        counts.enumerated().map { index, count in
            SearchResult.Bucket(start: (first + Milliseconds(index)) * length, count: count)
        }
    }
}
