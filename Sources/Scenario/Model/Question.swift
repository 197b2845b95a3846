/// What the right answer to a question is computed from.
public enum AnswerSource: String, Sendable, CaseIterable {
    case firstCompromisedHost = "first-compromised-host", firstTechnique = "first-technique"
    case firstCompromisedMinute = "first-compromised-minute", firstStolenAccount = "first-stolen-account"
    case compromisedHostCount = "compromised-host-count", adversaryName = "adversary-name", recordsStolen =
        "records-stolen"
    case lastLateralTarget = "last-lateral-target", firstAlertedHost = "first-alerted-host", goalReached =
        "goal-reached"
}

/// A question to trainees.
public struct Question: Sendable, Equatable {
    /// Key.
    public var name: String
    /// The question.
    public var text = LocalizedText()
    /// Where the answer comes from.
    public var answer: AnswerSource
    /// Points.
    public var points: Int64 = 1
    /// Hints and what each costs in points.
    public var hints: [Hint] = []
    /// A question.
    public init(name: String, answer: AnswerSource) {
        self.name = name
        self.answer = answer
    }
}

/// A hint with its price.
public struct Hint: Sendable, Equatable {
    /// The hint.
    public var text: LocalizedText
    /// Points that it costs.
    public var cost: Int64
    /// A hint.
    public init(text: LocalizedText, cost: Int64) {
        self.text = text
        self.cost = cost
    }
}
