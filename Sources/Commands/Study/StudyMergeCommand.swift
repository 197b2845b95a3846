import ArgumentParser
import Foundation
import Kernel
import Markup
import Study

/// `thao study merge`: the result of a study whose shards ran apart.
struct StudyMergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Put the parts of a study together: byte for byte the result of the whole.",
        discussion: """
            The parts may come from any machines and in any order; together they must hold
            every block exactly once. They bring study, scenario and cards with them.

            EXAMPLES
              thao study merge a.study-part b.study-part --out out/egov
            """)

    @Argument(help: "The .study-part files of all shards.")
    var parts: [String]

    @Option(help: ArgumentHelp("The output folder; out/NAME-study where not given.", valueName: "folder"))
    var out: String?

    @Option(help: ArgumentHelp("Language of summary and report: vi or en.", valueName: "language"))
    var language = PageLanguage.english.rawValue

    @Flag(help: "Print the result as JSON instead of the summary.")
    var json = false

    func validate() throws {
        if PageLanguage(rawValue: language) == nil {
            throw ValidationError("--language takes vi or en, not '\(language)'")
        }
    }

    func run() async throws {
        try await reporting {
            let texts = try parts.map { (name: $0, text: String(decoding: try Files.read($0), as: UTF8.self)) }
            guard let first = texts.first else { throw CommandFailure.usage("no parts") }
            let result: StudyResult
            let command: String
            do {
                let source = try StudyCourse.source(ofPart: first.text)
                let loaded = try LoadedStudy(part: first.name, runs: source.runs, contents: source.contents)
                let course = try StudyCourse.merging(loaded.plan, parts: texts)
                guard let whole = course.result() else { throw CommandFailure.content("the study is not complete") }
                result = whole
                command = loaded.command(runs: source.runs)
            } catch let error as JSONError {
                throw CommandFailure.content("\(first.name):\(error)")
            } catch let error as StudyError {
                throw CommandFailure.content(error.description)
            }
            let folder = out ?? "out/\(result.name)-study"
            try Files.createFolder(folder)
            let language = PageLanguage(rawValue: language) ?? .english
            try StudyFiles.write(result, to: folder, language: language, command: command)
            StudyFiles.show(result, folder: folder, json: json, language: language)
        }
    }
}
