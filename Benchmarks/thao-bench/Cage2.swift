import BenchmarkWorlds
import Foundation
import Kernel

/// Times CAGE-2 and scores agents on it.
enum Cage2Bench {
    static let usage = "cage2 speed | cage2 digest | cage2 score FOLDER [EPISODES]"

    static func run(_ arguments: [String]) async throws {
        switch arguments.first {
        case "speed": try await speed()
        case "digest": try digest()
        case "score":
            guard arguments.count > 1 else { throw BenchError("which folder holds cardiff_bline_weights.json?") }
            try await score(folder: arguments[1], episodes: arguments.dropFirst(2).first.flatMap { Int($0) } ?? 1_000)
        default: throw BenchError("usage: thao-bench \(usage)")
        }
    }

    /// What the tests expect of every build.
    private static func digest() throws {
        for rules in Cage2RuleSet.allCases {
            for red in Cage2Red.allCases {
                say("\(rules), \(red): 0x\(try Cage2SelfCheck.digest(rules: rules, red: red).hexadecimal)")
            }
        }
    }

    // MARK: Speed

    private static func speed() async throws {
        say("| what | B_line | Meander | Sleep |")
        say("|---|---|---|---|")
        try await row("one environment, one thread", count: 1, workers: 1)
        try await row("64 environments, one thread", count: 64, workers: 1)
        try await row("4,096 environments, one thread", count: 4_096, workers: 1)
        try await row("4,096 environments, two workers", count: 4_096, workers: 2)
        try await rollOutRow("roll-out of random actions, one worker", RandomPolicy(), workers: 1)
        try await rollOutRow("roll-out of random actions, two workers", RandomPolicy(), workers: 2)
    }

    private static func row(_ what: String, count: Int, workers: Int) async throws {
        var cells: [String] = []
        for red in [Cage2Red.bLine, .meander, .sleep] {
            cells.append(try await stepsPerSecond(count: count, red: red, workers: workers))
        }
        say("| \(what) | \(cells.joined(separator: " | ")) |")
    }

    /// The best of five rounds of a million steps of random actions, with observations, rewards and ends written.
    private static func stepsPerSecond(count: Int, red: Cage2Red, workers: Int) async throws -> String {
        let batch = try Cage2Batch(count: count, Cage2Configuration(red: red), firstSeed: 1)
        let buffers = Cage2Buffers(count: count)
        defer { buffers.free() }
        let rounds = max(1, 1_000_000 / count)
        var best = 0.0
        for _ in 0..<5 {
            let start = now(workers)
            for _ in 0..<rounds {
                let actions = buffers.nextActions()
                if workers == 1 {
                    try batch.step(actions, into: buffers.outputs)
                } else {
                    try await batch.step(actions, into: buffers.outputs, workers: workers)
                }
            }
            best = max(best, Double(rounds * count) / (now(workers) - start))
        }
        return millions(best)
    }

    /// Seconds since some fixed moment: of this process's processor time where one worker does everything, so that others
    /// on the machine matter less, and otherwise of the wall clock.
    private static func now(_ workers: Int) -> Double {
        var time = timespec()
        clock_gettime(workers == 1 ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }

    private static func rollOutRow(_ what: String, _ policy: some Cage2Policy, workers: Int) async throws {
        var cells: [String] = []
        for red in [Cage2Red.bLine, .meander, .sleep] {
            let configuration = try Cage2Configuration(red: red)
            var best = 0.0
            for _ in 0..<5 {
                let start = now(workers)
                let totals = await Cage2RollOut.totals(
                    of: policy, configuration, episodes: 10_000, firstSeed: 1, workers: workers)
                best = max(best, Double(totals.count * configuration.episodeLength) / (now(workers) - start))
            }
            cells.append(millions(best))
        }
        say("| \(what) | \(cells.joined(separator: " | ")) |")
    }

    private static func seconds(since start: ContinuousClock.Instant) -> Double {
        (ContinuousClock.now - start) / .seconds(1)
    }

    private static func millions(_ perSecond: Double) -> String { String(format: "%.2f M/s", perSecond / 1_000_000) }

    // MARK: Scores

    private static let settings: [(Cage2RuleSet, Cage2ObservationRule)] = [
        (.leaderboard, .standard), (.leaderboard, .cardiff), (.final, .standard), (.final, .cardiff),
    ]

    private static func score(folder: String, episodes: Int) async throws {
        func network(_ name: String) throws -> DenseNetwork {
            let data = try Data(contentsOf: URL(filePath: folder).appending(path: "cardiff_\(name)_weights.json"))
            return try DenseNetwork(try JSONValue.parse(Array(data)), name: "actor")
        }
        guard let agent = CardiffPolicy(bLine: try network("bline"), meander: try network("meander")) else {
            throw BenchError("the networks have not 62 inputs and 36 outputs")
        }
        say("Seeds from 0, \(episodes) episodes each, on all cores:")
        try await table { rules, rule, red, steps in
            let configuration = try Cage2Configuration(
                rules: rules, observationRule: rule, red: red, episodeLength: steps)
            return await Cage2RollOut.totals(of: agent, configuration, episodes: episodes, firstSeed: 0, workers: 2)
        }
        say("The challenge's script with its seed 153, \(episodes) episodes each, on one core:")
        var evaluated: [Cage2Evaluation.Setting] = []
        try await table { rules, rule, red, steps in
            if steps == 30, red == .bLine {
                evaluated = Cage2Evaluation.settings(
                    of: agent, rules: rules, observationRule: rule, episodes: episodes, seed: 153)
            }
            return evaluated.first { $0.red == red && $0.steps == steps }?.totals ?? []
        }
    }

    /// A row for each rule set, wrapper and attacker.
    private static func table(
        _ totals: (Cage2RuleSet, Cage2ObservationRule, Cage2Red, Int) async throws -> [Int]
    ) async throws {
        let start = ContinuousClock.now
        say("| rules, wrapper | attacker | 30 steps | 50 steps | 100 steps |")
        say("|---|---|---|---|---|")
        for (rules, rule) in settings {
            for red in [Cage2Red.bLine, .meander] {
                var cells: [String] = []
                for steps in [30, 50, 100] {
                    guard let score = Cage2Score(totals: try await totals(rules, rule, red, steps)) else {
                        throw BenchError("at least two episodes")
                    }
                    cells.append(String(format: "%.2f ± %.2f", score.mean, score.halfWidth))
                }
                say("| \(rules), \(rule) | \(red) | \(cells.joined(separator: " | ")) |")
            }
        }
        say(String(format: "%.2f s", seconds(since: start)))
    }
}

/// Buffers of a caller, and random actions for it.
private final class Cage2Buffers {
    private static let rows = 16
    private let count: Int
    private let actions: UnsafeMutableBufferPointer<UInt8>
    let outputs: Cage2Batch.Outputs
    private var row = 0

    init(count: Int) {
        self.count = count
        actions = .allocate(capacity: count * Self.rows)
        // Environments in step with each other would all be reset at once; rows of different actions cost the same.
        for place in actions.indices {
            let draw = Seeds(1).chance(UInt64(place), Purpose(rawValue: 1))
            actions.initializeElement(at: place, to: UInt8(draw.below(Cage2Action.count)))
        }
        outputs = Cage2Batch.Outputs(
            observations: .allocate(capacity: count * Cage2Observation.bitCount), rewards: .allocate(capacity: count),
            isDone: .allocate(capacity: count))
        outputs.observations?.initialize(repeating: 0)
        outputs.rewards?.initialize(repeating: 0)
        outputs.isDone?.initialize(repeating: 0)
    }

    func nextActions() -> UnsafeBufferPointer<UInt8> {
        row = (row + 1) % Self.rows
        return UnsafeBufferPointer(rebasing: actions[row * count..<(row + 1) * count])
    }

    func free() {
        actions.deallocate()
        outputs.observations?.deallocate()
        outputs.rewards?.deallocate()
        outputs.isDone?.deallocate()
    }
}
