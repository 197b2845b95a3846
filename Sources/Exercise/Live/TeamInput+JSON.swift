import Kernel

extension TeamInput {
    /// Writes the input as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("kind", kind)
            writeMembers(to: &json)
        }
    }

    private func writeMembers(to json: inout JSONWriter) {
        switch self {
        case .action(let action, let host, let account, let network):
            json.member("action", action)
            json.member("host", host)
            json.member("account", account)
            json.member("network", network)
        case .triage(let alert, let triage):
            json.member("alert", alert)
            json.member("triage", triage.rawValue)
        case .answer(let question, let text):
            json.member("question", question)
            json.member("text", text)
        case .hint(let question, let number):
            json.member("question", question)
            json.member("number", number)
        case .report(let report):
            json.key("report")
            report.write(to: &json)
        case .note(let text, let host):
            json.member("text", text)
            json.member("host", host)
        case .chat(let text), .broadcast(let text), .armRule(let text): json.member("text", text)
        case .reply(let message, let text):
            json.member("message", message)
            json.member("text", text)
        case .disarmRule(let rule): json.member("rule", rule)
        case .inject(let name): json.member("inject", name)
        case .grantFoothold(let host): json.member("host", host)
        case .mark(let subject, let points, let comment):
            switch subject {
            case .metric(let name): json.member("metric", name)
            case .report(let number): json.member("report", number)
            }
            json.member("points", points)
            json.member("comment", comment)
        case .ruleAlert(let rule, let host, let account, let severity):
            json.member("rule", rule)
            json.member("host", host)
            json.member("account", account)
            json.member("severity", severity)
        }
    }

    /// Reads what ``write(to:)`` wrote. Lengths and targets are not looked at here; `TeamExercise.check` does that.
    ///
    /// - Throws: ``JSONError`` with the position of what is wrong.
    public init(json: JSONValue) throws(JSONError) {
        let kind = try json.required("kind")
        func text() throws(JSONError) -> String { try json.required("text").string() }
        switch try kind.string() {
        case "action":
            self = .action(
                try json.required("action").string(), host: try json.optionalInteger("host") ?? -1,
                account: try json.optionalInteger("account") ?? -1, network: try json.optionalInteger("network") ?? -1)
        case "triage":
            self = .triage(alert: try json.required("alert").integer(), try json.required("triage").choice())
        case "answer": self = .answer(question: try json.required("question").string(), text: try text())
        case "hint":
            self = .hint(
                question: try json.required("question").string(), number: try json.required("number").integer())
        case "report": self = .report(try SituationReport(json: json.required("report")))
        case "note": self = .note(try text(), host: try json.optionalInteger("host") ?? -1)
        case "chat": self = .chat(try text())
        case "reply": self = .reply(message: try json.required("message").integer(), try text())
        case "arm-rule": self = .armRule(try text())
        case "disarm-rule": self = .disarmRule(try json.required("rule").integer())
        case "inject": self = .inject(try json.required("inject").string())
        case "broadcast": self = .broadcast(try text())
        case "grant-foothold": self = .grantFoothold(host: try json.required("host").integer())
        case "mark": self = try Self.mark(json)
        case "rule-alert":
            self = .ruleAlert(
                rule: try json.required("rule").integer(), host: try json.required("host").integer(),
                account: try json.required("account").integer(), severity: try json.required("severity").integer())
        default: throw JSONError("unknown kind of input", at: kind.position)
        }
    }

    private static func mark(_ json: JSONValue) throws(JSONError) -> TeamInput {
        let subject: MarkSubject
        if let metric = json["metric"] {
            subject = .metric(try metric.string())
        } else {
            subject = .report(try json.required("report").integer())
        }
        return .mark(
            subject: subject, points: try json.required("points").integer(),
            comment: try json.required("comment").string())
    }
}
