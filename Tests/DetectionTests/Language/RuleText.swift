import Scenario
import Testing

@testable import Detection

/// Short ways to rules in texts.
enum RuleText {
    /// A rule with that detection: lines of search identifiers, and a condition.
    static func rule(_ detection: String, condition: String = "selection") -> String {
        let lines = detection.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
        return """
            title: Test
            logsource:
                product: example
            detection:
            \(lines)
                condition: \(condition)
            """
    }

    /// What the only condition of a rule with that detection asks for; nil, with an issue, where there is an error.
    static func expression(
        _ detection: String, condition: String = "selection", placeholders: [String: [String]] = [:],
        _ location: SourceLocation = #_sourceLocation
    ) -> SigmaExpression? {
        let reading = SigmaReader.read(
            Array(rule(detection, condition: condition).utf8), file: "rule.yml", placeholders: placeholders)
        let errors = reading.diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty, sourceLocation: location)
        return reading.rules.first?.conditions.first
    }

    /// What a selection with that one entry asks for.
    static func item(
        _ entry: String, placeholders: [String: [String]] = [:], _ location: SourceLocation = #_sourceLocation
    ) -> SigmaExpression? {
        expression("selection:\n    " + entry, placeholders: placeholders, location)
    }
}

extension SigmaPattern: ExpressibleByStringLiteral {
    /// Wildcards are `*` and `?`; there are no escapes.
    public init(stringLiteral text: String) {
        self.init(parts: [])
        for character in text {
            switch character {
            case "*": append(.many)
            case "?": append(.one)
            default: append(.literal(Array(String(character).utf8)))
            }
        }
    }
}

extension SigmaExpression {
    /// The field `F` is that text.
    static func text(_ pattern: SigmaPattern, cased: Bool = false) -> SigmaExpression {
        .field("F", .text(pattern, cased: cased))
    }

    /// The field is exactly `x`.
    static func names(_ field: String) -> SigmaExpression { .field(field, .text("x", cased: false)) }
}
