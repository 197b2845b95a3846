/// A predicate over a run, or a manual or shell condition of the other dialect.
public struct Condition: Sendable, Equatable {
    /// Key.
    public var name: String
    /// For people.
    public var description = LocalizedText()
    /// When it holds; nil where a person decides.
    public var when: Predicate?
    /// A condition.
    public init(name: String) { self.name = name }
}

/// A figure of the outcome that predicates compare.
public enum OutcomeFigure: String, Sendable, CaseIterable {
    case recordsStolen = "records-stolen", hostsEncrypted = "hosts-encrypted", hostsCompromised = "hosts-compromised"
    case serviceMinutesLost = "service-minutes-lost", processMinutesLost = "process-minutes-lost"
    case minutesToDetect = "minutes-to-detect", minutesToContain = "minutes-to-contain", staffMinutes = "staff-minutes"
    case totalLoss = "total-loss", goalReached = "goal-reached", falseIsolations = "false-isolations"
}

/// When a condition holds.
public indirect enum Predicate: Sendable, Equatable {
    /// A figure is at most so much. A figure that never came to be (not detected, not contained) is above everything.
    case atMost(OutcomeFigure, Int64)
    /// A figure is at least so much.
    case atLeast(OutcomeFigure, Int64)
    /// An action of that id was finished on some host of that group (empty: on anything).
    case actionTaken(action: String, on: String)
    /// An alert of at least that severity was delivered.
    case alerted(Severity)
    /// All hold.
    case all([Predicate])
    /// Any holds.
    case any([Predicate])
    /// It does not hold.
    case not(Predicate)
}
