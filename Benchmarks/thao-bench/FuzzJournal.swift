import Kernel
import NetworkWorld
import Scenario
import TestSupport

/// A journal with every kind of entry, and what is done to it.
struct FuzzJournal {
    private typealias NetworkJournal = Journal<NetworkWorld>

    private static let end = Milliseconds.minutes(60)
    private let journal: NetworkJournal
    private let scenario: Scenario
    private let text: [UInt8]
    private let root: JSONValue
    /// Where the contents begin: what stands before them is short and holds everything else.
    private let headLength: Int

    init(scenario name: String, contents: [EmbeddedText]) throws {
        let loaded = try Loaded(name)
        var options = RunOptions()
        options.adversary = loaded.adversaries.first
        options.measures = Array(loaded.measures.prefix(2))
        options.playbook = .standard
        options.seats = 2
        let program = try Program(scenario: loaded.scenario, catalogue: loaded.catalogue, options: options)
        scenario = loaded.scenario
        let seeds = Seeds(1)
        var log = EventLog<Event>(open: false)
        let run = Run<NetworkWorld>.replay(
            program, seeds: seeds, entries: Self.entries(program), until: Self.end, log: &log)
        journal = NetworkJournal(
            contents: contents, options: options.journalMembers, seeds: seeds, entries: run.entries, end: Self.end,
            stateHash: run.stateHash)
        let text = Array(journal.json().utf8)
        self.text = text
        root = try JSONValue.parse(text)
        let contentsKey = Array("\"contents\"".utf8)
        headLength = text.indices.first { text[$0...].starts(with: contentsKey) } ?? text.count
    }

    /// Every action once, aimed at something, between a foothold and alerts.
    private static func entries(_ program: Program) -> [JournalEntry<NetworkInput>] {
        var entries: [JournalEntry<NetworkInput>] = [
            JournalEntry(time: 0, content: .input(.externalAlert(host: 3, account: 2, severity: 3))),
            JournalEntry(time: .minutes(1), content: .input(.grantFoothold(host: 5))),
            JournalEntry(time: .minutes(2), content: .future(9)),
        ]
        for (index, action) in program.catalogue.actions.enumerated() {
            let target = action.target
            entries.append(
                JournalEntry(
                    time: .minutes(Int64(3 + index)),
                    content: .input(
                        .action(
                            seat: Int16(index % 2), action: action.id, host: target == .host ? 5 : -1,
                            account: target == .account ? 2 : -1, network: target == .network ? 1 : -1))))
        }
        return entries
    }

    /// One mutated journal: blind changes of bytes, changes that leave the JSON whole, or changed contents whose hash was
    /// set right.
    func tryMutation(_ catalogue: Catalogue, _ random: inout FuzzRandom) -> FuzzVerdict {
        let bytes: [UInt8]
        switch random.below(8) {
        case 0: bytes = TextMutation.mutate(text, &random)
        case 1, 2: bytes = TextMutation.mutate(Array(text[..<headLength]), &random) + text[headLength...]
        case 3: bytes = Array(withMutatedContents(&random).json().utf8)
        default:
            var writer = JSONWriter()
            writer.value(JSONMutation.mutate(root, &random))
            bytes = writer.bytes
        }
        do throws(JSONError) {
            return try Self.replay(bytes, original: self, catalogue)
        } catch {
            return FuzzCorpus.isPlace(error.position, length: bytes.count) ? .refused : .failed("no position: \(error)")
        }
    }

    private func withMutatedContents(_ random: inout FuzzRandom) -> NetworkJournal {
        var journal = journal
        let index = random.below(2) == 0 ? 0 : random.below(journal.contents.count)
        let text = TextMutation.mutate(Array(journal.contents[index].text.utf8), &random)
        journal.contents[index].text = String(decoding: text, as: UTF8.self)
        return journal
    }

    /// What `thao replay` does: journal, options, contents, program, run.
    private static func replay(
        _ bytes: [UInt8], original: FuzzJournal, _ catalogue: Catalogue
    ) throws(JSONError) -> FuzzVerdict {
        let read = try NetworkJournal(json: bytes)
        let options = try RunOptions(journalMembers: read.options)
        var scenario = original.scenario
        var cards = catalogue
        if read.contents != original.journal.contents {
            let files = read.contents.dropFirst().map { (name: $0.name, bytes: Array($0.text.utf8)) }
            let length = read.contents.reduce(0) { $0 + $1.text.utf8.count }
            let library = CatalogueReader.read(files: files)
            guard let changedCards = library.value else { return FuzzCorpus.judge(library.diagnostics, length: length) }
            guard let first = read.contents.first else { return .refused }
            let changed = ScenarioReader.read(Array(first.text.utf8), file: first.name, catalogue: changedCards)
            guard let changedScenario = changed.value else {
                return FuzzCorpus.judge(changed.diagnostics, length: length)
            }
            (scenario, cards) = (changedScenario, changedCards)
        }
        guard let simulation = scenario.simulation else { return .failed("accepted without a simulation") }
        try RunOptions.checkNames(in: read.options, of: simulation)
        do {
            let program = try Program(scenario: scenario, catalogue: cards, options: options)
            FuzzRun.carry(program, seeds: read.seeds, entries: read.entries, end: min(read.end, end))
            return .accepted
        } catch {
            return .failed("accepted, but \(error)")
        }
    }
}
