import Kernel
import Scenario
import Testing

/// Texts that are made to break a reader.
struct HostileInputTests {
    /// A text and the error it must give.
    struct Case: CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var position: TextPosition
        var fragment: String
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ line: Int, _ column: Int, _ fragment: String) {
            self.init(name, Array(text.utf8), line, column, fragment)
        }

        init(_ name: String, _ bytes: [UInt8], _ line: Int, _ column: Int, _ fragment: String) {
            self.name = name
            self.bytes = bytes
            position = TextPosition(line: line, column: column)
            self.fragment = fragment
        }
    }

    static let cases = [
        Case("empty file", "", 1, 1, "the file is empty"),
        Case("only a comment", "# nothing\n\n", 1, 1, "the file is empty"),
        Case("only a byte order mark", [0xEF, 0xBB, 0xBF], 1, 1, "the file is empty"),
        Case("a scalar", "text", 1, 1, "expected a map (scenario), found 'text'"),
        Case("a list", "\n- a\n- b\n", 2, 1, "expected a map (scenario), found a list"),
        Case("nothing", "~", 1, 1, "expected a map (scenario), found nothing"),
        Case("a stray byte", Array("name: ab".utf8) + [0xFF], 1, 9, "byte 0xff is not UTF-8"),
        Case("a cut sequence", Array("a: 1\nb: Đ".utf8).dropLast(), 2, 4, "is not UTF-8"),
        Case("an overlong slash", Array("a: ".utf8) + [0xC0, 0xAF], 1, 4, "is not UTF-8"),
        Case("a surrogate", Array("a: ".utf8) + [0xED, 0xA0, 0x80], 1, 4, "is not UTF-8"),
        Case("beyond Unicode", Array("a: ".utf8) + [0xF4, 0x90, 0x80, 0x80], 1, 4, "is not UTF-8"),
        Case("UTF-16", [0xFF, 0xFE, 0x61, 0x00], 1, 1, "is not UTF-8"),
        Case("a null byte", "name: a\ntitle: Đ\u{0}\n", 2, 10, "control characters are not allowed"),
        Case("a tab", "a:\n\tb: 1\n", 2, 1, "cannot start any token"),
        Case("an open quotation", "name: \"abc\n", 1, 7, "found unexpected end of stream"),
        Case("an alias of itself", "name: &a [*a]\n", 1, 11, "no anchor 'a' stands before this alias"),
        Case("a map as key", "{a: 1}: b\n", 1, 1, "a map is used as a key"),
        Case("an alias of a list as key", "name: &a [x]\n? *a\n: b\n", 2, 3, "a list is used as a key"),
        Case("two documents", "name: a\n---\nname: b\n", 2, 1, "a second document begins here"),
        Case("columns in bytes", "Đường: [1, 2\n", 2, 1, "did not find expected ',' or ']'"),
        Case("65 lists in each other", String(repeating: "[", count: 65), 1, 65, "nested deeper than 64 levels"),
        Case(
            "a hundred thousand lists", String(repeating: "[", count: 100_000), 1, 1_026, "nested deeper than 64 levels"
        ),
        Case("a hundred thousand maps", String(repeating: "{a: ", count: 100_000), 1, 257, "nested deeper"),
        Case(
            "indentation without end", (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), 65, 65,
            "nested deeper than 64 levels"),
        Case(
            "very many directives", (0..<100_000).map { "%TAG !e\($0)! tag:example.com,2000:\n" }.joined(), 17, 1,
            "more than 16 directives"),
        Case("a version of another YAML", "%YAML 2.0\n---\na: 1\n", 1, 1, "incompatible YAML document"),
    ]

    @Test(arguments: cases)
    func isRefusedWithAPosition(hostile: Case) {
        let result = ScenarioReader.read(hostile.bytes, file: "hostile.yaml")
        #expect(result.value == nil)
        let found = result.diagnostics.contains {
            $0.position == hostile.position && $0.severity == .error && $0.message.contains(hostile.fragment)
        }
        #expect(found, "\(result.diagnostics.map(\.description))")
    }

    /// Each line stands for ten of the line before: a few hundred bytes for ten thousand million values.
    private static let billion = """
        a: &a [x, x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
        d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
        e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
        f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
        g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]

        """

    @Test(arguments: [Dialect.thaotruong, .ocr])
    func aliasesOfAliasesAreCounted(dialect: Dialect) {
        let result = ScenarioReader.read(Array(Self.billion.utf8), file: "billion.yaml", dialect: dialect)
        #expect(result.value == nil)
        #expect(
            result.diagnostics.map(\.message) == [
                "with its aliases written out the text has more than 4000000 values"
            ])
    }

    @Test func aLongTextIsNotRead() {
        let bytes = [UInt8](repeating: 0x20, count: (16 << 20) + 1)
        let result = ScenarioReader.read(bytes, file: "long.yaml")
        #expect(result.diagnostics.map(\.message) == ["the text has 16777217 bytes; at most 16777216 are read"])
    }

    @Test func aLongScalarIsShortenedInMessages() {
        let text = "name: " + String(repeating: "x", count: 1 << 20)
        let result = ScenarioReader.read(Array(text.utf8), file: "long.yaml")
        #expect(result.value == nil)
        #expect(result.diagnostics.allSatisfy { $0.description.utf8.count < 300 })
    }

    @Test func findingsAreCapped() {
        let keys = (0..<5_000).map { "key\($0): 1\n" }.joined()
        let result = ScenarioReader.read(Array(keys.utf8), file: "many.yaml")
        #expect(result.diagnostics.count == 101)
        #expect(result.diagnostics.first?.position == TextPosition(line: 1, column: 1))
        #expect(result.diagnostics.last?.severity == .warning)
        #expect(result.diagnostics.last?.message == "4901 more findings are not shown")
    }

    @Test func warningsDoNotHideErrors() {
        let keys = (0..<500).map { "key\($0): 1\n" }.joined() + "goals: 3\n"
        let result = ScenarioReader.read(Array(keys.utf8), file: "many.yaml", dialect: .ocr)
        #expect(result.value == nil)
        #expect(result.diagnostics.contains { $0.severity == .error && $0.position.line == 501 })
    }

    @Test func aByteOrderMarkIsSkipped() {
        let result = ScenarioReader.read(
            [0xEF, 0xBB, 0xBF] + Array("name: a\n".utf8), file: "mark.yaml", dialect: .ocr)
        #expect(result.value?.name == "a")
    }

    @Test func aFindingIsOneLine() {
        let result = ScenarioReader.read(Array("\"a\\nb\\u2028c\": 1\n".utf8), file: "lines.yaml")
        #expect(result.diagnostics.map(\.description).allSatisfy { !$0.contains { $0.isNewline } })
        let unknown = Diagnostic(
            severity: .error, file: "egov.yaml", position: TextPosition(line: 3, column: 7),
            path: "simulation.hosts.web", message: "unknown key 'cuont'", suggestion: "count")
        #expect(
            unknown.description
                == "egov.yaml:3:7: error: simulation.hosts.web: unknown key 'cuont'; did you mean 'count'?")
    }
}
