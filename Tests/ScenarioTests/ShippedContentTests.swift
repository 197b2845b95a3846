import Content
import Scenario
import Testing

/// What the package ships is valid.
struct ShippedContentTests {
    private func catalogue() throws -> Catalogue {
        let files = try Content.catalogue().map { (name: $0.path, bytes: Array($0.text.utf8)) }
        let result = CatalogueReader.read(files: files)
        #expect(result.diagnostics.map(\.description) == [])
        return try #require(result.value)
    }

    @Test func catalogueIsValid() throws {
        let catalogue = try catalogue()
        #expect(!catalogue.cards.isEmpty)
        #expect(!catalogue.analytics.isEmpty)
        #expect(!catalogue.actions.isEmpty)
    }

    @Test func everyScenarioIsValid() throws {
        let catalogue = try catalogue()
        let names = try Content.scenarioNames()
        #expect(!names.isEmpty)
        for name in names {
            let file = try #require(try Content.scenario(name))
            let result = ScenarioReader.read(Array(file.text.utf8), file: file.path, catalogue: catalogue)
            #expect(result.diagnostics.map(\.description) == [])
            #expect(result.value?.name == name)
        }
    }
}
