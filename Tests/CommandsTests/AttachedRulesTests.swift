import Foundation
import Testing

@testable import Commands

/// `thao run --rules`: rules that listen to a run.
struct AttachedRulesTests {
    private static let rule = """
        title: A shell
        level: high
        logsource: {category: process_creation, product: windows}
        detection:
          selection: {Image|endswith: '.exe'}
          condition: selection
        """

    private static func run(_ folder: TemporaryFolder, _ out: String, _ more: String...) async -> Ran {
        let fixed = ["run", "egov", "--seed", "5", "--until", "15min", "--no-telemetry", "--playbook", "standard"]
        return await thao(fixed + ["--out", folder(out)] + more)
    }

    /// The alerts in a journal, in its order.
    private static func alerts(_ folder: TemporaryFolder, _ out: String) throws -> [[String: Any]] {
        let journal = try JSONSerialization.jsonObject(with: folder.bytes(out + "/journal.json")) as? [String: Any]
        let entries = try #require(journal?["entries"] as? [[String: Any]])
        return entries.filter { ($0["input"] as? [String: Any])?["kind"] as? String == "external-alert" }
    }

    @Test func findingsEnterTheRunAsAlerts() async throws {
        let folder = try TemporaryFolder()
        let rules = try folder.write(Self.rule, to: "rule.yml")
        let ran = await Self.run(folder, "first", "--rules", rules)
        #expect(ran.code == 0 && ran.errors.isEmpty)
        let alerts = try Self.alerts(folder, "first")
        #expect(ran.output.contains("; \(alerts.count) alerts entered the run"))
        #expect(!alerts.isEmpty)
        let times = alerts.compactMap { $0["time"] as? Int }
        // They arrive at the ends of minutes, and a host is named once an hour.
        #expect(times.allSatisfy { $0 > 0 && $0 < 900_000 && $0.isMultiple(of: 60_000) })
        let inputs = alerts.compactMap { $0["input"] as? [String: Any] }
        let hosts = inputs.compactMap { $0["host"] as? Int }
        #expect(hosts.count == alerts.count && Set(hosts).count == hosts.count && hosts.contains { $0 >= 0 })
        #expect(inputs.contains { $0["account"] as? Int != -1 })

        // A replay needs neither rules nor records.
        try FileManager.default.removeItem(atPath: rules)
        let replay = await thao("replay", folder("first/journal.json"))
        #expect(replay.code == 0)
        #expect(replay.output.hasPrefix("equal: "))
    }

    @Test func rulesAreAsDeterministicAsTheRun() async throws {
        let folder = try TemporaryFolder()
        let rules = try folder.write(Self.rule, to: "rule.yml")
        for out in ["first", "second"] { #expect(await Self.run(folder, out, "--rules", rules).code == 0) }
        #expect(await Self.run(folder, "without").code == 0)
        #expect(await Self.run(folder, "critical", "--rules", rules, "--rule-level", "critical").code == 0)
        #expect(try folder.bytes("first/journal.json") == folder.bytes("second/journal.json"))
        #expect(try folder.bytes("first/outcome.json") == folder.bytes("second/outcome.json"))
        #expect(try folder.bytes("first/journal.json") != folder.bytes("without/journal.json"))
        // Rules that find nothing leave the run alone.
        #expect(try folder.bytes("critical/journal.json") == folder.bytes("without/journal.json"))
    }

    /// Correlations are alerts of the minute that completes them, not of the run's end.
    @Test func correlationsAreAlertsToo() async throws {
        let folder = try TemporaryFolder()
        let rules = try folder.write(
            Self.rule + """

                name: shell
                ---
                title: Many shells
                level: critical
                correlation:
                  type: event_count
                  rules: [shell]
                  group-by: [Computer]
                  timespan: 10m
                  condition: {gte: 2}
                """, to: "rules.yml")
        let ran = await Self.run(folder, "out", "--rules", rules)
        #expect(ran.code == 0)
        let alerts = try Self.alerts(folder, "out")
        #expect(!alerts.isEmpty)
        #expect(alerts.allSatisfy { ($0["input"] as? [String: Any])?["severity"] as? Int == 3 })
        #expect(alerts.contains { ($0["time"] as? Int ?? 0) < 840_000 })
    }

    @Test(arguments: [
        ("endswith", "endwith", Int32(65), "rule.yml:5:21: error: "),
        ("condition: selection", "condition: selektion", 65, "rule.yml:6:14: error: "),
    ])
    func wrongRulesAreNamed(old: String, new: String, code: Int32, fragment: String) async throws {
        let folder = try TemporaryFolder()
        let rules = try folder.write(Self.rule.replacing(old, with: new), to: "rule.yml")
        let ran = await Self.run(folder, "out", "--rules", rules)
        #expect(ran.code == code)
        #expect(ran.errors.contains(fragment), "\(ran.errors)")
        #expect(folder.files == ["rule.yml"])
    }

    @Test func rulesThatAreNotThereAreNamed() async throws {
        let folder = try TemporaryFolder()
        let ran = await Self.run(folder, "out", "--rules", folder("none"))
        #expect(ran.code == 66)
        #expect(ran.errors.contains("none: there is no such file or folder"))
    }
}
