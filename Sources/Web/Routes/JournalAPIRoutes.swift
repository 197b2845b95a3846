import Exercise
import Ground
import HTTPTypes
import Kernel
import Markup
import Scenario

/// Where the journals of an exercise stand, for whoever compares servers, backups and replays.
enum JournalAPIRoutes {
    static let all: [Route] = [
        .api(
            .get, "/exercises/{exercise}/journals", .direct, summary, parameters: [ExerciseRecords.parameter],
            answers: [
                .ok(
                    summary,
                    .object([
                        .required("phase", .choice(ExercisePhase.allCases.map(\.rawValue))),
                        .required("time", DeskRecords.time),
                        .required(
                            "teams",
                            .array(
                                of: .object([
                                    .required("team", .integer()), .required("number", .integer("Within the exercise")),
                                    .required("entries", .integer("How many its journal has")),
                                    .required("time", DeskRecords.time),
                                    .required("state", .string("Digest of everything that the run holds", 16...16)),
                                ]))),
                    ]))
            ]
        ) { request in
            let live = try await request.directedExercise()
            let checks = await live.journalChecks()
            let status = await live.status
            return .json { json in
                json.object { json in
                    json.member("phase", status.phase.rawValue)
                    json.member("time", status.time)
                    json.list("teams", checks) { check, json in
                        json.object { json in
                            json.member("team", check.team.id)
                            json.member("number", check.team.number)
                            json.member("entries", check.entries)
                            json.member("time", check.time)
                            json.member("state", check.stateHash.hexadecimal)
                        }
                    }
                }
            }
        }
    ]

    private static let summary = LocalizedText("Nhật ký các đội", "Where the teams' journals stand")
}
