import Kernel
import Testing

@testable import Detection

/// The traps of matching, one by one.
struct MatcherTests {
    /// The indices of the rules, each of one expression, that match a record of any source.
    private func hits(_ expressions: [SigmaExpression], _ record: [String: [ReferenceValue]]) throws -> [Int32] {
        let rules = expressions.map { expression in
            var rule = SigmaRule(title: "")
            rule.conditions = [expression]
            return rule
        }
        let set = try RuleSet(rules)
        var matcher = Matcher(set)
        var hits: [Int32] = []
        let source = matcher.index(of: RecordSource(products: ["windows"]))
        matcher.match(RecordFields(record, set.catalogue), source: source, into: &hits)
        return hits
    }

    private func hits(_ test: SigmaTest, _ value: String) throws -> Bool {
        try hits([.field("Field", test)], ["Field": [.text(value)]]) == [0]
    }

    /// A pattern in Sigma's notation without escapes.
    private func text(_ pattern: String, cased: Bool = false) -> SigmaTest {
        var parts: [SigmaPattern.Part] = []
        var literal: [UInt8] = []
        for byte in pattern.utf8 {
            if byte != UInt8(ascii: "*"), byte != UInt8(ascii: "?") {
                literal.append(byte)
                continue
            }
            if !literal.isEmpty { parts.append(.literal(literal)) }
            literal = []
            parts.append(byte == UInt8(ascii: "*") ? .many : .one)
        }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        return .text(SigmaPattern(parts: parts), cased: cased)
    }

    @Test(arguments: [
        ("*\\cmd.exe", "cmd.exe", false), ("*\\cmd.exe", "\\cmd.exe", true), ("*\\cmd.exe", "C:\\CMD.EXE", true),
        ("*\\cmd.exe", "\\cmd.exe ", false), ("C:\\*", "c:", false), ("C:\\*", "c:\\", true), ("", "", true),
        ("", " ", false),
        ("*", "", true), ("*", "x", true), ("?", "", false), ("?", "é", true), ("??", "é", false), ("?", "ab", false),
        ("*??", "€", false), ("a?c", "a€c", true), ("a*b*c", "axbxbxc", true), ("a*b*c", "axbxb", false),
        ("é", "É", false),
        ("é", "é", true), ("*É*", "xÉx", true), ("k", "\u{212A}", false), ("*ab*", "xaab", true), ("*aa*", "a", false),
        ("a", "A", true), ("*a", "", false), ("12", "12", true), ("*x", "x", true), ("x*", "x", true),
        ("*-*", "a-", true),
        ("*abcdefghijkl*", "....abcdefghijkm....abcdefghijkl", true), ("@", "`", false), ("[", "{", false),
    ])
    func textsMatchWhole(pattern: String, value: String, expected: Bool) throws {
        #expect(try hits(text(pattern), value) == expected)
    }

    @Test func caseCountsWhereAsked() throws {
        let expressions: [SigmaExpression] = [
            .field("Field", text("*PowerShell*")), .field("Field", text("*PowerShell*", cased: true)),
            .field("Field", text("PowerShell", cased: true)), .field("Field", text("*Power?hell", cased: true)),
        ]
        #expect(try hits(expressions, ["Field": [.text("powershell")]]) == [0])
        #expect(try hits(expressions, ["Field": [.text("PowerShell")]]) == [0, 1, 2, 3])
    }

    @Test func overlappingTextsAreAllFound() throws {
        let patterns = [
            "*shell*", "*hell*", "*powershell*", "*ell", "power*", "*wers*", "*ersh*", "*rshe*", "*shel*", "*l",
        ]
        let expressions = patterns.map { SigmaExpression.field("Field", text($0)) }
        #expect(try hits(expressions, ["Field": [.text("PowerShell")]]) == (0..<10).map(Int32.init))
    }

    @Test func bytesOfEdgesInAValueAreNoEdges() throws {
        let value = ReferenceValue(kind: .text, bytes: [0xFF, 0xFF] + Array("cmd".utf8) + [0xFF, 0xFF])
        let expressions: [SigmaExpression] = [
            .field("Field", text("cmd")), .field("Field", text("cmd*")), .field("Field", text("*cmd")),
            .field("Field", text("*cmd*")),
        ]
        #expect(try hits(expressions, ["Field": [value]]) == [3])
    }

    @Test(arguments: [
        ("4624", true), ("4624.0", true), ("+4624", true), ("04624", true), ("4.624e3", true), ("4625", false),
        ("", false),
        ("4624 ", false), ("nan", false), ("0x1210", false), ("46240000000000000000e-16", true),
    ])
    func numbersAreEqualHoweverWritten(value: String, expected: Bool) throws {
        #expect(try hits(.number(SigmaNumber(value: 4624, text: "4624")), value) == expected)
    }

    @Test func aNumberIsAlsoFoundByItsSpelling() throws {
        let test = SigmaTest.number(SigmaNumber(value: 0x1F10, text: "0x1F10"))
        #expect(try hits(test, "0x1f10"))
        #expect(try hits(test, "7952"))
        #expect(try !hits(test, "1F10"))
    }

    @Test func absentFieldsPassNullAndNegationsOnly() throws {
        let expressions: [SigmaExpression] = [
            .field("None", .null), .field("None", text("*")), .not(.field("None", text("a"))),
            .field("None", .exists(false)), .field("None", .exists(true)), .field("Null", .null),
            .field("Null", .exists(true)), .field("Null", text("*")), .all([]), .any([]), .not(.any([])),
            .field("None", .compare(.less, SigmaNumber(value: 1, text: "1"))),
        ]
        #expect(try hits(expressions, ["Null": [.null], "Other": [.text("a")]]) == [0, 2, 3, 5, 6, 8, 10])
    }

    @Test func anyOfSeveralValuesSuffices() throws {
        let expressions: [SigmaExpression] = [
            .field("List", text("two")), .all([.field("List", text("one")), .field("List", text("three"))]),
            .not(.field("List", text("one"))), .field("List", .null),
        ]
        #expect(try hits(expressions, ["List": [.text("one"), .text("Two"), .null, .text("three")]]) == [0, 1, 3])
    }

    @Test func keywordsAreSoughtInEveryValue() throws {
        let expressions: [SigmaExpression] = [
            .keyword(text("*mimikatz*")), .keyword(text("sekurlsa")), .field("Named", text("*mimikatz*")),
            .not(.keyword(text("*absent*"))),
        ]
        #expect(
            try hits(expressions, ["Message": [.text("x"), .text("run MIMIKATZ now")], "Named": [.text("sekurlsa")]])
                == [0, 1, 3])
    }

    @Test(arguments: [
        (SigmaTimePart.hour, "2024-05-17T08:30:00Z", 8), (.hour, "2024-05-17T08:30:00+07:00", 1),
        (.day, "2024-05-01 01:00:00+02:00", 30),
        (.minute, "2024-05-17T08:30", 30), (.week, "2021-01-03T00:00:00Z", 53), (.week, "2024-12-30", 1),
        (.month, "2024-02-29T23:59:60.123456Z", 2), (.year, "1969-12-31 23:00:00-02:00", 1970),
    ])
    func partsOfTimeAreInUTC(part: SigmaTimePart, value: String, expected: Int) throws {
        #expect(try hits(.time(part, expected), value))
        #expect(try !hits(.time(part, expected + 1), value))
    }

    @Test func fieldsAreComparedWithEachOther() throws {
        let expressions = [SigmaRelation.equal, .startsWith, .endsWith, .contains].flatMap { relation in
            [false, true].map { SigmaExpression.field("Image", .reference("Name", relation, cased: $0)) }
        }
        #expect(try hits(expressions, ["Image": [.text("A.exe")], "Name": [.text("a.EXE")]]) == [0, 2, 4, 6])
        #expect(try hits(expressions, ["Image": [.text("A.exe")], "Name": [.text("exe")]]) == [4, 5, 6, 7])
        #expect(try hits(expressions, ["Image": [.text("A.exe")]]).isEmpty)
    }

    @Test func aRuleWithoutConditionsNeverMatches() throws {
        let set = try RuleSet([SigmaRule(title: "empty")])
        var matcher = Matcher(set)
        var hits: [Int32] = []
        matcher.match(RecordFields(set.catalogue), source: matcher.index(of: RecordSource()), into: &hits)
        #expect(hits.isEmpty)
    }

    @Test func aBadExpressionNamesItsRule() {
        var rule = SigmaRule(title: "Brackets")
        rule.conditions = [.field("Field", .regex(SigmaRegex(pattern: "(")))]
        #expect { try RuleSet([SigmaRule(title: "First"), rule]) } throws: { error in
            guard let error = error as? RuleSet.CompileError else { return false }
            return error.rule == 1 && error.description.hasPrefix("Brackets: ")
        }
    }

    @Test func copiesOfAMatcherDoNotDisturbEachOther() throws {
        var rule = SigmaRule(title: "")
        rule.conditions = [.field("Field", text("*cmd*"))]
        let set = try RuleSet([rule])
        var one = Matcher(set)
        let source = one.index(of: RecordSource())
        var other = one
        var hits: [Int32] = []
        let (yes, no) = (
            RecordFields(["Field": [.text("a cmd")]], set.catalogue),
            RecordFields(["Field": [.text("a")]], set.catalogue)
        )
        for turn in 0..<6 {
            if turn % 2 == 0 {
                one.match(yes, source: source, into: &hits)
            } else {
                other.match(no, source: source, into: &hits)
            }
        }
        #expect(hits == [0, 0, 0])
    }
}
