import Kernel

/// Finds bytes that are no UTF-8 before anything else reads the text.
enum UTF8Check {
    /// Throws at the first byte that begins no well-formed UTF-8 sequence.
    ///
    /// - Complexity: O(bytes).
    static func check(_ text: [UInt8]) throws(YAMLError) {
        var index = 0
        while index < text.count {
            let length = sequenceLength(text, at: index)
            if length == 0 {
                let before = text[..<index]
                let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
                let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
                let column = before[start...].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
                throw YAMLError(
                    message: "byte 0x\(String(text[index], radix: 16)) is not UTF-8; save the file as UTF-8",
                    position: TextPosition(line: line, column: column))
            }
            index += length
        }
    }

    /// The length of the well-formed sequence at `index` (Unicode standard, table 3-7), or 0.
    private static func sequenceLength(_ text: [UInt8], at index: Int) -> Int {
        let first = text[index]
        if first < 0x80 { return 1 }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        if first < 0xC2 || first > 0xF4 || index + length > text.count { return 0 }
        for offset in 1..<length where text[index + offset] & 0xC0 != 0x80 { return 0 }
        let second = text[index + 1]
        switch first {
        case 0xE0: return second >= 0xA0 ? length : 0
        case 0xED: return second < 0xA0 ? length : 0
        case 0xF0: return second >= 0x90 ? length : 0
        case 0xF4: return second < 0x90 ? length : 0
        default: return length
        }
    }
}
