import Foundation
import Testing

@testable import Commands

/// `thao review`.
struct ReviewTests {
    /// A journal of half an hour of the e-government scenario with two actions in it, whose hash is right.
    private static func journal(_ folder: TemporaryFolder) async throws -> String {
        let ran = await thao(
            ["run", "egov", "--until", "30min", "--seed", "5", "--no-telemetry", "--quiet", "--out", folder("out")])
        #expect(ran.code == 0)
        let action = { (minute: Int, name: String, host: Int) in
            "{\"time\": \(minute * 60_000), \"input\": {\"kind\": \"action\", \"seat\": 0, \"action\": \"\(name)\", "
                + "\"host\": \(host), \"account\": -1, \"network\": -1}}"
        }
        let entries = [action(5, "triage-host", 60), action(5, "triage-host", 60), action(20, "isolate-host", 61)]
        let text = try folder.text("out/journal.json").replacing(
            "\"entries\": []", with: "\"entries\": [\(entries.joined(separator: ", "))]")
        let path = try folder.write(text, to: "edited.json")
        let replay = await thao("replay", "--json", path)
        let hashes = try #require(
            try JSONSerialization.jsonObject(with: Data(replay.output.utf8)) as? [String: Any])
        let (old, new) = (try #require(hashes["expected"] as? String), try #require(hashes["found"] as? String))
        return try folder.write(text.replacing(old, with: new), to: "edited.json")
    }

    @Test func theDecisionsOfAJournalAreValued() async throws {
        let folder = try TemporaryFolder()
        let path = try await Self.journal(folder)
        let english = await thao("review", path, "--futures", "20")
        #expect(english.code == 0, "\(english.errors)")
        for words in ["LOSS SPARED", "Triage collection", "1 were refused", "Hindsight", "standard playbook", "VND"] {
            #expect(english.output.contains(words), "\(words)")
        }
        let vietnamese = await thao("review", path, "--futures", "20", "--policy", "none", "--language", "vi")
        for words in ["THIỆT HẠI TRÁNH ĐƯỢC", "Cô lập máy", "không ai phòng thủ", "Nhìn lại"] {
            #expect(vietnamese.output.contains(words), "\(words)")
        }
    }

    @Test func jsonHoldsEverything() async throws {
        let folder = try TemporaryFolder()
        let path = try await Self.journal(folder)
        let ran = await thao("review", path, "--futures", "20", "--json")
        let json = try #require(try JSONSerialization.jsonObject(with: Data(ran.output.utf8)) as? [String: Any])
        let review = try #require(json["decisions"] as? [String: Any])
        let decisions = try #require(review["decisions"] as? [[String: Any]])
        #expect(decisions.map { $0["entry"] as? Int } == [0, 2])
        #expect(review["refused"] as? [Int] == [1])
        #expect(decisions.allSatisfy { $0["futures"] as? Int == 20 })
        #expect(json["moments"] is NSNull)
        #expect((json["timeline"] as? [String: Any])?["actions"] != nil)
        #expect(await thao("review", path, "--futures", "20", "--json").output == ran.output)
    }

    @Test func aRunWithoutDecisionsSaysSo() async throws {
        let folder = try TemporaryFolder()
        _ = await thao(
            ["run", "egov", "--until", "5min", "--no-telemetry", "--quiet", "--out", folder("out")])
        let ran = await thao("review", folder("out/journal.json"))
        #expect(ran.code == 0)
        #expect(ran.output.contains("There was no decision."))
    }

    @Test(arguments: [
        (["--futures", "19"], "20 to 10000"), (["--policy", "standart"], "standard or none"),
        (["--language", "fr"], "vi or en"),
    ])
    func wrongUsageSaysWhatIsRight(arguments: [String], fragment: String) async {
        let ran = await thao(["review", "journal.json"] + arguments)
        #expect(ran.code == 64)
        #expect(ran.errors.contains(fragment), "\(ran.errors)")
    }

    @Test func aJournalThatDoesNotRepeatIsNotReviewed() async throws {
        let folder = try TemporaryFolder()
        let path = try await Self.journal(folder)
        let changed = try folder.write(
            try folder.text("edited.json").replacing("\"future-seed\": \"5\"", with: "\"future-seed\": \"6\""),
            to: "changed.json")
        #expect(await thao("review", changed, "--futures", "20").code == 1)
        #expect(await thao("review", path + ".none").code == 66)
        #expect(await thao("review", try folder.write("{}", to: "empty.json")).code == 65)
    }
}
