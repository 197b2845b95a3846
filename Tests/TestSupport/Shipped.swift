import Content
import NetworkWorld
import Scenario

/// The shipped scenarios and the catalogue, read for tests.
public enum Shipped {
    /// The catalogue of the content library.
    public static func catalogue() throws -> Catalogue {
        let files = try Content.catalogue().map { (name: $0.path, bytes: Array($0.text.utf8)) }
        let read = CatalogueReader.read(files: files)
        guard let catalogue = read.value else { throw ShippedError(read.diagnostics) }
        return catalogue
    }

    /// A shipped scenario by its short name.
    public static func scenario(_ name: String, catalogue: Catalogue) throws -> Scenario {
        guard let file = try Content.scenario(name) else { throw ShippedError([]) }
        let read = ScenarioReader.read(Array(file.text.utf8), file: file.path, catalogue: catalogue)
        guard let scenario = read.value else { throw ShippedError(read.diagnostics) }
        return scenario
    }

    /// A program of a shipped scenario; `change` may alter the scenario before it is compiled.
    public static func program(
        _ name: String, options: RunOptions = RunOptions(), change: (inout Simulation) -> Void = { _ in }
    ) throws -> Program {
        let catalogue = try catalogue()
        var scenario = try scenario(name, catalogue: catalogue)
        if var simulation = scenario.simulation {
            change(&simulation)
            scenario.simulation = simulation
        }
        return try Program(scenario: scenario, catalogue: catalogue, options: options)
    }
}

/// A shipped file that cannot be read.
public struct ShippedError: Error, CustomStringConvertible {
    /// What the reader said.
    public let description: String

    init(_ diagnostics: [Diagnostic]) {
        description = diagnostics.map(\.description).joined(separator: "\n")
    }
}
