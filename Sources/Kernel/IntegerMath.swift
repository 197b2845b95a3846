/// Functions that floating point would make machine-dependent, in integers.
public enum IntegerMath {
    /// The largest integer whose square is at most `value`.
    ///
    /// - Complexity: a hardware square root and at most two corrections.
    @inlinable
    public static func squareRoot(_ value: UInt64) -> UInt64 {
        // IEEE 754 requires a correctly rounded square root; the loops then correct the conversion to Double.
        var root = min(UInt64(Double(value).squareRoot()), 0xFFFF_FFFF)
        while root &* root > value { root -= 1 }
        while root < 0xFFFF_FFFF && (root + 1) &* (root + 1) <= value { root += 1 }
        return root
    }

    /// `value` × `parts` / 2³², exactly, without the overflow of a plain product.
    @inlinable
    public static func scale(_ value: UInt64, parts: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: parts)
        return product.high << 32 | product.low >> 32
    }

    /// −log₂(value / 2³²) in units of 2⁻¹⁶, for `value` in 1…2³²−1; zero counts as one.
    ///
    /// Exact to 2⁻¹⁶ × 24 squarings: good enough to race exponentials, and the same on every machine.
    /// - Complexity: sixteen multiplications.
    @inlinable
    public static func negativeLogarithm(_ value: UInt32) -> UInt64 {
        let v = UInt64(max(value, 1))
        let exponent = 63 - v.leadingZeroBitCount
        var mantissa = v << (31 - UInt64(exponent))  // 2³¹ ≤ mantissa < 2³²
        var fraction: UInt64 = 0
        for _ in 0..<16 {
            let square = (mantissa &* mantissa) >> 31
            fraction <<= 1
            if square >= 1 << 32 {
                fraction |= 1
                mantissa = square >> 1
            } else {
                mantissa = square
            }
        }
        return (32 << 16) - (UInt64(exponent) << 16 | fraction)
    }
}
