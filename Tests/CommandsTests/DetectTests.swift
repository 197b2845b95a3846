import Foundation
import Testing

@testable import Commands

/// `thao detect`.
struct DetectTests {
    private static let rules = """
        title: A shell
        id: 11111111-1111-4111-8111-111111111111
        level: high
        tags: [attack.execution, attack.t1059.003]
        logsource: {category: process_creation, product: windows}
        detection:
          selection: {Image|endswith: '\\cmd.exe'}
          condition: selection
        """
    private static let other = """
        title: Any process
        id: 22222222-2222-4222-8222-222222222222
        level: low
        logsource: {category: process_creation}
        detection:
          selection: {Image|contains: '\\'}
          condition: selection
        """
    private static let records = """
        {"Channel":"Security","EventID":4688,"NewProcessName":"C:\\\\x\\\\cmd.exe","RecordNumber":5,"Hostname":"pc-1",
         "@timestamp":"2026-03-02T07:28:08.823Z","SubjectUserName":"lan"}
        {"Channel":"Security","EventID":4688,"NewProcessName":"C:\\\\x\\\\a.exe","Hostname":"pc-2"}

        """

    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder("rules/deep"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: folder("records"), withIntermediateDirectories: true)
        _ = try folder.write(rules, to: "rules/deep/shell.yml")
        _ = try folder.write(other, to: "rules/any.yaml")
        _ = try folder.write("no rule", to: "rules/readme.txt")
        _ = try folder.write(records, to: "records/a.jsonl")
        return folder
    }

    @Test func aTableSumsUp() async throws {
        let folder = try Self.folder()
        let ran = await thao("detect", "--rules", folder("rules"), "--in", folder("records"))
        #expect(ran.code == 0 && ran.errors.isEmpty)
        #expect(
            ran.output == """
                LEVEL  HITS  FIRST                HOSTS  TECHNIQUE  RULE
                high   1     2026-03-02T07:28:08  pc-1   T1059.003  A shell
                low    2     2026-03-02T07:28:08  2      -          Any process

                2 records, 3 findings

                """)
    }

    @Test func findingsAreLinesOrObjects() async throws {
        let folder = try Self.folder()
        let arguments = ["detect", "--rules", folder("rules/deep/shell.yml"), "--in", folder("records/a.jsonl")]
        let lines = await thao(arguments + ["--findings"])
        #expect(
            lines.output == "2026-03-02T07:28:08.823Z  high  A shell  pc-1 lan  (\(folder("records/a.jsonl")):1)\n")
        #expect(lines.errors == "2 records, 1 findings\n")
        let json = await thao(arguments + ["--json", "--out", folder("found.jsonl")])
        #expect(json.output.isEmpty)
        #expect(
            try folder.text("found.jsonl") == """
                {"rule":"11111111-1111-4111-8111-111111111111","title":"A shell","level":"high",\
                "tags":["attack.execution","attack.t1059.003"],"file":"\(folder("records/a.jsonl"))","line":1,\
                "time":"2026-03-02T07:28:08.823Z","host":"pc-1","user":"lan","record":"5"}

                """)
    }

    @Test(arguments: [
        (["--level", "medium"], ["A shell"]), (["--level", "critical"], []), (["--tag", "attack.t1059"], ["A shell"]),
        (["--tag", "ATTACK.T1059.003"], ["A shell"]), (["--tag", "attack.t10"], []), (["--format", "ocsf"], []),
        (["--format", "windows"], ["A shell", "Any process", "Any process"]),
    ])
    func rulesAreChosen(options: [String], titles: [String]) async throws {
        let folder = try Self.folder()
        let ran = await thao(["detect", "--rules", folder("rules"), "--in", folder("records"), "--json"] + options)
        #expect(ran.code == 0)
        let found = ran.output.split(separator: "\n").map { $0.split(separator: "\"")[7] }
        #expect(found.map(String.init).sorted() == titles)
    }

    @Test func packedFilesAreUnpacked() async throws {
        let folder = try Self.folder()
        // Two streams one after the other, as logs that were appended to.
        let packed = Data(base64Encoded: Self.packed) ?? Data()
        try packed.write(to: URL(fileURLWithPath: folder("records/b.json.gz")))
        try packed.prefix(packed.count - 30).write(to: URL(fileURLWithPath: folder("cut.gz")))
        let arguments = ["detect", "--rules", folder("rules/any.yaml"), "--json", "--in"]
        let whole = await thao(arguments + [folder("records/b.json.gz")])
        #expect(whole.errors == "2 records, 2 findings\n")
        let cut = await thao(arguments + [folder("cut.gz")])
        #expect(cut.code == 0)
        #expect(cut.errors.contains("cut.gz: error: the gzip stream is cut off"))
    }

    @Test func failingIsAskedFor() async throws {
        let folder = try Self.folder()
        let arguments = ["detect", "--rules", folder("rules"), "--in", folder("records"), "--fail-on"]
        #expect(await thao(arguments + ["critical"]).code == 0)
        let high = await thao(arguments + ["high"])
        #expect(high.code == 1)
        #expect(high.output.contains("2 records, 3 findings"))
    }

    @Test func wrongRulesAreNamed() async throws {
        let folder = try Self.folder()
        _ = try folder.write(Self.rules.replacing("endswith", with: "endwith"), to: "rules/wrong.yml")
        let arguments = ["detect", "--rules", folder("rules"), "--in", folder("records")]
        let refused = await thao(arguments)
        #expect(refused.code == 65 && refused.output.isEmpty)
        #expect(refused.errors.contains(/wrong.yml:7:\d+: error: .*endwith/))
        let skipped = await thao(arguments + ["--skip-bad-rules"])
        #expect(skipped.code == 0)
        #expect(skipped.output.contains("2 records, 3 findings"))
        let check = await thao("detect", "--rules", folder("rules"), "--check")
        #expect(check.code == 65)
        #expect(check.output.hasSuffix("2 rules and 0 correlations in 3 files; 1 errors\n"))
    }

    @Test func unreadableRecordsAreNamed() async throws {
        let folder = try Self.folder()
        let path = try folder.write((0..<9).map { "{\"a\" \($0)}\n" }.joined() + Self.records, to: "broken.json")
        let ran = await thao("detect", "--rules", folder("rules"), "--in", path)
        #expect(ran.code == 0)
        #expect(ran.errors.hasPrefix("\(path):1:6: warning: a colon is expected\n"))
        #expect(ran.errors.contains("\(path): warning: 4 more records cannot be read"))
        #expect(ran.output.hasSuffix("2 records, 3 findings, 9 records unreadable\n"))
    }

    @Test(arguments: [
        (["--rules", "none", "--in", "x"], Int32(66), "none: there is no such file or folder"),
        (["--rules", "RULES", "--in", "none"], 66, "none: there is no such file or folder"),
        (["--rules", "RULES"], 64, "--in says where the records are"),
        (["--rules", "RULES", "--in", "x", "--check"], 64, "--check"),
        (["--rules", "RULES", "--in", "EMPTY"], 66, "there is no file of records in"),
        (["--rules", "EMPTY", "--check"], 66, "there is no file of rules in"),
        (["--rules", "RULES", "--in", "x", "--level", "hihg"], 64, "hihg"),
        (["--rules", "RULES", "--in", "x", "--json", "--findings"], 64, "choose one"),
        (["--rules", "RULES", "--in", "EVENTS"], 65, "evtx_dump"),
        (["--rules", "RULES", "--in", "RECORDS", "--out", "none/x"], 73, "cannot be written"),
    ])
    func wrongChoicesSayWhatIsRight(arguments: [String], code: Int32, fragment: String) async throws {
        let folder = try Self.folder()
        try FileManager.default.createDirectory(atPath: folder("empty"), withIntermediateDirectories: true)
        let events = try folder.write("ElfFile\0x", to: "events.evtx")
        let places = [
            "RULES": folder("rules"), "EMPTY": folder("empty"), "EVENTS": events, "RECORDS": folder("records"),
        ]
        let ran = await thao(["detect"] + arguments.map { places[$0] ?? $0 })
        #expect(ran.code == code, "\(ran.errors)")
        #expect(ran.errors.contains(fragment), "\(ran.errors)")
    }

    /// The records of a run are found by rules for Windows.
    @Test func recordsOfARunAreRead() async throws {
        let folder = try Self.folder()
        let ran = await thao("run", "egov", "--until", "10min", "--out", folder("out"), "--quiet")
        #expect(ran.code == 0)
        let found = await thao(
            "detect", "--rules", folder("rules/any.yaml"), "--in", folder("out/telemetry/ocsf.jsonl"), "--json")
        #expect(found.code == 0)
        let lines = found.output.split(separator: "\n")
        #expect(lines.count > 100)
        let first = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
        #expect((first?["record"] as? String)?.count == 32)
        #expect((first?["host"] as? String)?.isEmpty == false)
        #expect(!found.errors.contains("unreadable"))
    }

    private static let packed =
        "H4sIAAAAAAACA6tWcs5IzMtLzVGyUgpOTS4tyiypVNJRci1LzSvxdFGyMjGzsNBR8kstDyjKT04tLvZLzE0FKnW2iompiIlJ1Eut"
        + "SFWq5QIAR3KkTkYAAAAfiwgAAAAAAAIDq1ZyzkjMy0vNUbJSCk5NLi3KLKlU0lFyLUvNK/F0UbIyMbOw0FHySy0PKMpPTi0u9kvM"
        + "TQUqdbaKiamIiUnUS61IVarlAgBHcqRORgAAAA=="
}
