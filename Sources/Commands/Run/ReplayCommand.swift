import ArgumentParser
import Kernel
import NetworkWorld
import Scenario

/// `thao replay`: proves that a journal rebuilds its run.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Repeat a run from its journal and compare the hash of its state.",
        discussion: """
            The journal holds scenario, cards, options, seeds and inputs; nothing else is read.

            EXAMPLES
              thao replay out/egov-1/journal.json
              thao replay --json out/egov-1/journal.json
            """)

    @Argument(help: "The journal.json of a run.")
    var journal: String

    @Flag(help: "Print the result as JSON.")
    var json = false

    func run() async throws {
        try await reporting {
            let bytes = try Files.read(journal)
            do {
                let read = try Journal<NetworkWorld>(json: bytes)
                let options = try RunOptions(journalMembers: read.options)
                try replay(read, options)
            } catch let error as JSONError {
                throw CommandFailure.content("\(journal):\(error.position): error: \(error.message)")
            }
        }
    }

    private func replay(_ read: Journal<NetworkWorld>, _ options: RunOptions) throws {
        guard let scenario = read.contents.first else {
            throw CommandFailure.content("\(journal): error: the journal holds no scenario")
        }
        let library = try ScenarioLibrary(contents: Array(read.contents.dropFirst()))
        let program = try library.load(scenario).program(options, catalogue: library.catalogue)
        var log = EventLog<Event>(open: false)
        let run = Run<NetworkWorld>.replay(
            program, seeds: read.seeds, entries: read.entries, until: read.end, log: &log)
        let equal = run.stateHash == read.stateHash
        if json {
            var writer = JSONWriter(indent: 2)
            writer.object { json in
                json.member("equal", equal)
                json.member("expected", read.stateHash.hexadecimal)
                json.member("found", run.stateHash.hexadecimal)
            }
            print(writer.text)
        } else if equal {
            print("equal: the replay ends in the state \(run.stateHash.hexadecimal)")
        }
        if !equal {
            throw CommandFailure.negative(
                "different: the journal states \(read.stateHash.hexadecimal), the replay gives \(run.stateHash.hexadecimal)"
            )
        }
    }
}
