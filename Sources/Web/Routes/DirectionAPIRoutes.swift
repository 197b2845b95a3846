import Exercise
import Ground
import Hummingbird
import Kernel
import Markup
import Scenario

/// Directing exercises, scenarios and seeds, for programs.
enum DirectionAPIRoutes {
    private static let path = [ExerciseRecords.parameter]
    private static let teamPath = [ExerciseRecords.parameter, Records.number("team")]
    private static let scenarioBody = 2 * ScenarioChoice.longest + Route.bodyLimit
    /// Most seeds of one request.
    private static let mostSeeds: Int64 = 100

    static let all: [Route] = [
        .api(
            .get, "/exercises/{exercise}/overview", .observe, Texts.Direction.allTeams, parameters: path,
            answers: [
                .ok(
                    LocalizedText("Mỗi đội: sự thật bên cạnh cái nhìn", "Each team: truth beside view"),
                    .any("teams with glance; injects as each team stands to them, for those who direct"))
            ]
        ) { request in
            let direction = try await request.direction()
            return .json { direction.writeOverview(to: &$0) }
        },
        .api(
            .post, "/exercises/{exercise}/direction", .direct, Texts.Direction.injects, parameters: path,
            body: .object([
                .optional("team", .integer("Left out: all teams").orNull),
                .required(
                    "input",
                    .any(
                        "kind inject {inject}, broadcast {text}, chat {text}, grant-foothold {host}, or mark {metric or report, "
                            + "points, comment}")),
            ]),
            answers: [
                .ok(
                    LocalizedText("Các đội đã nhận", "The teams that took it"),
                    .array(
                        of: .object([
                            .required("team", .integer()), .required("number", .integer("Of the journal's entry")),
                            .required("time", .integer("Exercise milliseconds")),
                        ])))
            ]
        ) { request in
            let live = try await request.directedExercise()
            let input = try TeamInput(json: try request.json.required("input"))
            let taken = try await request.direct(input, team: try request.json.optionalInteger("team"), in: live)
            return .json { json in
                json.array { json in
                    for (team, entry) in taken {
                        json.object { json in
                            json.member("team", team)
                            json.member("number", entry.number)
                            json.member("time", entry.time)
                        }
                    }
                }
            }
        },
        .api(
            .get, "/exercises/{exercise}/scoreboard", .ownAccount, Texts.Direction.scoreboard, parameters: path,
            answers: [.ok(Texts.Direction.scoreboard, .any("phase, time, frozen, shown, teams by track and place"))]
        ) { request in
            let live = try await request.visibleExercise()
            // Whether a hidden one is shown depends on who asks, and on the phase.
            guard live.settings.scoreboardVisible else {
                let board = await Scoreboard(live, for: request)
                return .json { board.write(to: &$0) }
            }
            return .json(
                await request.site.scoreboards.bytes(of: live) { await Scoreboard(live, for: request) })
        },
        .api(
            .get, "/exercises/{exercise}/teams/{team}/truth", .observe, Texts.Direction.story, parameters: teamPath,
            answers: [.ok(Texts.Direction.truthBeside, .any("The run as it truly was, up to now"))]
        ) { request in
            let truth = try await TeamTruth(request)
            return .json { truth.timeline?.write(to: &$0) }
        },
        .api(
            .get, "/scenarios", .direct, Texts.Exercises.chooseScenario,
            answers: [
                .ok(
                    Texts.Exercises.chooseScenario,
                    .array(
                        of: .object([
                            .required("name", .string()), .required("title", .any("vi and en")),
                            .required("hosts", .integer()), .required("duration", .integer("Milliseconds")),
                            .required("adversaries", .array(of: .string())),
                            .required("measures", .array(of: .string())),
                        ])))
            ]
        ) { request in
            .json { json in
                json.array { json in
                    for entry in request.site.live.shelf.entries { ScenarioChoice(entry).write(to: &json) }
                }
            }
        },
        .api(
            .post, "/scenarios/check", .direct, Texts.Exercises.check,
            body: .object([.required("yaml", .string("", 1...ScenarioChoice.longest))]), bodyLimit: scenarioBody,
            answers: [.ok(Texts.Exercises.diagnostics, .array(of: ExerciseRecords.diagnostic))]
        ) { request in
            var diagnostics: [Diagnostic] = []
            do {
                _ = try ScenarioChoice(yaml: try request.json.required("yaml").string(), request.site)
            } catch let refusal as ScenarioRefusal {
                diagnostics = refusal.diagnostics
            }
            let found = diagnostics
            return .json { json in json.array { json in for one in found.prefix(1_000) { one.write(to: &json) } } }
        },
        .api(
            .post, "/scenarios/forecast", .direct, Texts.Exercises.scout,
            body: .object([
                .optional("scenario", .string("", 1...GroundLimits.name)),
                .optional("yaml", .string("", 1...ScenarioChoice.longest)),
                .optional("settings", ExerciseRecords.settings),
                .required("first", .string("The first seed, as a text", 1...20)),
                .required("count", .integer("", 1...mostSeeds)),
            ]), bodyLimit: scenarioBody,
            answers: [
                .ok(
                    LocalizedText("Theo thứ tự; ít hơn nếu hết thời gian", "In order; fewer where the time was over"),
                    .array(of: .any("How the seed ends where nobody defends")))
            ]
        ) { request in try await forecast(request) },
    ]

    private static func forecast(_ request: WebRequest) async throws -> Response {
        let json = request.json
        do {
            let choice = try ExerciseAPIRoutes.scenario(json, request.site)
            let settings =
                try json["settings"].map { json throws(JSONError) in try ExerciseSettings(json: json) }
                ?? ExerciseSettings()
            try ExercisePlan.check(settings, choice)
            guard let first = UInt64(try json.required("first").string()) else {
                throw Problem.invalid(Texts.Exercises.badSeed, field: "first")
            }
            let scout = SeedScout(program: try choice.program(settings), settings: settings)
            let found = await SeedTable.forecasts(scout, from: first, count: try json.required("count").integer())
            return .json { json in json.array { json in for one in found { one.write(to: &json) } } }
        } catch let refusal as ScenarioRefusal {
            throw refusal.problem
        }
    }
}

extension Direction {
    /// Writes all teams at a glance.
    func writeOverview(to json: inout JSONWriter) {
        json.object { json in
            json.member("phase", status.phase.rawValue)
            json.member("time", status.time)
            json.key("teams")
            json.array { json in
                for snapshot in snapshots {
                    json.object { json in
                        json.key("team")
                        snapshot.team.write(to: &json)
                        json.key("score")
                        snapshot.exercise.deskScore.write(to: &json)
                        json.member("alerts", snapshot.exercise.alertCount)
                        json.member("open-work", snapshot.exercise.deskOpenWork.count)
                        guard showsTruth else { return }
                        json.key("glance")
                        snapshot.exercise.glance.write(to: &json)
                        guard directs else { return }
                        json.key("injects")
                        json.array { json in
                            for inject in snapshot.exercise.plannedInjects { inject.write(to: &json) }
                        }
                    }
                }
            }
        }
    }
}

extension ScenarioChoice {
    /// Writes it as programs read it.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.key("title")
            json.object { json in
                json.member("vi", title.filled.vietnamese)
                json.member("en", title.filled.english)
            }
            json.member("hosts", hostCount)
            json.member("duration", simulation.durationMilliseconds)
            json.key("adversaries")
            json.array { json in for adversary in simulation.adversaries { json.value(adversary.name) } }
            json.key("measures")
            json.array { json in for measure in simulation.measures { json.value(measure.name) } }
        }
    }
}
