/// A decimal number in millionths, so that sums and comparisons are exact.
struct Millionths: Equatable {
    var value: Int64

    /// The largest number either way: sums of two billion of them still fit 128 bits.
    private static let largest: Int64 = 1_000_000_000_000 * 1_000_000

    /// The number that the bytes spell: a sign perhaps, digits, a point and digits perhaps. Digits behind the sixth
    /// place do not count. Nil where they spell none, or one of 10¹² or more.
    ///
    /// - Complexity: O(bytes), without allocation.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var number: Int64 = 0
        var digits = 0
        var places = -1
        var isNegative = false
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: "+"):
                if index > 0 { return nil }
                isNegative = byte == UInt8(ascii: "-")
            case UInt8(ascii: "."):
                if places >= 0 { return nil }
                places = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits += 1
                if places >= 6 { continue }
                if number >= Self.largest / 10 { return nil }
                number = number * 10 + Int64(byte - UInt8(ascii: "0"))
                if places >= 0 { places += 1 }
            default:
                return nil
            }
        }
        if digits == 0 { return nil }
        for _ in max(places, 0)..<6 {
            if number >= Self.largest / 10 { return nil }
            number *= 10
        }
        value = isNegative ? -number : number
    }
}
