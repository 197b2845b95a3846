import Foundation
import Kernel
import NetworkWorld
import Scenario
import Testing

/// A journal of a defended run of a shipped scenario, kept with the tests. `make test` replays it a second time with the
/// release build: debug and release end in the same state.
struct GoldenJournalTests {
    @Test func theGoldenJournalEndsInItsState() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let bytes = Array(try Data(contentsOf: folder.appendingPathComponent("Golden/journal.json")))
        let journal = try Journal<NetworkWorld>(json: bytes)
        let files = journal.contents.map { (name: $0.name, bytes: Array($0.text.utf8)) }
        let catalogue = try #require(CatalogueReader.read(files: Array(files.dropFirst())).value)
        let scenario = try #require(
            ScenarioReader.read(files[0].bytes, file: files[0].name, catalogue: catalogue).value)
        let program = try Program(
            scenario: scenario, catalogue: catalogue, options: try RunOptions(journalMembers: journal.options))
        var log = EventLog<Event>(open: false)
        let run = Run<NetworkWorld>.replay(
            program, seeds: journal.seeds, entries: journal.entries, until: journal.end, log: &log)
        #expect(run.stateHash == journal.stateHash)
        #expect(journal.json() == String(decoding: bytes, as: UTF8.self))
    }
}
