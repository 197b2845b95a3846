import Content
import Foundation
import Kernel
import NetworkWorld
import Scenario

/// Generates a national network, times generating, loading and running it, and shows how a compromise spreads in it.
struct NationalBench {
    static let usage =
        "national [NAME|FILE] [--hosts N] [--seed N] [--runs N] [--adversary NAME] [--out FILE]"

    private var name = "registry"
    private var hosts: Int?
    private var seed: UInt64?
    private var runs = 0
    private var adversary: String?
    private var out: String?

    static func run(_ arguments: [String]) async throws {
        let bench = try NationalBench(arguments)
        let loaded = try bench.prepare()
        if bench.runs > 0 {
            for adversary in loaded.adversaries where bench.adversary == nil || bench.adversary == adversary {
                try await SpreadTable(loaded: loaded, adversary: adversary, runs: bench.runs).show()
            }
        }
    }

    private init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("--") else {
                name = argument
                continue
            }
            guard let value = rest.popFirst() else { throw BenchError("usage: thao-bench \(Self.usage)") }
            switch argument {
            case "--hosts": hosts = try Self.number(value)
            case "--seed": seed = UInt64(try Self.number(value))
            case "--runs": runs = try Self.number(value)
            case "--adversary": adversary = value
            case "--out": out = value
            default: throw BenchError("usage: thao-bench \(Self.usage)")
            }
        }
    }

    private static func number(_ text: String) throws -> Int {
        guard let number = Int(text), number >= 0 else { throw BenchError("usage: thao-bench \(usage)") }
        return number
    }

    /// Generates, writes, reads and compiles, and says how long each took.
    private func prepare() throws -> Loaded {
        let catalogue = try Loaded("egov").catalogue
        let text = try Content.description(name)?.text ?? String(contentsOfFile: name, encoding: .utf8)
        let described = NationalReader.read(Array(text.utf8), file: name)
        guard let description = described.value else {
            throw BenchError(described.diagnostics.map(\.description).joined(separator: "\n"))
        }
        let begin = Budgets.threadNanoseconds()
        let result = try NationalGenerator.generate(description, hosts: hosts, seed: seed, catalogue: catalogue)
        let generated = Budgets.threadNanoseconds()
        if let out { try result.yaml.write(toFile: out, atomically: true, encoding: .utf8) }
        let start = Budgets.threadNanoseconds()
        let read = ScenarioReader.read(Array(result.yaml.utf8), file: out ?? "generated", catalogue: catalogue)
        guard let scenario = read.value, read.diagnostics.isEmpty else {
            throw BenchError(read.diagnostics.map(\.description).joined(separator: "\n"))
        }
        let readTime = Budgets.threadNanoseconds()
        let loaded = Loaded(name: description.name, scenario: scenario, catalogue: catalogue)
        let program = try loaded.program()
        let compiled = Budgets.threadNanoseconds()
        say(
            "\(description.name): \(program.hostCount) hosts in \(program.hostGroups.count) groups and "
                + "\(program.networkCount - 1) networks, \(program.accountCount) accounts, \(result.yaml.utf8.count) bytes"
        )
        say(
            "generate \(Self.milliseconds(generated - begin)), read \(Self.milliseconds(readTime - start)), "
                + "compile \(Self.milliseconds(compiled - readTime)); peak memory \(Budgets.peakMebibytes()) MiB")
        for adversary in loaded.adversaries { time(try loaded.program(adversary, playbook: .standard), adversary) }
        return loaded
    }

    /// The middle and the slowest of thirty runs with defenders.
    private func time(_ program: Program, _ adversary: String) {
        var times: [Int64] = []
        for seed in 1...30 {
            let start = Budgets.threadNanoseconds()
            var run = Run<NetworkWorld>(program, seeds: Seeds(UInt64(seed)))
            run.advance(to: program.duration)
            times.append(Budgets.threadNanoseconds() - start)
        }
        times.sort()
        say(
            "a run of \(program.duration / 3_600_000) h against \(adversary): median \(Self.milliseconds(times[15])), "
                + "slowest of 30 \(Self.milliseconds(times[29]))")
    }

    private static func milliseconds(_ nanoseconds: Int64) -> String { "\(Double(nanoseconds / 10_000) / 100) ms" }
}
