import Kernel
import Scenario
import Testing

/// Reading study files; what is wrong with them is told with its place.
struct StudyReaderTests {
    private static var simulation: Simulation {
        var simulation = Simulation()
        simulation.adversaries = [Adversary(name: "thief", goal: .steal), Adversary(name: "crew", goal: .encrypt)]
        simulation.measures = (1...10).map { Measure(name: "m\($0)") }
        return simulation
    }

    private static func read(_ text: String) -> ReadResult<StudyDescription> {
        StudyReader.read(
            Array(text.utf8), file: "s.yaml", simulation: simulation, playbooks: ["none", "standard", "other"])
    }

    @Test func everyKeyIsRead() throws {
        let read = Self.read(
            """
            name: one
            title: {vi: a, en: b}
            scenario: small
            seed: 7
            adversaries:
              thief: {attempts-per-year: {low: 0.5, likely: 1, high: 2, source: report}}
              fast: {profile: crew, skill: 75 %, stealth: 0.25, share: 0.5, tempo: 2 min}
            measures: [m1, m3]
            playbooks: [other]
            base: {measures: [m2], playbook: none}
            costs: {m1: 1_000}
            design: factorial
            precision: 5 %
            at-most: 20_000
            budget: 50
            objective: net-benefit
            draws: 32
            uncertain-numbers: likely
            """)
        #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
        let study = try #require(read.value)
        #expect(study.seed == 7 && study.draws == 32 && !study.drawsNumbers)
        #expect(study.adversaries.map(\.name) == ["thief", "fast"])
        #expect(
            study.adversaries[0].attemptsPerYear
                == UncertainNumber(low: 500, likely: 1_000, high: 2_000, source: "report"))
        #expect(study.adversaries[1].profileName == "crew" && study.adversaries[1].skill == 3 << 30)
        #expect(study.measures == ["m1", "m3"] && study.baseMeasures == ["m2"] && study.basePlaybook == "none")
        #expect(study.costs == [StudyCost(measure: "m1", cost: UncertainNumber(1_000))])
        #expect(study.extent == .precision(.share(214_748_365), atMost: 20_000))
        #expect(study.budget == 50 && study.objective == .netBenefit && study.design == .factorial)
    }

    @Test(arguments: [
        ("meassures: [m1]", "3:1", "unknown key 'meassures'"), ("measures: [m11]", "3:12", "no measure is named 'm11'"),
        ("costs: {m1: -3}", "3:13", "whole number of currency units"), ("precision: 0 %", "3:12", "no study can be"),
        ("precision: much", "3:12", "an amount above 0"), ("at-most: 5", "3:1", "goes with 'precision'"),
        ("design: factorial", "3:1", "too many combinations"),
        ("adversaries: {crew: {profile: thief}}", "3:31", "needs a name of its own"),
        ("adversaries: {thief: {attempts-per-year: 2000}}", "3:42", "more than 1,000 attempts"),
        ("adversaries: {thief: {attempts-per-year: 0}}", "3:14", "nobody ever attacks"),
        ("playbooks: [standard]", "3:13", "is the base's playbook"),
    ]) func mistakesHaveTheirPlace(line: String, place: String, message: String) {
        let read = Self.read("name: one\nscenario: small\n\(line)\n")
        #expect(read.value == nil)
        let errors = read.diagnostics.filter { $0.severity == .error }
        #expect(errors.contains { $0.position.description == place && $0.message.contains(message) }, "\(errors)")
    }

    @Test func theScenarioIsFoundFirst() {
        #expect(StudyReader.scenario(of: Array("scenario: egov\nx: [".utf8)) == nil)
        #expect(StudyReader.scenario(of: Array("name: a\nscenario: egov\n".utf8)) == "egov")
        #expect(StudyReader.scenario(of: Array("scenario: [egov]".utf8)) == nil)
    }
}
