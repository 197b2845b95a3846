/// Reads search texts: a descent over their bytes with bounds on length, depth and number of terms.
struct LogQueryParser {
    private let bytes: [UInt8]
    private let fields: FieldCatalogue?
    private var position = 0
    private var depth = 0
    private(set) var terms: [LogQuery.Term] = []

    /// Words that join others.
    private enum Connective { case and, or, not }

    /// Longest word or phrase, bytes.
    private static let longestWord = 512

    init(_ text: String, fields: FieldCatalogue?) throws(LogQueryError) {
        bytes = Array(text.utf8)
        self.fields = fields
        if bytes.count > LogQuery.longestText {
            throw LogQueryError(
                "a search may have \(LogQuery.longestText) bytes at most; this one has \(bytes.count)",
                at: LogQuery.longestText)
        }
    }

    mutating func parse() throws(LogQueryError) -> LogQuery.Node {
        skipBlanks()
        if position == bytes.count { return .everything }
        let node = try parseAny(.anywhere)
        if position < bytes.count { throw error("this `)` closes nothing") }
        return node
    }

    // MARK: Joining

    private mutating func parseAny(_ place: LogQuery.Place) throws(LogQueryError) -> LogQuery.Node {
        var nodes = [try parseAll(place)]
        while connective() == .or {
            takeConnective()
            nodes.append(try parseAll(place))
        }
        return nodes.count == 1 ? nodes[0] : .any(nodes)
    }

    private mutating func parseAll(_ place: LogQuery.Place) throws(LogQueryError) -> LogQuery.Node {
        var nodes = [try parseNegatable(place)]
        while true {
            skipBlanks()
            if position == bytes.count || bytes[position] == 0x29 { break }
            let next = connective()
            if next == .or { break }
            if next == .and { takeConnective() }
            nodes.append(try parseNegatable(place))
        }
        return nodes.count == 1 ? nodes[0] : .all(nodes)
    }

    private mutating func parseNegatable(_ place: LogQuery.Place) throws(LogQueryError) -> LogQuery.Node {
        skipBlanks()
        guard connective() == .not else { return try parsePrimary(place) }
        takeConnective()
        return .not(try nested { parser throws(LogQueryError) in try parser.parseNegatable(place) })
    }

    private mutating func parsePrimary(_ place: LogQuery.Place) throws(LogQueryError) -> LogQuery.Node {
        skipBlanks()
        if position == bytes.count { throw error("a word, phrase or field was expected") }
        if let joined = connective() {
            throw error("a word, phrase or field was expected before \(joined == .or ? "OR" : "AND")")
        }
        switch bytes[position] {
        case 0x28: return try parseParentheses(place)
        case 0x29: throw error("a word, phrase or field was expected before `)`")
        case 0x22: return try add(place, .pattern(TextPattern(try takeQuoted().map { .byte($0) })), at: position)
        default: break
        }
        if place == .anywhere, let field = try takeField() { return try parseValue(.field(field)) }
        return try parseWord(place)
    }

    private mutating func parseParentheses(_ place: LogQuery.Place) throws(LogQueryError) -> LogQuery.Node {
        let open = position
        position += 1
        let node = try nested { parser throws(LogQueryError) in try parser.parseAny(place) }
        guard position < bytes.count else { throw LogQueryError("this `(` is never closed", at: open) }
        position += 1
        return node
    }

    private mutating func nested(
        _ body: (inout LogQueryParser) throws(LogQueryError) -> LogQuery.Node
    ) throws(LogQueryError) -> LogQuery.Node {
        depth += 1
        if depth > LogQuery.deepestNesting {
            throw error("parentheses and NOT may be \(LogQuery.deepestNesting) deep at most")
        }
        let node = try body(&self)
        depth -= 1
        return node
    }

    /// The joining word at hand, without taking it.
    private mutating func connective() -> Connective? {
        skipBlanks()
        switch bytes[position...].prefix(2) {
        case [0x26, 0x26]: return .and
        case [0x7C, 0x7C]: return .or
        default: break
        }
        if position < bytes.count && bytes[position] == 0x21 { return .not }
        switch String(decoding: bytes[position...].prefix { !Self.endsWord($0) }.prefix(4), as: UTF8.self).lowercased()
        {
        case "and": return .and
        case "or": return .or
        case "not": return .not
        default: return nil
        }
    }

    private mutating func takeConnective() {
        switch bytes[position] {
        case 0x26, 0x7C: position += 2
        case 0x21: position += 1
        default: position += bytes[position...].prefix { !Self.endsWord($0) }.count
        }
    }

    // MARK: Fields

    /// The name of a field before a colon or a sign of comparison; nil where no field stands here.
    private mutating func takeField() throws(LogQueryError) -> String? {
        var name: [UInt8] = []
        var end = position
        while end < bytes.count {
            // Some of Windows' names have blanks, which a backslash stands before.
            if bytes[end...].starts(with: [0x5C, 0x20]) { end += 1 } else if !Self.isNameByte(bytes[end]) { break }
            name.append(bytes[end])
            end += 1
        }
        if name.isEmpty { return nil }
        let nameEnd = end
        while end < bytes.count && bytes[end] == 0x20 { end += 1 }
        guard end < bytes.count else { return nil }
        if bytes[end] == 0x3A && end == nameEnd {
            // A drive's letter and an address of the Web are no fields.
            let next = bytes[end...].dropFirst()
            if next.first == 0x5C && name.count == 1 || next.starts(with: [0x2F, 0x2F]) { return nil }
            let field = String(decoding: name, as: UTF8.self)
            try check(field, isColon: true)
            position = end + 1
            return field
        }
        guard bytes[end] == 0x3C || bytes[end] == 0x3E else { return nil }
        let field = String(decoding: name, as: UTF8.self)
        try check(field, isColon: false)
        position = end
        return field
    }

    private func check(_ name: String, isColon: Bool) throws(LogQueryError) {
        guard let fields, name != "_exists_", fields.positions(of: name).isEmpty else { return }
        var message = "there is no field `\(name)`"
        if let suggestion = fields.suggestion(for: name) { message += "; did you mean `\(suggestion)`?" }
        if isColon { message += " A text with a colon is written in quotation marks." }
        throw error(message)
    }

    private mutating func parseValue(_ place: LogQuery.Place) throws(LogQueryError) -> LogQuery.Node {
        skipBlanks()
        guard position < bytes.count, bytes[position] != 0x29 else { throw error("a value was expected") }
        if place == .field("_exists_") {
            let start = position
            let name = try takeWord().compactMap { part in
                switch part {
                case .byte(let byte): byte
                case .anything: 0x2A
                case .character: nil
                }
            }
            let field = String(decoding: name, as: UTF8.self)
            position = start
            try check(field, isColon: false)
            position = start + name.count
            return try add(.field(field), .exists, at: start)
        }
        switch bytes[position] {
        case 0x28: return try parseParentheses(place)
        case 0x22: return try add(place, .pattern(TextPattern(try takeQuoted().map { .byte($0) })), at: position)
        case 0x3C, 0x3E: return try parseComparison(place)
        case 0x5B: return try parseRange(place)
        case 0x7B where bytes[position...].prefix(while: { $0 != 0x7D && $0 != 0x5D }).contains(0x20):
            return try parseRange(place)
        default: return try parseWord(place)
        }
    }

    private mutating func parseWord(_ place: LogQuery.Place) throws(LogQueryError) -> LogQuery.Node {
        let start = position
        let parts = try takeWord()
        if parts.isEmpty { throw error("a value was expected") }
        let pattern = TextPattern(parts)
        if pattern.isAnything {
            return place == .anywhere ? .everything : try add(place, .exists, at: start)
        }
        if let literal = pattern.literal, let block = Address.block(literal) {
            return try add(place, .block(base: block.base, prefix: block.prefix), at: start)
        }
        return try add(place, .pattern(pattern), at: start)
    }

    private mutating func parseComparison(_ place: LogQuery.Place) throws(LogQueryError) -> LogQuery.Node {
        let start = position
        let isLower = bytes[position] == 0x3E
        position += 1
        let isIncluded = position < bytes.count && bytes[position] == 0x3D
        if isIncluded { position += 1 }
        skipBlanks()
        let bound = RangeBound(try takeBound(), isIncluded: isIncluded)
        return try add(place, .range(lower: isLower ? bound : nil, upper: isLower ? nil : bound), at: start)
    }

    private mutating func parseRange(_ place: LogQuery.Place) throws(LogQueryError) -> LogQuery.Node {
        let start = position
        let includesLower = bytes[position] == 0x5B
        position += 1
        skipBlanks()
        let lower = try takeBound()
        skipBlanks()
        let word = bytes[position...].prefix(2)
        guard String(decoding: word, as: UTF8.self).lowercased() == "to" else {
            throw error("`TO` was expected, as in `[1000 TO 2000]`")
        }
        position += 2
        skipBlanks()
        let upper = try takeBound()
        skipBlanks()
        guard position < bytes.count, bytes[position] == 0x5D || bytes[position] == 0x7D else {
            throw error("`]` or `}` was expected at the end of the range")
        }
        let includesUpper = bytes[position] == 0x5D
        position += 1
        return try add(
            place,
            .range(
                lower: lower == [0x2A] ? nil : RangeBound(lower, isIncluded: includesLower),
                upper: upper == [0x2A] ? nil : RangeBound(upper, isIncluded: includesUpper)), at: start)
    }

    /// One end of a range: a word or a phrase.
    private mutating func takeBound() throws(LogQueryError) -> [UInt8] {
        guard position < bytes.count else { throw error("a value was expected") }
        if bytes[position] == 0x22 { return try takeQuoted() }
        let word = Array(bytes[position...].prefix { !Self.endsWord($0) && $0 != 0x5D && $0 != 0x7D })
        if word.isEmpty { throw error("a value was expected") }
        if word.count > Self.longestWord { throw tooLong() }
        position += word.count
        return word
    }

    private mutating func add(
        _ place: LogQuery.Place, _ test: ValueTest, at start: Int
    ) throws(LogQueryError) -> LogQuery.Node {
        if terms.count == LogQuery.mostTerms {
            throw LogQueryError("a search may have \(LogQuery.mostTerms) terms at most", at: min(start, bytes.count))
        }
        terms.append(LogQuery.Term(place: place, test: test))
        return .term(terms.count - 1)
    }

    // MARK: Words

    /// A phrase between quotation marks, where `\"` is a mark and `\\` a backslash.
    private mutating func takeQuoted() throws(LogQueryError) -> [UInt8] {
        let open = position
        var text: [UInt8] = []
        position += 1
        while position < bytes.count && bytes[position] != 0x22 {
            if bytes[position] == 0x5C, position + 1 < bytes.count,
                bytes[position + 1] == 0x22 || bytes[position + 1] == 0x5C
            {
                position += 1
            }
            text.append(bytes[position])
            position += 1
        }
        if position == bytes.count { throw LogQueryError("this quotation mark is never closed", at: open) }
        position += 1
        if text.count > Self.longestWord { throw tooLong() }
        return text
    }

    /// A word with its wildcards. A backslash before a sign that means something takes the meaning; before anything else, and
    /// before a wildcard, it is a backslash, so that paths can be written as they are.
    private mutating func takeWord() throws(LogQueryError) -> [TextPattern.Part] {
        var parts: [TextPattern.Part] = []
        while position < bytes.count && !Self.endsWord(bytes[position]) {
            let byte = bytes[position]
            position += 1
            switch byte {
            case 0x2A: parts.append(.anything)
            case 0x3F: parts.append(.character)
            case 0x5C where position < bytes.count && Self.isEscapable(bytes[position]):
                parts.append(.byte(bytes[position]))
                position += 1
            default: parts.append(.byte(byte))
            }
            if parts.count > Self.longestWord { throw tooLong() }
        }
        return parts
    }

    private mutating func skipBlanks() {
        while position < bytes.count && Self.isBlank(bytes[position]) { position += 1 }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

    private static func endsWord(_ byte: UInt8) -> Bool {
        isBlank(byte) || byte == 0x28 || byte == 0x29 || byte == 0x22
    }

    private static func isEscapable(_ byte: UInt8) -> Bool {
        endsWord(byte) || [0x5C, 0x3A, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x21].contains(byte)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == 0x2E
            || byte == 0x5F || byte == 0x40 || byte == 0x2D || byte == 0x2A
    }

    private func tooLong() -> LogQueryError {
        error("a word may have \(Self.longestWord) bytes at most")
    }

    private func error(_ message: String) -> LogQueryError { LogQueryError(message, at: min(position, bytes.count)) }
}
