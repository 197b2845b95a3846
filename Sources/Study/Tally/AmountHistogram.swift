import Kernel

/// How often amounts occurred, in bins whose width is at most a sixty-fourth of the amount.
///
/// Amounts below 128 are exact; above, the middle of a bin is at most 0.8 % off. The memory follows the largest amount,
/// never the number of amounts: 3,700 bins reach to 2⁶³. Two histograms add up bin by bin, in any order.
public struct AmountHistogram: Sendable, Equatable {
    /// How often each bin occurred; bins behind the last that occurred are left out.
    public private(set) var counts: [Int64] = []
    /// How many amounts there are.
    public private(set) var count: Int64 = 0
    /// The largest amount.
    public private(set) var largest: Int64 = 0

    /// An empty histogram.
    public init() {}

    /// Takes in an amount; what is below zero counts as zero.
    ///
    /// - Complexity: O(1) amortised.
    public mutating func add(_ amount: Int64, times: Int64 = 1) {
        let amount = max(0, amount)
        let bin = Self.bin(of: amount)
        if bin >= counts.count { counts.append(contentsOf: repeatElement(0, count: bin + 1 - counts.count)) }
        counts[bin] += times
        count += times
        largest = max(largest, amount)
    }

    /// Takes in another histogram.
    ///
    /// - Complexity: O(bins).
    public mutating func merge(_ other: AmountHistogram) {
        if other.counts.count > counts.count {
            counts.append(contentsOf: repeatElement(0, count: other.counts.count - counts.count))
        }
        for (bin, times) in other.counts.enumerated() where times != 0 { counts[bin] += times }
        count += other.count
        largest = max(largest, other.largest)
    }

    /// The bin of an amount that is not negative.
    static func bin(of amount: Int64) -> Int {
        if amount < 128 { return Int(amount) }
        let shift = 57 - amount.leadingZeroBitCount
        return shift * 64 + Int(amount >> Int64(shift))
    }

    /// The smallest amount of a bin, and how many amounts it holds.
    static func bounds(of bin: Int) -> (low: Int64, width: Int64) {
        if bin < 128 { return (Int64(bin), 1) }
        let shift = Int64(bin / 64 - 1)
        return ((Int64(bin) - shift * 64) << shift, 1 << shift)
    }

    /// The amount that a share of all amounts does not exceed: the middle of its bin, never more than the largest.
    ///
    /// - Parameter millionths: the share in millionths; 500,000 is the median.
    /// - Complexity: O(bins).
    public func quantile(millionths: Int64) -> Int64 {
        if count == 0 { return 0 }
        let wanted = max(1, (Int128(count) * Int128(millionths) + 999_999) / 1_000_000)
        if wanted >= count { return largest }
        var seen: Int128 = 0
        for (bin, times) in counts.enumerated() {
            seen += Int128(times)
            if seen >= wanted {
                let (low, width) = Self.bounds(of: bin)
                return min(largest, low + (width - 1) / 2)
            }
        }
        return largest
    }

    /// Bins that occurred, joined until at most `most` are left, from small to large.
    ///
    /// - Complexity: O(bins).
    func bars(atMost most: Int) -> [HistogramBar] {
        let used = counts.indices.filter { counts[$0] > 0 }
        guard let first = used.first, let last = used.last else { return [] }
        let step = max(1, (last - first + most) / most)
        var bars: [HistogramBar] = []
        for start in stride(from: first, through: last, by: step) {
            let end = min(start + step, last + 1)
            let times = counts[start..<end].reduce(0, +)
            if times == 0 { continue }
            let upper = Self.bounds(of: end - 1)
            bars.append(
                HistogramBar(low: Self.bounds(of: start).low, high: upper.low + (upper.width - 1), count: times))
        }
        return bars
    }

    /// The histogram of bins and how often each occurred, as a part file keeps it.
    init(bins: [(bin: Int, times: Int64)], largest: Int64) {
        for (bin, times) in bins { add(Self.bounds(of: bin).low, times: times) }
        self.largest = largest
    }
}
