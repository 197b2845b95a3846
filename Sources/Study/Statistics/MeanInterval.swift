import Kernel

/// A mean with its 95 % interval.
///
/// What is averaged are means of draws of the numbers, which are independent of each other while the years of one draw
/// are not. So the interval holds both kinds of uncertainty: chance, and what nobody knows about the model's numbers.
struct MeanInterval: Sendable, Equatable {
    /// The mean.
    var mean: Double
    /// Its standard error.
    var standardError: Double
    /// Half the width of the 95 % interval, by Student's t.
    var halfWidth: Double
    /// One less than how many were averaged.
    var degrees: Int

    /// The mean of independent values.
    ///
    /// - Complexity: O(values).
    init(of values: [Double]) {
        let count = Double(max(values.count, 1))
        let mean = values.reduce(0, +) / count
        var squares = 0.0
        for value in values { squares += (value - mean) * (value - mean) }
        self.mean = mean
        degrees = max(1, values.count - 1)
        standardError = values.count > 1 ? (squares / (count - 1) / count).squareRoot() : 0
        halfWidth = StudentT.quantile(tail: 0.05, degrees: degrees) * standardError
    }

    /// The lower end of the interval.
    var low: Double { mean - halfWidth }
    /// The upper end.
    var high: Double { mean + halfWidth }

    /// The probability of a mean as far from 0 by chance, where it is truly 0.
    var pValue: Double {
        if standardError == 0 { return mean == 0 ? 1 : 0 }
        return StudentT.tail((mean / standardError).magnitude, degrees: degrees)
    }
}

/// Holm's correction: of all comparisons that are called clear at 5 %, the probability that any of them is wrong stays
/// below 5 %, whatever they have in common.
enum Holm {
    /// The corrected probabilities, in the order of the given ones.
    static func corrected(_ probabilities: [Double]) -> [Double] {
        let order = probabilities.indices.sorted {
            probabilities[$0] != probabilities[$1] ? probabilities[$0] < probabilities[$1] : $0 < $1
        }
        var result = probabilities
        var least = 0.0
        for (rank, index) in order.enumerated() {
            least = max(least, min(1, probabilities[index] * Double(order.count - rank)))
            result[index] = least
        }
        return result
    }
}

/// What is left of two halves of the years of every draw: how much of the spread is due to the draws.
struct DrawSpread: Sendable, Equatable {
    /// Mean over all.
    var mean: Double
    /// Standard deviation between draws, without what chance adds within them; 0 where chance explains all.
    var deviation: Double

    /// From means of even and of odd years, draw by draw.
    ///
    /// The halves share a draw's numbers and nothing else, so their covariance is the variance between draws.
    init(_ halves: [(even: Double, odd: Double)]) {
        let count = Double(max(1, halves.count))
        let even = halves.reduce(0) { $0 + $1.even } / count, odd = halves.reduce(0) { $0 + $1.odd } / count
        mean = (even + odd) / 2
        let products = halves.reduce(0) { $0 + ($1.even - even) * ($1.odd - odd) }
        deviation = halves.count > 1 ? max(0, products / (count - 1)).squareRoot() : 0
    }

    /// The share of draws in which the figure is above 0, were there no chance in it; normal approximation.
    var shareAboveZero: Double {
        if deviation == 0 { return mean > 0 ? 1 : mean < 0 ? 0 : 0.5 }
        return StudentT.normal(below: mean / deviation)
    }
}
