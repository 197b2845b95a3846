import Content
import Foundation
import Kernel
import NetworkWorld
import Scenario
import TestSupport

/// What mutations start from: the shipped scenarios, the reader's fixtures, and journals made of them.
struct FuzzCorpus {
    /// A scenario file and the dialect that it is written in.
    private struct Text {
        let name: String
        let dialect: Dialect
        let bytes: [UInt8]
    }

    /// The folder of fixtures, below the folder that the program is started in; without it only shipped files are used.
    private static let fixtures = "Tests/ScenarioTests/Fixtures"

    private let catalogue: Catalogue
    private let texts: [Text]
    let journals: [FuzzJournal]

    init() throws {
        let files = try Content.catalogue().map { EmbeddedText(name: $0.path, text: $0.text) }
        let read = CatalogueReader.read(files: files.map { (name: $0.name, bytes: Array($0.text.utf8)) })
        guard let catalogue = read.value else { throw BenchError("the catalogue cannot be read") }
        self.catalogue = catalogue
        var texts: [Text] = []
        var journals: [FuzzJournal] = []
        for name in try Content.scenarioNames() {
            guard let file = try Content.scenario(name) else { continue }
            texts.append(Text(name: file.path, dialect: .thaotruong, bytes: Array(file.text.utf8)))
            let contents = [EmbeddedText(name: file.path, text: file.text)] + files
            journals.append(try FuzzJournal(scenario: name, contents: contents))
        }
        for dialect in Dialect.allCases {
            for folder in ["accept", "reject"] {
                let path = "\(Self.fixtures)/\(dialect.rawValue)/\(folder)"
                for name in (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] {
                    guard let data = FileManager.default.contents(atPath: "\(path)/\(name)") else { continue }
                    texts.append(Text(name: name, dialect: dialect, bytes: Array(data)))
                }
            }
        }
        self.texts = texts
        self.journals = journals
    }

    /// What there is, in words.
    var summary: String { "from \(texts.count) scenario files and \(journals.count) journals" }

    /// Reads one mutated scenario file; what is accepted in our dialect must compile and run.
    func tryScenario(_ random: inout FuzzRandom) -> FuzzVerdict {
        // Every other time a shipped file: they are long and hold everything.
        let shipped = texts.prefix(journals.count)
        guard let text = random.below(2) == 0 ? random.pick(shipped) : random.pick(texts) else {
            return .failed("there is nothing to mutate")
        }
        let bytes = TextMutation.mutate(text.bytes, &random)
        let other: Dialect = text.dialect == .ocr ? .thaotruong : .ocr
        let dialect = random.below(4) == 0 ? other : text.dialect
        let read = ScenarioReader.read(
            bytes, file: text.name, dialect: dialect, catalogue: dialect == .ocr ? nil : catalogue)
        guard let scenario = read.value else { return Self.judge(read.diagnostics, length: bytes.count) }
        if dialect == .ocr { return .accepted }
        do {
            let program = try Program(scenario: scenario, catalogue: catalogue, options: RunOptions())
            FuzzRun.carry(program, seeds: Seeds(1), entries: [], end: min(program.duration, .minutes(30)))
            return .accepted
        } catch {
            return .failed("valid, but \(error)")
        }
    }

    /// A refusal must say where: every error within the text, at least one of them.
    static func judge(_ diagnostics: [Diagnostic], length: Int) -> FuzzVerdict {
        let errors = diagnostics.filter { $0.severity == .error }
        if errors.isEmpty { return .failed("refused without an error") }
        for error in errors where !isPlace(error.position, length: length) || error.file.isEmpty {
            return .failed("no position: \(error)")
        }
        return .refused
    }

    static func isPlace(_ position: TextPosition, length: Int) -> Bool {
        position.line >= 1 && position.column >= 1 && position.line + position.column <= length + 2
    }

    /// Reads one mutated journal; what is accepted must replay.
    func tryJournal(_ random: inout FuzzRandom) -> FuzzVerdict {
        guard let journal = random.pick(journals) else { return .failed("there is no journal") }
        return journal.tryMutation(catalogue, &random)
    }
}
