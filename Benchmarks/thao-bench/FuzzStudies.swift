import Content
import Kernel
import NetworkWorld
import Scenario
import Study
import TestSupport

/// Mutated study files, and mutated parts of studies under way.
struct FuzzStudies {
    private let loaded: Loaded
    private let simulation: Simulation
    private let texts: [[UInt8]]
    private let plan: StudyPlan
    private let part: [UInt8]

    init() throws {
        loaded = try Loaded("egov")
        simulation = loaded.scenario.simulation ?? Simulation()
        var texts = [Array(Self.other.utf8)]
        for name in try Content.studyNames() {
            if let file = try Content.study(name) { texts.append(Array(file.text.utf8)) }
        }
        self.texts = texts
        var study = StudyDescription(name: "fuzz", scenario: "egov")
        study.measures = ["mfa"]
        study.extent = .years(8)
        study.adversaries = [StudyAdversary(name: "espionage")]
        study.adversaries[0].attemptsPerYear = UncertainNumber(500)
        plan = try StudyPlan(study, scenario: loaded.scenario, catalogue: loaded.catalogue, contentHash: 1)
        part = Array(try Self.part(plan).utf8)
    }

    /// What there is, in words.
    var summary: String { "\(texts.count) study files and a part of \(part.count) bytes" }

    /// Reads one mutated study file; one that is accepted must make a plan or be refused in words.
    func tryStudy(_ random: inout FuzzRandom) -> FuzzVerdict {
        guard let text = random.pick(texts) else { return .failed("there is nothing to mutate") }
        let bytes = TextMutation.mutate(text, &random)
        _ = StudyReader.scenario(of: bytes)
        let read = StudyReader.read(
            bytes, file: "study.yaml", simulation: simulation, playbooks: Playbook.allCases.map(\.rawValue))
        guard let study = read.value else { return FuzzCorpus.judge(read.diagnostics, length: bytes.count) }
        do {
            let plan = try StudyPlan(study, scenario: loaded.scenario, catalogue: loaded.catalogue, contentHash: 1)
            let size = plan.size
            if size.arms.isEmpty || size.years < 1 { return .failed("a plan without arms or years") }
            return .accepted
        } catch {
            return error.description.isEmpty ? .failed("refused without a word") : .refused
        }
    }

    /// Reads one mutated part; one that is accepted must give a result where it says that all is done.
    func tryPart(_ random: inout FuzzRandom) -> FuzzVerdict {
        let bytes = TextMutation.mutate(part, &random)
        let text = String(decoding: bytes, as: UTF8.self)
        do {
            let course = try StudyCourse.resuming(plan, from: text)
            if let result = course.result() { precondition(result.arms.count == 2) }
            return .accepted
        } catch let error as JSONError {
            return FuzzCorpus.isPlace(error.position, length: text.utf8.count)
                ? .refused : .failed("no position: \(error)")
        } catch {
            return .refused
        }
    }

    /// The text of a finished study, without running it on threads.
    private static func part(_ plan: StudyPlan) throws -> String {
        let course = try StudyCourse(plan)
        try course.runHere()
        return course.part()
    }

    /// A study with everything that the shipped one lacks.
    private static let other = """
        name: wide
        title: one title
        scenario: egov
        seed: 9
        adversaries:
          crew: {profile: ransomware, title: {vi: a, en: b}, skill: 0.4, stealth: 12 %, share: 0.5}
          espionage: {attempts-per-year: {low: 0.1, likely: 1, high: 4, source: a report}}
        measures: [mfa, patching, segmentation]
        costs:
          mfa: {low: 1, likely: 2, high: 3}
          patching: 300_000_000
        base: {measures: [admin-tiering], playbook: none}
        design: optimiser
        objective: net-benefit
        budget: 900_000_000
        years: 100
        draws: 64
        uncertain-numbers: likely

        """
}
