import Content
import Kernel
import Testing

@testable import Scenario

struct SchemaTests {
    private func violations(_ schema: String, _ text: String) throws -> [String] {
        try SchemaChecker(schema).violations(of: YAMLComposer.compose(Array(text.utf8)))
    }

    @Test func everyShippedScenarioFitsTheSchema() throws {
        for name in try Content.scenarioNames() {
            let file = try #require(try Content.scenario(name))
            #expect(try violations(ScenarioSchema.json(), file.text) == [], "\(name)")
        }
    }

    @Test func everyFileOfTheCatalogueFitsItsSchema() throws {
        for file in try Content.catalogue() {
            #expect(try violations(ScenarioSchema.catalogueJSON(), file.text) == [], "\(file.path)")
        }
    }

    @Test(arguments: [
        ("    seed: 7\n", "    sede: 7\n"), ("zone: perimeter", "zone: perimetre"), ("role: web-server", "role: 7"),
        ("goal: steal", "goal: borrow"), ("duration: 8h", "duration: eight hours"),
    ])
    func whatTheReaderRefusesTheSchemaRefuses(part: String, replacement: String) throws {
        let file = try #require(try Content.scenario("egov"))
        let needle = part.trimmingPrefix(while: \.isWhitespace)
        #expect(file.text.contains(needle))
        let changed = file.text.replacing(
            needle, with: replacement.trimmingPrefix(while: \.isWhitespace), maxReplacements: 1)
        #expect(try !violations(ScenarioSchema.json(), changed).isEmpty)
        #expect(ScenarioReader.read(Array(changed.utf8), file: "changed").value == nil)
    }
}
