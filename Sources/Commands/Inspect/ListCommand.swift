import ArgumentParser
import Content
import Kernel
import Scenario

/// `thao list`: the shipped scenarios and studies.
struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the shipped scenarios and studies.",
        discussion: """
            EXAMPLES
              thao list
              thao list --json
            """)

    @Flag(help: "Print as JSON.")
    var json = false

    func run() async throws {
        try await reporting {
            let library = try ScenarioLibrary()
            let scenarios = try Content.scenarioNames().map { (name: $0, loaded: try library.load($0)) }
            if json {
                printJSON(scenarios)
            } else {
                printTable(scenarios)
                Terminal.output("Studies: \(try Content.studyNames().joined(separator: ", ")) · thao study NAME")
            }
        }
    }

    private func printTable(_ scenarios: [(name: String, loaded: LoadedScenario)]) {
        var table = TextTable(["NAME", "HOSTS", "ADVERSARIES", "MEASURES", "TITLE"])
        for (name, loaded) in scenarios {
            let simulation = loaded.simulation
            table.add([
                name, String(simulation.hosts.reduce(0) { $0 + $1.count }),
                simulation.adversaries.map(\.name).joined(separator: ", "), String(simulation.measures.count),
                loaded.scenario.title.english,
            ])
        }
        Terminal.output(table.text)
        Terminal.output("Next: thao show NAME · thao run NAME")
    }

    private func printJSON(_ scenarios: [(name: String, loaded: LoadedScenario)]) {
        var writer = JSONWriter(indent: 2)
        writer.array { json in
            for (name, loaded) in scenarios {
                json.object { json in
                    json.member("name", name)
                    json.member("title-vi", loaded.scenario.title.vietnamese)
                    json.member("title-en", loaded.scenario.title.english)
                    json.member("hosts", loaded.simulation.hosts.reduce(0) { $0 + $1.count })
                    json.key("adversaries")
                    json.array { json in for item in loaded.simulation.adversaries { json.value(item.name) } }
                    json.key("measures")
                    json.array { json in for item in loaded.simulation.measures { json.value(item.name) } }
                }
            }
        }
        Terminal.output(writer.text)
    }
}
