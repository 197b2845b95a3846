/// Why a modifier cannot be applied to a value.
struct ModifierError: Error, Equatable {
    var message: String
    /// Where in the value, in characters; nil: as a whole.
    var offset: Int?
    /// A word that was not known, with those that are.
    var wanted = ""
    var words: [String] = []

    init(_ message: String, offset: Int? = nil) {
        self.message = message
        self.offset = offset
    }
}

extension SigmaValue {
    /// Values that one value may become at most, by dashes and placeholders.
    static let mostExpansions = 1_000

    /// The values that a modifier makes of this one; a record must meet one of them.
    ///
    /// - Parameter isFirst: whether no modifier has changed the value yet.
    func applying(
        _ modifier: SigmaModifier, isFirst: Bool, placeholders: [String: [String]]
    ) throws(ModifierError) -> [SigmaValue] {
        switch modifier {
        case .all, .neq: return [self]
        case .contains: return [try placed(modifier, atStart: true, atEnd: true, .contains)]
        case .startswith: return [try placed(modifier, atStart: false, atEnd: true, .startsWith)]
        case .endswith: return [try placed(modifier, atStart: true, atEnd: false, .endsWith)]
        case .cased: return [try cased()]
        case .re: return [try regularExpression(isFirst: isFirst)]
        case .ignoreCase, .multiLine, .dotMatchesAll: return [try flagged(modifier)]
        case .base64:
            return [.text(SigmaPattern(literal: Base64Text.encode(try bytes(modifier))), cased: try isCased(modifier))]
        case .base64offset:
            let cased = try isCased(modifier)
            return Base64Text.encodeAtAnyOffset(try bytes(modifier)).map {
                .text(SigmaPattern(literal: $0), cased: cased)
            }
        case .wide, .utf16le: return [try encoded(modifier) { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }]
        case .utf16be: return [try encoded(modifier) { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }]
        case .utf16:
            guard
                case .text(let pattern, let cased) = try encoded(
                    modifier, { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] })
            else { return [] }
            var marked = SigmaPattern(literal: [0xFF, 0xFE])
            for part in pattern.parts { marked.append(part) }
            return [.text(marked, cased: cased)]
        case .windash: return try withAnyDash()
        case .cidr: return [try network(isFirst: isFirst)]
        case .lt: return [try compared(.less, modifier)]
        case .lte: return [try compared(.lessOrEqual, modifier)]
        case .gt: return [try compared(.greater, modifier)]
        case .gte: return [try compared(.greaterOrEqual, modifier)]
        case .exists:
            guard isFirst, case .boolean(let boolean) = self else {
                throw ModifierError("'exists' needs true or false and no other modifier before it; found \(noun)")
            }
            return [.exists(boolean)]
        case .fieldref: return [try reference()]
        case .expand: return try expanded(placeholders)
        case .minute: return [try part(.minute, of: 0...59)]
        case .hour: return [try part(.hour, of: 0...23)]
        case .day: return [try part(.day, of: 1...31)]
        case .week: return [try part(.week, of: 1...53)]
        case .month: return [try part(.month, of: 1...12)]
        case .year: return [try part(.year, of: 1...9_999)]
        }
    }

    private func mismatch(_ modifier: SigmaModifier, needs: String) -> ModifierError {
        if case .raw = self { return ModifierError("'re' must be the first modifier") }
        return ModifierError("'\(modifier.rawValue)' needs \(needs); found \(noun)")
    }

    private func placed(
        _ modifier: SigmaModifier, atStart: Bool, atEnd: Bool, _ relation: SigmaRelation
    ) throws(ModifierError) -> SigmaValue {
        switch self {
        case .regex(var regex):
            // An expression is looked for anywhere; the other two tie it to an end.
            if !atStart { regex.pattern = "\\A(?:" + regex.pattern + ")" }
            if !atEnd { regex.pattern = "(?:" + regex.pattern + ")\\z" }
            return .regex(regex)
        case .reference(let field, _, let cased): return .reference(field, relation, cased: cased)
        default:
            guard let (pattern, cased) = asText else { throw mismatch(modifier, needs: "a text") }
            return .text(pattern.open(atStart: atStart, atEnd: atEnd), cased: cased)
        }
    }

    private func cased() throws(ModifierError) -> SigmaValue {
        if case .reference(let field, let relation, _) = self { return .reference(field, relation, cased: true) }
        guard let (pattern, _) = asText else { throw mismatch(.cased, needs: "a text") }
        return .text(pattern, cased: true)
    }

    private func regularExpression(isFirst: Bool) throws(ModifierError) -> SigmaValue {
        guard case .raw(let text) = self else { throw mismatch(.re, needs: "a text") }
        guard isFirst else { throw ModifierError("'re' must be the first modifier") }
        return .regex(SigmaRegex(pattern: text))
    }

    private func flagged(_ modifier: SigmaModifier) throws(ModifierError) -> SigmaValue {
        guard case .regex(var regex) = self else {
            throw ModifierError("'\(modifier.rawValue)' belongs behind 're'; found \(noun)")
        }
        if modifier == .ignoreCase { regex.ignoreCase = true }
        if modifier == .multiLine { regex.multiLine = true }
        if modifier == .dotMatchesAll { regex.dotMatchesAll = true }
        return .regex(regex)
    }

    private func isCased(_ modifier: SigmaModifier) throws(ModifierError) -> Bool {
        guard let (_, cased) = asText else { throw mismatch(modifier, needs: "a text") }
        return cased
    }

    private func bytes(_ modifier: SigmaModifier) throws(ModifierError) -> [UInt8] {
        guard let (pattern, _) = asText else { throw mismatch(modifier, needs: "a text") }
        guard let bytes = pattern.plain else {
            throw ModifierError("'\(modifier.rawValue)' cannot encode wildcards; write \\* and \\? for the characters")
        }
        if bytes.isEmpty { throw ModifierError("'\(modifier.rawValue)' needs a text that is not empty") }
        return bytes
    }

    private func encoded(
        _ modifier: SigmaModifier, _ unit: (UInt16) -> [UInt8]
    ) throws(ModifierError) -> SigmaValue {
        guard let (pattern, cased) = asText else { throw mismatch(modifier, needs: "a text") }
        return .text(pattern.mapLiterals { String(decoding: $0, as: UTF8.self).utf16.flatMap(unit) }, cased: cased)
    }

    private func network(isFirst: Bool) throws(ModifierError) -> SigmaValue {
        guard isFirst, case .text(let pattern, _) = self, let bytes = pattern.plain else {
            throw ModifierError(
                "'cidr' needs a network such as 192.0.2.0/24 and no other modifier before it; found \(noun)")
        }
        do throws(SigmaNetwork.ParsingError) {
            return .network(try SigmaNetwork(parsing: String(decoding: bytes, as: UTF8.self)))
        } catch {
            switch error {
            case .noAddress: throw ModifierError("expected a network such as 192.0.2.0/24 or 2001:db8::/32")
            case .noPrefixLength(let most): throw ModifierError("expected a prefix length from 0 to \(most) after '/'")
            case .hostBits:
                throw ModifierError("the address has bits behind the prefix; expected the network's first address")
            }
        }
    }

    private func compared(_ comparison: SigmaComparison, _ modifier: SigmaModifier) throws(ModifierError) -> SigmaValue
    {
        switch self {
        case .number(let number): return .compare(comparison, number)
        case .time(let part, let numbers):
            // A part of a time takes few numbers, so that a comparison is a choice among them.
            guard let range = part.range, let bound = numbers.first else {
                throw ModifierError("a year cannot be compared; list the years")
            }
            return .time(part, range.filter { comparison.holds($0, bound) })
        default: throw mismatch(modifier, needs: "a number")
        }
    }

    private func reference() throws(ModifierError) -> SigmaValue {
        guard case .text(let pattern, let cased) = self else { throw mismatch(.fieldref, needs: "the name of a field") }
        guard let bytes = pattern.plain, !bytes.isEmpty else {
            throw ModifierError("the name of a field cannot have wildcards; write other modifiers behind 'fieldref'")
        }
        return .reference(String(decoding: bytes, as: UTF8.self), .equal, cased: cased)
    }

    private func part(_ part: SigmaTimePart, of range: ClosedRange<Int>) throws(ModifierError) -> SigmaValue {
        guard case .number(let number) = self, let value = Int(exactly: number.value), range.contains(value) else {
            throw ModifierError(
                "'\(part.rawValue)' needs a whole number from \(range.lowerBound) to \(range.upperBound); found \(noun)"
            )
        }
        return .time(part, [value])
    }
}

extension SigmaTimePart {
    /// The numbers that there are; nil for years.
    fileprivate var range: ClosedRange<Int>? {
        switch self {
        case .minute: 0...59
        case .hour: 0...23
        case .day: 1...31
        case .week: 1...53
        case .month: 1...12
        case .year: nil
        }
    }
}

extension SigmaComparison {
    /// Whether two numbers are in this relation.
    func holds<Number: Comparable>(_ left: Number, _ right: Number) -> Bool {
        switch self {
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }
}
