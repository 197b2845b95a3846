/// IPv4 addresses and ranges.
public enum AddressText {
    /// `203.0.113.10`: four decimal numbers without leading zeros.
    static func address(_ text: some StringProtocol) -> UInt32? {
        let parts = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
        if parts.count != 4 { return nil }
        var result: UInt32 = 0
        for part in parts {
            guard let number = decimal(part, most: 255) else { return nil }
            result = result << 8 | number
        }
        return result
    }

    /// `203.0.113.0/26` as written: the address may have bits behind the prefix.
    static func range(_ text: String) -> (address: UInt32, prefixLength: Int)? {
        let parts = text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
        guard parts.count == 2, let address = address(Substring(parts[0])), let length = decimal(parts[1], most: 32)
        else { return nil }
        return (address, Int(length))
    }

    /// The bits of an address that a prefix of that length fixes.
    static func mask(_ prefixLength: Int) -> UInt32 {
        prefixLength == 0 ? 0 : ~UInt32(0) << UInt32(32 - prefixLength)
    }

    /// Dotted decimal.
    public static func text(_ address: UInt32) -> String {
        "\(address >> 24).\(address >> 16 & 255).\(address >> 8 & 255).\(address & 255)"
    }

    private static func decimal(_ digits: Substring.UTF8View, most: UInt32) -> UInt32? {
        decimal(Array(digits), most: most)
    }

    private static func decimal(_ digits: some Collection<UInt8>, most: UInt32) -> UInt32? {
        guard !digits.isEmpty, digits.count <= 3, digits.count == 1 || digits.first != 0x30 else { return nil }
        var result: UInt32 = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            result = result * 10 + UInt32(digit - 0x30)
        }
        return result <= most ? result : nil
    }
}
