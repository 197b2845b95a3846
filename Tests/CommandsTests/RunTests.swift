import Foundation
import Testing

@testable import Commands

/// `thao run` and `thao replay`.
struct RunTests {
    private static let files = [
        "journal.json", "marking.json", "outcome.json", "report.html", "telemetry/ocsf.jsonl", "truth.jsonl",
    ]

    private static func run(_ folder: TemporaryFolder, _ more: String...) async -> Ran {
        await thao(["run", "egov", "--until", "30min", "--out", folder("out")] + more)
    }

    @Test func oneSeedGivesTheSameBytes() async throws {
        let first = try TemporaryFolder(), second = try TemporaryFolder(), other = try TemporaryFolder()
        #expect(await Self.run(first, "--seed", "5").code == 0)
        #expect(await Self.run(second, "--seed", "5", "--quiet").code == 0)
        #expect(await Self.run(other, "--seed", "6").code == 0)
        #expect(first.files == Self.files.map { "out/" + $0 })
        for file in ["out/journal.json", "out/telemetry/ocsf.jsonl", "out/report.html"] {
            #expect(try first.bytes(file) != other.bytes(file), "\(file)")
        }
        for file in first.files {
            #expect(try first.bytes(file) == second.bytes(file), "\(file)")
        }
    }

    @Test func everythingIsWhole() async throws {
        let folder = try TemporaryFolder()
        let ran = await Self.run(folder, "--playbook", "standard")
        #expect(ran.code == 0)
        #expect(ran.errors == "")
        #expect(ran.output.contains(folder("out/report.html")))
        for file in ["journal", "marking", "outcome"] {
            let json = try JSONSerialization.jsonObject(with: folder.bytes("out/\(file).json"))
            #expect((json as? [String: Any])?.isEmpty == false, "\(file)")
        }
        let records = try folder.text("out/telemetry/ocsf.jsonl").split(separator: "\n")
        #expect(records.count > 1_000)
        for record in records.prefix(50) {
            let json = try JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any]
            #expect(json?["class_uid"] != nil)
        }
        #expect(try folder.text("out/report.html").hasSuffix("</html>\n"))
    }

    @Test func jsonAndQuietSayNothingElse() async throws {
        let folder = try TemporaryFolder()
        let json = await Self.run(folder, "--json", "--no-telemetry")
        #expect(json.output == (try folder.text("out/outcome.json")))
        #expect(folder.files == ["journal", "marking", "outcome"].map { "out/\($0).json" } + ["out/report.html"])
        let quiet = await Self.run(folder, "--quiet", "--no-telemetry")
        #expect(quiet.output == folder("out/report.html") + "\n")
    }

    @Test func aJournalRepeatsItsRun() async throws {
        let folder = try TemporaryFolder()
        let ran = await Self.run(folder, "--measure", "all", "--playbook", "standard", "--no-telemetry")
        let replay = await thao("replay", folder("out/journal.json"))
        #expect(replay.code == 0)
        #expect(replay.output.hasPrefix("equal: "))
        let state = try #require(replay.output.split(separator: " ").last).trimmingCharacters(in: .newlines)
        #expect(ran.output.contains(state))
        let json = await thao("replay", "--json", folder("out/journal.json"))
        let result = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(result?["equal"] as? Bool == true)
        #expect(result?["expected"] as? String == state)
    }

    /// What a changed byte gives: refused with its place where something is broken, else another run.
    @Test(arguments: [
        ("\"thao-journal\"", "\"thaO-journal\"", 65), ("\"rules-version\": 1", "\"rules-version\": 9", 65),
        ("name: egov", "name: egow", 65), ("\"end\": 1800000", "\"end\": 180000x", 65),
        ("\"end\": 1800000", "\"end\": 99999999999", 65), ("\"playbook\": \"none\"", "\"playbook\": \"nine\"", 65),
        ("\"adversary\": \"", "\"adversary\": \"x", 65), ("\"measures\": []", "\"measures\": [\"mfq\"]", 65),
        ("\"format\"", "\"formaT\"", 65), ("\"world-seed\": \"5\"", "\"world-seed\": \"8\"", 1),
        ("\"entries\": []", "\"entries\": [{\"time\": -1, \"future-seed\": \"1\"}]", 65),
    ])
    func aChangedJournalIsNoted(old: String, new: String, code: Int32) async throws {
        let folder = try TemporaryFolder()
        await #expect(Self.run(folder, "--no-telemetry", "--seed", "5").code == 0)
        let text = try folder.text("out/journal.json")
        let place = try #require(text.range(of: old), "\(old)")
        let path = try folder.write(text.replacingCharacters(in: place, with: new), to: "changed.json")
        let replay = await thao("replay", path)
        #expect(replay.code == code)
        if code == 65 {
            #expect(replay.errors.contains(/changed.json:\d+:\d+: error: ./), "\(replay.errors)")
        } else {
            #expect(replay.errors.hasPrefix("different: "))
        }
    }

    @Test func journalsThatCannotBeReadAreNamed() async throws {
        let folder = try TemporaryFolder()
        #expect(await thao("replay", folder("none.json")).code == 66)
        #expect(await thao("replay", folder.path).code == 66)
        let empty = await thao("replay", try folder.write("", to: "empty.json"))
        #expect(empty.code == 65)
        #expect(empty.errors.contains("empty.json:1:1: error: "))
    }

    @Test(arguments: [
        (["egob"], Int32(66), "did you mean 'egov'?"), (["nowhere/x.yaml"], 66, "no such file"),
        (["egov", "--adversary", "ransomwar"], 64, "did you mean '"),
        (["egov", "--measure", "mfaa"], 64, "there are: "), (["egov", "--playbook", "standart"], 64, "'standard'?"),
        (["egov", "--without-host", "nobody"], 64, "there is no host 'nobody'"),
        (["egov", "--without-account", "nobody"], 64, "there is no account 'nobody'"),
        (["egov", "--until", "9999h"], 64, "the scenario lasts"), (["egov", "--until", "soon"], 64, "--until"),
        (["egov", "--language", "fr"], 64, "vi or en"),
    ])
    func wrongChoicesSayWhatIsRight(arguments: [String], code: Int32, fragment: String) async throws {
        let folder = try TemporaryFolder()
        let ran = await thao(["run"] + arguments + ["--out", folder("out")])
        #expect(ran.code == code)
        #expect(ran.errors.contains(fragment), "\(ran.errors)")
        #expect(folder.files == [])
        #expect(!FileManager.default.fileExists(atPath: folder("out")))
    }

    @Test func nothingHalfWrittenStays() async throws {
        for blocked in ["telemetry/ocsf.jsonl", "truth.jsonl", "journal.json", "report.html", "truth.jsonl.partial"] {
            let folder = try TemporaryFolder()
            try FileManager.default.createDirectory(
                atPath: folder("out/" + blocked + "/in-the-way"), withIntermediateDirectories: true)
            let ran = await Self.run(folder)
            #expect(ran.code == 73, "\(blocked)")
            #expect(ran.errors.contains(blocked.replacing(".partial", with: "")), "\(ran.errors)")
            #expect(!folder.files.contains { $0.hasSuffix(".partial") }, "\(folder.files)")
        }
        let folder = try TemporaryFolder()
        _ = try folder.write("a file", to: "out")
        #expect(await Self.run(folder).code == 73)
        #expect(try folder.text("out") == "a file")
    }
}
