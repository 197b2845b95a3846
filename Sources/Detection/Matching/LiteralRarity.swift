/// How seldom a text is expected in logs. Only the speed of matching depends on it, never a result.
enum LiteralRarity {
    /// Two bytes that stand before and after each value where literals are looked for; they occur in no UTF-8, and in
    /// other input they cost a comparison.
    static let edge: [UInt8] = [LiteralScanner.edge, LiteralScanner.edge]

    /// What ordinary values look like, with edges around them.
    private static let ordinary = OrdinaryText.lines.map { edge + Array($0.utf8) + edge }

    /// The four-byte pieces of ordinary values, little end first.
    private static let ordinaryPieces: Set<UInt32> = {
        var pieces: Set<UInt32> = []
        for text in ordinary where text.count >= 4 {
            for index in 0...(text.count - 4) { pieces.insert(word(text, at: index, count: 4)) }
        }
        return pieces
    }()

    /// The bytes at a place as a number, little end first.
    static func word(_ text: [UInt8], at index: Int, count: Int) -> UInt32 {
        var word: UInt32 = 0
        for offset in 0..<count { word |= UInt32(text[index + offset]) << UInt32(8 * offset) }
        return word
    }

    /// How likely a value has a text, edges included, in parts of 2³². O(text).
    static func chance(of text: [UInt8]) -> UInt64 {
        let length = text.count
        let mayBeOrdinary =
            length < 4 || (0...(length - 4)).allSatisfy { ordinaryPieces.contains(word(text, at: $0, count: 4)) }
        let isOrdinary =
            mayBeOrdinary
            && ordinary.contains { sample in
                guard sample.count >= length else { return false }
                return (0...(sample.count - length)).contains { sample[$0..<$0 + length].elementsEqual(text) }
            }
        if isOrdinary { return 1 << 29 }
        // Letters beyond ASCII are rarer than others where rules are written.
        let foreign = text.count { $0 >= 0x80 && $0 != LiteralScanner.edge }
        return 1 << UInt64(max(6, 30 - 2 * length - 3 * foreign))
    }

    /// How much a piece of two or four bytes sets its literal apart from ordinary text: the more the better.
    static func distinction(of piece: UInt32, width: Int) -> Int {
        var score = 0
        for offset in 0..<width {
            let byte = UInt8(truncatingIfNeeded: piece >> UInt32(8 * offset))
            switch byte {
            case 0x61, 0x65, 0x69, 0x6C, 0x6E, 0x6F, 0x72, 0x73, 0x74: break
            case 0x61...0x7A, 0x20, 0x5C, 0x2E, 0x30...0x32, LiteralScanner.edge: score += 1
            default: score += 2
            }
        }
        return width == 4 && ordinaryPieces.contains(piece) ? score - 8 : score
    }
}
