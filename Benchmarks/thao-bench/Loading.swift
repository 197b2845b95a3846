import Content
import Foundation
import Kernel
import NetworkWorld
import Scenario

/// A shipped scenario, read and ready to be compiled.
struct Loaded: Sendable {
    let name: String
    let scenario: Scenario
    let catalogue: Catalogue

    /// Reads a shipped scenario; anything wrong with it ends the program, since nothing can be measured then.
    init(_ name: String) throws {
        let files = try Content.catalogue().map { (name: $0.path, bytes: Array($0.text.utf8)) }
        let catalogue = CatalogueReader.read(files: files)
        guard let cards = catalogue.value else {
            throw BenchError(catalogue.diagnostics.map(\.description).joined(separator: "\n"))
        }
        guard let text = try Content.scenario(name) else { throw BenchError("no scenario \(name)") }
        let read = ScenarioReader.read(Array(text.text.utf8), file: text.path, catalogue: cards)
        guard let scenario = read.value else {
            throw BenchError(read.diagnostics.map(\.description).joined(separator: "\n"))
        }
        self.name = name
        self.scenario = scenario
        self.catalogue = cards
    }

    init(name: String, scenario: Scenario, catalogue: Catalogue) {
        self.name = name
        self.scenario = scenario
        self.catalogue = catalogue
    }

    func program(
        _ adversary: String? = nil, measures: [String] = [], playbook: Playbook = .none, withoutHosts: [String] = [],
        withoutAccounts: [String] = []
    ) throws -> Program {
        var options = RunOptions()
        options.adversary = adversary
        options.measures = measures
        options.playbook = playbook
        options.withoutHosts = withoutHosts
        options.withoutAccounts = withoutAccounts
        return try Program(scenario: scenario, catalogue: catalogue, options: options)
    }

    var adversaries: [String] { scenario.simulation?.adversaries.map(\.name) ?? [] }
    var measures: [String] { scenario.simulation?.measures.map(\.name) ?? [] }
}

/// Why a measurement could not be made.
struct BenchError: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}

extension Program {
    /// Runs seeds 1…count on two workers.
    func outcomes(count: Int) async -> [Outcome] {
        let program = self
        return await Batch.map(count: count, workers: 2, placeholder: Outcome()) { index in
            var run = Run<NetworkWorld>(program, seeds: Seeds(UInt64(index + 1)))
            run.advance(to: program.duration)
            return NetworkWorld.outcome(of: run)
        }
    }
}

/// Prints a line at once, also into a pipe.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
