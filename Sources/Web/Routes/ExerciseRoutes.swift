import Exercise
import Ground
import Hummingbird
import Kernel
import Markup
import Scenario

/// Exercises: the list, and making them.
enum ExerciseRoutes {
    private static let pageSize = 50
    /// The largest form with a scenario in it: percent-encoding makes three bytes of one.
    private static let scenarioForm = 3 * ScenarioChoice.longest + Route.bodyLimit

    static let all: [Route] = [
        .page("/exercises", .ownAccount, Texts.Exercises.title) { try await list($0) },
        .page("/exercises/new", .direct, Texts.Exercises.new) { request in
            if let name = request.query("scenario", limit: GroundLimits.name) {
                return try await form(request, try ScenarioChoice(shelf: name, request.site), .empty)
            }
            if let from = request.query("from", limit: 40) { return try await copy(request, from) }
            return ScenarioPage.response(request, .empty, [])
        },
        .action("/exercises/new", .direct, Texts.Exercises.new, bodyLimit: scenarioForm) { request in
            try await request.attempt(again) {
                let plan = try ExercisePlan(request.form, request.site)
                let live = try await plan.make(
                    request, organisation: try request.organisation(asked: Int64(request.form.text("organisation"))))
                return request.done(.exerciseMade, to: "/exercises/\(live.stored.publicID)/setup")
            }
        },
        .action("/exercises/new/check", .direct, Texts.Exercises.check, bodyLimit: scenarioForm) { request in
            try await request.attempt({ ScenarioPage.response($0, $1, []) }) {
                do {
                    return try await form(request, try ScenarioChoice(request.form, request.site), .empty)
                } catch let refusal as ScenarioRefusal {
                    let state = FormState(values: request.form, problem: refusal.problem)
                    return ScenarioPage.response(request, state, refusal.diagnostics)
                }
            }
        },
        .action("/exercises/forecast", .direct, Texts.Exercises.scout, bodyLimit: scenarioForm) { request in
            try await SeedTable.response(request)
        },
    ]

    private static func list(_ request: WebRequest) async throws -> Response {
        let watches = PermissionTable.allows(.observe, to: request.access?.role)
        let isClosed = request.query("show") == "closed"
        let before = try request.query("before", in: 0...Int64.max) ?? .max
        let exercises = try await request.site.ground.exercises(
            organisation: watches ? request.organisationInReach : nil, account: watches ? nil : try request.account.id,
            phases: isClosed ? [.closed] : [.draft, .running, .paused], before: before, limit: pageSize)
        return request.page(PageFrame(Texts.Exercises.title, place: .exercises)) { page in
            page.element("div", ["class": "section-head"]) { page in
                page.tabs(
                    [(Texts.Exercises.open, "/exercises"), (Texts.Exercises.closed, "/exercises?show=closed")],
                    current: isClosed ? "/exercises?show=closed" : "/exercises", label: Texts.Exercises.title)
                if PermissionTable.allows(.direct, to: request.access?.role) {
                    page.element("a", ["class": "button primary", "href": "/exercises/new"]) { page in
                        Icon.plus.draw(in: &page)
                        page.text(Texts.Exercises.new)
                    }
                }
            }
            if exercises.isEmpty {
                page.emptyState(Texts.Exercises.nothing, Texts.Home.waitForLink)
            } else {
                table(exercises, &page)
            }
            if exercises.count == pageSize, let last = exercises.last {
                let target = "/exercises?before=\(last.id)" + (isClosed ? "&show=closed" : "")
                page.element("p") { $0.element("a", ["class": "button", "href": target], Texts.more) }
            }
        }
    }

    private static func table(_ exercises: [StoredExercise], _ page: inout Markup) {
        page.table(
            id: "exercises", caption: Texts.Exercises.title,
            columns: [
                Column(Texts.Exercises.name), Column(Texts.Exercises.phase), Column(Texts.Exercises.scenario),
                Column(Texts.Exercises.made),
            ],
            rows: exercises.map { exercise in
                [
                    .link(LocalizedText(exercise.name), "/exercises/\(exercise.publicID)"),
                    .chip(exercise.phase.title, exercise.phase.tone), .code(exercise.scenario),
                    .moment(exercise.started ?? exercise.created),
                ]
            })
    }

    private static func form(
        _ request: WebRequest, _ choice: ScenarioChoice, _ state: FormState
    ) async throws -> Response {
        var frame = PageFrame(Texts.Exercises.new + ": " + choice.title, place: .exercises)
        frame.parent = (Texts.Exercises.change, "/exercises/new")
        frame.scripts = ["instructor.js"]
        frame.styles = ["direction.css"]
        return request.page(frame, status: state.status) { page in
            if !choice.scenario.description.isEmpty {
                page.element("p", ["class": "lead"], choice.scenario.description)
            }
            ExerciseForm(request: request, choice: choice, state: state).write(to: &page)
        }
    }

    /// The form as it was filled, with what is wrong.
    private static func again(_ request: WebRequest, _ state: FormState) async throws -> Response {
        guard let choice = try? ScenarioChoice(state.values, request.site) else {
            return ScenarioPage.response(request, state, [])
        }
        return try await form(request, choice, state)
    }

    /// The form filled with another exercise's settings.
    private static func copy(_ request: WebRequest, _ publicID: String) async throws -> Response {
        let live = try await request.site.live.exercise(publicID: publicID)
        guard request.directs(live) else { throw Problem.notFound }
        let choice = try await ScenarioChoice(live, request.site)
        let teams = await live.teamList
        let values = FormFields(live.settings, name: live.stored.name, teams: teams, request.language)
        return try await form(request, choice, FormState(values: values))
    }
}

extension FormFields {
    /// A form filled with the settings of an exercise.
    fileprivate init(_ settings: ExerciseSettings, name: String, teams: [Team], _ language: PageLanguage) {
        var pairs = [
            ("name", String((Texts.Exercises.copyOf[language] + name).prefix(GroundLimits.name))),
            ("pace", PaceChoice(settings.pace).rawValue), ("seed", String(settings.seed)),
            ("variant", settings.variant.rawValue), ("grouping", settings.grouping.rawValue),
            ("teams", teams.map(\.name).joined(separator: "\n")),
            ("track", (teams.first?.track ?? .human).rawValue),
        ]
        if let adversary = settings.adversary { pairs.append(("adversary", adversary)) }
        pairs += settings.measures.map { ("measure", $0) }
        if let duration = settings.duration { pairs.append(("minutes", String(duration / 60_000))) }
        if settings.hintsAllowed { pairs.append(("hints", "yes")) }
        if settings.scoreboardVisible { pairs.append(("scoreboard", "yes")) }
        self.init(pairs: pairs)
    }
}
