import Exercise
import Ground
import Kernel
import Markup
import Scenario

/// What somebody filled in to make an exercise.
struct ExercisePlan: Sendable {
    /// Names of the form's fields.
    static let fields = ["name", "seed", "minutes", "teams", "adversary", "measure"]
    /// Most teams that are made together with an exercise.
    static let mostTeams = 100

    var choice: ScenarioChoice
    var name: String
    var settings: ExerciseSettings
    var teams: [String]
    var track: Track

    /// Reads a form.
    ///
    /// - Throws: ``Problem`` with the field at fault; ``ScenarioRefusal``.
    init(_ form: FormFields, _ site: Site) throws {
        choice = try ScenarioChoice(form, site)
        name = form.text("name")
        settings = try Self.settings(form, choice)
        teams = form.text("teams").split(whereSeparator: \.isNewline)
            .map { $0.trimmingPrefix { $0.isWhitespace } }.filter { !$0.isEmpty }.map(String.init)
        guard teams.count <= Self.mostTeams else {
            throw Problem.invalid(Texts.Exercises.tooManyTeams, field: "teams")
        }
        track = form["track"].flatMap(Track.init) ?? .human
    }

    /// The settings that a form says.
    static func settings(_ form: FormFields, _ choice: ScenarioChoice) throws -> ExerciseSettings {
        var settings = ExerciseSettings()
        let adversary = form.text("adversary")
        if !adversary.isEmpty { settings.adversary = adversary }
        settings.measures = form.all("measure")
        guard let seed = UInt64(form["seed"].map { $0.isEmpty ? "1" : $0 } ?? "1") else {
            throw Problem.invalid(Texts.Exercises.badSeed, field: "seed")
        }
        settings.seed = seed
        settings.variant = form["variant"].flatMap(ExerciseSettings.Variant.init) ?? .shared
        settings.grouping = form["grouping"].flatMap(ExerciseSettings.Grouping.init) ?? .team
        settings.pace = PaceChoice(form.text("pace"))?.pace ?? .factor(10)
        let minutes = form.text("minutes")
        if !minutes.isEmpty {
            guard let number = Int64(minutes), (1...43_200).contains(number) else {
                throw Problem.invalid(Texts.API.wholeNumber(1...43_200), field: "minutes")
            }
            settings.duration = .minutes(number)
        }
        settings.hintsAllowed = form["hints"] == "yes"
        settings.scoreboardVisible = form["scoreboard"] == "yes"
        try check(settings, choice)
        return settings
    }

    /// Refuses names that the scenario does not have, so that the form can say which.
    static func check(_ settings: ExerciseSettings, _ choice: ScenarioChoice) throws {
        let simulation = choice.simulation
        if let adversary = settings.adversary, !simulation.adversaries.contains(where: { $0.name == adversary }) {
            throw Problem.invalid(Texts.Exercises.unknownAdversary, field: "adversary")
        }
        for measure in settings.measures where !simulation.measures.contains(where: { $0.name == measure }) {
            throw Problem.invalid(Texts.Exercises.unknownMeasure, field: "measure")
        }
    }

    /// Makes the exercise with its teams.
    ///
    /// - Throws: ``GroundError`` where something cannot be taken; then no exercise is left behind.
    func make(_ request: WebRequest, organisation: Int64) async throws -> LiveExercise {
        let site = request.site
        let live = try await site.live.create(
            name: name, scenario: choice.name, content: choice.content, settings: settings,
            organisation: organisation, by: request.requester)
        do {
            for name in teams {
                let team = try await site.ground.createTeam(
                    exercise: live.id, name: name, track: track, by: request.requester)
                try await live.add(team)
            }
        } catch {
            try? await site.live.delete(live, by: request.requester)
            var problem = Problem(error)
            problem.field = "teams"
            throw problem
        }
        return live
    }
}

/// A pace as forms name it.
enum PaceChoice: String, CaseIterable {
    case real = "1"
    case ten = "10"
    case thirty = "30"
    case sixty = "60"
    case fast = "300"
    case turnFive = "turn-5"
    case turnFifteen = "turn-15"
    case turnThirty = "turn-30"
    case turnHour = "turn-60"

    init?(_ text: String) { self.init(rawValue: text) }

    /// The choice that is nearest to a pace.
    init(_ pace: ExerciseSettings.Pace) {
        self = Self.allCases.first { $0.pace == pace } ?? .ten
    }

    /// What it stands for.
    var pace: ExerciseSettings.Pace {
        switch self {
        case .real: .factor(1)
        case .ten: .factor(10)
        case .thirty: .factor(30)
        case .sixty: .factor(60)
        case .fast: .factor(300)
        case .turnFive: .turns(.minutes(5))
        case .turnFifteen: .turns(.minutes(15))
        case .turnThirty: .turns(.minutes(30))
        case .turnHour: .turns(.minutes(60))
        }
    }
}

extension ExerciseSettings.Pace {
    /// What people call it.
    var title: LocalizedText {
        switch self {
        case .factor(1): Texts.Exercises.realTime
        case .factor(let factor): LocalizedText("×\(factor)")
        case .turns(let length): Texts.Exercises.turns + Figures.duration(length)
        }
    }
}
