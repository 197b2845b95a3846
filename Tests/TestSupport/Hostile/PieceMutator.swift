/// Makes broken texts of good ones: bytes changed, pieces cut out, doubled, or taken from elsewhere.
public struct PieceMutator: Sendable {
    private let texts: [[UInt8]]
    private let pieces: [[UInt8]]

    /// A mutator of texts, of which there is one at least, that puts in pieces that mean something where they are read.
    public init(_ texts: [[UInt8]], pieces: [String]) {
        precondition(!texts.isEmpty && !pieces.isEmpty, "there must be something to change and something to put in")
        self.texts = texts
        self.pieces = pieces.map { Array($0.utf8) }
    }

    /// A broken text.
    public func broken(_ draws: inout FuzzRandom) -> [UInt8] {
        var text = texts[draws.below(texts.count)]
        for _ in 0...draws.below(6) {
            let place = draws.below(text.count + 1)
            let end = min(text.count, place + draws.below(20))
            switch draws.below(6) {
            case 0: if place < text.count { text[place] = UInt8(draws.below(256)) }
            case 1: text.removeSubrange(place..<end)
            case 2: text.insert(contentsOf: text[place..<end], at: draws.below(text.count + 1))
            case 3: text.insert(contentsOf: pieces[draws.below(pieces.count)], at: place)
            case 4: text.replaceSubrange(place..<end, with: pieces[draws.below(pieces.count)])
            default:
                let other = texts[draws.below(texts.count)]
                text.insert(
                    contentsOf: other.dropFirst(draws.below(other.count + 1)).prefix(draws.below(60)), at: place)
            }
        }
        return text
    }
}
