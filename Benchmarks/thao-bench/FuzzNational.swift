import Content
import Foundation
import NetworkWorld
import Scenario
import TestSupport

/// Mutated descriptions of national networks; what is accepted must make a scenario without diagnostics that compiles.
struct FuzzNational {
    private static let fixture = "Tests/ScenarioTests/Fixtures/national/small.yaml"

    private let catalogue: Catalogue
    private let texts: [[UInt8]]

    init() throws {
        catalogue = try Loaded("egov").catalogue
        var texts = try Content.descriptionNames().compactMap { try Content.description($0) }.map {
            Array($0.text.utf8)
        }
        if let data = FileManager.default.contents(atPath: Self.fixture) { texts.append(Array(data)) }
        self.texts = texts
    }

    func tryDescription(_ random: inout FuzzRandom) -> FuzzVerdict {
        guard let text = random.pick(texts) else { return .failed("there is nothing to mutate") }
        let bytes = TextMutation.mutate(text, &random)
        let read = NationalReader.read(bytes, file: "description.yaml")
        guard let description = read.value else { return FuzzCorpus.judge(read.diagnostics, length: bytes.count) }
        do {
            let yaml = try NationalGenerator.generate(description, catalogue: catalogue).yaml
            let scenario = ScenarioReader.read(Array(yaml.utf8), file: "generated.yaml", catalogue: catalogue)
            guard let value = scenario.value, scenario.diagnostics.isEmpty else {
                return .failed("a scenario with \(scenario.diagnostics.first?.description ?? "no value")")
            }
            _ = try Program(scenario: value, catalogue: catalogue, options: RunOptions())
            return .accepted
        } catch {
            return .failed("valid, but \(error)")
        }
    }
}
