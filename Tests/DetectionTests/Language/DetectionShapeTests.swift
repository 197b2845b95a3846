import Kernel
import Scenario
import Testing

@testable import Detection

/// How maps, lists, keywords and conditions are put together.
struct DetectionShapeTests {
    private static func keyword(_ pattern: SigmaPattern) -> SigmaExpression { .keyword(.text(pattern, cased: false)) }

    @Test func mapsAreConjunctionsAndListsAreChoices() {
        #expect(RuleText.expression("selection:\n    A: x\n    B: x") == .all([.names("A"), .names("B")]))
        #expect(
            RuleText.expression("selection:\n    - A: x\n    - B: x\n      C: x")
                == .any([.names("A"), .all([.names("B"), .names("C")])]))
        #expect(
            RuleText.expression("selection:\n    - - A: x\n      - B: x\n    - C: x")
                == .any([.any([.names("A"), .names("B")]), .names("C")]))
    }

    @Test func keywordsAreSearchedForInEveryValue() {
        #expect(RuleText.expression("selection: word") == Self.keyword("*word*"))
        #expect(RuleText.expression("selection: [a, b*c]") == .any([Self.keyword("*a*"), Self.keyword("*b*c*")]))
        #expect(RuleText.expression("selection: [4625]") == Self.keyword("*4625*"))
        #expect(
            RuleText.expression("selection:\n    '|all': [a, b]") == .all([Self.keyword("*a*"), Self.keyword("*b*")]))
        #expect(
            RuleText.expression("selection:\n    - a\n    - F: x") == .any([Self.keyword("*a*"), .names("F")]))
        #expect(RuleText.expression("selection:\n    '|startswith': a") == Self.keyword("a*"))
        #expect(RuleText.expression("selection:\n    '|re': a") == .keyword(.regex(SigmaRegex(pattern: "a"))))
        #expect(RuleText.expression("selection:\n    '|cased': a") == .keyword(.text("*a*", cased: true)))
    }

    private static let five = "a: {A: x}\nb: {B: x}\nc1: {C: x}\nc2: {D: x}\n_e: {E: x}"
    private static let (a, b): (SigmaExpression, SigmaExpression) = (.names("A"), .names("B"))
    private static let (c1, c2): (SigmaExpression, SigmaExpression) = (.names("C"), .names("D"))

    /// A condition over the five identifiers above and what it asks for.
    static let conditions: [(String, SigmaExpression)] = [
        ("a", a), ("a and b", .all([a, b])), ("a or b", .any([a, b])), ("not a", .not(a)), ("not not a", .not(.not(a))),
        ("a or b and c1", .any([a, .all([b, c1])])), ("a and b or c1", .any([.all([a, b]), c1])),
        ("not a and b", .all([.not(a), b])), ("not (a and b)", .not(.all([a, b]))),
        ("(a or b) and c1", .all([.any([a, b]), c1])),
        ("a and b and c1", .all([a, b, c1])), ("((a))", a),
        ("1 of them", .any([a, b, c1, c2])), ("any of them", .any([a, b, c1, c2])),
        ("all of them", .all([a, b, c1, c2])),
        ("1 of c*", .any([c1, c2])), ("all of c*", .all([c1, c2])), ("1 of *2", c2), ("1 of c1", c1),
        ("all of *", .all([a, b, c1, c2])),
        ("1 of _*", .names("E")), ("_e", .names("E")), ("a and not 1 of c*", .all([a, .not(.any([c1, c2]))])),
        ("a AND NOT b", .all([a, .not(b)])), ("a and\n          b", .all([a, b])),
    ]

    @Test(arguments: conditions.indices) func conditionsBind(_ index: Int) {
        let (condition, expected) = Self.conditions[index]
        #expect(RuleText.expression(Self.five, condition: condition) == expected, "\(condition)")
    }

    @Test func aRuleMayHaveSeveralConditions() {
        let text = RuleText.rule(Self.five, condition: "[a, b]")
        let reading = SigmaReader.read(Array(text.utf8), file: "rule.yml")
        #expect(reading.rules.first?.conditions == [Self.a, Self.b])
    }

    @Test func whatIsNoPartOfDetectionIsRead() {
        let text = """
            title: Một quy tắc
            id: 0e95725d-7320-415d-80f7-004da920fc11
            name: one
            status: test
            level: high
            tags: [attack.execution, attack.t1059.001]
            author: someone
            custom: {a: 1}
            logsource: {category: process_creation, product: windows, service: null, definition: any}
            detection: {selection: {F: x}, condition: selection}
            """
        let reading = SigmaReader.read([0xEF, 0xBB, 0xBF] + Array(text.utf8), file: "rule.yml")
        #expect(reading.diagnostics.isEmpty)
        #expect(reading.rules.count == 1)
        guard let rule = reading.rules.first else { return }
        #expect(rule.title == "Một quy tắc" && rule.name == "one" && rule.status == "test" && rule.level == .high)
        #expect(
            rule.id == "0e95725d-7320-415d-80f7-004da920fc11" && rule.tags == ["attack.execution", "attack.t1059.001"])
        #expect(rule.source == LogSource(category: "process_creation", product: "windows"))
        #expect(rule.file == "rule.yml" && rule.position == TextPosition(line: 1, column: 1) && !rule.isSilent)
    }

    @Test func documentsOfAFileStandAlone() {
        let good = RuleText.rule("selection: {F: x}")
        let text = good + "\n---\ntitle: [\n---\n" + good + "\n---\n---\ntitle: no detection\n--- \n" + good
        let reading = SigmaReader.read(Array(text.utf8), file: "rules.yml")
        #expect(reading.rules.count == 3)
        #expect(reading.rules.map(\.position.line) == [1, 10, 20])
        #expect(reading.diagnostics.map(\.position.line) == [9, 18])
    }

    @Test func anchorsServeAsShortcuts() {
        let entry = "one: &x {F: x}\ntwo: *x\nthree: [*x, {G: x}]"
        #expect(
            RuleText.expression(entry, condition: "one and two and three")
                == .all([.names("F"), .names("F"), .any([.names("F"), .names("G")])]))
    }
}
