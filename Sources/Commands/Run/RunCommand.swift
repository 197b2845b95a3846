import ArgumentParser
import Exercise
import Foundation
import Kernel
import Markup
import NetworkWorld
import Report
import Scenario
import Telemetry

/// `thao run`: a scenario goes in; journal, outcome, truth, telemetry and a report come out.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a scenario: a simulated attack, its telemetry and a report.",
        discussion: """
            Writes into the output folder: report.html (open it in a browser), outcome.json,
            marking.json, journal.json (repeats the run), telemetry/ocsf.jsonl (what the
            sensors wrote; --format gives other forms) and truth.jsonl (which record
            belongs to which attack step).

            EXAMPLES
              thao run egov
              thao run egov --adversary ransomware --measure mfa --measure patching
              thao run power --playbook standard --until 4h --out /tmp/power
              thao run egov --format winlogbeat,zeek-tsv,syslog
              thao run egov --playbook standard --rules sigma/rules/windows
              thao run my-network.yaml --no-telemetry --json
            """)

    @Argument(help: "A shipped scenario's short name (see 'thao list') or a file.")
    var scenario: String

    @Option(help: "The seed; the scenario's own where none is given. One seed, one run, on every machine.")
    var seed: UInt64?

    @OptionGroup var choices: RunChoices

    @Option(
        help: ArgumentHelp(
            "How far to run, for instance 8h or 90min; the scenario's duration where not given.", valueName: "duration")
    )
    var until: DurationArgument?

    @Option(help: ArgumentHelp("The output folder; out/SCENARIO-SEED where not given.", valueName: "folder"))
    var out: String?

    @Option(
        help: ArgumentHelp("Language of the summary and of the report when it opens: vi or en.", valueName: "language"))
    var language = "en"

    @Flag(inversion: .prefixedNo, help: "Write telemetry and truth.")
    var telemetry = true

    @OptionGroup var format: TelemetryChoices

    @Flag(inversion: .prefixedNo, help: "Let ordinary users, services and machines write records too.")
    var chatter = true

    @OptionGroup var rules: RuleChoices

    @Flag(help: "Print the outcome as JSON instead of the summary.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print nothing but the path of the report.")
    var quiet = false

    func validate() throws {
        if PageLanguage(rawValue: language) == nil {
            throw ValidationError("--language takes vi or en, not '\(language)'")
        }
    }

    func run() async throws {
        try await reporting {
            let library = try ScenarioLibrary()
            let loaded = try library.load(scenario)
            if !quiet && !loaded.warnings.isEmpty { Terminal.error(ScenarioLibrary.list(loaded.warnings)) }
            let options = try choices.options(for: loaded)
            let program = try loaded.program(options, catalogue: library.catalogue)
            let seeds = Seeds(seed ?? loaded.simulation.seed)
            let end = until?.milliseconds ?? program.duration
            if end > program.duration {
                throw CommandFailure.usage("--until: the scenario lasts \(program.duration / 60_000) minutes")
            }
            // Wrong rules leave nothing behind.
            let attached = try rules.attached(to: program, seeds: seeds, chatter: chatter)
            let folder = out ?? "out/\(loaded.scenario.name)-\(seeds.world)"
            try Files.createFolder(folder)
            var recorder = try RunRecorder(
                program: program, seeds: seeds, end: end, folder: folder, choices: telemetry ? format : nil,
                chatter: chatter, rules: attached)
            let result = try recorder.record(showing: !quiet)
            try write(result, loaded, options, program, seeds, to: folder)
            if let rules = recorder.rules, !json && !quiet {
                Terminal.output("Rules      \(rules.summary)")
            }
        }
    }

    /// The file of telemetry where there is one, else nothing: the folder.
    private var telemetryName: String {
        guard format.formats.count == 1, format.rotate == nil, let only = format.formats.first, only != .zeekTSV else {
            return ""
        }
        return "\(only.rawValue).\(only.fileExtension)" + (format.compress == nil ? "" : ".gz")
    }

    private func write(
        _ result: RecordedRun, _ loaded: LoadedScenario, _ options: RunOptions, _ program: Program, _ seeds: Seeds,
        to folder: String
    ) throws {
        let journal = Journal<NetworkWorld>(
            contents: loaded.contents, options: options.journalMembers, seeds: seeds, entries: result.run.entries,
            end: result.run.now, stateHash: result.run.stateHash)
        let outcome = NetworkWorld.outcome(of: result.run)
        let marking = Marking(program: program, events: result.events, outcome: outcome)
        let report = RunReport(
            program: program, seeds: seeds, events: result.events, outcome: outcome, marking: marking,
            records: result.records,
            provenance: Provenance(
                generator: Version.text,
                hashes: [
                    NamedHash(name: "content", hash: journal.contentHash.hexadecimal),
                    NamedHash(name: "state", hash: journal.stateHash.hexadecimal),
                ],
                command: "thao replay journal.json"))
        let language = PageLanguage(rawValue: language) ?? .english
        try Files.write(journal.json(), to: folder + "/journal.json")
        try Files.write(outcome.json(program: program), to: folder + "/outcome.json")
        try Files.write(marking.json(), to: folder + "/marking.json")
        try Files.write(report.html(language: language), to: folder + "/report.html")
        if json {
            Terminal.output(outcome.json(program: program), terminator: "")
        } else if quiet {
            Terminal.output(folder + "/report.html")
        } else {
            Terminal.output(RunSummary(report, language: language).text(colour: Terminal.showsColour), terminator: "")
            Terminal.output("")
            Terminal.output("Report     \(folder)/report.html")
            Terminal.output("Journal    \(folder)/journal.json")
            Terminal.output("           state \(journal.stateHash.hexadecimal)")
            if let records = result.records {
                Terminal.output("Telemetry  \(folder)/telemetry/\(telemetryName)")
                Terminal.output(
                    "           \(TextTable.grouped(records.total)) records, "
                        + "\(TextTable.grouped(records.bytes >> 20)) MiB; "
                        + "\(TextTable.grouped(records.attack)) of the attack")
            }
        }
    }
}
