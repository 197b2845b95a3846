import Kernel
import Scenario
import Testing

@testable import Detection

struct CorrelationReaderTests {
    private static func read(_ lines: String) -> SigmaReading {
        let text = "title: t\nlevel: high\ncorrelation:\n" + lines.split(separator: "\n").map { "    \($0)\n" }.joined()
        return SigmaReader.read(Array(text.utf8), file: "c.yml")
    }

    @Test func everythingIsRead() throws {
        let reading = Self.read(
            """
            type: value_count
            rules: [a, b]
            group-by: Host
            timespan: 90m
            condition: {field: [User, Domain], gt: 100, lte: 200}
            aliases: {x: {a: A, b: B}}
            generate: true
            """)
        #expect(reading.diagnostics.isEmpty)
        let correlation = try #require(reading.correlations.first)
        #expect(correlation.kind == .valueCount && correlation.level == .high && correlation.title == "t")
        #expect(correlation.references.map(\.text) == ["a", "b"] && correlation.groupBy == ["Host"])
        #expect(correlation.timespan == 5_400_000 && correlation.generate && correlation.fields == ["User", "Domain"])
        #expect(
            correlation.bounds == [
                CorrelationBound(comparison: .greater, millionths: 100_000_000),
                CorrelationBound(comparison: .lessOrEqual, millionths: 200_000_000),
            ])
        #expect(correlation.field("x", of: 1) == "B" && correlation.field("Host", of: 1) == "Host")
    }

    @Test(
        arguments: [
            ("1s", 1_000), ("5m", 300_000), ("2h", 7_200_000), ("1d", 86_400_000), ("1w", 604_800_000),
            ("1M", 2_629_746_000),
        ] as [(String, Milliseconds)])
    func timespansHaveUnits(_ text: String, _ expected: Milliseconds) {
        let reading = Self.read("type: temporal\nrules: [a, b]\ntimespan: \(text)")
        #expect(reading.correlations.first?.timespan == expected)
        #expect(
            reading.correlations.first?.bounds == [CorrelationBound(comparison: .greaterOrEqual, millionths: 2_000_000)]
        )
    }

    private static let start = "type: event_count\nrules: [a]\ntimespan: 1m\n"

    @Test(arguments: [
        ("rules: [a]\ntimespan: 1m", 3, 1, "the 'type' is missing"),
        ("type: even_count\nrules: [a]\ntimespan: 1m", 4, 11, "found 'even_count'"),
        ("type: temporal\ntimespan: 1m", 3, 1, "the 'rules' are missing"),
        ("type: temporal\nrules: [a]", 3, 1, "the 'timespan' is missing"),
        ("type: temporal\nrules: [a]\ntimespan: 1x", 6, 15, "expected a number with s, m, h or d"),
        ("type: temporal\nrules: [a]\ntimespan: 0s", 6, 15, "expected a number with s, m, h or d"),
        ("type: temporal\nrules: [a]\ntimespan: 999999999999y", 6, 15, "expected a number with s, m, h or d"),
        ("type: temporal\nrules: [a]\ntimespan: m", 6, 15, "expected a number with s, m, h or d"),
        ("type: temporal\nrules: [a]\ntimeframe: 1m\ntimespan: 1m", 6, 5, "there is no key 'timeframe'"),
        (start, 3, 1, "the 'condition' is missing"),
        (start + "condition: {gte: many}", 7, 22, "expected a decimal number"),
        (start + "condition: {ge: 1}", 7, 17, "found 'ge'"),
        (start + "condition: {}", 7, 16, "with a number"),
        (start + "condition: a and b", 7, 16, "expected a map such as"),
        (start + "condition: {gte: 1, field: User}", 7, 16, "'event_count' takes no 'field'"),
        ("type: value_count\nrules: [a]\ntimespan: 1m\ncondition: {gte: 1}", 7, 16, "'value_count' needs a 'field'"),
        (start + "condition: {gte: 1}\naliases: {x: {c: F}}", 8, 19, "do not name 'c'"),
        (start + "condition: {gte: 1}\ngenerate: maybe", 8, 15, "expected true or false"),
    ])
    func mistakesHaveAPlace(_ lines: String, _ line: Int, _ column: Int, _ message: String) {
        let reading = Self.read(lines)
        #expect(reading.correlations.isEmpty)
        let first = reading.diagnostics.first
        #expect(first?.message.contains(message) == true, "\(reading.diagnostics)")
        #expect(first?.position == TextPosition(line: line, column: column), "\(reading.diagnostics)")
    }

    @Test(
        arguments: [
            ("0", 0), ("1", 1_000_000), ("-1.5", -1_500_000), ("+2", 2_000_000), ("0.0000019", 1), (".5", 500_000),
            ("5.", 5_000_000),
            ("999999999999.999999", 999_999_999_999_999_999),
        ] as [(String, Int64)])
    func numbersAreExact(_ text: String, _ expected: Int64) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { Millionths($0) }?.value == expected)
    }

    @Test(arguments: ["", ".", "-", "1e3", "1.2.3", " 1", "1000000000000", "99999999999999999999999999", "0x1", "--1"])
    func othersAreNoNumbers(_ text: String) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { Millionths($0) } == nil)
    }
}
