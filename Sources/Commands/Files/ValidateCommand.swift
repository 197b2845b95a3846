import ArgumentParser
import Kernel
import Scenario

/// `thao validate`: everything that is wrong with scenario files, with positions.
struct ValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check scenario files and say where and what is wrong.",
        discussion: """
            A scenario of ours that validates runs. With --dialect ocr a file is judged as the parser of Open Cyber Range
            judges it; what that parser overlooks is then a warning.

            EXAMPLES
              thao validate my-network.yaml other.yaml
              thao validate --dialect ocr exercise.sdl.yml
              thao validate --json my-network.yaml
            """)

    @Argument(help: "Scenario files.")
    var files: [String]

    @Option(help: ArgumentHelp("The dialect: thaotruong or ocr.", valueName: "dialect"))
    var dialect = Dialect.thaotruong.rawValue

    @Flag(help: "Print the diagnostics as JSON.")
    var json = false

    func validate() throws {
        if Dialect(rawValue: dialect) == nil {
            throw ValidationError(
                "--dialect takes \(Dialect.allCases.map(\.rawValue).joined(separator: " or ")), not '\(dialect)'")
        }
    }

    func run() async throws {
        try await reporting {
            let catalogue = try ScenarioLibrary().catalogue
            let dialect = Dialect(rawValue: dialect) ?? .thaotruong
            var diagnostics: [Diagnostic] = []
            var refused = 0
            for file in files {
                let read = ScenarioReader.read(
                    try Files.read(file), file: file, dialect: dialect,
                    catalogue: dialect == .thaotruong ? catalogue : nil)
                diagnostics += read.diagnostics
                if read.value == nil { refused += 1 }
                if !json {
                    for diagnostic in read.diagnostics { Terminal.output(diagnostic) }
                    if read.value != nil { Terminal.output("\(file): valid") }
                }
            }
            if json { Terminal.output(Self.json(diagnostics)) }
            if refused > 0 { throw CommandFailure.content(json ? "" : "\(refused) of \(files.count) files refused") }
        }
    }

    private static func json(_ diagnostics: [Diagnostic]) -> String {
        var writer = JSONWriter(indent: 2)
        writer.array { json in
            for diagnostic in diagnostics {
                json.object { json in
                    json.member("severity", diagnostic.severity.rawValue)
                    json.member("file", diagnostic.file)
                    json.member("line", diagnostic.position.line)
                    json.member("column", diagnostic.position.column)
                    json.member("path", diagnostic.path)
                    json.member("message", diagnostic.message)
                    if let suggestion = diagnostic.suggestion { json.member("suggestion", suggestion) }
                }
            }
        }
        return writer.text
    }
}
