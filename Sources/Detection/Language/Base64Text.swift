/// Bytes as Base64 (RFC 4648, with padding).
enum Base64Text {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The text for `bytes`.
    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = 0
            for offset in 0..<3 { bits = bits << 8 | (offset < group.count ? Int(group[start + offset]) : 0) }
            for digit in 0..<4 {
                result.append(digit <= group.count ? alphabet[bits >> (18 - 6 * digit) & 63] : UInt8(ascii: "="))
            }
        }
        return result
    }

    /// What of `bytes` can be recognised inside a longer encoded text, for the three ways in which it may lie there.
    /// Ways in which nothing can be recognised are left out.
    static func encodeAtAnyOffset(_ bytes: [UInt8]) -> [[UInt8]] {
        var result: [[UInt8]] = []
        for shift in 0..<3 {
            // The first digits also depend on what comes before, the last ones on what comes after.
            let dropFirst = [0, 2, 3][shift]
            let dropLast = [0, 3, 2][(bytes.count + shift) % 3]
            let encoded = encode([UInt8](repeating: 0, count: shift) + bytes)
            let known = encoded.dropFirst(dropFirst).dropLast(dropLast)
            if encoded.count > dropFirst + dropLast { result.append(Array(known)) }
        }
        return result
    }
}
