import Testing

@testable import Detection

/// What values and modifiers become.
struct ModifierTests {
    /// An entry of a selection and what it asks for.
    struct Case: Sendable, CustomTestStringConvertible {
        var entry: String
        var expected: SigmaExpression
        var testDescription: String { entry }

        init(_ entry: String, _ expected: SigmaExpression) {
            self.entry = entry
            self.expected = expected
        }
    }

    private static func number(_ text: String, _ value: Double) -> SigmaExpression {
        .field("F", .number(SigmaNumber(value: value, text: text)))
    }

    private static func bytes(_ bytes: [UInt8]) -> SigmaPattern { SigmaPattern(literal: bytes) }

    static let values = [
        Case("F: word", .text("word")),
        Case("F: ''", .text("")),
        Case("F: null", .field("F", .null)),
        Case("F:", .field("F", .null)),
        Case("F: 'null'", .text("null")),
        Case("F: true", .text("true")),
        Case("F: False", .text("false")),
        Case("F: yes", .text("yes")),
        Case("F: 4624", number("4624", 4_624)),
        Case("F: -1.5e3", number("-1.5e3", -1_500)),
        Case("F: 0x1000", number("0x1000", 4_096)),
        Case("F: '4624'", .text("4624")),
        Case("F: 1e999", .text("1e999")),
        Case("F: 1.2.3", .text("1.2.3")),
        Case("F: [a, b]", .any([.text("a"), .text("b")])),
        Case("F: [a, 1]", .any([.text("a"), number("1", 1)])),
        Case("'a.b c': x", .names("a.b c")),
    ]

    static let wildcards = [
        Case("F: 'a*b?c'", .text("a*b?c")),
        Case("F: '**a'", .text("*a")),
        Case(#"F: 'C:\Windows\x'"#, .text(#"C:\Windows\x"#)),
        Case(#"F: 'a\\b'"#, .text(#"a\b"#)),
        Case(#"F: 'a\*b'"#, .text(bytes(Array("a*b".utf8)))),
        Case(#"F: 'a\?b'"#, .text(bytes(Array("a?b".utf8)))),
        Case(#"F: 'a\\*'"#, .text(#"a\*"#)),
        Case(#"F: 'a\\\*'"#, .text(bytes(Array(#"a\*"#.utf8)))),
        Case(#"F: 'a\\\b'"#, .text(#"a\\b"#)),
        Case(#"F: 'a\\\\b'"#, .text(#"a\\b"#)),
        Case(#"F: 'a\'"#, .text(#"a\"#)),
    ]

    static let texts = [
        Case("F|contains: a", .text("*a*")),
        Case("F|contains: '*a'", .text("*a*")),
        Case("F|contains: ''", .text("*")),
        Case("F|contains: 443", .text("*443*")),
        Case("F|startswith: a", .text("a*")),
        Case("F|endswith: a", .text("*a")),
        Case("F|contains|all: [a, b]", .all([.text("*a*"), .text("*b*")])),
        Case("F|all|contains: [a, b]", .all([.text("*a*"), .text("*b*")])),
        Case("F|cased: aB", .text("aB", cased: true)),
        Case("F|contains|cased: aB", .text("*aB*", cased: true)),
        Case("F|neq: a", .not(.text("a"))),
        Case("F|neq: [a, b]", .not(.any([.text("a"), .text("b")]))),
        Case("F|contains|neq: 1", .not(.text("*1*"))),
        Case("F|base64: foobar", .text("Zm9vYmFy")),
        Case("F|base64: fooba", .text("Zm9vYmE=")),
        Case("F|base64: foob", .text("Zm9vYg==")),
        Case("F|base64offset: foobar", .any([.text("Zm9vYmFy"), .text("Zvb2Jhc"), .text("mb29iYX")])),
        Case("F|base64offset|contains: foobar", .any([.text("*Zm9vYmFy*"), .text("*Zvb2Jhc*"), .text("*mb29iYX*")])),
        Case("F|base64offset: a", .any([.text("Y"), .text("h")])),
        Case("F|wide: ab", .text(bytes([0x61, 0, 0x62, 0]))),
        Case("F|utf16le: é", .text(bytes([0xE9, 0]))),
        Case("F|utf16be: ab", .text(bytes([0, 0x61, 0, 0x62]))),
        Case("F|utf16: a", .text(bytes([0xFF, 0xFE, 0x61, 0]))),
        Case("F|utf16le: 😀", .text(bytes([0x3D, 0xD8, 0x00, 0xDE]))),
        Case("F|wide|base64: ab", .text("YQBiAA==")),
        Case("F|utf16|base64: a", .text("//5hAA==")),
        Case("F|wide: 'a*b'", .text(SigmaPattern(parts: [.literal([0x61, 0]), .many, .literal([0x62, 0])]))),
        Case(
            "F|windash: ' -s'", .any([.text(" -s"), .text(" /s"), .text(" –s"), .text(" —s"), .text(" ―s")])),
        Case("F|windash: 'a-b - c'", .text("a-b - c")),
        Case(
            "F|contains|windash: '/x'",
            .any([.text("*-x*"), .text("*/x*"), .text("*–x*"), .text("*—x*"), .text("*―x*")])),
    ]

    static let others = [
        Case("F|exists: true", .field("F", .exists(true))),
        Case("F|exists: false", .field("F", .exists(false))),
        Case("F|gt: 5", .field("F", .compare(.greater, SigmaNumber(value: 5, text: "5")))),
        Case("F|gte: 5", .field("F", .compare(.greaterOrEqual, SigmaNumber(value: 5, text: "5")))),
        Case("F|lt: -1.5", .field("F", .compare(.less, SigmaNumber(value: -1.5, text: "-1.5")))),
        Case("F|lte: 5", .field("F", .compare(.lessOrEqual, SigmaNumber(value: 5, text: "5")))),
        Case("F|fieldref: G", .field("F", .reference("G", .equal, cased: false))),
        Case("F|fieldref|startswith: G", .field("F", .reference("G", .startsWith, cased: false))),
        Case("F|fieldref|endswith: G", .field("F", .reference("G", .endsWith, cased: false))),
        Case("F|fieldref|contains: G", .field("F", .reference("G", .contains, cased: false))),
        Case("F|fieldref|cased: G", .field("F", .reference("G", .equal, cased: true))),
        Case("F|fieldref|neq: G", .not(.field("F", .reference("G", .equal, cased: false)))),
        Case("F|hour: 3", .field("F", .time(.hour, 3))),
        Case("F|week: 53", .field("F", .time(.week, 53))),
        Case("F|year: [2024, 2025]", .any([.field("F", .time(.year, 2_024)), .field("F", .time(.year, 2_025))])),
        Case("F|hour|gte: 22", .any([.field("F", .time(.hour, 22)), .field("F", .time(.hour, 23))])),
        Case("F|hour|lt: 0", .any([])),
        Case(
            "F|cidr: 192.0.2.0/24",
            .field("F", .network(SigmaNetwork(high: 0, low: 0xC000_0200, prefixLength: 24, isVersion6: false)))),
        Case(
            "F|cidr: '2001:db8::/32'",
            .field(
                "F", .network(SigmaNetwork(high: 0x2001_0DB8_0000_0000, low: 0, prefixLength: 32, isVersion6: true)))),
        Case(
            "F|cidr: 192.0.2.1",
            .field("F", .network(SigmaNetwork(high: 0, low: 0xC000_0201, prefixLength: 32, isVersion6: false)))),
    ]

    @Test(arguments: values + wildcards) func valuesBecomeTests(_ given: Case) {
        #expect(RuleText.item(given.entry) == given.expected)
    }

    @Test(arguments: texts + others) func modifiersChangeValues(_ given: Case) {
        #expect(RuleText.item(given.entry) == given.expected)
    }

    /// An entry with a regular expression, the pattern and the flags that it becomes.
    @Test(arguments: [
        ("F|re: 'a.*b'", "a.*b", ""), ("F|re: 12", "12", ""), (#"F|re: '\\*'"#, #"\\*"#, ""), ("F|re|i: a", "a", "i"),
        ("F|re|m|s: a", "a", "ms"), ("F|re|ignorecase: a", "a", "i"), ("F|re|contains: a", "a", ""),
        ("F|re|startswith: a|b", #"\A(?:a|b)"#, ""), ("F|re|endswith: a|b", #"(?:a|b)\z"#, ""),
    ])
    func expressionsAreTakenAsTheyAre(_ entry: String, _ pattern: String, _ flags: String) {
        var expected = SigmaRegex(pattern: pattern)
        expected.ignoreCase = flags.contains("i")
        expected.multiLine = flags.contains("m")
        expected.dotMatchesAll = flags.contains("s")
        #expect(RuleText.item(entry) == .field("F", .regex(expected)))
    }

    @Test(arguments: [
        Case("F|expand: '%a%'", .any([.text("one"), .text("tw*")])),
        Case("F|expand: '%b%'", .text("b")),
        Case("F|contains|expand: 'x%a%y'", .any([.text("*xoney*"), .text("*xtw*y*")])),
        Case("F|expand: '%a%%b%'", .any([.text("oneb"), .text("tw*b")])),
        Case(#"F|expand: '\%a%'"#, .text("%a%")),
        Case(#"F|expand: '\%plain%b%'"#, .text("%plainb")),
        Case("F|expand: '100% of 5%'", .any([.text("100 five")])),
        Case("F: '%a%'", .text("%a%")),
    ])
    func placeholdersStandForValues(_ given: Case) {
        let placeholders = ["a": ["one", "tw*"], "b": ["b"], " of 5": [" five"]]
        let expected: SigmaExpression
        if case .any(let parts) = given.expected, parts.count == 1 {
            expected = parts[0]
        } else {
            expected = given.expected
        }
        #expect(RuleText.item(given.entry, placeholders: placeholders) == expected)
    }
}
