import Foundation
import Study
import Testing

@testable import Commands

/// `thao study`.
struct StudyTests {
    /// A study of the shipped scenario that takes a few seconds.
    private static func file(_ folder: TemporaryFolder, _ more: String = "years: 8") throws -> String {
        try folder.write(
            """
            name: small
            scenario: egov
            adversaries:
              espionage: {attempts-per-year: 0.5}
            measures: [mfa, egress-filter]
            \(more)
            """, to: "small.yaml")
    }

    @Test func aStudyWritesItsResultAndSaysWhatItFound() async throws {
        let folder = try TemporaryFolder()
        let file = try Self.file(folder)
        let ran = await thao("study", file, "--out", folder("out"))
        #expect(ran.code == 0, "\(ran.errors)")
        for words in ["FACTOR", "egress-filter", "As things are", "Holm"] {
            #expect(ran.output.contains(words), "\(words)")
        }
        let text = try folder.text("out/study.json")
        let result = try StudyResult(json: text)
        #expect(result.arms.map(\.name) == ["base", "mfa", "egress-filter"])
        let page = try folder.text("out/study.html")
        #expect(page.contains("<code>thao study small.yaml</code>") && !page.contains(folder("")))
        let lines = try folder.text("out/study.csv").split(separator: "\n")
        #expect(
            lines.count == 4
                && Set(lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }).count == 1)
        #expect(!FileManager.default.fileExists(atPath: folder("out/small.study-part")))
        let vietnamese = await thao("study", file, "--out", folder("out"), "--language", "vi", "--workers", "1")
        #expect(vietnamese.output.contains("YẾU TỐ") && vietnamese.output.contains("Hiện nay"))
        let json = await thao("study", file, "--out", folder("other"), "--json")
        #expect(json.output == text)
    }

    @Test func shardsMergeAndResume() async throws {
        let folder = try TemporaryFolder()
        let file = try Self.file(folder)
        #expect(await thao("study", file, "--out", folder("whole")).code == 0)
        var parts: [String] = []
        for number in 1...3 {
            let out = folder("shard-\(number)")
            let ran = await thao("study", file, "--shard", "\(number)/3", "--out", out)
            #expect(ran.code == 0 && ran.output.contains("thao study merge"), "\(ran.errors)")
            parts.append("\(out)/small-\(number)-of-3.study-part")
        }
        let merged = await thao(["study", "merge"] + parts.reversed() + ["--out", folder("merged")])
        #expect(merged.code == 0, "\(merged.errors)")
        #expect(try folder.text("merged/study.json") == folder.text("whole/study.json"))
        #expect(try folder.text("merged/study.csv") == folder.text("whole/study.csv"))
        #expect(try folder.text("merged/study.html") == folder.text("whole/study.html"))
        let missing = await thao("study", "merge", parts[0], parts[2], "--out", folder("merged"))
        #expect(missing.code == 65 && missing.errors.contains("blocks are missing"))
        let twice = await thao("study", "merge", parts[0], parts[0], "--out", folder("merged"))
        #expect(twice.code == 65 && twice.errors.contains("in another part already"))
        // A part that is there is neither overwritten nor taken for another study's.
        let again = await thao("study", file, "--shard", "1/3", "--out", folder("shard-1"))
        #expect(again.code == 64 && again.errors.contains("--resume"))
        #expect(await thao("study", file, "--shard", "1/3", "--out", folder("shard-1"), "--resume").code == 0)
        let other = try Self.file(folder, "years: 9")
        let changed = await thao("study", other, "--shard", "1/3", "--out", folder("shard-1"), "--resume")
        #expect(changed.code == 65 && changed.errors.contains("another study"))
    }

    /// Each of these is refused with its place before anything runs.
    @Test(arguments: [
        ("measures: [mfa, pathing]", "did you mean 'patching'?"), ("precision: 0", "no study can be as precise"),
        ("precision: 100 %", "no study can be as precise"),
        ("costs: {mfa: -5}", "expected a whole number of currency units"),
        ("design: optimizer", "did you mean 'optimiser'?"), ("design: optimiser", "needs a 'budget'"),
        ("runs: 0", "out of range"), ("base: {playbook: nobody}", "no playbook is named 'nobody'"),
        ("adversaries: {spies: {}}", "no adversary is named 'spies'"),
        ("runs: 10\nyears: 10", "only one of"), ("budget: 5", "goes with the designs"),
        ("measures: [mfa, mfa]", "stands twice"), ("draws: 4", "out of range"),
        ("base: {measures: [mfa]}\nmeasures: [mfa]", "in force in the base already"),
    ]) func wrongStudiesAreRefusedWithTheirPlace(lines: String, message: String) async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("name: wrong\nscenario: egov\n\(lines)\n", to: "wrong.yaml")
        for verb in [["study", "check", file], ["study", file, "--out", folder("out")]] {
            let ran = await thao(verb)
            #expect(ran.code == 65)
            #expect(ran.errors.contains(message), "\(ran.errors)")
            #expect(ran.errors.contains("wrong.yaml:"))
        }
        #expect(!FileManager.default.fileExists(atPath: folder("out")))
    }

    @Test func theShippedStudyIsValid() async throws {
        let ran = await thao("study", "check", "egov")
        #expect(ran.code == 0, "\(ran.errors)")
        #expect(ran.output.contains("9: base, mfa") && ran.output.contains("patient-extortion"))
        #expect(await thao("study", "check", "egof").errors.contains("did you mean 'egov'?"))
        #expect(await thao("study", "egov", "--shard", "4/3").code == 64)
        #expect(await thao("study", "egov", "--resume", "--restart").code == 64)
    }
}
