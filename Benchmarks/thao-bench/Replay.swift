import Foundation
import Kernel
import NetworkWorld
import Scenario

/// Replays journals in a build of the engine alone: `make test` holds release builds to the bytes that debug builds give, without
/// building the server twice.
enum Replay {
    static let usage = "replay JOURNAL…"

    static func run(_ paths: [String]) throws {
        if paths.isEmpty { throw BenchError("usage: thao-bench \(usage)") }
        for path in paths {
            let journal = try Journal<NetworkWorld>(json: Array(Data(contentsOf: URL(fileURLWithPath: path))))
            guard let scenario = journal.contents.first else { throw BenchError("\(path): holds no scenario") }
            let cards = CatalogueReader.read(
                files: journal.contents.dropFirst().map { (name: $0.name, bytes: Array($0.text.utf8)) })
            guard let catalogue = cards.value else { throw BenchError("\(path): its cards cannot be read") }
            let read = ScenarioReader.read(Array(scenario.text.utf8), file: scenario.name, catalogue: catalogue)
            guard let scenario = read.value else { throw BenchError("\(path): its scenario cannot be read") }
            let program = try Program(
                scenario: scenario, catalogue: catalogue, options: try RunOptions(journalMembers: journal.options))
            var log = EventLog<Event>(open: false)
            let run = Run<NetworkWorld>.replay(
                program, seeds: journal.seeds, entries: journal.entries, until: journal.end, log: &log)
            guard run.stateHash == journal.stateHash else {
                throw BenchError(
                    "\(path): states \(journal.stateHash.hexadecimal), the replay gives \(run.stateHash.hexadecimal)")
            }
            print("\(path): equal, \(run.stateHash.hexadecimal)")
        }
    }
}
