import Exercise
import Ground
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Scenario

/// What programs put in from their seat: the same inputs as the desk's forms. With an `Idempotency-Key` the journal keeps the
/// answer together with the input, so that a retry never acts twice.
enum DeskInputRoutes {
    private static let root = DeskAPIRoutes.root
    private static let words = Schema.string("", 1...TeamLimits.textBytes)
    private static let number = Schema.integer("", 0...Int64(Int32.max))

    static let all: [Route] = [
        input(
            .post, "/actions", Texts.Work.ask,
            [
                .required("action", .string("An action's id", 1...200)), .optional("host", number),
                .optional("account", number), .optional("network", number),
            ]
        ) { request in
            let json = request.json
            return .action(
                try json.required("action").string(), host: try target("host", json),
                account: try target("account", json), network: try target("network", json))
        },
        input(
            .put, "/alerts/{alert}/triage", Texts.Alerts.triage,
            [.required("triage", .choice(Triage.allCases.map(\.rawValue)))], parameters: [Records.number("alert")]
        ) { request in
            let triage = Triage(rawValue: try request.json.required("triage").string()) ?? .open
            return .triage(alert: Int(clamping: try request.number("alert")), triage)
        },
        input(
            .post, "/questions/{question}/answers", Texts.Questions.send,
            [.required("text", .string("", 1...TeamLimits.answerBytes))], parameters: [question]
        ) { request in
            .answer(question: try request.parameter("question"), text: try request.json.required("text").string())
        },
        input(
            .post, "/questions/{question}/hints/{hint}", Notice.hintBought.text, [],
            parameters: [question, Records.number("hint")]
        ) { request in
            .hint(question: try request.parameter("question"), number: Int(clamping: try request.number("hint")))
        },
        input(.post, "/reports", Texts.Reports.send, report) { request in
            .report(try SituationReport(json: request.json))
        },
        input(
            .post, "/notes", Texts.Messages.newNote, [.required("text", words), .optional("host", number)]
        ) { request in
            .note(try request.json.required("text").string(), host: try target("host", request.json))
        },
        input(.post, "/chat", Texts.Messages.say, [.required("text", words)]) { request in
            .chat(try request.json.required("text").string())
        },
        input(
            .post, "/messages/{message}/replies", Texts.Messages.reply, [.required("text", words)],
            parameters: [Records.number("message")]
        ) { request in
            .reply(
                message: Int(clamping: try request.number("message")), try request.json.required("text").string())
        },
        input(
            .post, "/rules", Texts.Rules.arm,
            [.required("text", .string("Sigma rules in YAML", 1...TeamLimits.ruleBytes))], bodyLimit: 256 * 1024
        ) { request in
            let text = try request.json.required("text").string()
            let wrong = RuleTrial.diagnostics(of: text).first { $0.severity == .error }
            if let wrong {
                throw Problem.invalid(
                    Texts.Rules.place(wrong.position.line, wrong.position.column) + LocalizedText(" \(wrong.message)"),
                    field: "text")
            }
            return .armRule(text)
        },
        input(.delete, "/rules/{rule}", Texts.Rules.disarm, nil, parameters: [Records.number("rule")]) { request in
            .disarmRule(Int(clamping: try request.number("rule")))
        },
        .api(
            .post, root + "/rules/trial", .takePart, Texts.Rules.tryIt, parameters: DeskRecords.path,
            body: .object([
                .required("text", .string("Sigma rules in YAML", 1...TeamLimits.ruleBytes)),
                .optional("from", DeskRecords.time), .optional("to", DeskRecords.time),
            ]), bodyLimit: 256 * 1024, answers: [.ok(Texts.Rules.trial, DeskRecords.trial)]
        ) { request in
            let (live, team) = try await request.ownTeam()
            let now = try await live.snapshot(team: team).exercise.now
            let to = min(try request.json["to"]?.integer() ?? now, now)
            let from = min(max(try request.json["from"]?.integer() ?? to - .hours(4), to - .hours(24)), to)
            let trial = try await live.tryRule(try request.json.required("text").string(), team: team, range: from..<to)
            return .json { write(trial, to: &$0) }
        },
    ]

    private static let question = Route.Parameter(
        name: "question", summary: LocalizedText("Tên câu hỏi", "The question's name"), schema: .string("", 1...200),
        isRequired: true)

    private static let report: [Schema.Property] = [
        .optional("hosts", .array(of: number)), .optional("accounts", .array(of: number)),
        .optional("techniques", .array(of: .string("An ATT&CK id", 1...20))),
        .optional("start-minute", .integer("Exercise minute in which the attack got in")),
        .optional("records-at-risk", .integer()),
        .optional("what-happened", .string("", 0...TeamLimits.reportBytes)),
        .optional("unknown", .string("", 0...TeamLimits.reportBytes)),
        .optional("decisions", .string("", 0...TeamLimits.reportBytes)),
    ]

    /// A route that puts something in.
    private static func input(
        _ method: HTTPRequest.Method, _ path: String, _ summary: LocalizedText, _ body: [Schema.Property]?,
        parameters: [Route.Parameter] = [], bodyLimit: Int = Route.bodyLimit,
        _ make: @escaping @Sendable (WebRequest) async throws -> TeamInput
    ) -> Route {
        var route = Route.api(
            method, root + path, .takePart, summary, parameters: DeskRecords.path + parameters,
            body: body.flatMap { $0.isEmpty ? nil : .object($0) }, bodyLimit: bodyLimit,
            answers: [.created(LocalizedText("Đã ghi vào nhật ký", "It is in the journal"), DeskRecords.entry)]
        ) { request in
            let (live, team) = try await request.ownTeam()
            let input = try await make(request)
            let entry = try await live.submit(
                input, team: team, by: try request.seatAuthor(), account: try request.account.id,
                claim: request.claim
            ) { entry in
                IdempotentAnswer(status: 201, contentType: "application/json", body: written(entry))
            }
            return .json(written(entry), status: .created)
        }
        route.journalKeepsAnswer = true
        return route
    }

    /// What is answered of an input.
    private static func written(_ entry: TeamEntry) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("number", entry.number)
            json.member("time", entry.time)
        }
        return json.bytes
    }

    private static func target(_ name: String, _ json: JSONValue) throws -> Int32 { try json[name]?.integer() ?? -1 }

    private static func write(_ trial: RuleTrial, to json: inout JSONWriter) {
        json.object { json in
            json.member("usable", trial.isUsable)
            json.key("diagnostics")
            json.array { json in
                for diagnostic in trial.diagnostics {
                    json.object { json in
                        json.member("severity", diagnostic.severity.rawValue)
                        json.member("line", diagnostic.position.line)
                        json.member("column", diagnostic.position.column)
                        json.member("message", diagnostic.message)
                    }
                }
            }
            json.member("hits", trial.hitCount)
            json.key("first")
            json.array { json in
                for hit in trial.hits {
                    json.object { json in
                        json.member("time", hit.time)
                        json.member("host", hit.host)
                        json.member("user", hit.user)
                        json.member("title", hit.title)
                    }
                }
            }
            json.member("records", trial.recordCount)
            json.member("read-until", trial.readUntil)
        }
    }
}
