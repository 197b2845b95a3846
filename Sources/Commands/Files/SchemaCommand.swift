import ArgumentParser
import Scenario

/// `thao schema`: the JSON Schema of the files, for editors.
struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of scenario, catalogue or study files.",
        discussion: """
            Most editors complete and check YAML with it.

            EXAMPLES
              thao schema > scenario.schema.json
              thao schema --catalogue > catalogue.schema.json
              thao schema --study > study.schema.json
              thao schema --markdown > reference.md
            """)

    @Flag(help: "The catalogue's schema (technique cards, analytics, actions).")
    var catalogue = false

    @Flag(help: "The schema of study files.")
    var study = false

    @Flag(help: "A reference page of all keys instead.")
    var markdown = false

    func validate() throws {
        if catalogue && study { throw ValidationError("--catalogue or --study, not both") }
    }

    func run() async throws {
        if markdown {
            Terminal.output(ScenarioSchema.markdown(), terminator: "")
        } else {
            let schema =
                catalogue
                ? ScenarioSchema.catalogueJSON() : study ? ScenarioSchema.studyJSON() : ScenarioSchema.json()
            Terminal.output(schema, terminator: "")
        }
    }
}
