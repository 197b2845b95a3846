import Kernel
import Scenario
import Testing

@testable import Detection

/// Mistakes in rules, where they are found, and what is said of them.
struct MistakeTests {
    /// A text with one mistake.
    struct Case: Sendable, CustomTestStringConvertible {
        /// The text; what is at fault begins at `⟦`.
        var text: String
        /// A part of what is said.
        var message: String
        var suggestion: String?
        var testDescription: String { message }

        init(_ text: String, _ message: String, _ suggestion: String? = nil) {
            self.text = text
            self.message = message
            self.suggestion = suggestion
        }
    }

    private static func item(_ entry: String) -> String { RuleText.rule("selection:\n    " + entry) }

    private static func condition(_ condition: String) -> String {
        RuleText.rule("selection_a: {F: x}\nselection_b: {F: y}\nfilter: {F: z}", condition: condition)
    }

    static let values: [Case] = [
        Case(item("Image|⟦contain: x"), "no modifier 'contain'", "contains"),
        Case(item("Image|contains|⟦al: x"), "no modifier 'al'", "all"),
        Case(item("'Image|⟦endwith': x"), "no modifier 'endwith'", "endswith"),
        Case(item("F|gt: ⟦word"), "'gt' needs a number; found a text"),
        Case(item("F|gt: ⟦'5'"), "'gt' needs a number; found a text"),
        Case(item("F|exists: ⟦word"), "'exists' needs true or false"),
        Case(item("F|contains: ⟦null"), "'contains' needs a text; found null"),
        Case(item("F|cidr: ⟦192.0.2.1/24"), "bits behind the prefix"),
        Case(item("F|cidr: ⟦192.0.2.0/40"), "prefix length from 0 to 32"),
        Case(item("F|cidr: ⟦host"), "expected a network such as"),
        Case(item("F|contains|cidr: ⟦192.0.2.0/24"), "no other modifier before it"),
        Case(item("F|re: 'ab(c⟦'"), "no regular expression: missing closing parenthesis"),
        Case(item("F|re: a[c⟦"), "no regular expression"),
        Case(item("F|contains|re: ⟦a"), "'re' must be the first modifier"),
        Case(item("F|i: ⟦a"), "'i' belongs behind 're'"),
        Case(item("F|base64: ⟦'a*'"), "cannot encode wildcards"),
        Case(item("F|base64offset: ⟦''"), "not empty"),
        Case(item("F|windash: ⟦'-a -b -c -d -e'"), "too many dashes"),
        Case(item("F|fieldref: ⟦'a*'"), "cannot have wildcards"),
        Case(item("F|hour: ⟦24"), "whole number from 0 to 23"),
        Case(item("F|year|gt: ⟦2024"), "a year cannot be compared"),
        Case(item("F|expand: ⟦'%Name%'"), "the placeholder %Name% has no values"),
        Case(item("F: ⟦{a: b}"), "found a map"),
        Case(item("F: [a, ⟦[b]]"), "found a list"),
        Case(item("F: ⟦[]"), "the list of values is empty"),
        Case(item("F: ⟦!!str 1"), "tags such as !!str"),
        Case(item("⟦'': a"), "expected the name of a field"),
        Case(item("'|exists': ⟦true"), "needs a field"),
        Case(item("F: a\n    ⟦F: b"), "stands here a second time"),
        Case(RuleText.rule("selection: ⟦{}"), "nothing is asked for"),
        Case(RuleText.rule("selection: ⟦[]"), "the list is empty"),
        Case(RuleText.rule("selection: ⟦null"), "null needs a field"),
        Case(RuleText.rule("selection: ⟦''"), "would be found everywhere"),
        Case(RuleText.rule("selection: [a, ⟦'*']"), "would be found everywhere"),
    ]

    static let conditions: [Case] = [
        Case(condition("selection_a and ⟦selectoin_b"), "no search identifier 'selectoin_b'", "selection_b"),
        Case(condition("⟦(selection_a and filter"), "this '(' is never closed"),
        Case(condition("selection_a⟦) and filter"), "no '(' stands before this ')'"),
        Case(condition("selection_a ⟦filter"), "expected 'and', 'or' or the end"),
        Case(condition("selection_a ⟦andd filter"), "found 'andd'", "and"),
        Case(condition("selection_a and⟦"), "the condition ends"),
        Case(condition("selection_a and ⟦or filter"), "found 'or'"),
        Case(condition("1 of ⟦x*"), "no search identifier fits 'x*'"),
        Case(condition("1 of ⟦selections_*"), "no search identifier fits", "selection_a"),
        Case(condition("⟦2 of selection_*"), "expected '1 of', 'any of' or 'all of'; found '2 of'"),
        Case(condition("all of⟦"), "expected 'them' or the name"),
        Case(condition("selection_a ⟦| count() > 5"), "write a correlation rule"),
        Case(condition("⟦null"), "expected a condition such as"),
        Case(condition("'⟦'"), "the condition is empty"),
        Case(condition("⟦[]"), "the list of conditions is empty"),
        Case(condition("[selection_a, filter or ⟦no]"), "no search identifier 'no'"),
        Case(condition("'selection_a and ⟦no'"), "no search identifier 'no'"),
        Case(condition("selection_a\n        and ⟦no"), "no search identifier 'no'"),
        Case(condition(">\n        selection_a\n        and ⟦no"), "no search identifier 'no'"),
        Case(condition("|\n        selection_a\n        and (⟦no)"), "no search identifier 'no'"),
        Case(
            RuleText.rule("é: {F: x}", condition: "é and ⟦no"), "no search identifier 'no'"),
    ]

    static let documents: [Case] = [
        Case("⟦logsource: {product: a}\ndetection: {s: {F: x}, condition: s}", "the title is missing"),
        Case("⟦title: a\ndetection: {s: {F: x}, condition: s}", "the 'logsource' is missing"),
        Case(
            "title: a\nlogsource: ⟦{}\ndetection: {s: {F: x}, condition: s}",
            "expected 'category', 'product' or 'service'"),
        Case(
            "title: a\nlogsource: {product: ⟦[a]}\ndetection: {s: {F: x}, condition: s}",
            "expected a text; found a list"),
        Case("title: a\nlogsource: {product: a}\n⟦detection: {s: {F: x}}", "the 'condition' is missing"),
        Case("title: a\nlogsource: {product: a}\n⟦detection: {condition: s}", "there is no search identifier"),
        Case("title: a\nlogsource: {product: a}\ndetection: ⟦x", "expected a map of search identifiers"),
        Case("⟦title: a\nlogsource: {product: a}", "expected 'detection', 'correlation' or 'filter'"),
        Case("⟦title: a\naction: global", "'action' belongs to an older language"),
        Case(
            "title: a\nlevel: ⟦hihg\nlogsource: {product: a}\ndetection: {s: {F: x}, condition: s}", "found 'hihg'",
            "high"),
        Case("title: a\n⟦title: b\nlogsource: {product: a}\ndetection: {s: {F: x}, condition: s}", "second time"),
        Case("⟦- a", "expected a map with the keys of a rule; found a list"),
        Case("⟦", "the file is empty"),
        Case("title: [a\n⟦", "did not find expected ',' or ']'"),
    ]

    @Test(arguments: values + conditions + documents) func theyAreFoundWhereTheyAre(_ given: Case) {
        let before = given.text.prefix { $0 != "⟦" }
        let line = before.split(separator: "\n", omittingEmptySubsequences: false)
        let expected = TextPosition(line: line.count, column: (line.last?.utf8.count ?? 0) + 1)
        let text = given.text.replacing("⟦", with: "")
        let reading = SigmaReader.read(Array(text.utf8), file: "rule.yml")
        let errors = reading.diagnostics.filter { $0.severity == .error }
        #expect(reading.rules.isEmpty)
        let first = errors.first
        #expect(first?.message.contains(given.message) == true, "\(errors)")
        #expect(first?.position == expected, "\(errors)\n\(text)")
        if let suggestion = given.suggestion { #expect(first?.suggestion == suggestion) }
    }

    @Test func anUnknownStatusAndUnusedIdentifiersAreWarnings() {
        let text = RuleText.rule("selection: {F: x}\nother: {F: y}\n_third: {F: z}") + "\nstatus: stabel"
        let reading = SigmaReader.read(Array(text.utf8), file: "rule.yml")
        #expect(reading.rules.count == 1)
        #expect(reading.diagnostics.map(\.severity) == [.warning, .warning])
        #expect(reading.diagnostics.map(\.path) == ["detection.other", "status"])
        #expect(reading.diagnostics.last?.suggestion == "stable")
    }

    @Test func allMistakesOfARuleAreReported() {
        let text = RuleText.rule("selection:\n    A|cidr: x\n    B|gt: x\n    C|no: x", condition: "selection and none")
        let reading = SigmaReader.read(Array(text.utf8), file: "rule.yml")
        #expect(reading.diagnostics.map(\.position.line) == [6, 7, 8, 9])
    }

    /// Texts that could take much time or memory.
    @Test(arguments: [
        RuleText.rule("selection: {F: x}", condition: String(repeating: "(", count: 30_000)),
        RuleText.rule("selection: {F: x}", condition: String(repeating: "not ", count: 10_000) + "selection"),
        RuleText.rule("selection: {F: x}", condition: String(repeating: "selection or ", count: 200_000) + "selection"),
        RuleText.rule(
            "selection: {F: [" + String(repeating: "x,", count: 3_000) + "]}",
            condition: String(repeating: "selection or ", count: 4_000) + "selection"),
        RuleText.rule("selection:\n    F|expand: '%a%%a%%a%%a%%a%%a%%a%%a%'"),
        RuleText.rule("selection: {F|windash: [" + String(repeating: "'-a -b -c -d',", count: 1_000) + "]}"),
        RuleText.rule("selection: " + String(repeating: "[", count: 100_000)),
        RuleText.rule((0..<5_000).map { "s\($0): {F: x}" }.joined(separator: "\n"), condition: "1 of them"),
        RuleText.rule("selection: {F: [" + String(repeating: "[],", count: 50_000) + "]}"),
        String(repeating: "---\n]\n", count: 5_000),
        String(repeating: "---\n[]\n", count: 50_000),
        RuleText.rule(
            "a: &a [{F|re: 'x+'}, {F: y}]\n"
                + (0..<18).map {
                    "a\($0): &b\($0) [*\($0 == 0 ? "a" : "b\($0 - 1)"), *\($0 == 0 ? "a" : "b\($0 - 1)")]\n"
                }
                .joined(), condition: "a17"),
        RuleText.rule("selection: {F: x}", condition: "[" + String(repeating: "selection,", count: 30_000) + "]"),
        "title: a\ncorrelation: {type: temporal, timespan: 1m, rules: [" + String(repeating: "r,", count: 50_000)
            + "]}",
    ])
    func largeOnesAreRefused(_ text: String) {
        let placeholders = ["a": (0..<50).map { "\($0)" }]
        let reading = SigmaReader.read(Array(text.utf8), file: "rule.yml", placeholders: placeholders)
        #expect(reading.rules.isEmpty)
        #expect(!reading.diagnostics.isEmpty && reading.diagnostics.count <= 101)
    }
}
