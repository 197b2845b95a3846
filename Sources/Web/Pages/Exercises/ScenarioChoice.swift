import Exercise
import Ground
import HTTPTypes
import Kernel
import Markup
import NetworkWorld
import Scenario

/// What an exercise is to be made from: a scenario of the box, or a text of one's own.
struct ScenarioChoice: Sendable {
    /// Longest scenario that is taken, in bytes.
    static let longest = 1 << 20

    /// The short name.
    let name: String
    /// The text where it is one's own; empty for a scenario of the box.
    let yaml: String
    /// Scenario and catalogue as the exercise keeps them.
    let content: ExerciseContent
    /// What the file says.
    let scenario: Scenario

    /// The simulated world; every choice has one.
    var simulation: Simulation { scenario.simulation ?? Simulation() }
    /// Hosts of the scenario.
    var hostCount: Int { simulation.hosts.reduce(0) { $0 + $1.count } }
    /// The name that people read.
    var title: LocalizedText { scenario.title.or(name) }

    /// A scenario of the box.
    ///
    /// - Throws: ``Problem`` (invalid) where there is none of that name.
    init(shelf name: String, _ site: Site) throws {
        guard let entry = site.live.shelf[name] else {
            throw Problem.invalid(Texts.Exercises.unknownScenario, field: "scenario")
        }
        self.init(entry)
    }

    /// A scenario of the box.
    init(_ entry: ScenarioShelf.Entry) {
        name = entry.name
        yaml = ""
        content = entry.content
        scenario = entry.scenario
    }

    /// A text of one's own, with the cards and analytics of the box.
    ///
    /// - Throws: ``ScenarioRefusal`` with everything that is wrong; ``Problem`` where it is too long.
    /// - Complexity: O(text + catalogue), some 100 ms.
    init(yaml: String, _ site: Site) throws {
        guard yaml.utf8.count <= Self.longest else {
            throw Problem(.contentTooLarge, "too-large", Texts.Exercises.tooLong, field: "yaml")
        }
        let catalogue = site.live.shelf.entries.first?.content.catalogue ?? []
        let read = ScenarioReader.read(
            Array(yaml.utf8), file: "scenario.yaml", catalogue: try ExerciseReading.catalogue(catalogue))
        guard let scenario = read.value else { throw ScenarioRefusal(diagnostics: read.diagnostics) }
        guard scenario.simulation != nil else { throw Problem.invalid(Texts.Exercises.noSimulation, field: "yaml") }
        name = String(scenario.name.prefix(GroundLimits.name))
        self.yaml = yaml
        content = ExerciseContent(
            scenario: EmbeddedText(name: "scenario.yaml", text: yaml), catalogue: catalogue)
        self.scenario = scenario
    }

    /// What a form says: a name of the box, or else a text.
    init(_ form: FormFields, _ site: Site) throws {
        if let yaml = form["yaml"], !yaml.isEmpty {
            try self.init(yaml: yaml, site)
        } else {
            try self.init(shelf: form.text("scenario"), site)
        }
    }

    /// What an exercise was made from.
    init(_ live: LiveExercise, _ site: Site) async throws {
        let content = try await site.ground.exerciseContent(live.id)
        let isOfTheBox = site.live.shelf[live.stored.scenario]?.content.scenario == content.scenario
        name = live.stored.scenario
        yaml = isOfTheBox ? "" : content.scenario.text
        self.content = content
        scenario = live.program.scenario
    }

    /// The scenario compiled for these settings.
    func program(_ settings: ExerciseSettings) throws -> Program {
        try ExerciseReading.scenario(content).program(settings)
    }
}

/// A text that is no scenario that can be run.
struct ScenarioRefusal: Error {
    /// Everything that there is to say about it.
    var diagnostics: [Diagnostic]

    /// The first of it, as a problem.
    var problem: Problem {
        let text = diagnostics.filter { $0.severity == .error }.prefix(5).map(\.description).joined(separator: "\n")
        return Problem.invalid(LocalizedText(text), field: "yaml")
    }
}
