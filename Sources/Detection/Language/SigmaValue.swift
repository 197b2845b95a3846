import Scenario

/// One value of a detection, on its way through the modifiers.
enum SigmaValue: Equatable {
    /// A text as it was written, for `re`: nothing in it is a wildcard yet.
    case raw(String)
    case text(SigmaPattern, cased: Bool)
    case number(SigmaNumber)
    case boolean(Bool)
    case null
    case regex(SigmaRegex)
    case network(SigmaNetwork)
    case compare(SigmaComparison, SigmaNumber)
    case reference(String, SigmaRelation, cased: Bool)
    case exists(Bool)
    /// Any of these numbers.
    case time(SigmaTimePart, [Int])

    /// The value of a scalar; nil where it is none.
    init?(_ node: YAMLNode, isRaw: Bool) {
        guard case .scalar(let text, let isPlain) = node.content else { return nil }
        if isRaw {
            self = .raw(text)
        } else if node.isNull {
            self = .null
        } else if let boolean = node.bool {
            self = .boolean(boolean)
        } else if isPlain, let number = SigmaNumber(plain: text) {
            self = .number(number)
        } else {
            self = .text(SigmaPattern(parsing: text), cased: false)
        }
    }

    /// What the value is, for messages.
    var noun: String {
        switch self {
        case .raw, .text: "a text"
        case .number: "a number"
        case .boolean: "a truth value"
        case .null: "null"
        case .regex: "a regular expression"
        case .network: "a network"
        case .compare: "a comparison"
        case .reference: "another field"
        case .exists: "a question for existence"
        case .time: "a part of a time"
        }
    }

    /// The value as a text, for modifiers that need one: `443` and `true` may stand without quotation marks.
    var asText: (pattern: SigmaPattern, cased: Bool)? {
        switch self {
        case .text(let pattern, let cased): (pattern, cased)
        case .number(let number): (SigmaPattern(literal: Array(number.text.utf8)), false)
        case .boolean(let boolean): (SigmaPattern(literal: Array((boolean ? "true" : "false").utf8)), false)
        default: nil
        }
    }

    /// What must hold of a field.
    func expression(of field: String) -> SigmaExpression {
        switch self {
        case .raw(let text): .field(field, .text(SigmaPattern(literal: Array(text.utf8)), cased: false))
        case .text(let pattern, let cased): .field(field, .text(pattern, cased: cased))
        case .number(let number): .field(field, .number(number))
        case .boolean(let boolean):
            .field(field, .text(SigmaPattern(literal: Array((boolean ? "true" : "false").utf8)), cased: false))
        case .null: .field(field, .null)
        case .regex(let regex): .field(field, .regex(regex))
        case .network(let network): .field(field, .network(network))
        case .compare(let comparison, let number): .field(field, .compare(comparison, number))
        case .reference(let other, let relation, let cased): .field(field, .reference(other, relation, cased: cased))
        case .exists(let exists): .field(field, .exists(exists))
        case .time(let part, let numbers): .anyOf(numbers.map { .field(field, .time(part, $0)) })
        }
    }

    /// What must hold of any value of the record; nil where the value makes sense for a field only. Texts are searched
    /// for inside of values, unless a modifier said where they stand.
    func keyword(isPlaced: Bool) -> SigmaExpression? {
        switch self {
        case .text, .number, .boolean:
            asText.map {
                .keyword(.text(isPlaced ? $0.pattern : $0.pattern.open(atStart: true, atEnd: true), cased: $0.cased))
            }
        case .regex(let regex): .keyword(.regex(regex))
        case .network(let network): .keyword(.network(network))
        case .compare(let comparison, let number): .keyword(.compare(comparison, number))
        case .raw, .null, .reference, .exists, .time: nil
        }
    }
}

extension SigmaExpression {
    /// Any of them; itself where there is one.
    static func anyOf(_ expressions: [SigmaExpression]) -> SigmaExpression {
        expressions.count == 1 ? expressions[0] : .any(expressions)
    }

    /// All of them; itself where there is one.
    static func allOf(_ expressions: [SigmaExpression]) -> SigmaExpression {
        expressions.count == 1 ? expressions[0] : .all(expressions)
    }
}
