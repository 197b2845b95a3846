import Exercise
import Ground
import Hummingbird
import Kernel
import Markup
import Scenario

/// The practice exercise: made, started and entered with one click.
enum PracticeRoutes {
    /// The scenario that is practised with.
    private static let scenario = "egov"
    /// How many exercise seconds a real second has.
    private static let factor = 10
    /// Days on which somebody gets in within two hours and, undefended, reaches their goal within five.
    private static let seeds: [UInt64] = [8, 7, 4, 2]

    static let all: [Route] = [
        .action("/exercises/practice", .direct, Texts.Practice.start) { request in
            let exercise = try await start(for: request)
            return request.done(.practiceStarted, to: "/exercises/\(exercise.stored.publicID)/desk")
        },
        .api(
            .post, "/exercises/practice", .direct, Texts.Practice.start,
            answers: [
                .created(
                    Texts.Practice.title,
                    .object([
                        .required("exercise", .string("What links call it", 1...40)), .required("team", .integer()),
                    ]))
            ]
        ) { request in
            let exercise = try await start(for: request)
            let teams = await exercise.teamList
            return .json(status: .created) { json in
                json.object { json in
                    json.member("exercise", exercise.stored.publicID)
                    if let team = teams.first { json.member("team", team.id) }
                }
            }
        },
    ]

    /// Writes what it is, with the button that begins it.
    static func card(_ request: WebRequest, to page: inout Markup) {
        page.element("section", ["class": "card practice", "aria-labelledby": "practice-title"]) { page in
            page.element("div") { page in
                page.element("h2", ["id": "practice-title"], Texts.Practice.title)
                page.element("p", ["class": "muted"], Texts.Practice.lead)
            }
            page.form(request, action: "/exercises/practice") { page in
                page.element("button", ["class": "primary"]) { page in
                    Icon.flag.draw(in: &page)
                    page.text(Texts.Practice.start)
                }
            }
        }
    }

    /// Makes an exercise with one team in which the account has a seat, and lets its clock run.
    private static func start(for request: WebRequest) async throws -> LiveExercise {
        let account = try request.account
        guard let entry = request.site.live.shelf[scenario] else { throw Problem.notFound }
        var settings = ExerciseSettings()
        settings.pace = .factor(factor)
        settings.seed = seeds[Int(request.site.now() / 1_000 % Int64(seeds.count))]
        let title = entry.scenario.title.or(entry.name)
        let name = (Texts.Practice.name + ": " + title)[request.language]
        let exercise = try await request.site.live.create(
            name: String(name.prefix(60)), scenario: entry.name, content: entry.content, settings: settings,
            organisation: account.organisation, by: request.requester)
        let ground = request.site.ground
        let team = try await ground.createTeam(
            exercise: exercise.id, name: String(account.displayName.prefix(60)), track: account.track,
            by: request.requester)
        try await exercise.add(team)
        _ = try await ground.takeSeat(team: team.id, account: account.id, by: request.requester)
        try await exercise.control(.start, by: request.requester)
        return exercise
    }
}
