/// A piece of a pattern with wildcards, its literal a range of a table of bytes.
struct GlobPart: BitwiseCopyable {
    enum Kind: UInt8, BitwiseCopyable { case literal, one, many }

    var kind: Kind
    var offset: UInt32 = 0
    var count: UInt32 = 0
}

extension TextMatching {
    /// Whether the whole text matches a pattern. O(text × pattern) at worst, without recursion: what comes after an
    /// asterisk that was passed need never be moved back before it.
    static func matches(
        _ text: UnsafeBufferPointer<UInt8>, _ parts: UnsafeBufferPointer<GlobPart>, literals: UnsafePointer<UInt8>
    ) -> Bool {
        var index = 0
        var part = 0
        var afterStar = -1
        var starIndex = 0
        while true {
            var advanced = false
            if part == parts.count {
                if index == text.count { return true }
            } else {
                switch parts[part].kind {
                case .many:
                    part += 1
                    if part == parts.count { return true }
                    afterStar = part
                    starIndex = index
                    advanced = true
                case .one:
                    if index < text.count {
                        index += characterLength(in: text, at: index)
                        part += 1
                        advanced = true
                    }
                case .literal:
                    let literal = UnsafeBufferPointer(
                        start: literals + Int(parts[part].offset), count: Int(parts[part].count))
                    if part == afterStar {
                        guard let place = find(literal, in: text, from: index) else { return false }
                        starIndex = place
                        index = place
                    }
                    if index + literal.count <= text.count, let base = text.baseAddress,
                        let bytes = literal.baseAddress,
                        equal(base + index, bytes, count: literal.count)
                    {
                        index += literal.count
                        part += 1
                        advanced = true
                    }
                }
            }
            if advanced { continue }
            // The asterisk takes one more: a byte where a literal follows, else a character.
            guard afterStar >= 0, starIndex < text.count else { return false }
            starIndex += parts[afterStar].kind == .literal ? 1 : characterLength(in: text, at: starIndex)
            index = starIndex
            part = afterStar
        }
    }
}
