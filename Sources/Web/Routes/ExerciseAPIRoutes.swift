import Exercise
import Ground
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Scenario

/// Exercises and their teams, for programs.
enum ExerciseAPIRoutes {
    private static let exercise = LocalizedText("Bài tập", "The exercise")
    private static let team = LocalizedText("Đội", "The team")
    private static let path = [ExerciseRecords.parameter]
    private static let teamPath = [ExerciseRecords.parameter, Records.number("team")]
    /// A scenario as a JSON text: escapes make at most two bytes of most.
    private static let scenarioBody = 2 * ScenarioChoice.longest + Route.bodyLimit

    static let all: [Route] = exercises + teams + seats

    private static let exercises: [Route] = [
        .api(
            .get, "/exercises", .ownAccount, Texts.Exercises.title,
            query: [
                Route.Parameter(
                    name: "phase", summary: Texts.Exercises.phase,
                    schema: .choice(ExercisePhase.allCases.map(\.rawValue))),
                Route.Parameter(
                    name: "before",
                    summary: LocalizedText("Chỉ những bài cũ hơn bài này", "Only those older than this one"),
                    schema: .string("", 1...40)),
            ],
            answers: [.ok(LocalizedText("Mới nhất trước", "Newest first"), .array(of: ExerciseRecords.exercise))]
        ) { request in
            let watches = PermissionTable.allows(.observe, to: request.access?.role)
            let phase = request.query("phase").flatMap(ExercisePhase.init)
            var before = Int64.max
            if let publicID = request.query("before", limit: 40) {
                before = try await request.site.ground.exercise(publicID: publicID).id
            }
            let found = try await request.site.ground.exercises(
                organisation: watches ? request.organisationInReach : nil,
                account: watches ? nil : try request.account.id, phases: phase.map { [$0] } ?? ExercisePhase.allCases,
                before: before)
            return .json { json in json.array { json in for one in found { one.write(to: &json) } } }
        },
        .api(
            .post, "/exercises", .direct, Texts.Exercises.new,
            body: .object([
                .required("name", ExerciseRecords.name),
                .optional("scenario", .string("Short name of a scenario of the box", 1...GroundLimits.name)),
                .optional("yaml", .string("Or the text of a scenario", 1...ScenarioChoice.longest)),
                .optional("settings", ExerciseRecords.settings),
                .optional(
                    "teams",
                    .array(
                        of: .object([.required("name", ExerciseRecords.name), .optional("track", Records.track)]), "",
                        0...ExercisePlan.mostTeams)),
                .optional("organisation", .integer().orNull),
            ]), bodyLimit: scenarioBody,
            answers: [.created(exercise, ExerciseRecords.openExercise)]
        ) { request in try await create(request) },
        .api(
            .get, "/exercises/{exercise}", .ownAccount, exercise, parameters: path,
            answers: [.ok(exercise, ExerciseRecords.openExercise)]
        ) { request in try await answer(try await request.visibleExercise(), request) },
        .api(
            .delete, "/exercises/{exercise}", .direct, Texts.Exercises.delete, parameters: path,
            answers: [.nothing(Notice.exerciseDeleted.text)]
        ) { request in
            try await request.site.live.delete(try await request.directedExercise(), by: request.requester)
            return .nothing
        },
        .api(
            .post, "/exercises/{exercise}/control", .direct, Texts.Direction.overview, parameters: path,
            body: .object([
                .required(
                    "kind",
                    .choice([
                        "start", "pause", "resume", "extend", "step", "freeze-scoreboard", "unfreeze-scoreboard",
                        "close",
                    ])),
                .optional("milliseconds", .integer("How much longer", 1...ControlInput.longestExtension)),
            ]),
            answers: [.ok(exercise, ExerciseRecords.openExercise)]
        ) { request in
            let live = try await request.directedExercise()
            try await live.control(try ControlInput(json: request.json), by: request.requester)
            return try await answer(live, request)
        },
    ]

    private static let teams: [Route] = [
        .api(
            .get, "/exercises/{exercise}/teams", .ownAccount, Texts.Exercises.teams, parameters: path,
            answers: [.ok(Texts.Exercises.teams, .array(of: ExerciseRecords.team))]
        ) { request in
            let teams = await (try await request.visibleExercise()).teamList
            return .json { json in json.array { json in for team in teams { team.write(to: &json) } } }
        },
        .api(
            .post, "/exercises/{exercise}/teams", .direct, Texts.Exercises.addTeam, parameters: path,
            body: .object([.required("name", ExerciseRecords.name), .optional("track", Records.track)]),
            answers: [.created(team, ExerciseRecords.team)]
        ) { request in
            let live = try await request.directedExercise()
            let team = try await request.addTeam(
                named: try request.json.required("name").string(), track: try track(request.json) ?? .human, to: live)
            return .json(status: .created) { team.write(to: &$0) }
        },
        .api(
            .patch, "/exercises/{exercise}/teams/{team}", .direct, Texts.Exercises.teams, parameters: teamPath,
            body: .object([.optional("name", ExerciseRecords.name), .optional("track", Records.track)]),
            answers: [.ok(team, ExerciseRecords.team)]
        ) { request in
            let (live, team) = try await request.directedTeam()
            let changed = try await request.change(
                team, name: try request.json["name"]?.string(), track: try track(request.json), in: live)
            return .json { changed.write(to: &$0) }
        },
        .api(
            .delete, "/exercises/{exercise}/teams/{team}", .direct, Texts.Exercises.removeTeam, parameters: teamPath,
            answers: [.nothing(Notice.teamRemoved.text)]
        ) { request in
            let (live, team) = try await request.directedTeam()
            try await request.remove(team, from: live)
            return .nothing
        },
        .api(
            .post, "/exercises/{exercise}/invitations", .direct, Texts.Exercises.inviteTeam, parameters: path,
            body: .object([
                .optional("team", .integer("The team that they join; none: they choose").orNull),
                .optional("uses", .integer("", 1...Int64(GroundLimits.invitationUses))),
                .optional("expires", .integer("Milliseconds since 1970; a week from now where it is left out")),
            ]),
            answers: [
                .created(
                    Texts.People.linkTitle,
                    .object([
                        .required("secret", .string("For the link /join/SECRET; shown only this once")),
                        .required("invitation", Records.invitation),
                    ]))
            ]
        ) { request in
            let live = try await request.directedExercise()
            let issued = try await request.invite(
                to: live, team: try request.json.optionalInteger("team"),
                uses: Int(try request.json.optionalInteger("uses") ?? 30),
                expires: try request.json.optionalInteger("expires"))
            return .json(status: .created) { json in
                json.object { json in
                    json.member("secret", issued.secret)
                    json.key("invitation")
                    issued.invitation.write(to: &json)
                }
            }
        },
    ]

    private static let seats: [Route] = [
        .api(
            .put, "/exercises/{exercise}/teams/{team}/seats/{account}", .direct, Texts.Exercises.takeSeat,
            parameters: teamPath + [Records.number("account")],
            body: .object([.optional("duty", .string("What they do in the team", 0...GroundLimits.name))]),
            answers: [.nothing(Notice.seatTaken.text)]
        ) { request in
            let (_, team) = try await request.directedTeam()
            let id = try request.number("account")
            let account = id == (try request.account.id) ? try request.account : try await request.accountInReach(id)
            _ = try await request.site.ground.takeSeat(
                team: team.id, account: account.id, duty: try request.json["duty"]?.string() ?? "",
                by: request.requester)
            return .nothing
        },
        .api(
            .delete, "/exercises/{exercise}/seats/{account}", .direct, Texts.Exercises.leaveSeat,
            parameters: path + [Records.number("account")], answers: [.nothing(Notice.seatLeft.text)]
        ) { request in
            let live = try await request.directedExercise()
            try await request.site.ground.leaveSeat(
                exercise: live.id, account: try request.number("account"), by: request.requester)
            return .nothing
        },
    ]

    private static func create(_ request: WebRequest) async throws -> Response {
        let json = request.json
        let site = request.site
        do {
            let choice = try scenario(json, site)
            let settings =
                try json["settings"].map { json throws(JSONError) in try ExerciseSettings(json: json) }
                ?? ExerciseSettings()
            try ExercisePlan.check(settings, choice)
            let live = try await site.live.create(
                name: try json.required("name").string(), scenario: choice.name, content: choice.content,
                settings: settings,
                organisation: try request.organisation(asked: try json.optionalInteger("organisation")),
                by: request.requester)
            do {
                for team in try json["teams"]?.array() ?? [] {
                    _ = try await request.addTeam(
                        named: try team.required("name").string(), track: try track(team) ?? .human, to: live)
                }
            } catch {
                try? await site.live.delete(live, by: request.requester)
                throw error
            }
            return try await answer(live, request, status: .created)
        } catch let refusal as ScenarioRefusal {
            throw refusal.problem
        }
    }

    /// The scenario that a body names or holds.
    static func scenario(_ json: JSONValue, _ site: Site) throws -> ScenarioChoice {
        if let yaml = try json["yaml"]?.string() { return try ScenarioChoice(yaml: yaml, site) }
        return try ScenarioChoice(shelf: try json.required("scenario").string(), site)
    }

    private static func answer(
        _ live: LiveExercise, _ request: WebRequest, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let stored = try await request.site.ground.exercise(live.id)
        let state = await live.status
        let teams = await live.teamList
        return .json(status: status) { live.write(stored, to: &$0, status: state, teams: teams) }
    }

    private static func track(_ json: JSONValue) throws -> Track? {
        try json["track"].flatMap { try Track(rawValue: $0.string()) }
    }
}
