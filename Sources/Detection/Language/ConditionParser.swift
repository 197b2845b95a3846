import Scenario

/// Parses a condition over search identifiers: `selection and not 1 of filter_*`.
///
/// From the loosest to the tightest: `or`, `and`, `not`, `1 of` and `all of`, parentheses.
struct ConditionParser {
    /// What is wrong, and where in the condition, in characters.
    struct Failure: Error, Equatable {
        var message: String
        var offset: Int
        var wanted = ""
        var words: [String] = []
    }

    private struct Token {
        var text: String
        var offset: Int
    }

    /// Parentheses and `not` in each other at most.
    private static let deepest = 100
    /// Bytes of a condition at most.
    private static let longest = 1 << 16

    private let identifiers: [SearchIdentifier]
    private let indices: [String: Int]
    private var tokens: [Token] = []
    private var position = 0
    private var end = 0
    private var depth = 0
    private var weight = 0
    /// By identifier: whether the conditions parsed so far name it.
    private(set) var isUsed: [Bool]

    init(_ identifiers: [SearchIdentifier]) {
        self.identifiers = identifiers
        indices = Dictionary(identifiers.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        isUsed = [Bool](repeating: false, count: identifiers.count)
    }

    /// The expression of a condition; nil where an identifier that it names could not be read.
    ///
    /// - Complexity: O(condition + size of the result), which is at most ``DetectionReader/mostTests``.
    mutating func parse(_ condition: String) throws(Failure) -> SigmaExpression? {
        if condition.utf8.count > Self.longest {
            throw Failure(message: "the condition is longer than \(Self.longest) bytes", offset: 0)
        }
        tokenize(condition)
        (position, depth) = (0, 0)
        if tokens.isEmpty { throw Failure(message: "the condition is empty", offset: 0) }
        let expression = try alternatives()
        if let token = current {
            if token.text == ")" { throw Failure(message: "no '(' stands before this ')'", offset: token.offset) }
            if token.text == "|" {
                throw Failure(
                    message: "aggregations after '|' are not read; write a correlation rule", offset: token.offset)
            }
            throw Failure(
                message: "expected 'and', 'or' or the end; found \(YAMLNode.quoted(token.text))", offset: token.offset,
                wanted: token.text, words: ["and", "or"])
        }
        return expression
    }

    private var current: Token? { position < tokens.count ? tokens[position] : nil }

    private mutating func tokenize(_ condition: String) {
        tokens = []
        var word = ""
        var start = 0
        var offset = 0
        func finish(_ tokens: inout [Token]) {
            if !word.isEmpty { tokens.append(Token(text: word, offset: start)) }
            word = ""
        }
        for scalar in condition.unicodeScalars {
            if scalar.properties.isWhitespace {
                finish(&tokens)
            } else if scalar == "(" || scalar == ")" || scalar == "|" {
                finish(&tokens)
                tokens.append(Token(text: String(scalar), offset: offset))
            } else {
                if word.isEmpty { start = offset }
                word.unicodeScalars.append(scalar)
            }
            offset += 1
        }
        finish(&tokens)
        end = offset
    }

    /// Takes the next token where it is that keyword, in small or capital letters.
    private mutating func take(_ keyword: String) -> Bool {
        guard let token = current, token.text == keyword || token.text == keyword.uppercased() else { return false }
        position += 1
        return true
    }

    private mutating func alternatives() throws(Failure) -> SigmaExpression? {
        var parts = [try conjunction()]
        while take("or") { parts.append(try conjunction()) }
        return Self.joined(parts, SigmaExpression.anyOf)
    }

    private mutating func conjunction() throws(Failure) -> SigmaExpression? {
        var parts = [try negation()]
        while take("and") { parts.append(try negation()) }
        return Self.joined(parts, SigmaExpression.allOf)
    }

    private mutating func negation() throws(Failure) -> SigmaExpression? {
        let start = current?.offset ?? end
        guard take("not") else { return try operand() }
        try descend(at: start)
        let part = try negation()
        depth -= 1
        return part.map { .not($0) }
    }

    private mutating func operand() throws(Failure) -> SigmaExpression? {
        guard let token = current else {
            throw Failure(message: "expected a search identifier; the condition ends", offset: end)
        }
        if take("(") {
            try descend(at: token.offset)
            let inside = try alternatives()
            depth -= 1
            guard take(")") else {
                let found = current.map { "; found \(YAMLNode.quoted($0.text))" } ?? ""
                let offset = current?.offset ?? token.offset
                throw Failure(
                    message: current == nil ? "this '(' is never closed" : "expected 'and', 'or' or ')'\(found)",
                    offset: offset)
            }
            return inside
        }
        position += 1
        if let next = current, next.text == "of" || next.text == "OF" {
            position += 1
            return try selection(token)
        }
        if let index = indices[token.text] {
            isUsed[index] = true
            try add(identifiers[index].weight, at: token.offset)
            return identifiers[index].expression
        }
        if ["and", "or", "not", ")", "|"].contains(token.text.lowercased()) {
            throw Failure(
                message: "expected a search identifier; found \(YAMLNode.quoted(token.text))", offset: token.offset)
        }
        throw Failure(
            message: "there is no search identifier \(YAMLNode.quoted(token.text))", offset: token.offset,
            wanted: token.text,
            words: identifiers.map(\.name))
    }

    /// What stands behind `1 of` or `all of`.
    private mutating func selection(_ quantifier: Token) throws(Failure) -> SigmaExpression? {
        let word = quantifier.text.lowercased()
        guard word == "1" || word == "any" || word == "all" else {
            throw Failure(
                message: "expected '1 of', 'any of' or 'all of'; found \(YAMLNode.quoted(quantifier.text + " of"))",
                offset: quantifier.offset)
        }
        guard let token = current, token.text != "(", token.text != ")", token.text != "|" else {
            throw Failure(message: "expected 'them' or the name of search identifiers", offset: current?.offset ?? end)
        }
        position += 1
        let isThem = token.text == "them" && indices["them"] == nil
        let pattern = isThem ? "*" : token.text
        var parts: [SigmaExpression?] = []
        for (index, identifier) in identifiers.enumerated() {
            if identifier.name.hasPrefix("_") && !pattern.hasPrefix("_") { continue }
            guard Self.fits(Array(identifier.name.utf8), Array(pattern.utf8)) else { continue }
            isUsed[index] = true
            try add(identifier.weight, at: token.offset)
            parts.append(identifier.expression)
        }
        if parts.isEmpty {
            throw Failure(
                message: "no search identifier fits \(YAMLNode.quoted(token.text))", offset: token.offset,
                wanted: token.text.filter { $0 != "*" }, words: identifiers.map(\.name))
        }
        return Self.joined(parts, word == "all" ? SigmaExpression.allOf : SigmaExpression.anyOf)
    }

    private mutating func descend(at offset: Int) throws(Failure) {
        depth += 1
        if depth > Self.deepest {
            throw Failure(message: "the condition is nested deeper than \(Self.deepest) levels", offset: offset)
        }
    }

    private mutating func add(_ weight: Int, at offset: Int) throws(Failure) {
        self.weight += weight
        if self.weight > DetectionReader.mostTests {
            throw Failure(
                message: "the conditions stand for more than \(DetectionReader.mostTests) tests", offset: offset)
        }
    }

    private static func joined(
        _ parts: [SigmaExpression?], _ join: ([SigmaExpression]) -> SigmaExpression
    ) -> SigmaExpression? {
        let known = parts.compactMap { $0 }
        return known.count == parts.count ? join(known) : nil
    }

    /// Whether a name is that pattern, where `*` stands for any characters. O(name · pattern).
    private static func fits(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
        var (n, p) = (0, 0)
        var (starName, starPattern) = (0, -1)
        while n < name.count {
            if p < pattern.count && pattern[p] == UInt8(ascii: "*") {
                (starName, starPattern) = (n, p)
                p += 1
            } else if p < pattern.count && pattern[p] == name[n] {
                n += 1
                p += 1
            } else if starPattern >= 0 {
                starName += 1
                (n, p) = (starName, starPattern + 1)
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
