import Content
import Exercise
import Foundation
import Kernel
import NetworkWorld
import Report
import Scenario
import Testing

/// Runs of the shipped scenarios, read and run as the command line does.
enum ShippedRuns {
    static func report(
        _ name: String, adversary: String? = nil, playbook: Playbook = .standard, seed: UInt64 = 7
    ) throws -> RunReport {
        let files = try Content.catalogue().map { (name: $0.path, bytes: Array($0.text.utf8)) }
        let catalogue = try #require(CatalogueReader.read(files: files).value)
        let file = try #require(try Content.scenario(name))
        let scenario = try #require(
            ScenarioReader.read(Array(file.text.utf8), file: file.path, catalogue: catalogue).value)
        var options = RunOptions()
        options.adversary = adversary
        options.playbook = playbook
        let program = try Program(scenario: scenario, catalogue: catalogue, options: options)
        var run = Run<NetworkWorld>(program, seeds: Seeds(seed))
        var log = EventLog<Event>(open: true)
        run.advance(to: program.duration, log: &log)
        let outcome = NetworkWorld.outcome(of: run)
        return RunReport(
            program: program, seeds: run.seeds, events: log.events, outcome: outcome,
            marking: Marking(program: program, events: log.events, outcome: outcome))
    }
}

extension ShippedRuns {
    /// The costliest of twenty runs without defenders, with the last adversary.
    static func mostHarmful(_ name: String) throws -> RunReport {
        var worst = try report(name, playbook: .none, seed: 1)
        let adversaries = worst.program.simulation.adversaries.map(\.name)
        for seed in UInt64(2)...20 {
            let next = try report(name, adversary: adversaries.last, playbook: .none, seed: seed)
            if next.outcome.totalLoss > worst.outcome.totalLoss { worst = next }
        }
        return worst
    }
}

/// Writes pages to look at, where the environment names a folder for them: `scripts/verify-report.py` reads them.
struct PageFiles {
    @Test(.enabled(if: ProcessInfo.processInfo.environment["THAO_REPORT_PAGES"] != nil))
    func write() throws {
        let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["THAO_REPORT_PAGES"] ?? "")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var large = SampleRun.Options()
        large.clerks = 1_000_000
        large.branches = 63
        large.branchHosts = 200
        var quiet = SampleRun.Options()
        quiet.isQuiet = true
        var pages: [(String, RunReport)] = [
            ("sample", try SampleRun.report()), ("large", try SampleRun.report(large)),
            ("quiet", try SampleRun.report(quiet)),
        ]
        for name in try Content.scenarioNames() {
            pages.append((name, try ShippedRuns.report(name)))
            pages.append((name + "-undefended", try ShippedRuns.mostHarmful(name)))
        }
        for (name, report) in pages {
            try report.html().write(
                to: folder.appendingPathComponent("\(name).html"), atomically: true, encoding: .utf8)
            try RunSummary(report).text().write(
                to: folder.appendingPathComponent("\(name).txt"), atomically: true, encoding: .utf8)
        }
    }
}
