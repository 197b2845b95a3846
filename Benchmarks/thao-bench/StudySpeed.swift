import Content
import Foundation
import Kernel
import NetworkWorld
import Scenario
import Study

/// Times a study with one worker and with two: `thao-bench study [NAME|FILE] [RUNS]`.
///
/// The first line of memory is taken after a tenth of the runs, the last at the end: both peaks of the process.
enum StudySpeed {
    static let usage = "study [NAME|FILE] [RUNS]"

    static func run(_ arguments: [String]) async throws {
        let name = arguments.first ?? "egov"
        let runs = arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
        let file = try StudyFile(name)
        say("| workers | runs | years an arm | wall | runs/s | peak memory |")
        say("|---|---|---|---|---|---|")
        // A tenth first: memory must not follow the number of runs.
        _ = try await measure(file, runs: max(1, runs / 10), workers: 1)
        let one = try await measure(file, runs: runs, workers: 1)
        let two = try await measure(file, runs: runs, workers: 2)
        say("two workers are \(String(format: "%.2f", two.speed / one.speed)) times as fast as one")
        say(one.json == two.json ? "both give the same bytes" : "FAILED: the results differ")
        if one.json != two.json { exit(1) }
        show(two.result)
    }

    private static func measure(
        _ file: StudyFile, runs: Int, workers: Int
    ) async throws -> (speed: Double, json: String, result: StudyResult) {
        var study = file.study
        study.extent = .runs(runs)
        let start = ContinuousClock.now
        let plan = try StudyPlan(study, scenario: file.scenario, catalogue: file.catalogue, contentHash: 1)
        let course = try StudyCourse(plan)
        _ = try await course.run(workers: workers)
        guard let result = course.result() else { throw BenchError("the study did not end") }
        let wall = ContinuousClock.now - start
        let seconds = Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18
        let speed = Double(result.scale.runs) / seconds
        say(
            "| \(workers) | \(result.scale.runs) | \(result.scale.years) | \(String(format: "%.1f", seconds)) s "
                + "| \(Int(speed)) | \(Budgets.peakMebibytes()) MiB |")
        return (speed, result.json(), result)
    }

    /// What was found, in a table.
    private static func show(_ result: StudyResult) {
        let base = result.arms[0]
        say(
            "\nbase: \(base.loss.mean) \(result.currency) a year (\(base.loss.low) … \(base.loss.high)); "
                + base.years.exceedance.map { "one in \($0.years): \($0.amount)" }.joined(separator: ", "))
        say("| factor | avoids a year | 95 % interval | corrected p | verdict | years an unpaired study would need |")
        say("|---|---|---|---|---|---|")
        for effect in result.effects {
            let arm = result.arms.first { $0.factors == [effect.factor] }
            let gain = arm?.comparison?.pairingGainThousandths.map { "\(Double($0 / 10) / 100) ×" } ?? ""
            say(
                "| \(result.factors[effect.factor].name) | \(effect.avoided.mean) | \(effect.avoided.low) … "
                    + "\(effect.avoided.high) | \(Double(effect.correctedMillionths) / 1e6) "
                    + "| \(effect.verdict.rawValue) | \(gain) |")
        }
        if let ranking = result.ranking, let first = ranking.places.first {
            say(
                "\(result.factors[first.factor].name) comes first in \(first.firstMillionths / 10_000) % of the draws; "
                    + "survives: \((ranking.survivesMillionths ?? -1) / 10_000) %")
        }
    }
}

/// A study with what it needs, from the content library or from files.
private struct StudyFile {
    let study: StudyDescription
    let scenario: Scenario
    let catalogue: Catalogue

    init(_ name: String) throws {
        let bytes: [UInt8]
        if let shipped = try Content.study(name) {
            bytes = Array(shipped.text.utf8)
        } else {
            bytes = Array(try Data(contentsOf: URL(fileURLWithPath: name)))
        }
        let wanted = StudyReader.scenario(of: bytes) ?? ""
        let library = try Loaded("egov")
        catalogue = library.catalogue
        if try Content.scenario(wanted) != nil {
            scenario = try Loaded(wanted).scenario
        } else {
            let path = URL(fileURLWithPath: name).deletingLastPathComponent().appendingPathComponent(wanted).path
            let text = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            let read = ScenarioReader.read(text, file: path, catalogue: catalogue)
            guard let value = read.value else {
                throw BenchError(read.diagnostics.map(\.description).joined(separator: "\n"))
            }
            scenario = value
        }
        let read = StudyReader.read(
            bytes, file: name, simulation: scenario.simulation ?? Simulation(),
            playbooks: Playbook.allCases.map(\.rawValue))
        guard let value = read.value else {
            throw BenchError(read.diagnostics.map(\.description).joined(separator: "\n"))
        }
        study = value
    }
}
