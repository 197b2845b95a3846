/// An IPv4 or IPv6 address. An IPv4 address stands in the last 32 bits; one written inside IPv6 (`::ffff:192.0.2.1`) is
/// IPv6.
struct NetworkAddress: Equatable {
    var high: UInt64
    var low: UInt64
    var isVersion6: Bool

    /// The address that the bytes spell, without blanks around it; nil where they spell none. A zone (`fe80::1%3`) is
    /// ignored.
    ///
    /// - Complexity: O(bytes), without allocation.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        // The longest address has 45 characters; a zone follows `%`.
        let end = bytes.firstIndex(of: UInt8(ascii: "%")) ?? bytes.count
        guard end >= 2 && end <= 45 else { return nil }
        let text = UnsafeBufferPointer(rebasing: bytes[..<end])
        if text.contains(UInt8(ascii: ":")) {
            guard let parts = Self.version6(text) else { return nil }
            (high, low) = parts
            isVersion6 = true
        } else {
            guard end == bytes.count, let address = Self.version4(text) else { return nil }
            (high, low, isVersion6) = (0, UInt64(address), false)
        }
    }

    /// Four decimal numbers without leading zeros.
    private static func version4(_ text: UnsafeBufferPointer<UInt8>) -> UInt32? {
        var result: UInt32 = 0
        var number: UInt32 = 0
        var digits = 0
        var dots = 0
        for byte in text {
            if byte == UInt8(ascii: ".") {
                if digits == 0 || dots == 3 { return nil }
                result = result << 8 | number
                (number, digits) = (0, 0)
                dots += 1
            } else {
                guard byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") else { return nil }
                if digits == 1 && number == 0 { return nil }
                number = number * 10 + UInt32(byte - UInt8(ascii: "0"))
                digits += 1
                if number > 255 { return nil }
            }
        }
        return dots == 3 && digits > 0 ? result << 8 | number : nil
    }

    /// Eight groups of hexadecimal digits, one run of zeros perhaps left out, the last two groups perhaps an IPv4
    /// address.
    private static func version6(_ text: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64)? {
        let colon = UInt8(ascii: ":")
        // Groups before and after `::`, each filled from its right end.
        var (high, low): (UInt64, UInt64) = (0, 0)
        var (headHigh, headLow): (UInt64, UInt64) = (0, 0)
        var count = 0
        var headCount = -1
        var index = 0
        func push(_ group: UInt64) {
            high = high << 16 | low >> 48
            low = low << 16 | group
            count += 1
        }
        if text[0] == colon {
            guard text[1] == colon else { return nil }
            headCount = 0
            index = 2
        }
        while index < text.count {
            var end = index
            while end < text.count && text[end] != colon { end += 1 }
            let group = UnsafeBufferPointer(rebasing: text[index..<end])
            if end == text.count, group.contains(UInt8(ascii: ".")) {
                guard let address = version4(group) else { return nil }
                push(UInt64(address >> 16))
                push(UInt64(address & 0xFFFF))
            } else {
                guard let value = hexadecimal(group) else { return nil }
                push(value)
            }
            if count > 8 { return nil }
            if end == text.count { break }
            index = end + 1
            // A colon at the very end is wrong unless it is the second of two.
            if index == text.count { return nil }
            if text[index] == colon {
                if headCount >= 0 { return nil }
                (headHigh, headLow, headCount) = (high, low, count)
                (high, low, count) = (0, 0, 0)
                index += 1
            }
        }
        if headCount < 0 { return count == 8 ? (high, low) : nil }
        if headCount + count > 7 { return nil }
        let shift = UInt64(16 * (8 - headCount))
        let moved: (UInt64, UInt64) =
            shift >= 64
            ? (shift == 128 ? 0 : headLow << (shift - 64), 0)
            : (headHigh << shift | headLow >> (64 - shift), headLow << shift)
        return (moved.0 | high, moved.1 | low)
    }

    private static func hexadecimal(_ text: UnsafeBufferPointer<UInt8>) -> UInt64? {
        guard text.count >= 1 && text.count <= 4 else { return nil }
        var result: UInt64 = 0
        for byte in text {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): result = result << 4 | UInt64(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): result = result << 4 | UInt64(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): result = result << 4 | UInt64(byte - UInt8(ascii: "A") + 10)
            default: return nil
            }
        }
        return result
    }
}

extension SigmaNetwork {
    /// Why a text names no network.
    enum ParsingError: Error, Equatable {
        case noAddress
        case noPrefixLength(most: Int)
        case hostBits
    }

    /// The network of `192.0.2.0/24`, `2001:db8::/32` or a single address.
    init(parsing text: String) throws(ParsingError) {
        let parts = Array(text.utf8).split(separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = Array(parts[0]).withUnsafeBufferPointer({ NetworkAddress($0) }),
            !text.utf8.contains(UInt8(ascii: "%"))
        else { throw .noAddress }
        let bits = address.isVersion6 ? 128 : 32
        var length = bits
        if parts.count == 2 {
            let digits = String(decoding: parts[1], as: UTF8.self)
            guard digits.utf8.count <= 3, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
                let number = Int(digits),
                number <= bits
            else { throw .noPrefixLength(most: bits) }
            length = number
        }
        self.init(high: address.high, low: address.low, prefixLength: length, isVersion6: address.isVersion6)
        if (address.high, address.low) != (high & mask.high, low & mask.low) { throw .hostBits }
    }

    /// The bits that all addresses of the network share.
    var mask: (high: UInt64, low: UInt64) {
        let fixed = isVersion6 ? prefixLength : prefixLength + 96
        func ones(_ count: Int) -> UInt64 { count <= 0 ? 0 : count >= 64 ? .max : ~(.max >> UInt64(count)) }
        return (ones(fixed), ones(fixed - 64))
    }

    /// Whether an address belongs to the network. O(1).
    func contains(_ address: NetworkAddress) -> Bool {
        let mask = mask
        return address.isVersion6 == isVersion6 && address.high & mask.high == high & mask.high
            && address.low & mask.low == low & mask.low
    }
}
