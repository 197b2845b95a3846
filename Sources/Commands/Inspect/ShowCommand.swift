import ArgumentParser
import Kernel
import NetworkWorld
import Scenario

/// `thao show`: what is in a scenario.
struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what is in a scenario: networks, adversaries, measures, goals.",
        discussion: """
            EXAMPLES
              thao show egov
              thao show my-network.yaml
              thao show egov --language vi
            """)

    @Argument(help: "A shipped scenario's short name or a file.")
    var scenario: String

    @Option(help: ArgumentHelp("vi or en.", valueName: "language"))
    var language = "en"

    func validate() throws {
        if language != "vi" && language != "en" {
            throw ValidationError("--language takes vi or en, not '\(language)'")
        }
    }

    func run() async throws {
        try await reporting {
            let loaded = try ScenarioLibrary().load(scenario)
            let simulation = loaded.simulation
            Terminal.output(text(loaded.scenario.title))
            Terminal.output(TextWrap.lines(of: text(loaded.scenario.description)))
            var networks = TextTable(["NETWORK", "ADDRESSES", "ZONE", "HOSTS"])
            for network in simulation.networks {
                let hosts = simulation.hosts.filter { $0.network == network.name }.reduce(0) { $0 + $1.count }
                networks.add([
                    network.name, "\(AddressText.text(network.baseAddress))/\(network.prefixLength)",
                    network.zone.rawValue, String(hosts),
                ])
            }
            var hosts = TextTable(["HOSTS", "COUNT", "NETWORK", "SYSTEM", "ROLE"])
            for group in simulation.hosts {
                hosts.add([group.name, String(group.count), group.network, group.os.rawValue, group.role.rawValue])
            }
            var adversaries = TextTable(["ADVERSARY", "WANTS", "ABOUT"])
            for adversary in simulation.adversaries {
                adversaries.add([
                    adversary.name, "\(adversary.goal.rawValue) \(adversary.target)", text(adversary.title),
                ])
            }
            var measures = TextTable(["MEASURE", "PER YEAR", "ABOUT"])
            for measure in simulation.measures {
                measures.add([
                    measure.name, "\(TextTable.grouped(Int(measure.cost.likely))) \(simulation.currency)",
                    text(measure.title),
                ])
            }
            var goals = TextTable(["GOAL", "ABOUT"])
            for goal in loaded.scenario.exercise.goals { goals.add([goal.name, text(goal.title)]) }
            for table in [networks, hosts, adversaries, measures, goals] { Terminal.output("\n" + table.text) }
            Terminal.output("\nPLAYBOOKS  " + Playbook.allCases.map(\.rawValue).joined(separator: ", "))
        }
    }

    private func text(_ text: LocalizedText) -> String { language == "vi" ? text.vietnamese : text.english }
}
