import Markup
import Study

/// Where the result of a study goes.
enum StudyFiles {
    static func write(_ result: StudyResult, to folder: String) throws {
        try Files.write(result.json(), to: folder + "/study.json")
        try Files.write(StudyTable.csv(result), to: folder + "/study.csv")
    }

    static func show(_ result: StudyResult, folder: String, json: Bool, language: PageLanguage) {
        if json {
            Terminal.output(result.json(), terminator: "")
        } else {
            Terminal.output(StudySheet(result, language: language).text)
            Terminal.output("Result     \(folder)/study.json")
            Terminal.output("Table      \(folder)/study.csv")
        }
    }
}
