/// A mean over futures with its uncertainty. Not part of any state: floating point, added up in the order of the futures, so
/// that the same settings give the same bits.
public struct Estimate: Sendable, Equatable {
    /// The mean.
    public var mean: Double
    /// Its standard error.
    public var standardError: Double

    /// A known estimate.
    public init(mean: Double = 0, standardError: Double = 0) {
        self.mean = mean
        self.standardError = standardError
    }

    /// The lower end of the 95 % interval (normal approximation).
    public var low: Double { mean - 1.96 * standardError }
    /// The upper end of the 95 % interval.
    public var high: Double { mean + 1.96 * standardError }

    /// The mean of values, at least two of them for an error above 0.
    ///
    /// - Complexity: O(values).
    init(of values: some Collection<Double>) {
        let count = Double(max(values.count, 1))
        mean = values.reduce(0, +) / count
        var squares = 0.0
        for value in values { squares += (value - mean) * (value - mean) }
        standardError = count > 1 ? (squares / (count - 1) / count).squareRoot() : 0
    }

    /// The mean of a difference over pairs, without minus with: what having it spared.
    init(spared pairs: [FuturePair], _ figure: (FutureResult) -> Int64) {
        self.init(of: pairs.map { Double(figure($0.without)) - Double(figure($0.with)) })
    }
}

extension Estimate {
    /// The same in another unit.
    public func scaled(by factor: Double) -> Estimate {
        Estimate(mean: mean * factor, standardError: standardError * factor)
    }
}
