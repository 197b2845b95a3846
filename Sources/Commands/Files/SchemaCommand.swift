import ArgumentParser
import Scenario

/// `thao schema`: the JSON Schema of the files, for editors.
struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of scenario or catalogue files.",
        discussion: """
            Most editors complete and check YAML with it.

            EXAMPLES
              thao schema > scenario.schema.json
              thao schema --catalogue > catalogue.schema.json
              thao schema --markdown > reference.md
            """)

    @Flag(help: "The catalogue's schema (technique cards, analytics, actions).")
    var catalogue = false

    @Flag(help: "A reference page of all keys instead.")
    var markdown = false

    func run() async throws {
        if markdown {
            Terminal.output(ScenarioSchema.markdown(), terminator: "")
        } else {
            Terminal.output(catalogue ? ScenarioSchema.catalogueJSON() : ScenarioSchema.json(), terminator: "")
        }
    }
}
