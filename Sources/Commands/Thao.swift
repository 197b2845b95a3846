import ArgumentParser

/// The program's root: `thao`.
public struct Thao: AsyncParsableCommand {
    /// Name, help and verbs.
    public static let configuration = CommandConfiguration(
        commandName: "thao",
        abstract: "An open cybersecurity training ground: simulate attacks on a network from one scenario file.",
        discussion: """
            EXAMPLES
              thao run egov                          a day under attack, with a report
              thao run egov --playbook standard      the same day, defended
              thao run power --adversary sabotage --measure ot-gateway
              thao replay out/egov-7/journal.json    prove that it repeats
              thao review journal.json               what each decision was worth
              thao export out/egov-7/journal.json --format winlogbeat
              thao import nmap SCAN.xml -o my-network.yaml
              thao generate registry -o nation.yaml  a national network from a description
              thao validate my-network.yaml
              thao detect --rules sigma/rules --in telemetry/ocsf.jsonl
              thao study egov                        which of eight measures is worth its money
              thao serve                             work exercises in the browser
              thao ground check                      replay the journals of a server that does not run

            EXIT CODES
              0   done
              1   the answer is no: a replay differs, --fail-on found something
              64  wrong usage
              65  wrong content of a file
              66  a file cannot be read
              73  a file cannot be written
              130 interrupted; --resume goes on
            """,
        version: Version.text,
        subcommands: [
            RunCommand.self, ReplayCommand.self, ReviewCommand.self, StudyCommand.self, ExportCommand.self,
            DetectCommand.self,
            ListCommand.self, ShowCommand.self, ValidateCommand.self, SchemaCommand.self, ImportCommand.self,
            GenerateCommand.self,
            ServeCommand.self, GroundCommand.self,
        ])

    /// The command as parsed.
    public init() {}
}

/// What the program calls itself.
enum Version {
    static let number = "0.1.0"
    static let text = "thao \(number)"
}
