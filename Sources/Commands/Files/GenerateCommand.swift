import ArgumentParser
import Content
import Scenario

/// `thao generate`: a national network from a description.
struct GenerateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Make a scenario of a national network from a description.",
        discussion: """
            A description says how many hosts a ministry, its provincial branches and their districts have, what they
            share, who maintains their systems, who attacks, and which national measures are considered. The scenario
            that comes out is an ordinary one: validate, run and study it like any other. The same description, size and
            seed give the same bytes.

            EXAMPLES
              thao generate registry -o nation.yaml
              thao generate registry --hosts 1000000 -o nation.yaml
              thao generate my-country.yaml --seed 7 -o nation.yaml
              thao run nation.yaml --playbook standard --measure patch-deadline
            """)

    @Argument(help: "A description's file, or the short name of a shipped one.")
    var description: String

    @Option(help: ArgumentHelp("Hosts in all; as the description counts them where not given.", valueName: "number"))
    var hosts: Int?

    @Option(help: ArgumentHelp("Another seed than the description's.", valueName: "seed"))
    var seed: UInt64?

    @Option(
        name: [.customShort("o"), .customLong("out")],
        help: ArgumentHelp("The scenario file to write; standard output where not given.", valueName: "file"))
    var output: String?

    func validate() throws {
        if let hosts, hosts < 1 { throw ValidationError("--hosts must be at least 1") }
    }

    func run() async throws {
        try await reporting {
            let library = try ScenarioLibrary()
            let file = try Self.find(description)
            let read = NationalReader.read(file.bytes, file: file.name)
            guard let described = read.value else {
                throw CommandFailure.content(ScenarioLibrary.list(read.diagnostics))
            }
            let result: NationalGenerator.Result
            do throws(GenerationError) {
                result = try NationalGenerator.generate(
                    described, hosts: hosts, seed: seed, catalogue: library.catalogue)
            } catch {
                throw CommandFailure(description: error.description, code: 64)
            }
            guard let output else { return Terminal.output(result.yaml, terminator: "") }
            try Files.write(result.yaml, to: output)
            Terminal.output(
                "\(output): \(result.hosts) hosts in \(result.hostGroups) groups and \(result.networks) networks, "
                    + "\(result.provinces) provinces")
            Terminal.output("Next: thao run \(output) --playbook standard")
        }
    }

    /// The description of a path, or a shipped one by its short name.
    private static func find(_ name: String) throws -> (name: String, bytes: [UInt8]) {
        let shipped = try ShippedFile.find(
            name, noun: "description", shipped: Content.description, names: Content.descriptionNames)
        if let shipped { return (shipped.path, Array(shipped.text.utf8)) }
        return (name, try Files.read(name))
    }
}
