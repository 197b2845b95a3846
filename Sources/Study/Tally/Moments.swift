/// Number, sum and sum of squares of amounts, exactly: they add up in any order to the same.
///
/// Amounts are kept within ±10¹⁵, so that the squares of a hundred million of them fit 128 bits.
public struct Moments: Sendable, Equatable {
    /// The largest amount that is taken as it is.
    static let limit: Int64 = 1_000_000_000_000_000
    /// How many amounts.
    public var count: Int64 = 0
    /// Their sum.
    public var sum: Int128 = 0
    /// The sum of their squares.
    public var squares: Int128 = 0

    /// Takes in an amount.
    mutating func add(_ amount: Int64) {
        let bounded = Int128(min(Self.limit, max(-Self.limit, amount)))
        count += 1
        sum += bounded
        squares += bounded * bounded
    }

    /// Takes in others.
    mutating func merge(_ other: Moments) {
        count += other.count
        sum += other.sum
        squares += other.squares
    }

    /// The mean; 0 of nothing.
    public var mean: Double { count == 0 ? 0 : Double(sum) / Double(count) }

    /// The variance of one amount, as estimated from these; 0 of fewer than two.
    public var variance: Double {
        if count < 2 { return 0 }
        // In integers: the difference of two large numbers would lose its digits otherwise.
        let whole = Int128(count)
        let mean = sum / whole, rest = sum % whole
        // Σ(x − m)² with the rounded mean m, minus n · (mean − m)².
        let around = squares - mean * (2 * sum - whole * mean)
        let off = Double(rest) / Double(count)
        return max(0, (Double(around) - Double(count) * off * off) / Double(count - 1))
    }
}

/// Amounts with their whole distribution.
public struct AmountTally: Sendable, Equatable {
    /// Number, sum, squares.
    public var moments = Moments()
    /// How often each amount occurred.
    public var histogram = AmountHistogram()

    mutating func add(_ amount: Int64) {
        moments.add(amount)
        histogram.add(amount)
    }

    mutating func merge(_ other: AmountTally) {
        moments.merge(other.moments)
        histogram.merge(other.histogram)
    }
}
