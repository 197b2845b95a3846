extension SigmaNumber {
    /// The number that a text spells in decimal: a sign perhaps, digits with a point perhaps, an exponent perhaps; nil
    /// otherwise. What is no finite number is none.
    init?(decimal text: String) {
        guard Self.isDecimal(text.utf8), let value = Double(text), value.isFinite else { return nil }
        self.init(value: value, text: text)
    }

    /// The number that a plain value of YAML stands for, by its core schema: decimal, or hexadecimal after `0x`.
    init?(plain text: String) {
        if text.hasPrefix("0x"), text.utf8.count > 2, text.utf8.count <= 18,
            let number = UInt64(text.dropFirst(2), radix: 16), text.utf8.dropFirst(2).first != UInt8(ascii: "+")
        {
            self.init(value: Double(number), text: text)
        } else {
            self.init(decimal: text)
        }
    }

    /// Whether the bytes have the form of a decimal number.
    static func isDecimal(_ bytes: some Sequence<UInt8>) -> Bool {
        var digits = 0
        var hasPoint = false
        var hasExponent = false
        var isStart = true
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "+"), UInt8(ascii: "-"):
                if !isStart { return false }
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits += 1
            case UInt8(ascii: "."):
                if hasPoint || hasExponent { return false }
                hasPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                if hasExponent || digits == 0 { return false }
                hasExponent = true
                digits = 0
                isStart = true
                continue
            default:
                return false
            }
            isStart = false
        }
        return digits > 0
    }
}
