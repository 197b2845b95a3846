import Exercise
import Ground
import Hummingbird
import Kernel
import Markup
import Scenario

/// What the forms of a desk do. Everything is put in from the own seat.
enum DeskActRoutes {
    private static let root = DeskRoutes.root

    static let all: [Route] = [
        .action(root + "/actions", .takePart, Texts.Work.ask) { request in
            let form = request.form
            _ = try await request.take(
                .action(
                    form.text("action"), host: try target("host", form), account: try target("account", form),
                    network: try target("network", form)))
            return try await done(request, .actionAsked, .work)
        },
        .action(root + "/alerts/{alert}", .takePart, Texts.Alerts.triage) { request in
            guard let triage = Triage(rawValue: request.form.text("triage")) else {
                throw Problem.invalid(Texts.API.oneOf(Triage.allCases.map(\.rawValue)), field: "triage")
            }
            _ = try await request.take(.triage(alert: Int(clamping: try request.number("alert")), triage))
            return try await done(request, .alertTriaged, .alerts)
        },
        .action(root + "/notes", .takePart, Texts.Messages.newNote) { request in
            _ = try await request.take(.note(request.form.text("text"), host: try target("host", request.form)))
            return try await done(request, .written, .talk)
        },
        .action(root + "/chat", .takePart, Texts.Messages.chat) { request in
            _ = try await request.take(.chat(request.form.text("text")))
            return try await done(request, nil, .talk)
        },
        .action(root + "/messages/{message}", .takePart, Texts.Messages.reply) { request in
            let message = Int(clamping: try request.number("message"))
            _ = try await request.take(.reply(message: message, request.form.text("text")))
            return try await done(request, .written, .messages)
        },
        .action(root + "/reports", .takePart, Texts.Reports.send) { request in
            let desk = try await request.desk()
            do {
                _ = try await request.take(.report(try ReportForm.report(request.form, desk)))
            } catch  where !request.wantsJSON && !(error is GroundError) {
                let state = FormState(values: request.form, problem: Problem(error))
                return try await desk.page(.messages) { try await desk.writeMessagePage(state, to: &$0) }
            }
            return try await done(request, .reportSent, .messages)
        },
        .action(root + "/questions/{question}", .takePart, Texts.Questions.send) { request in
            let question = try request.parameter("question")
            _ = try await request.take(.answer(question: question, text: request.form.text("text")))
            let now = try await request.desk().exercise.deskQuestions.first { $0.name == question }
            let points = now?.attempts.last?.points
            let notice: Notice = points.map { $0 > 0 ? .answerRight : .answerWrong } ?? .answerWaits
            return try await done(request, notice, .questions)
        },
        .action(root + "/questions/{question}/hints/{hint}", .takePart, Texts.Questions.right) { request in
            _ = try await request.take(
                .hint(question: try request.parameter("question"), number: Int(clamping: try request.number("hint"))))
            return try await done(request, .hintBought, .questions)
        },
        .action(root + "/rules", .takePart, Texts.Rules.write, bodyLimit: 256 * 1024) { request in
            try await rule(request)
        },
        .action(root + "/rules/{rule}/disarm", .takePart, Texts.Rules.disarm) { request in
            _ = try await request.take(.disarmRule(Int(clamping: try request.number("rule"))))
            return try await done(request, .ruleDisarmed, .rules)
        },
    ]

    /// The answer when it is done: back to a page of the desk.
    private static func done(
        _ request: WebRequest, _ notice: Notice?, _ section: DeskSection
    ) async throws -> Response {
        let exercise = try request.parameter("exercise")
        let team = try request.number("team")
        return request.done(notice, to: "/exercises/\(exercise)/teams/\(team)/desk\(section.path)")
    }

    /// A number of a form; −1 where it has none.
    private static func target(_ name: String, _ form: FormFields) throws -> Int32 {
        let text = form.text(name)
        if text.isEmpty { return -1 }
        guard let number = Int32(text), number >= 0 else {
            throw Problem.invalid(Texts.API.wholeNumber(0...Int64(Int32.max)), field: name)
        }
        return number
    }

    /// Checks, tries or arms a rule, and shows what came of it above the form.
    private static func rule(_ request: WebRequest) async throws -> Response {
        let (live, team) = try await request.ownTeam()
        // Browsers send line ends as the internet does.
        let text = (request.form["text"] ?? "").replacing("\r\n", with: "\n")
        let hours = min(max(Int(request.form.text("hours")) ?? 4, 1), 24)
        guard text.utf8.count <= TeamLimits.ruleBytes else {
            throw Problem.invalid(Texts.API.characters(1...TeamLimits.ruleBytes), field: "text")
        }
        let order = request.form.text("do")
        let desk = try await request.desk()
        let diagnostics = RuleTrial.diagnostics(of: text)
        let isUsable = !diagnostics.contains { $0.severity == .error }
        var problem: Problem?
        if order == "arm" && isUsable {
            do {
                _ = try await request.take(.armRule(text))
                return try await done(request, .ruleArmed, .rules)
            } catch {
                problem = Problem(error)
            }
        }
        var trial: RuleTrial?
        if order == "try" && isUsable {
            trial = try await live.tryRule(text, team: team, range: desk.now - .hours(Int64(hours))..<desk.now)
        }
        if order == "arm" && !isUsable { problem = Problem.invalid(Texts.Rules.unusable) }
        let (shown, refusal) = (trial, problem)
        return try await desk.page(.rules) { page in
            try await desk.writeRulePage(text, hours: hours, to: &page) { page in
                page.formError(refusal?.text)
                desk.writeDiagnostics(diagnostics, of: text, to: &page)
                if let shown { desk.writeTrial(shown, to: &page) }
            }
        }
    }
}
