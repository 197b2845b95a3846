import Testing

@testable import Detection

/// Records in, findings out.
struct DetectorTests {
    private static let rules = """
        title: A shell
        id: 11111111-1111-4111-8111-111111111111
        name: shell
        level: high
        tags: [attack.t1059.003]
        logsource: {category: process_creation, product: windows}
        detection:
          selection: {Image|endswith: '\\cmd.exe'}
          condition: selection
        ---
        title: A failed logon
        id: 22222222-2222-4222-8222-222222222222
        name: failure
        level: low
        logsource: {product: windows, service: security}
        detection:
          selection: {EventID: 4625}
          condition: selection
        ---
        title: A word
        id: 33333333-3333-4333-8333-333333333333
        level: medium
        logsource: {product: linux}
        detection:
          keywords: ['secret']
          condition: keywords
        """
    private static let correlation = """

        ---
        title: Many failed logons
        id: 44444444-4444-4444-8444-444444444444
        level: critical
        correlation:
          type: event_count
          rules: [failure]
          group-by: [TargetUserName]
          timespan: 1m
          condition: {gte: 3}
        """

    private static func detector(
        _ text: String, reporting isWanted: (SigmaLevel?, [String]) -> Bool = { _, _ in true }
    ) throws -> Detector {
        let reading = SigmaReader.read(Array(text.utf8), file: "rules.yml")
        #expect(reading.diagnostics.isEmpty)
        let collection = SigmaCollection([reading])
        #expect(collection.diagnostics.isEmpty)
        return try Detector(collection, reporting: isWanted)
    }

    private static func find(_ detector: Detector, _ files: [String]) -> [Finding] {
        var detector = detector
        var findings: [Finding] = []
        for file in files {
            detector.beginFile()
            detector.read(Array(file.utf8), into: &findings)
            detector.endFile(into: &findings)
        }
        detector.finish(into: &findings)
        return findings
    }

    private static func failure(_ user: String, _ second: Int) -> String {
        "{\"Channel\":\"Security\",\"EventID\":4625,\"TargetUserName\":\"\(user)\",\"Hostname\":\"dc-1\","
            + "\"@timestamp\":\"2026-03-02T07:28:\(second < 10 ? "0" : "")\(second)Z\"}\n"
    }

    @Test func rulesOfEveryShapeOfRecord() throws {
        let files = [
            """
            {"Channel":"Security","EventID":4688,"NewProcessName":"C:\\\\Windows\\\\CMD.exe","RecordNumber":5,"Hostname":"pc-1"}
            Mar  2 07:28:08 web-1 app: a Secret thing
            {"broken
            """,
            #"{"class_uid":1007,"activity_id":1,"time":1772411400436,"device":{"os":{"type_id":100}},"process":{"file":"#
                + #"{"path":"C:\\cmd.exe"}},"actor":{"user":{"name":"lan"}},"metadata":{"uid":"u"}}"#,
        ]
        let findings = Self.find(try Self.detector(Self.rules), files)
        #expect(findings.map(\.subject) == [.rule(0), .rule(2), .rule(0)])
        let records = findings.map(\.record)
        #expect(records.map(\.file) == [0, 0, 1])
        #expect(records.map(\.line) == [1, 2, 1])
        #expect(records.map(\.ordinal) == [0, 1, 0])
        #expect(records.map(\.host) == ["pc-1", "web-1", ""])
        #expect(records.map(\.user) == ["", "", "lan"])
        #expect(records.map(\.identifier) == ["5", "", "u"])
        #expect(records.map(\.time) == [nil, nil, 1_772_411_400_436])
        var detector = try Self.detector(Self.rules)
        detector.beginFile()
        var none: [Finding] = []
        detector.read(Array(files[0].utf8), into: &none)
        detector.endFile(into: &none)
        #expect(detector.problems.map(\.line) == [3])
        #expect(detector.unreadableCount == 1 && detector.recordCount == 2)
        detector.beginFile()
        #expect(detector.problems.isEmpty && detector.recordCount == 2)
    }

    @Test func onlyWantedRulesAreReported() throws {
        let files = [Self.failure("lan", 1), "Mar  2 07:28:08 web-1 app: secret"]
        let low = try Self.detector(Self.rules) { level, _ in level == .low }
        #expect(Self.find(low, files).map(\.subject) == [.rule(1)])
        let tagged = try Self.detector(Self.rules) { _, tags in !tags.isEmpty }
        #expect(Self.find(tagged, files).isEmpty)
    }

    @Test func correlationsSeeMatchesInTheOrderOfTime() throws {
        let detector = try Self.detector(Self.rules + Self.correlation) { level, _ in (level ?? .low) >= .high }
        let first = Self.failure("lan", 3) + Self.failure("minh", 4) + Self.failure("lan", 50)
        let findings = Self.find(detector, [first, Self.failure("lan", 20) + Self.failure("minh", 30)])
        #expect(findings.map(\.subject) == [.correlation(0)])
        let finding = try #require(findings.first)
        #expect(finding.record.file == 0 && finding.record.line == 3 && finding.record.host == "dc-1")
        #expect(finding.since == 1_772_436_483_000)
        #expect(finding.members.map(\.line) == [1, 1, 3])
        #expect(finding.members.map(\.file) == [0, 1, 0])
    }

    @Test func correlationsOfAStreamComeInTime() throws {
        var detector = try Self.detector(Self.rules + Self.correlation)
        var counts: [Int] = []
        var findings: [Finding] = []
        detector.beginFile()
        for second in [1, 2, 3, 4] {
            detector.read(Array(Self.failure("lan", second).utf8), into: &findings)
            detector.settle(into: &findings)
            counts.append(findings.count)
        }
        #expect(counts[1] == 0 && counts[2] == 1)
        #expect(findings.first?.members.map(\.line) == [1, 2, 3])
        detector.endFile(into: &findings)
        detector.finish(into: &findings)
        #expect(findings.count == counts[3])
    }

    @Test func cutsMakeNoDifference() throws {
        let detector = try Self.detector(Self.rules + Self.correlation)
        let text = (0..<5).map { Self.failure($0 == 2 ? "minh" : "lan", $0 * 2) }.joined() + "web: secret\n"
        let bytes = Array(text.utf8)
        let whole = Self.find(detector, [text])
        #expect(whole.count == 1)
        for cut in 0...bytes.count {
            var copy = detector
            var findings: [Finding] = []
            copy.beginFile()
            copy.read(Array(bytes[..<cut]), into: &findings)
            copy.read(Array(bytes[cut...]), into: &findings)
            copy.endFile(into: &findings)
            copy.finish(into: &findings)
            #expect(findings == whole, "cut at \(cut)")
        }
    }
}
