/// Who acts for the defenders inside a run.
public enum Playbook: String, Sendable, CaseIterable {
    /// Nobody.
    case none
    /// Investigates what alerts point at, follows the traces, then answers: reads only blue knowledge.
    case standard
    /// Answers every alert by isolating its host.
    case isolateOnAlert = "isolate-on-alert"
}

/// What is chosen for a run beside scenario and seed.
public struct RunOptions: Sendable, Equatable {
    /// The adversary's name; nil means the scenario's first.
    public var adversary: String?
    /// Whether the adversary attacks at all; without it the run is a quiet day.
    public var attack = true
    /// Names of measures in force.
    public var measures: [String] = []
    /// Who defends.
    public var playbook: Playbook = .none
    /// Names of hosts taken out of the scenario (what-if).
    public var withoutHosts: [String] = []
    /// Names of accounts taken out of the scenario (what-if).
    public var withoutAccounts: [String] = []
    /// How many seats defend, each with its own knowledge.
    public var seats = 1

    /// The scenario as it is.
    public init() {}
}
