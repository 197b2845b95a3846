import ArgumentParser
import Detection
import Foundation
import Kernel
import Scenario

/// `thao detect`: which rules in Sigma's language match which records.
struct DetectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "detect",
        abstract: "Match Sigma rules against records: telemetry of runs, or logs of real systems.",
        discussion: """
            Rules are files or folders in Sigma's language, correlations and filters included. Records are files,
            folders or standard input (-), packed with gzip or not: Windows events as JSON (flat, Winlogbeat,
            evtx_dump), OCSF, the Elastic schema, Zeek's logs (JSON or tables), syslog and Linux audit lines, other
            JSON. What each record is, is found out from the record.

            EXAMPLES
              thao detect --rules sigma/rules --in out/egov-7/telemetry/ocsf.jsonl
              thao detect --rules sigma/rules/windows --in recordings --level high --findings
              thao detect --rules rules --in events.json.gz --tag attack.t1059.001 --json
              thao detect --rules rules --check
              thao detect --rules rules --in - --fail-on critical  < events.jsonl
            """)

    @Option(
        parsing: .upToNextOption, help: ArgumentHelp("Files and folders of rules.", valueName: "path"))
    var rules: [String]

    @Option(
        name: .customLong("in"), parsing: .upToNextOption,
        help: ArgumentHelp("Files and folders of records; - is standard input.", valueName: "path"))
    var inputs: [String] = []

    @Option(
        help: ArgumentHelp(
            "The shape of all records: auto, windows, winlogbeat, evtx, zeek, ocsf, ecs, json or text.",
            valueName: "format"))
    var format = RecordFormat.automatic

    @Option(help: ArgumentHelp("Use only rules of this level or above it.", valueName: "level"))
    var level: SigmaLevel?

    @Option(
        help: ArgumentHelp("Use only rules with this tag, or with one below it; may be repeated.", valueName: "tag"))
    var tag: [String] = []

    @Flag(help: "Only check the rules and print what is wrong with them.")
    var check = false

    @Flag(help: "Print every finding on a line instead of a table by rule.")
    var findings = false

    @Flag(help: "Print every finding as a JSON object on a line.")
    var json = false

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; standard output where not given.", valueName: "file"))
    var out: String?

    @Option(help: ArgumentHelp("Exit with code 1 if a rule of this level or above it matches.", valueName: "level"))
    var failOn: SigmaLevel?

    @Flag(help: "Go on where rules are wrong, without those.")
    var skipBadRules = false

    func validate() throws {
        if check && !inputs.isEmpty { throw ValidationError("--check reads no records: leave --in out") }
        if !check && inputs.isEmpty { throw ValidationError("--in says where the records are, --check does without") }
        if json && findings { throw ValidationError("--json and --findings: choose one") }
    }

    func run() async throws {
        try await reporting {
            let library = try RuleLibrary(rules)
            if check { return try report(library) }
            for diagnostic in library.diagnostics where diagnostic.severity == .error {
                Terminal.error(diagnostic.description)
            }
            if library.errorCount > 0 && !skipBadRules {
                throw CommandFailure.content(
                    "\(library.errorCount) errors in rules; --skip-bad-rules goes on without those")
            }
            let detection = DetectionRun(
                collection: library.collection, files: try RecordInput.files(inputs), format: format,
                style: json ? .json : findings ? .lines : .summary, failLevel: failOn)
            try detection.run(to: out, reporting: isWanted)
        }
    }

    private func isWanted(_ own: SigmaLevel?, _ tags: [String]) -> Bool {
        if let level {
            guard let own, own >= level else { return false }
        }
        return tag.isEmpty || tags.contains(where: isWanted)
    }

    /// Whether a tag is one of those asked for, or below one: `attack.t1059.001` is below `attack.t1059`.
    private func isWanted(_ tag: String) -> Bool {
        let own = tag.lowercased()
        return self.tag.contains { own == $0.lowercased() || own.hasPrefix($0.lowercased() + ".") }
    }

    private func report(_ library: RuleLibrary) throws {
        for diagnostic in library.diagnostics { Terminal.output(diagnostic) }
        let collection = library.collection
        Terminal.output(
            "\(TextTable.grouped(collection.rules.count)) rules and \(collection.correlations.count) correlations in "
                + "\(TextTable.grouped(library.fileCount)) files; \(library.errorCount) errors")
        if library.errorCount > 0 { throw CommandFailure.content("") }
    }
}

extension RecordFormat: ExpressibleByArgument {}

extension SigmaLevel: ExpressibleByArgument {
    /// The level of a word such as `high`.
    public init?(argument: String) { self.init(word: argument.lowercased()) }

    /// The words of all levels.
    public static var allValueStrings: [String] { allCases.map(\.word) }
}
