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
                guard let scenario = read.contents.first else {
                    throw JSONError("the journal holds no scenario", at: try Self.position(of: "contents", in: bytes))
                }
                let library = try ScenarioLibrary(contents: Array(read.contents.dropFirst()))
                let loaded = try library.load(scenario)
                try RunOptions.checkNames(in: read.options, of: loaded.simulation)
                let program = try loaded.program(options, catalogue: library.catalogue)
                if read.end > program.duration {
                    throw JSONError(
                        "the scenario lasts \(program.duration) ms only", at: try Self.position(of: "end", in: bytes))
                }
                try replay(read, program)
            } catch let error as JSONError {
                throw CommandFailure.content("\(journal):\(error.position): error: \(error.message)")
            }
        }
    }

    private static func position(of key: String, in journal: [UInt8]) throws(JSONError) -> TextPosition {
        try JSONValue.parse(journal).required(key).position
    }

    private func replay(_ read: Journal<NetworkWorld>, _ program: Program) throws {
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
            Terminal.output(writer.text)
        } else if equal {
            Terminal.output("equal: the replay ends in the state \(run.stateHash.hexadecimal)")
        }
        if !equal {
            throw CommandFailure.negative(
                "different: the journal states \(read.stateHash.hexadecimal), the replay gives \(run.stateHash.hexadecimal)"
            )
        }
    }
}
