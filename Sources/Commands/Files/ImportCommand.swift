import ArgumentParser
import Foundation
import Scenario

/// `thao import`: other people's files become scenarios.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Make a scenario from other files.",
        discussion: """
            EXAMPLES
              thao import nmap SCAN.xml -o my-network.yaml
              thao help import nmap
            """,
        subcommands: [ImportNmapCommand.self])
}

/// `thao import nmap`: a scan of a real network becomes a scenario that runs.
struct ImportNmapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nmap",
        abstract: "Make a scenario from a network scan (nmap -oX) and an inventory.",
        discussion: """
            What a scan cannot see (accounts, people, sensors, values) is assumed; each assumption is marked in the file
            with '# assumption: …' for you to correct. The inventory is a CSV file with a header; its columns may be
            address, name, os, role, owner, network, value.

            EXAMPLES
              thao import nmap SCAN.xml -o my-network.yaml
              thao import nmap SCAN.xml --inventory hosts.csv --name office -o office.yaml
            """)

    @Argument(help: "The XML of a scan.")
    var scan: String

    @Option(help: ArgumentHelp("A list of hosts that says more about them.", valueName: "file"))
    var inventory: String?

    @Option(help: ArgumentHelp("The scenario's short name; the output file's name where not given.", valueName: "name"))
    var name: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The scenario file to write; standard output where not given.", valueName: "file"))
    var output: String?

    func run() async throws {
        try await reporting {
            let table = try inventory.map { (bytes: try Files.read($0), file: $0) }
            let result = NmapImporter.convert(
                xml: try Files.read(scan), file: scan, inventory: table, name: name ?? Self.name(from: output ?? scan))
            if !result.diagnostics.isEmpty { Terminal.error(ScenarioLibrary.list(result.diagnostics)) }
            guard let yaml = result.yaml else { throw CommandFailure.content("nothing was written") }
            guard let output else { return Terminal.output(yaml, terminator: "") }
            try Files.write(yaml, to: output)
            let summary = result.summary
            Terminal.output(
                "\(output): \(count(summary.hosts, "host")) in \(count(summary.hostGroups, "group")) and "
                    + "\(count(summary.networks, "network")), \(count(summary.openPorts, "open port")), "
                    + "\(count(summary.assumptions, "assumption")) to check")
            Terminal.output("Next: look for '# assumption' in the file, then thao run \(output)")
        }
    }

    private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    private static func name(from path: String) -> String {
        let base = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent.lowercased()
        let letters = base.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "-" }.joined()
        let name = String(letters.split(separator: "-").joined(separator: "-").prefix(35))
        return name.isEmpty ? "imported" : name
    }
}
