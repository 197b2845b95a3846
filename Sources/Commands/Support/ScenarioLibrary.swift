import Content
import Foundation
import Kernel
import NetworkWorld
import Scenario

/// Finds scenarios by short name or path and reads them with the catalogue.
struct ScenarioLibrary {
    let catalogue: Catalogue
    /// The catalogue's texts, for journals.
    let contents: [EmbeddedText]

    init() throws {
        let files: [Content.File]
        do {
            files = try Content.catalogue()
        } catch {
            throw CommandFailure.input("the content library is missing: \(Content.root.path)")
        }
        try self.init(contents: files.map { EmbeddedText(name: $0.path, text: $0.text) })
    }

    /// A library from embedded texts, as a journal keeps them.
    init(contents: [EmbeddedText]) throws {
        let read = CatalogueReader.read(files: contents.map { (name: $0.name, bytes: Array($0.text.utf8)) })
        guard let catalogue = read.value else { throw CommandFailure.content(Self.list(read.diagnostics)) }
        self.catalogue = catalogue
        self.contents = contents
    }

    /// A scenario by path, or a shipped one by its short name.
    func load(_ name: String) throws -> LoadedScenario {
        let shipped = try ShippedFile.find(
            name, noun: "scenario", shipped: Content.scenario, names: Content.scenarioNames)
        if let shipped { return try load(EmbeddedText(name: shipped.path, text: shipped.text)) }
        let bytes = try Files.read(name)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let read = ScenarioReader.read(bytes, file: name, catalogue: catalogue)
            throw CommandFailure.content(Self.list(read.diagnostics))
        }
        return try load(EmbeddedText(name: name, text: text))
    }

    func load(_ text: EmbeddedText) throws -> LoadedScenario {
        let read = ScenarioReader.read(Array(text.text.utf8), file: text.name, catalogue: catalogue)
        guard let scenario = read.value, let simulation = scenario.simulation else {
            throw CommandFailure.content(Self.list(read.diagnostics))
        }
        return LoadedScenario(
            scenario: scenario, simulation: simulation, warnings: read.diagnostics, contents: [text] + contents)
    }

    static func list(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(\.description).joined(separator: "\n")
    }
}

/// A scenario that can be run.
struct LoadedScenario {
    let scenario: Scenario
    let simulation: Simulation
    let warnings: [Diagnostic]
    /// Scenario and catalogue as texts, scenario first.
    let contents: [EmbeddedText]

    func program(_ options: RunOptions, catalogue: Catalogue) throws -> Program {
        do {
            return try Program(scenario: scenario, catalogue: catalogue, options: options)
        } catch {
            if error.isAboutOptions { throw CommandFailure(description: error.description, code: 64) }
            throw CommandFailure.content("\(contents[0].name): \(error)")
        }
    }
}
