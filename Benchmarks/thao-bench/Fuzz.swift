import Foundation
import Kernel

/// Feeds mutated scenario files and journals to the readers and, where they accept, to the engine.
///
/// Every input is a pure function of seed and number, so that one that does harm is found again by its number.
enum Fuzz {
    /// A refusal must come within this time of the thread.
    private static let slowest: Int64 = 2_000_000_000
    private static let usage = "usage: thao-bench fuzz [COUNT] [--seed SEED] [--first NUMBER]"

    static func run(_ arguments: [String]) throws {
        let choices = try FuzzChoices(arguments, usage: usage)
        let corpus = try FuzzCorpus()
        say("seed \(choices.seed): \(choices.count) inputs from number \(choices.first), \(corpus.summary)")
        var tally = FuzzTally()
        for number in choices.first..<(choices.first + choices.count) {
            // A trap ends the process: the last number that was said, and those after it, are then run one by one.
            if choices.count <= 100 || number % 1_000 == 0 { say("number \(number)") }
            var random = FuzzRandom(seed: choices.seed, number: number)
            let kind = number % 2 == 0 ? "scenario" : "journal"
            let start = Budgets.threadNanoseconds()
            let verdict = number % 2 == 0 ? corpus.tryScenario(&random) : corpus.tryJournal(&random)
            let time = Budgets.threadNanoseconds() - start
            tally.add(verdict, kind: kind, number: number, time: time, slowest: slowest)
        }
        tally.show()
        if tally.failures > 0 { exit(1) }
    }
}

/// What was asked for.
private struct FuzzChoices {
    var count = 20_000
    var seed: UInt64 = 1
    var first = 0

    init(_ arguments: [String], usage: String) throws {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--seed":
                guard let number = rest.popFirst().flatMap({ UInt64($0) }) else { throw BenchError(usage) }
                seed = number
            case "--first":
                guard let number = rest.popFirst().flatMap({ Int($0) }), (0...1 << 40).contains(number) else {
                    throw BenchError(usage)
                }
                first = number
            default:
                guard let number = Int(argument), (1...1 << 30).contains(number) else { throw BenchError(usage) }
                count = number
            }
        }
    }
}

/// What became of an input.
enum FuzzVerdict {
    case accepted
    case refused
    /// Something that must not be, in words.
    case failed(String)
}

/// Counts verdicts, kind by kind.
private struct FuzzTally {
    private struct Row {
        var accepted = 0
        var refused = 0
        var slowestAccepted: Int64 = 0
        var slowestRefused: Int64 = 0
    }

    private var rows = ["scenario": Row(), "journal": Row()]
    private(set) var failures = 0

    mutating func add(_ verdict: FuzzVerdict, kind: String, number: Int, time: Int64, slowest: Int64) {
        var row = rows[kind] ?? Row()
        switch verdict {
        case .accepted:
            row.accepted += 1
            row.slowestAccepted = max(row.slowestAccepted, time)
        case .refused:
            row.refused += 1
            row.slowestRefused = max(row.slowestRefused, time)
            if time > slowest { fail("refused after \(time / 1_000_000) ms only", kind, number) }
        case .failed(let reason): fail(reason, kind, number)
        }
        rows[kind] = row
    }

    private mutating func fail(_ reason: String, _ kind: String, _ number: Int) {
        failures += 1
        if failures <= 20 { say("FAILED number \(number), \(kind): \(reason)") }
    }

    func show() {
        say("| inputs | accepted and run | refused with a position | slowest accepted | slowest refused |")
        say("|---|---|---|---|---|")
        for kind in ["scenario", "journal"] {
            guard let row = rows[kind] else { continue }
            let accepted = "\(row.slowestAccepted / 1_000_000) ms", refused = "\(row.slowestRefused / 1_000_000) ms"
            say("| \(kind)s | \(row.accepted) | \(row.refused) | \(accepted) | \(refused) |")
        }
        say(failures == 0 ? "no failures" : "\(failures) failures")
    }
}
