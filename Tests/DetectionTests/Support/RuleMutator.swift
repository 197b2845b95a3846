/// Makes broken rules of good ones: bytes changed, pieces cut out, doubled, or taken from elsewhere.
struct RuleMutator {
    /// Pieces that mean something in rules.
    private static let pieces = [
        "|", "|all", "|re: ", "|cidr: ", "|base64offset", "|windash", "|expand", "|fieldref", "|gt: ", "|hour: ",
        "|exists: ", "*",
        "?", "\\", "%a%", "'", "\"", "[", "]", "{", "}", "(", ")", "1 of ", "all of them", " and not ", "null", "!!",
        "&a ", "*a",
        "---\n", "- ", ": ", "\n", "\n    ", "\t", "#", "\u{FEFF}", "\u{2028}", "é", "0x", "1e999", "-", "::/0",
        "condition: ",
        "correlation:\n", "filter:\n", "rules: any\n", "timespan: 9999999999999y\n", "aliases: ", "%YAML 1.1\n",
    ].map { Array($0.utf8) }

    private let texts: [[UInt8]]
    private var draws: RandomWords

    init(_ texts: [String], seed: UInt64) {
        self.texts = texts.map { Array($0.utf8) }
        draws = RandomWords(seed: seed)
    }

    /// The next broken text.
    mutating func next() -> [UInt8] {
        var text = texts[draws.below(texts.count)]
        for _ in 0...draws.below(6) {
            let place = draws.below(text.count + 1)
            let end = min(text.count, place + draws.below(20))
            switch draws.below(6) {
            case 0: if place < text.count { text[place] = UInt8(draws.below(256)) }
            case 1: text.removeSubrange(place..<end)
            case 2: text.insert(contentsOf: text[place..<end], at: draws.below(text.count + 1))
            case 3: text.insert(contentsOf: Self.pieces[draws.below(Self.pieces.count)], at: place)
            case 4: text.replaceSubrange(place..<end, with: Self.pieces[draws.below(Self.pieces.count)])
            default:
                let other = texts[draws.below(texts.count)]
                text.insert(contentsOf: other.dropFirst(draws.below(other.count)).prefix(draws.below(60)), at: place)
            }
        }
        return text
    }
}
