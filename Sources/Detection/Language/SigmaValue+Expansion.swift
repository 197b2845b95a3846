extension SigmaValue {
    /// What may stand where a program's arguments begin: hyphen, slash, en dash, em dash, horizontal bar.
    private static let dashes = ["-", "/", "\u{2013}", "\u{2014}", "\u{2015}"].map { Array($0.utf8) }

    /// The value with every dash that begins a word in all its forms.
    func withAnyDash() throws(ModifierError) -> [SigmaValue] {
        guard let (pattern, cased) = asText else { throw ModifierError("'windash' needs a text; found \(noun)") }
        var results = [SigmaPattern(parts: [])]
        for part in pattern.parts {
            guard case .literal(let bytes) = part else {
                for index in results.indices { results[index].append(part) }
                continue
            }
            for piece in Self.splitAtDashes(bytes) {
                let choices = piece.isDash ? Self.dashes : [piece.bytes]
                if results.count * choices.count > Self.mostExpansions {
                    throw ModifierError(
                        "'windash' finds too many dashes that begin a word; at most 4 are taken in one value")
                }
                results = results.flatMap { result in
                    choices.map { choice in
                        var longer = result
                        longer.append(.literal(choice))
                        return longer
                    }
                }
            }
        }
        return results.map { .text($0, cased: cased) }
    }

    /// Cuts out the dashes with no word before and a word behind.
    private static func splitAtDashes(_ bytes: [UInt8]) -> [(bytes: [UInt8], isDash: Bool)] {
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        var result: [(bytes: [UInt8], isDash: Bool)] = []
        var text: [UInt8] = []
        for (index, scalar) in scalars.enumerated() {
            let isBehindWord = index > 0 && isWord(scalars[index - 1])
            let isBeforeWord = index + 1 < scalars.count && isWord(scalars[index + 1])
            if isDash(scalar) && !isBehindWord && isBeforeWord {
                result.append((text, false))
                result.append(([], true))
                text = []
            } else {
                text += Array(String(scalar).utf8)
            }
        }
        result.append((text, false))
        return result
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "/" || (0x2013...0x2015).contains(scalar.value)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// The value with `%name%` replaced by each of the placeholder's values.
    func expanded(_ placeholders: [String: [String]]) throws(ModifierError) -> [SigmaValue] {
        if case .raw(let text) = self {
            // In a regular expression the values are pieces of it.
            return try Self.put(Self.splitAtPlaceholders(text), into: [""], placeholders) { text, piece, _ in
                text += piece
            }.map { .raw($0) }
        }
        guard case .text(let pattern, let cased) = self else {
            throw ModifierError("'expand' needs a text with a placeholder such as %name%; found \(noun)")
        }
        var results = [SigmaPattern(parts: [])]
        for part in pattern.parts {
            guard case .literal(let bytes) = part else {
                for index in results.indices { results[index].append(part) }
                continue
            }
            let pieces = Self.splitAtPlaceholders(String(decoding: bytes, as: UTF8.self))
            results = try Self.put(pieces, into: results, placeholders) { pattern, text, isValue in
                for part in isValue ? SigmaPattern(parsing: text).parts : SigmaPattern(literal: Array(text.utf8)).parts
                {
                    pattern.append(part)
                }
            }
        }
        return results.map { .text($0, cased: cased) }
    }

    private static func put<Text>(
        _ pieces: [(text: String, isPlaceholder: Bool)], into starts: [Text], _ placeholders: [String: [String]],
        _ append: (inout Text, String, Bool) -> Void
    ) throws(ModifierError) -> [Text] {
        var results = starts
        for piece in pieces {
            var choices = [piece.text]
            if piece.isPlaceholder {
                guard let values = placeholders[piece.text], !values.isEmpty else {
                    var error = ModifierError(
                        "the placeholder %\(piece.text)% has no values; give some, or leave the rule out")
                    error.wanted = piece.text
                    error.words = placeholders.keys.sorted()
                    throw error
                }
                choices = values
            }
            if results.count * choices.count > mostExpansions {
                throw ModifierError("the placeholders stand for more than \(mostExpansions) values")
            }
            results = results.flatMap { result in
                choices.map { choice in
                    var longer = result
                    append(&longer, choice, piece.isPlaceholder)
                    return longer
                }
            }
        }
        return results
    }

    /// Cuts out `%name%`. A backslash before a per cent sign takes the sign as it is.
    private static func splitAtPlaceholders(_ text: String) -> [(text: String, isPlaceholder: Bool)] {
        var result: [(text: String, isPlaceholder: Bool)] = []
        var literal = ""
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "\\" && rest.first == "%" {
                rest.removeFirst()
                literal += "%"
            } else if scalar == "%", let end = rest.firstIndex(of: "%"), end > rest.startIndex,
                !rest[..<end].contains("\\")
            {
                result.append((literal, false))
                result.append((String(rest[..<end]), true))
                literal = ""
                rest = rest[rest.index(after: end)...]
            } else {
                literal.unicodeScalars.append(scalar)
            }
        }
        result.append((literal, false))
        return result
    }
}
