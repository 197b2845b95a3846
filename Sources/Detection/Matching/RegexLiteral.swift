/// Texts without which a regular expression cannot match, so that it need not be tried on values that lack them.
///
/// Reads only what is certain: a text counts if every match must contain it, whatever the case of A–Z. What is not
/// understood gives no text, never a wrong one.
struct RegexLiteral {
    private let pattern: [UInt8]
    private let ignoresCase: Bool
    private var index = 0
    private var run: [UInt8] = []
    private var runs: [[UInt8]] = []

    /// All texts that each match contains, in lower case; none where that is not certain. O(pattern).
    static func required(by regex: SigmaRegex) -> [[UInt8]] {
        let pattern = Array(regex.pattern.utf8)
        // Options inside the pattern: extended syntax changes what a blank means, verbs and quoting change the rest.
        var ignoresCase = regex.ignoreCase
        for index in pattern.indices.dropLast() where pattern[index] == UInt8(ascii: "(") {
            if pattern[index + 1] == UInt8(ascii: "*") { return [] }
            guard pattern[index + 1] == UInt8(ascii: "?") else { continue }
            ignoresCase = true
            let options = pattern[(index + 2)...].prefix { ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2D || $0 == 0x5E }
            if options.contains(UInt8(ascii: "x")) { return [] }
        }
        var reader = RegexLiteral(pattern: pattern, ignoresCase: ignoresCase)
        return reader.read() ? reader.runs : []
    }

    private init(pattern: [UInt8], ignoresCase: Bool) {
        self.pattern = pattern
        self.ignoresCase = ignoresCase
    }

    private mutating func endRun() {
        if !run.isEmpty { runs.append(run) }
        run = []
    }

    private mutating func take(_ byte: UInt8) {
        let folded = TextMatching.folded(byte)
        // Without regard to case, the long s and the Kelvin sign are letters s and k too, and letters beyond ASCII have
        // cases of their own.
        if ignoresCase, byte >= 0x80 || folded == UInt8(ascii: "k") || folded == UInt8(ascii: "s") {
            endRun()
        } else {
            run.append(folded)
        }
        index += 1
    }

    /// What was just read may be absent.
    private mutating func dropLast() {
        // In UTF-8 a quantifier takes the whole character.
        while let byte = run.popLast(), byte & 0xC0 == 0x80 {}
        endRun()
    }

    private mutating func read() -> Bool {
        while index < pattern.count {
            switch pattern[index] {
            case UInt8(ascii: "|"), UInt8(ascii: ")"): return false
            case UInt8(ascii: "("):
                endRun()
                guard skipGroup() else { return false }
            case UInt8(ascii: "["):
                endRun()
                guard skipClass() else { return false }
            case UInt8(ascii: "\\"):
                guard readEscape() else { return false }
            case UInt8(ascii: "?"), UInt8(ascii: "*"):
                dropLast()
                index += 1
            case UInt8(ascii: "{"):
                dropLast()
                guard skipCount() else { return false }
            case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "$"):
                endRun()
                index += 1
            default: take(pattern[index])
            }
        }
        endRun()
        return true
    }

    /// Classes of characters and places end a run, escaped punctuation is a character, anything else is not understood.
    private mutating func readEscape() -> Bool {
        guard index + 1 < pattern.count else { return false }
        let byte = pattern[index + 1]
        if "dDwWsSbBAzZhHvVRGtnrfea".utf8.contains(byte) {
            endRun()
            index += 2
            return true
        }
        guard byte < 0x80, byte | 0x20 < 0x61 || byte | 0x20 > 0x7A, byte &- 0x30 >= 10 else { return false }
        index += 1
        take(byte)
        return true
    }

    /// `{` with digits and a comma is a quantifier; any other is not understood.
    private mutating func skipCount() -> Bool {
        guard let end = pattern[index...].firstIndex(of: UInt8(ascii: "}")),
            pattern[index + 1..<end].allSatisfy({ $0 &- 0x30 < 10 || $0 == UInt8(ascii: ",") })
        else { return false }
        index = end + 1
        return true
    }

    private mutating func skipGroup() -> Bool {
        var depth = 0
        while index < pattern.count {
            switch pattern[index] {
            case UInt8(ascii: "\\"):
                // Quoting would hide parentheses.
                if index + 1 < pattern.count, pattern[index + 1] == UInt8(ascii: "Q") { return false }
                index += 2
            case UInt8(ascii: "["):
                guard skipClass() else { return false }
            case UInt8(ascii: "("):
                // A comment ends at the first parenthesis, whatever is in it.
                if pattern[index...].starts(with: "(?#".utf8) { return false }
                depth += 1
                index += 1
            case UInt8(ascii: ")"):
                depth -= 1
                index += 1
                if depth == 0 { return true }
            default: index += 1
            }
        }
        return false
    }

    private mutating func skipClass() -> Bool {
        index += 1
        if index < pattern.count, pattern[index] == UInt8(ascii: "^") { index += 1 }
        // A bracket in first place is a character.
        if index < pattern.count, pattern[index] == UInt8(ascii: "]") { index += 1 }
        while index < pattern.count {
            switch pattern[index] {
            case UInt8(ascii: "\\"):
                if index + 1 < pattern.count, "QE".utf8.contains(pattern[index + 1]) { return false }
                index += 2
            case UInt8(ascii: "["):
                // A named class, or something that looks like the beginning of one.
                if index + 1 < pattern.count, ":.=".utf8.contains(pattern[index + 1]) {
                    guard let end = pattern[index...].firstIndex(of: UInt8(ascii: "]")), end > index + 2,
                        pattern[end - 1] == pattern[index + 1]
                    else { return false }
                    index = end + 1
                } else {
                    index += 1
                }
            case UInt8(ascii: "]"):
                index += 1
                return true
            default: index += 1
            }
        }
        return false
    }
}
