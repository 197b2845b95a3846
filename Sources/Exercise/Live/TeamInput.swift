import Kernel

/// What a team holds an alert to be.
public enum Triage: String, Sendable, CaseIterable {
    /// Nobody has taken it.
    case open
    /// Somebody looks at it.
    case owned
    /// It was handed to those who decide.
    case escalated
    /// It belongs to an attack.
    case closedTrue = "closed-true"
    /// It does not.
    case closedFalse = "closed-false"
}

/// What the direction gives points for.
public enum MarkSubject: Sendable, Equatable {
    /// A metric that people mark, by its key.
    case metric(String)
    /// A situation report, by its number from 1.
    case report(Int)
}

/// What may enter a team's exercise. Numbers of alerts, messages, hints, rules and reports count from 1.
public enum TeamInput: Sendable, Equatable {
    // Of a seat
    /// Asks for an action of the catalogue; targets that do not apply are −1.
    case action(String, host: Int32, account: Int32, network: Int32)
    /// Says what an alert is held to be.
    case triage(alert: Int, Triage)
    /// Answers a question.
    case answer(question: String, text: String)
    /// Buys a hint.
    case hint(question: String, number: Int)
    /// Reports to command.
    case report(SituationReport)
    /// Writes something down, about a host or about nothing in particular (−1).
    case note(String, host: Int32)
    /// Says something to the others; the direction may as well.
    case chat(String)
    /// Answers a message.
    case reply(message: Int, String)
    /// Arms a Sigma rule whose text has been checked.
    case armRule(String)
    /// Disarms a rule.
    case disarmRule(Int)

    // Of the direction
    /// Puts in an inject of the scenario.
    case inject(String)
    /// Tells the team something.
    case broadcast(String)
    /// Gives red a foothold.
    case grantFoothold(host: Int32)
    /// Marks.
    case mark(subject: MarkSubject, points: Int64, comment: String)

    // Of the program
    /// An armed rule found something; severity as order in `Severity`.
    case ruleAlert(rule: Int, host: Int32, account: Int32, severity: UInt8)

    /// The name in journals.
    public var kind: String {
        switch self {
        case .action: "action"
        case .triage: "triage"
        case .answer: "answer"
        case .hint: "hint"
        case .report: "report"
        case .note: "note"
        case .chat: "chat"
        case .reply: "reply"
        case .armRule: "arm-rule"
        case .disarmRule: "disarm-rule"
        case .inject: "inject"
        case .broadcast: "broadcast"
        case .grantFoothold: "grant-foothold"
        case .mark: "mark"
        case .ruleAlert: "rule-alert"
        }
    }
}
