import Detection
import Foundation
import Scenario

/// The rules of files and folders.
struct RuleLibrary {
    let collection: SigmaCollection
    /// Everything that was found wrong.
    let diagnostics: [Diagnostic]
    let fileCount: Int

    /// How many of the findings are errors.
    var errorCount: Int { diagnostics.count { $0.severity == .error } }

    /// Reads rules; folders with all `.yml` and `.yaml` below them.
    init(_ arguments: [String]) throws {
        var files: [String] = []
        var seen: Set<String> = []
        for argument in arguments {
            for file in try Files.below(argument, extensions: ["yml", "yaml"]) where seen.insert(file).inserted {
                files.append(file)
            }
        }
        if files.isEmpty {
            throw CommandFailure.input("there is no file of rules in \(arguments.joined(separator: ", "))")
        }
        var readings: [SigmaReading] = []
        for (index, file) in files.enumerated() {
            if index.isMultiple(of: 100) { Terminal.progress("reading rules: \(index) of \(files.count) files") }
            readings.append(SigmaReader.read(try Files.read(file), file: file))
        }
        Terminal.progress("")
        collection = SigmaCollection(readings)
        diagnostics = readings.flatMap(\.diagnostics) + collection.diagnostics
        fileCount = files.count
    }
}
