/// A non-negative decimal number as it was written: digits and where the point stands.
///
/// No floating point, so that a file means the same on every machine.
struct ExactDecimal: Equatable {
    /// The digits as an integer.
    var digits: UInt64
    /// How many of them stand after the point.
    var decimals: Int

    /// Reads `12`, `0.35`, `.5`, `1_000.25`. At most 18 digits; underscores only between digits.
    init?(_ text: some StringProtocol) {
        digits = 0
        decimals = 0
        var count = 0
        var afterPoint = false
        var previousIsDigit = false
        var endsWithUnderscore = false
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39:
                count += digits == 0 && byte == 0x30 && !afterPoint ? 0 : 1
                if count > 18 { return nil }
                digits = digits * 10 + UInt64(byte - 0x30)
                if afterPoint { decimals += 1 }
                previousIsDigit = true
                endsWithUnderscore = false
            case 0x5F where previousIsDigit && !endsWithUnderscore:
                endsWithUnderscore = true
            case 0x2E where !afterPoint && !endsWithUnderscore:
                afterPoint = true
            default: return nil
            }
        }
        // At least one digit, none missing after the point.
        if !previousIsDigit || endsWithUnderscore || (afterPoint && decimals == 0) { return nil }
    }

    /// 10^`exponent`, for 0…18.
    static func power(_ exponent: Int) -> UInt64 {
        var result: UInt64 = 1
        for _ in 0..<exponent { result *= 10 }
        return result
    }

    /// The value × `scale`, rounded to the nearest integer, halves up; nil where it exceeds `Int64`.
    func scaled(by scale: UInt64) -> Int64? {
        let divisor = Self.power(decimals)
        let product = digits.multipliedFullWidth(by: scale)
        if product.high >= divisor { return nil }
        let (quotient, remainder) = divisor.dividingFullWidth(product)
        let rounded = quotient.addingReportingOverflow(remainder >= divisor - remainder ? 1 : 0)
        return rounded.overflow ? nil : Int64(exactly: rounded.partialValue)
    }

    /// The value × `scale` where that is an integer.
    func exactly(scaledBy scale: UInt64) -> Int64? {
        let divisor = Self.power(decimals)
        let product = digits.multipliedFullWidth(by: scale)
        if product.high >= divisor { return nil }
        let (quotient, remainder) = divisor.dividingFullWidth(product)
        return remainder == 0 ? Int64(exactly: quotient) : nil
    }
}
