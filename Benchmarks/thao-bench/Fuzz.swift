import Foundation
import Kernel
import TestSupport

/// Feeds mutated scenario files, journals, descriptions of nations, rules, records, study files and their parts to the readers
/// and, where they accept, to the engine.
///
/// Every input is a pure function of seed and number, so that one that does harm is found again by its number.
enum Fuzz {
    /// A verdict must come within this time of the thread.
    private static let slowest: Int64 = 2_000_000_000
    private static let usage =
        "usage: thao-bench fuzz [scenarios] [nations] [rules] [records] [studies] [COUNT] [--seed SEED] "
        + "[--first NUMBER]"

    static func run(_ arguments: [String]) throws {
        let choices = try FuzzChoices(arguments, usage: usage)
        say("seed \(choices.seed): \(choices.count) inputs of each group from number \(choices.first)")
        var tally = FuzzTally()
        if choices.groups.contains(.scenarios) {
            let corpus = try FuzzCorpus()
            say(corpus.summary)
            run(choices, &tally, kinds: ["scenarios", "journals"]) { number, random in
                number % 2 == 0 ? corpus.tryScenario(&random) : corpus.tryJournal(&random)
            }
        }
        if choices.groups.contains(.nations) {
            let nations = try FuzzNational()
            run(choices, &tally, kinds: ["nations"]) { _, random in nations.tryDescription(&random) }
        }
        if choices.groups.contains(.rules) || choices.groups.contains(.records) {
            let rules = try FuzzRules()
            say("from \(rules.summary)")
            if choices.groups.contains(.rules) {
                run(choices, &tally, kinds: ["rules"]) { _, random in rules.tryRules(&random) }
            }
            if choices.groups.contains(.records) {
                run(choices, &tally, kinds: ["records"]) { _, random in rules.tryRecords(&random) }
            }
        }
        if choices.groups.contains(.studies) {
            let studies = try FuzzStudies()
            say("from \(studies.summary)")
            run(choices, &tally, kinds: ["studies", "study parts"]) { number, random in
                number % 2 == 0 ? studies.tryStudy(&random) : studies.tryPart(&random)
            }
        }
        tally.show()
        if tally.failures > 0 { exit(1) }
    }

    /// Tries inputs of some kinds in turn.
    private static func run(
        _ choices: FuzzChoices, _ tally: inout FuzzTally, kinds: [String],
        _ attempt: (_ number: Int, inout FuzzRandom) -> FuzzVerdict
    ) {
        for number in choices.first..<(choices.first + choices.count) {
            let kind = kinds[number % kinds.count]
            // A trap ends the process: the last number that was said, and those after it, are then run one by one.
            if choices.count <= 100 || number % 1_000 == 0 { say("\(kind): number \(number)") }
            var random = FuzzRandom(seed: choices.seed, number: number)
            let start = Budgets.threadNanoseconds()
            let verdict = attempt(number, &random)
            let time = Budgets.threadNanoseconds() - start
            tally.add(verdict, kind: kind, number: number, time: time, slowest: slowest)
        }
    }
}

/// What was asked for.
private struct FuzzChoices {
    enum Group: String, CaseIterable { case scenarios, nations, rules, records, studies }

    var groups: [Group] = []
    var count = 20_000
    var seed: UInt64 = 1
    var first = 0

    init(_ arguments: [String], usage: String) throws {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if let group = Group(rawValue: argument) {
                groups.append(group)
                continue
            }
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
        if groups.isEmpty { groups = Group.allCases }
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
        let kind: String
        var accepted = 0
        var refused = 0
        var slowestAccepted: Int64 = 0
        var slowestRefused: Int64 = 0
        var numberAccepted = 0
        var numberRefused = 0
    }

    private var rows: [Row] = []
    private(set) var failures = 0

    mutating func add(_ verdict: FuzzVerdict, kind: String, number: Int, time: Int64, slowest: Int64) {
        let index = rows.firstIndex { $0.kind == kind } ?? rows.count
        if index == rows.count { rows.append(Row(kind: kind)) }
        var row = rows[index]
        switch verdict {
        case .accepted:
            row.accepted += 1
            if time > row.slowestAccepted { (row.slowestAccepted, row.numberAccepted) = (time, number) }
        case .refused:
            row.refused += 1
            if time > row.slowestRefused { (row.slowestRefused, row.numberRefused) = (time, number) }
        case .failed(let reason): fail(reason, kind, number)
        }
        if time > slowest { fail("it took \(time / 1_000_000) ms", kind, number) }
        rows[index] = row
    }

    private mutating func fail(_ reason: String, _ kind: String, _ number: Int) {
        failures += 1
        if failures <= 20 { say("FAILED number \(number), \(kind): \(reason)") }
    }

    func show() {
        say("| inputs | accepted and used | refused with a position | slowest accepted | slowest refused |")
        say("|---|---|---|---|---|")
        for row in rows {
            let accepted = String(format: "%.1f", Double(row.slowestAccepted) / 1e6)
            let refused = String(format: "%.1f", Double(row.slowestRefused) / 1e6)
            say(
                "| \(row.kind) | \(row.accepted) | \(row.refused) | \(accepted) ms (number \(row.numberAccepted)) "
                    + "| \(refused) ms (number \(row.numberRefused)) |")
        }
        say(failures == 0 ? "no failures" : "\(failures) failures")
    }
}
