/// Numbers out of the bytes of a value. O(count), without allocation save for numbers of more than 15 digits.
enum NumberReading {
    /// A decimal number: sign, digits, point and digits, exponent; nothing around it. Nil for anything else.
    static func number(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        guard let lead = text.first, isDigit(lead) || lead == 0x2D || lead == 0x2B || lead == 0x2E else { return nil }
        var index = lead == 0x2D || lead == 0x2B ? 1 : 0
        let start = index
        var whole: Int64 = 0
        while index < text.count, isDigit(text[index]) {
            if index - start < 18 { whole = whole * 10 + Int64(text[index] - 0x30) }
            index += 1
        }
        if index == text.count, index > start, index - start <= 15 { return Double(lead == 0x2D ? -whole : whole) }
        var digits = index - start
        if index < text.count, text[index] == 0x2E {
            index += 1
            let fraction = index
            while index < text.count, isDigit(text[index]) { index += 1 }
            digits += index - fraction
        }
        guard digits > 0 else { return nil }
        if index < text.count, text[index] | 0x20 == 0x65 {
            index += 1
            if index < text.count, text[index] == 0x2D || text[index] == 0x2B { index += 1 }
            let exponent = index
            while index < text.count, isDigit(text[index]) { index += 1 }
            guard index > exponent else { return nil }
        }
        guard index == text.count else { return nil }
        let value = Double(String(decoding: text, as: UTF8.self))
        return value?.isFinite == true ? value : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
