import ArgumentParser
import Kernel
import NetworkWorld

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
            let read = try JournalFile(journal)
            try compare(read.replay(listening: false).run, with: read.journal.stateHash)
        }
    }

    private func compare(_ run: Run<NetworkWorld>, with expected: UInt64) throws {
        let equal = run.stateHash == expected
        if json {
            var writer = JSONWriter(indent: 2)
            writer.object { json in
                json.member("equal", equal)
                json.member("expected", expected.hexadecimal)
                json.member("found", run.stateHash.hexadecimal)
            }
            Terminal.output(writer.text)
        } else if equal {
            Terminal.output("equal: the replay ends in the state \(run.stateHash.hexadecimal)")
        }
        if !equal {
            throw CommandFailure.negative(
                "different: the journal states \(expected.hexadecimal), the replay gives \(run.stateHash.hexadecimal)"
            )
        }
    }
}
