import Exercise
import Ground
import Hummingbird
import Kernel
import Markup
import Scenario

/// What a team sees, for programs: the same views as the desk's pages.
enum DeskAPIRoutes {
    /// Where the API of a team is, after `/api/v1`.
    static let root = "/exercises/{exercise}/teams/{team}"

    static let all: [Route] =
        [
            view("/desk", Texts.Desk.desk, DeskRecords.overview) { desk, json in desk.writeOverview(to: &json) },
            view("/situation", DeskSection.situation.title, .any("Networks with hosts, accounts, services")) {
                desk, json in
                desk.exercise.deskSituation.write(to: &json)
            },
            list("/alerts", DeskSection.alerts.title, DeskRecords.alert) {
                $0.exercise.deskAlerts
            } write: {
                $0.write(to: &$1)
            },
            list("/actions", Texts.Work.whatCanBeDone, DeskRecords.action) {
                DeskAction.all(of: $0.program)
            } write: {
                $0.write(to: &$1)
            },
            list("/work", Texts.Work.queue, DeskRecords.work) {
                $0.exercise.deskWork
            } write: {
                $0.write(to: &$1)
            },
            list("/findings", Texts.Desk.findings, .any("What an investigation brought")) {
                $0.exercise.deskFindings
            } write: {
                $0.write(to: &$1)
            },
            list("/messages", Texts.Messages.title, .any("A message with its replies")) {
                $0.exercise.deskMessages
            } write: {
                $0.write(to: &$1)
            },
            list("/questions", DeskSection.questions.title, .any("A question with answers and hints")) {
                $0.exercise.deskQuestions
            } write: {
                $0.write(to: &$1)
            },
            list("/reports", Texts.Reports.earlier, .any("A situation report with its mark")) {
                $0.exercise.deskReports
            } write: {
                $0.write(to: &$1)
            },
            list("/rules", Texts.Rules.list, .any("A rule")) {
                $0.exercise.deskRules
            } write: {
                $0.write(to: &$1)
            },
            list("/notes", Texts.Messages.note, .any("A note")) {
                $0.exercise.deskNotes
            } write: {
                $0.write(to: &$1)
            },
            list("/chat", Texts.Messages.chat, .any("A line of the chat")) {
                $0.exercise.deskChat
            } write: {
                $0.write(to: &$1)
            },
            view("/score", Texts.Scoreboard.own, DeskRecords.score) { desk, json in
                desk.exercise.deskScore.write(to: &json)
            },
        ] + DeskInputRoutes.all + DeskLogAPIRoutes.all

    private static func view(
        _ path: String, _ summary: LocalizedText, _ schema: Schema,
        _ write: @escaping @Sendable (Desk, inout JSONWriter) -> Void
    ) -> Route {
        .api(
            .get, root + path, .ownAccount, summary, parameters: DeskRecords.path, answers: [.ok(summary, schema)]
        ) { request in
            let desk = try await request.desk()
            return .json { write(desk, &$0) }
        }
    }

    private static func list<Element>(
        _ path: String, _ summary: LocalizedText, _ schema: Schema,
        _ elements: @escaping @Sendable (Desk) -> [Element],
        write: @escaping @Sendable (Element, inout JSONWriter) -> Void
    ) -> Route {
        view(path, summary, .array(of: schema)) { desk, json in
            json.array { json in for element in elements(desk) { write(element, &json) } }
        }
    }
}

extension Desk {
    /// Writes where the exercise stands, and who looks.
    func writeOverview(to json: inout JSONWriter) {
        json.object { json in
            json.member("phase", snapshot.status.phase.rawValue)
            json.member("time", snapshot.status.time)
            json.member("duration", snapshot.status.duration)
            json.key("clock")
            exercise.deskClock.write(to: &json)
            json.key("score")
            exercise.deskScore.write(to: &json)
            json.key("team")
            json.object { json in
                json.member("id", snapshot.team.id)
                json.member("name", snapshot.team.name)
            }
            json.member("seat", hasSeat)
        }
    }
}
