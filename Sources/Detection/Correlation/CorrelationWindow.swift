import Kernel

/// The records of one group within the span of time, and the figures over them that cost too much to make anew each
/// time.
struct CorrelationWindow: Sendable {
    /// One record.
    struct Entry: Sendable {
        var time: Milliseconds
        var record: Int
        /// The value that is counted; empty where only records are.
        var text: [UInt8] = []
        /// The number that is summed up, in millionths.
        var number: Int64 = 0

        /// What the entry counts against the limit.
        var weight: Int { 1 + text.count / 32 }
    }

    private var entries: [Entry] = []
    /// Entries before this one have left the window.
    private var start = 0
    /// How often each value is there.
    private var counts: [[UInt8]: Int] = [:]
    private var sum: Int128 = 0
    /// The numbers in order, for percentiles.
    private var sorted: [Int64] = []

    var count: Int { entries.count - start }
    var first: Entry? { count > 0 ? entries[start] : nil }
    var all: ArraySlice<Entry> { entries[start...] }

    /// Takes in a record. O(1); O(records) for percentiles.
    mutating func append(_ entry: Entry, _ plan: CorrelationPlan) {
        entries.append(entry)
        sum += Int128(entry.number)
        if plan.percentile != nil { sorted.insert(entry.number, at: Self.place(of: entry.number, in: sorted)) }
        if plan.countsValues { counts[entry.text, default: 0] += 1 }
    }

    /// Lets the first record go. As `append`, on average.
    mutating func removeFirst(_ plan: CorrelationPlan) {
        let entry = entries[start]
        start += 1
        sum -= Int128(entry.number)
        if plan.percentile != nil { sorted.remove(at: Self.place(of: entry.number, in: sorted)) }
        if plan.countsValues, let left = counts[entry.text] { counts[entry.text] = left > 1 ? left - 1 : nil }
        if start > 32 && start * 2 > entries.count {
            entries.removeFirst(start)
            start = 0
        }
    }

    /// Whether the figure that the correlation asks for keeps to its bounds.
    func holds(_ plan: CorrelationPlan) -> Bool {
        guard let last = entries.last else { return false }
        switch plan.kind {
        case .eventCount, .temporal, .temporalOrdered: return plan.holds(Int128(count) * 1_000_000)
        case .valueCount: return plan.holds(Int128(counts.count) * 1_000_000)
        case .valueSum: return plan.holds(sum)
        case .valueAverage: return plan.holds(sum, over: Int128(count))
        case .valuePercentile:
            guard let percentile = plan.percentile else {
                return plan.holds(Int128(counts[last.text] ?? 0) * 100_000_000, over: Int128(count))
            }
            // Nearest rank: the smallest number that so many per cent do not exceed.
            let rank = max(1, (percentile * sorted.count + 99) / 100)
            return plan.holds(Int128(sorted[rank - 1]))
        }
    }

    /// The first place that holds no smaller number.
    private static func place(of number: Int64, in sorted: [Int64]) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
