/// Reads ATT&CK ids out of what people write.
enum TechniqueID {
    /// The first id in a text, in capitals: `T1566` or `T1566.001`; nil where there is none.
    static func find(in text: String) -> String? {
        let bytes = Array(text.utf8)
        var start = 0
        while start + 5 <= bytes.count {
            defer { start += 1 }
            guard bytes[start] == 0x54 || bytes[start] == 0x74, start == 0 || !isWord(bytes[start - 1]) else {
                continue
            }
            guard bytes[(start + 1)..<(start + 5)].allSatisfy(isDigit) else { continue }
            var end = start + 5
            if end + 4 <= bytes.count, bytes[end] == 0x2E, bytes[(end + 1)..<(end + 4)].allSatisfy(isDigit) { end += 4 }
            if end < bytes.count && isWord(bytes[end]) { continue }
            return "T" + String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
        }
        return nil
    }

    /// The technique that a sub-technique belongs to; a technique is its own parent.
    static func parent(_ id: String) -> Substring { id.prefix { $0 != "." } }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    }
}
