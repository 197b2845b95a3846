import Content
import Exercise
import Foundation
import Kernel
import NetworkWorld
import Scenario

/// The scenarios that exercises can be made from: those shipped with the program.
public struct ScenarioShelf: Sendable {
    /// A scenario that was read without errors.
    public struct Entry: Sendable {
        /// The short name.
        public let name: String
        /// What the file says.
        public let scenario: Scenario
        /// Scenario and catalogue as texts, as an exercise keeps them.
        public let content: ExerciseContent
    }

    /// All of them, by name.
    public let entries: [Entry]

    /// Reads the shipped scenarios.
    ///
    /// - Throws: ``GroundError`` (storage) where the library is missing, (invalid) where a file has errors.
    /// - Complexity: O(text), some 100 ms.
    public init() throws(GroundError) {
        do {
            let texts = try Content.catalogue().map { EmbeddedText(name: $0.path, text: $0.text) }
            let catalogue = try ExerciseReading.catalogue(texts)
            entries = try Content.scenarioNames().compactMap { name in
                guard let file = try Content.scenario(name) else { return nil }
                let text = EmbeddedText(name: file.path, text: file.text)
                return Entry(
                    name: name, scenario: try ExerciseReading.scenario(text, catalogue: catalogue),
                    content: ExerciseContent(scenario: text, catalogue: texts))
            }
        } catch let error as GroundError {
            throw error
        } catch {
            throw GroundError(.storage, "the content library cannot be read at \(Content.root.path)")
        }
    }

    /// The scenario of a short name, or nil.
    public subscript(name: String) -> Entry? { entries.first { $0.name == name } }
}

/// Reads what an exercise keeps of its scenario.
public enum ExerciseReading {
    /// The cards, analytics and actions of these texts.
    ///
    /// - Throws: ``GroundError`` (invalid) with the first diagnostics.
    public static func catalogue(_ texts: [EmbeddedText]) throws(GroundError) -> Catalogue {
        let read = CatalogueReader.read(files: texts.map { (name: $0.name, bytes: Array($0.text.utf8)) })
        guard let catalogue = read.value else { throw refusal(read.diagnostics) }
        return catalogue
    }

    /// The scenario of this text; one that can be run.
    ///
    /// - Throws: ``GroundError`` (invalid) with the first diagnostics.
    public static func scenario(_ text: EmbeddedText, catalogue: Catalogue) throws(GroundError) -> Scenario {
        let read = ScenarioReader.read(Array(text.text.utf8), file: text.name, catalogue: catalogue)
        guard let scenario = read.value else { throw refusal(read.diagnostics) }
        guard scenario.simulation != nil else {
            throw GroundError(.invalid, "\(text.name): the scenario has no simulation to run", field: "scenario")
        }
        return scenario
    }

    /// The scenario of an exercise's contents, with its catalogue.
    ///
    /// - Throws: ``GroundError`` (invalid) with the first diagnostics.
    public static func scenario(_ content: ExerciseContent) throws(GroundError) -> ReadScenario {
        let catalogue = try catalogue(content.catalogue)
        return ReadScenario(scenario: try scenario(content.scenario, catalogue: catalogue), catalogue: catalogue)
    }

    /// The settings of an exercise.
    ///
    /// - Throws: ``GroundError`` (invalid) where they are not of this version.
    static func settings(of stored: StoredExercise) throws(GroundError) -> ExerciseSettings {
        do {
            return try ExerciseSettings(json: JSONValue.parse(stored.settings))
        } catch {
            throw GroundError(.invalid, "the settings of exercise \(stored.publicID): \(error)", field: "settings")
        }
    }

    /// What a line of a journal holds.
    ///
    /// - Throws: ``GroundError`` (storage) with the line's position where it is not of this version.
    static func entry<Value>(
        _ kept: KeptLine, _ read: (String) throws(JSONError) -> Value
    ) throws(GroundError) -> Value {
        do {
            return try read(kept.line.json)
        } catch {
            throw GroundError(.storage, "line \(kept.position) of the journal cannot be read: \(error)")
        }
    }

    private static func refusal(_ diagnostics: [Diagnostic]) -> GroundError {
        let shown = diagnostics.filter { $0.severity == .error }.prefix(5).map(\.description)
        return GroundError(.invalid, shown.joined(separator: "\n"), field: "scenario")
    }
}

/// A scenario and the catalogue that it was read with.
public struct ReadScenario: Sendable {
    /// What the file says.
    public let scenario: Scenario
    /// Cards, analytics, actions.
    public let catalogue: Catalogue

    /// The scenario compiled for runs with these options, with so many days of records before the start.
    ///
    /// - Throws: ``GroundError`` (invalid) where an option names what is not there.
    public func program(_ options: RunOptions, historyDays: Int? = nil) throws(GroundError) -> Program {
        var scenario = scenario
        if let historyDays { scenario.simulation?.historyDays = historyDays }
        do {
            return try Program(scenario: scenario, catalogue: catalogue, options: options)
        } catch {
            throw GroundError(.invalid, error.description, field: error.isAboutOptions ? "settings" : "scenario")
        }
    }

    /// The scenario compiled as an exercise plays it.
    ///
    /// - Throws: as ``program(_:historyDays:)``.
    public func program(_ settings: ExerciseSettings) throws(GroundError) -> Program {
        try program(settings.runOptions(), historyDays: scenario.simulation.map { settings.historyDays(of: $0) })
    }
}
