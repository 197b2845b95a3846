import Foundation
import Kernel
import NetworkWorld
import Scenario

/// When hosts of one group fall, run by run: a line of JSON each, for comparison with other simulators.
struct Compromise {
    static let usage = "compromise SCENARIO_FILE CARD_FILE GROUP [--runs N] [--seed N] [--workers N]"

    private var files: [String] = []
    private var runs = 1_000
    private var seed: UInt64 = 1
    private var workers = 1

    static func run(_ arguments: [String]) async throws { try await Compromise(arguments).run() }

    private init(_ arguments: [String]) throws {
        var rest = arguments[...]
        let wrong = BenchError("usage: thao-bench \(Self.usage)")
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("--") else {
                files.append(argument)
                continue
            }
            guard let number = rest.popFirst().flatMap({ Int($0) }), number > 0 else { throw wrong }
            switch argument {
            case "--runs": runs = number
            case "--seed": seed = UInt64(number)
            case "--workers": workers = number
            default: throw wrong
            }
        }
        if files.count != 3 { throw wrong }
    }

    /// Runs, then prints: the time that is said at the end is that of the runs alone.
    private func run() async throws {
        let program = try compile()
        guard let group = program.simulation.hosts.firstIndex(where: { $0.name == files[2] }) else {
            throw BenchError("there is no host group '\(files[2])'")
        }
        let first = seed
        let start = ContinuousClock.now
        let times = await Batch.map(count: runs, workers: workers, placeholder: Milliseconds?.none) { index in
            Self.time(program, group: group, seeds: Seeds(first + UInt64(index)))
        }
        let elapsed = ContinuousClock.now - start
        for (index, time) in times.enumerated() {
            say("{\"seed\":\(first + UInt64(index)),\"milliseconds\":\(time.map { String($0) } ?? "null")}")
        }
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        say("{\"runs\":\(runs),\"workers\":\(workers),\"seconds\":\(seconds)}")
    }

    private func compile() throws -> Program {
        func bytes(_ file: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: file))) }
        let cards = CatalogueReader.read(files: [(name: files[1], bytes: try bytes(files[1]))])
        guard let catalogue = cards.value else {
            throw BenchError(cards.diagnostics.map(\.description).joined(separator: "\n"))
        }
        let read = ScenarioReader.read(try bytes(files[0]), file: files[0], catalogue: catalogue)
        guard let scenario = read.value else {
            throw BenchError(read.diagnostics.map(\.description).joined(separator: "\n"))
        }
        return try Program(scenario: scenario, catalogue: catalogue)
    }

    /// When the first host of the group fell, since the adversary's first decision; nil where none did.
    private static func time(_ program: Program, group: Int, seeds: Seeds) -> Milliseconds? {
        var run = Run<NetworkWorld>(program, seeds: seeds)
        var log = EventLog<Event>(open: true)
        run.advance(to: program.duration, log: &log)
        let events = log.drain()
        guard let begin = events.first(where: { $0.kind == .attackStep })?.time else { return nil }
        let fall = events.first { $0.kind == .footholdGained && program.group(ofHost: $0.target) == group }
        return fall.map { $0.time - begin }
    }
}
