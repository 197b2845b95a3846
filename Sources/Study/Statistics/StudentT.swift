/// Student's t distribution with whole degrees of freedom, made of additions, multiplications, divisions and square roots
/// only: IEEE 754 defines these exactly, so that results have the same bytes on every machine.
enum StudentT {
    /// The probability that |T| exceeds `t` (a value ≥ 0).
    ///
    /// Exact finite series (Abramowitz and Stegun 26.7.3 and 26.7.4); the error is about 10⁻¹⁵, so that smaller results are
    /// given as 0.
    /// - Complexity: O(degrees).
    static func tail(_ t: Double, degrees: Int) -> Double {
        let n = Double(max(1, degrees))
        let length = (n + t * t).squareRoot()
        let sine = t / length, cosine = n.squareRoot() / length
        let squared = cosine * cosine
        var inside: Double
        if degrees % 2 == 0 {
            var term = 1.0, sum = 1.0
            var k = 2
            while k < degrees {
                term *= squared * Double(k - 1) / Double(k)
                sum += term
                k += 2
            }
            inside = sine * sum
        } else {
            var sum = 0.0
            if degrees > 1 {
                var term = cosine
                sum = term
                var k = 3
                while k < degrees {
                    term *= squared * Double(k - 1) / Double(k)
                    sum += term
                    k += 2
                }
            }
            inside = 2 / Double.pi * (arcTangent(t / n.squareRoot()) + sine * sum)
        }
        return max(0, min(1, 1 - inside))
    }

    /// The value that |T| exceeds with probability `tail`.
    ///
    /// - Complexity: sixty series.
    static func quantile(tail: Double, degrees: Int) -> Double {
        var low = 0.0, high = 1.0
        while Self.tail(high, degrees: degrees) > tail && high < 1e9 { high *= 2 }
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if Self.tail(middle, degrees: degrees) > tail { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The share of a normal distribution below `z`, by the t distribution with so many degrees that the difference is
    /// below 10⁻³.
    static func normal(below z: Double) -> Double {
        let half = tail(z.magnitude, degrees: 1_000) / 2
        return z < 0 ? half : 1 - half
    }

    /// arctan of a value ≥ 0, by halving the angle until the series is short.
    private static func arcTangent(_ value: Double) -> Double {
        if value > 1 { return Double.pi / 2 - arcTangent(1 / value) }
        var x = value
        for _ in 0..<3 { x = x / (1 + (1 + x * x).squareRoot()) }
        let squared = x * x
        var power = x, sum = x
        var k = 3.0
        while k < 41 {
            power *= -squared
            sum += power / k
            k += 2
        }
        return 8 * sum
    }
}
