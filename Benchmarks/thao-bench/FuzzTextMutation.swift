import TestSupport

/// Changes to texts, blind to what they mean.
enum TextMutation {
    /// Words and numbers that stand for something in our files, or that are at the edge of a range.
    private static let tokens = [
        "0", "-1", "1", "255", "65536", "2147483647", "-5", "9223372036854775807", "18446744073709551616", "0.5", "1e9",
        "100%", "1.0000000001", "true", "null", "~", "[]", "{}", "''", "*a", "&a", "<<", "!!int", "|", ">", "? ", "- ",
        "8h", "0s", "1000000 days", "1ms", "07:30-17:00", "10.0.0.0/0", "10.0.0.0/32", "255.255.255.255", "internet",
        "any", "allow", "deny", "domain-administrator", "workstation", "domain-controller", "T1190",
        "{low: 5, high: 1}", "{low: 0, likely: 0, high: 0}", "count: 4000000", "\u{0}", "\t", "\r\n", "\u{2028}",
        "Đ", "\u{FEFF}",
    ]

    private static let numbers = [
        "0", "1", "2", "7", "63", "64", "65", "255", "256", "32768", "65536", "1000000", "4000000", "0.001", "0.999",
        "1ms", "1s", "90s", "3 days", "100%", "50%",
    ]

    /// One change half the time, which most readers survive, else up to four.
    static func mutate(_ text: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
        var text = text
        let changes = random.below(2) == 0 ? 1 : 1 + random.below(4)
        for _ in 0..<changes {
            if random.below(3) == 0 { changeNumber(&text, &random) } else { change(&text, &random) }
        }
        return text
    }

    /// Puts another number in the place of one: what it means may be wrong, or merely odd.
    private static func changeNumber(_ text: inout [UInt8], _ random: inout FuzzRandom) {
        if text.isEmpty { return }
        let start = random.below(text.count)
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        guard let first = text[start...].firstIndex(where: isDigit) else { return }
        let end = text[first...].firstIndex { !isDigit($0) } ?? text.count
        text.replaceSubrange(first..<end, with: Array((random.pick(numbers) ?? "").utf8))
    }

    private static func change(_ text: inout [UInt8], _ random: inout FuzzRandom) {
        if text.isEmpty { return text = Array("a".utf8) }
        let place = random.below(text.count)
        let length = min(text.count - place, 1 + random.below(random.below(4) == 0 ? 400 : 12))
        switch random.below(8) {
        case 0: text[place] ^= 1 << UInt8(random.below(8))
        case 1: text[place] = UInt8(random.below(256))
        case 2: text.removeSubrange(place..<(place + length))
        case 3: text.insert(contentsOf: text[place..<(place + length)], at: place)
        case 4: changeLines(&text, &random)
        case 5: text.removeSubrange(place...)
        default: replaceToken(&text, around: place, &random)
        }
    }

    /// Swaps, repeats or removes whole lines: what stays is often well formed and wrong in meaning.
    private static func changeLines(_ text: inout [UInt8], _ random: inout FuzzRandom) {
        var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        let first = random.below(lines.count), second = random.below(lines.count)
        switch random.below(3) {
        case 0: lines.swapAt(first, second)
        case 1: lines.insert(lines[first], at: second)
        default: lines.remove(at: first)
        }
        text = Array(lines.joined(separator: [0x0A]))
    }

    /// Puts another token, or one from elsewhere in the text, in the place of the one at `place`.
    private static func replaceToken(_ text: inout [UInt8], around place: Int, _ random: inout FuzzRandom) {
        let old = token(in: text, around: place)
        let new =
            random.below(2) == 0
            ? Array(text[token(in: text, around: random.below(text.count))])
            : Array((random.pick(tokens) ?? "").utf8)
        text.replaceSubrange(old, with: new)
    }

    private static func token(in text: [UInt8], around place: Int) -> Range<Int> {
        func isInside(_ byte: UInt8) -> Bool {
            !(byte <= 0x20 || byte == 0x2C || byte == 0x3A || byte == 0x22 || byte == 0x5B || byte == 0x5D
                || byte == 0x7B || byte == 0x7D)
        }
        var start = place, end = place
        while start > 0 && isInside(text[start - 1]) { start -= 1 }
        while end < text.count && isInside(text[end]) { end += 1 }
        return start..<end
    }
}
