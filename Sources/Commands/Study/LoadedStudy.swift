import Content
import Foundation
import Kernel
import NetworkWorld
import Scenario
import Study

/// A study with everything it needs, read from files or from the texts that a part holds.
struct LoadedStudy {
    let plan: StudyPlan
    /// Study, scenario and catalogue as texts, in this order.
    let contents: [EmbeddedText]

    /// A study by path, or a shipped one by its short name; its scenario is a shipped one, or a file beside it.
    ///
    /// - Parameter runs: how many attacks to simulate, instead of what the file says.
    init(_ name: String, runs: Int?) throws {
        let file = try Self.file(name)
        let library = try ScenarioLibrary()
        let bytes = Array(file.text.utf8)
        guard let wanted = StudyReader.scenario(of: bytes) else {
            // Without a scenario nothing that is named can be looked up; what else is wrong can be said.
            let read = StudyReader.read(bytes, file: file.name, simulation: Simulation(), playbooks: [])
            throw CommandFailure.content(ScenarioLibrary.list(read.diagnostics))
        }
        let scenario = try library.load(Self.path(of: wanted, beside: file.name))
        try self.init(study: file, scenario: scenario, library: library, runs: runs)
    }

    /// The study that a part was made from.
    init(part: String, runs: Int?, contents: [EmbeddedText]) throws {
        guard contents.count > 2 else { throw CommandFailure.content("\(part): the part does not hold its study") }
        let library = try ScenarioLibrary(contents: Array(contents.dropFirst(2)))
        try self.init(study: contents[0], scenario: try library.load(contents[1]), library: library, runs: runs)
    }

    private init(study file: EmbeddedText, scenario: LoadedScenario, library: ScenarioLibrary, runs: Int?) throws {
        let read = StudyReader.read(
            Array(file.text.utf8), file: file.name, simulation: scenario.simulation,
            playbooks: Playbook.allCases.map(\.rawValue))
        guard var study = read.value else { throw CommandFailure.content(ScenarioLibrary.list(read.diagnostics)) }
        if let runs { study.extent = .runs(runs) }
        contents = [file] + scenario.contents
        var hasher = StableHasher()
        // Not the names: where a file lies changes no result.
        for content in contents { hasher.combine(content.text) }
        do throws(StudyError) {
            plan = try StudyPlan(
                study, scenario: scenario.scenario, catalogue: library.catalogue, contentHash: hasher.digest)
        } catch {
            throw CommandFailure.content("\(file.name): \(error)")
        }
    }

    /// The command that makes the study again. Only the name of a file goes into it: where it lies is nobody's business.
    func command(runs: Int?) -> String {
        let file = contents[0].name
        var name = (file as NSString).lastPathComponent
        let short = (name as NSString).deletingPathExtension
        if let shipped = try? Content.study(short), shipped.path == file { name = short }
        let quoted = name.contains(" ") ? "'\(name)'" : name
        return "thao study \(quoted)" + (runs.map { " --runs \($0)" } ?? "")
    }

    private static func file(_ name: String) throws -> EmbeddedText {
        let shipped = try ShippedFile.find(name, noun: "study", shipped: Content.study, names: Content.studyNames)
        if let shipped { return EmbeddedText(name: shipped.path, text: shipped.text) }
        let bytes = try Files.read(name)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let read = StudyReader.read(bytes, file: name, simulation: Simulation(), playbooks: [])
            throw CommandFailure.content(ScenarioLibrary.list(read.diagnostics))
        }
        return EmbeddedText(name: name, text: text)
    }

    /// A file beside the study comes before a shipped scenario of that name.
    private static func path(of scenario: String, beside study: String) -> String {
        if scenario.hasPrefix("/") { return scenario }
        let folder = (study as NSString).deletingLastPathComponent
        let beside = folder.isEmpty ? scenario : folder + "/" + scenario
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: beside, isDirectory: &isFolder)
        return isThere && !isFolder.boolValue || scenario.contains("/") || scenario.contains(".") ? beside : scenario
    }
}
