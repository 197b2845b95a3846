extension SigmaPattern {
    private static let backslash = UInt8(ascii: "\\")

    /// The pattern that a rule's text stands for: `*` and `?` are wildcards. A backslash before `*`, `?` or a backslash
    /// takes that character as it is; before anything else, and at the end, it stands for itself.
    init(parsing text: String) {
        self.init(parts: [])
        var literal: [UInt8] = []
        var isEscaped = false
        for byte in text.utf8 {
            let isWildcard = byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?")
            if isEscaped {
                if !isWildcard && byte != Self.backslash { literal.append(Self.backslash) }
                literal.append(byte)
                isEscaped = false
            } else if byte == Self.backslash {
                isEscaped = true
            } else if isWildcard {
                append(.literal(literal))
                literal = []
                append(byte == UInt8(ascii: "*") ? .many : .one)
            } else {
                literal.append(byte)
            }
        }
        if isEscaped { literal.append(Self.backslash) }
        append(.literal(literal))
    }

    /// The pattern of a text without wildcards.
    init(literal: [UInt8]) { self.init(parts: literal.isEmpty ? [] : [.literal(literal)]) }

    /// The text, where there are no wildcards.
    var plain: [UInt8]? {
        switch parts.count {
        case 0: []
        case 1: if case .literal(let bytes) = parts[0] { bytes } else { nil }
        default: nil
        }
    }

    /// Adds a part, joined with the last one where they are of one kind.
    mutating func append(_ part: Part) {
        switch (part, parts.last) {
        case (.literal(let bytes), _) where bytes.isEmpty: break
        case (.many, .many): break
        case (.literal(let bytes), .literal(let before)): parts[parts.count - 1] = .literal(before + bytes)
        default: parts.append(part)
        }
    }

    /// The pattern with `*` before it, after it, or both.
    func open(atStart: Bool, atEnd: Bool) -> SigmaPattern {
        var result = SigmaPattern(parts: atStart && parts.first != .many ? [.many] : [])
        for part in parts { result.append(part) }
        if atEnd { result.append(.many) }
        return result
    }

    /// The pattern with its literals put through `transform`.
    func mapLiterals(_ transform: ([UInt8]) -> [UInt8]) -> SigmaPattern {
        var result = SigmaPattern(parts: [])
        for part in parts {
            if case .literal(let bytes) = part {
                result.append(.literal(transform(bytes)))
            } else {
                result.append(part)
            }
        }
        return result
    }
}
