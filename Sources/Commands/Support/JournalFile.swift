import Kernel
import NetworkWorld
import Scenario

/// A journal from a file, with the program that it holds.
struct JournalFile {
    let journal: Journal<NetworkWorld>
    let program: Program

    /// Reads and checks a journal; what is wrong is named with its place.
    init(_ path: String) throws {
        let bytes = try Files.read(path)
        do {
            journal = try Journal<NetworkWorld>(json: bytes)
            let options = try RunOptions(journalMembers: journal.options)
            guard let scenario = journal.contents.first else {
                throw JSONError("the journal holds no scenario", at: try Self.position(of: "contents", in: bytes))
            }
            let library = try ScenarioLibrary(contents: Array(journal.contents.dropFirst()))
            let loaded = try library.load(scenario)
            try RunOptions.checkNames(in: journal.options, of: loaded.simulation)
            program = try loaded.program(options, catalogue: library.catalogue)
            if journal.end > program.duration {
                throw JSONError(
                    "the scenario lasts \(program.duration) ms only", at: try Self.position(of: "end", in: bytes))
            }
        } catch let error as JSONError {
            throw CommandFailure.content("\(path):\(error.position): error: \(error.message)")
        }
    }

    /// Carries the run to where the journal ends, with its events where `listening`.
    func replay(listening: Bool) -> (run: Run<NetworkWorld>, events: [Event]) {
        var log = EventLog<Event>(open: listening)
        let run = Run<NetworkWorld>.replay(
            program, seeds: journal.seeds, entries: journal.entries, until: journal.end, log: &log)
        return (run, log.drain())
    }

    private static func position(of key: String, in journal: [UInt8]) throws(JSONError) -> TextPosition {
        try JSONValue.parse(journal).required(key).position
    }
}
