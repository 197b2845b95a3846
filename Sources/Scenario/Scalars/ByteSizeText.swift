/// Sizes of memory as Open Cyber Range writes them: `4 GiB`, `512mb`, `2 gib`, `1024`.
enum ByteSizeText {
    private static let factors: [String: UInt64] = [
        "": 1, "b": 1,
        "k": 1_000, "kb": 1_000, "kib": 1 << 10,
        "m": 1_000_000, "mb": 1_000_000, "mib": 1 << 20,
        "g": 1_000_000_000, "gb": 1_000_000_000, "gib": 1 << 30,
        "t": 1_000_000_000_000, "tb": 1_000_000_000_000, "tib": 1 << 40,
        "p": 1_000_000_000_000_000, "pb": 1_000_000_000_000_000, "pib": 1 << 50,
    ]

    /// The number of bytes, rounded.
    static func bytes(_ text: String) -> Int64? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let unit = text.dropFirst(digits.count).filter { $0 != " " }.lowercased()
        guard let factor = factors[unit] else { return nil }
        return ExactDecimal(digits)?.scaled(by: factor)
    }
}
