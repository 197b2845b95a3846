import Kernel

extension JSONWriter {
    /// Writes a member with a text, or null.
    mutating func member(_ name: String, optional text: String?) {
        key(name)
        if let text { value(text) } else { null() }
    }

    /// Writes a member with an estimate, each figure with so many decimals.
    mutating func member(_ name: String, _ estimate: Estimate, decimals: Int) {
        key(name)
        object { json in
            json.member("mean", estimate.mean, decimals: decimals)
            json.member("low", estimate.low, decimals: decimals)
            json.member("high", estimate.high, decimals: decimals)
            json.member("standard-error", estimate.standardError, decimals: decimals)
        }
    }

    /// Writes a member with a number rounded to so many decimals; what 64 bits do not hold stays at the largest.
    mutating func member(_ name: String, _ number: Double, decimals: Int) {
        var scaled = number
        for _ in 0..<decimals { scaled *= 10 }
        key(name)
        value(scaled: Int64(exactly: scaled.rounded()) ?? (scaled < 0 ? .min : .max), decimals: decimals)
    }
}
