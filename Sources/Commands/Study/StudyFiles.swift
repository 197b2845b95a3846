import Markup
import Report
import Study

/// Where the result of a study goes.
enum StudyFiles {
    /// Writes result, table and report.
    ///
    /// - Parameter command: the command that makes the study again.
    static func write(_ result: StudyResult, to folder: String, language: PageLanguage, command: String) throws {
        let report = StudyReport(result, provenance: Provenance(generator: Version.text, command: command))
        try Files.write(result.json(), to: folder + "/study.json")
        try Files.write(StudyTable.csv(result), to: folder + "/study.csv")
        try Files.write(report.html(language: language), to: folder + "/study.html")
    }

    static func show(_ result: StudyResult, folder: String, json: Bool, language: PageLanguage) {
        if json {
            Terminal.output(result.json(), terminator: "")
        } else {
            Terminal.output(StudySheet(result, language: language).text)
            Terminal.output("Result     \(folder)/study.json")
            Terminal.output("Table      \(folder)/study.csv")
            Terminal.output("Report     \(folder)/study.html")
        }
    }
}
