/// Sections of a desk that show something new. Nothing that only the truth knows sets any of them: when something moves
/// would tell as much as what.
public struct DeskChanges: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt16
    /// Sections of those bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Alerts and their triage.
    public static let alerts = DeskChanges(rawValue: 1)
    /// What is known of hosts and accounts.
    public static let hosts = DeskChanges(rawValue: 2)
    /// Actions asked for and under way, and who is free.
    public static let work = DeskChanges(rawValue: 4)
    /// Injects, broadcasts and replies.
    public static let messages = DeskChanges(rawValue: 8)
    /// Chat.
    public static let chat = DeskChanges(rawValue: 16)
    /// Notes.
    public static let notes = DeskChanges(rawValue: 32)
    /// Questions, answers and hints.
    public static let questions = DeskChanges(rawValue: 64)
    /// Points.
    public static let score = DeskChanges(rawValue: 128)
    /// Situation reports.
    public static let reports = DeskChanges(rawValue: 256)
    /// Armed rules.
    public static let rules = DeskChanges(rawValue: 512)
    /// The clock: the exercise was closed.
    public static let clock = DeskChanges(rawValue: 1024)
    /// What investigations brought.
    public static let findings = DeskChanges(rawValue: 2048)
    /// Business services and processes that everybody sees stop or come back.
    public static let services = DeskChanges(rawValue: 4096)

    /// Every section with its name, in a fixed order.
    public static let named: [(section: DeskChanges, name: String)] = [
        (.alerts, "alerts"), (.hosts, "hosts"), (.work, "work"), (.messages, "messages"), (.chat, "chat"),
        (.notes, "notes"), (.questions, "questions"), (.score, "score"), (.reports, "reports"), (.rules, "rules"),
        (.clock, "clock"), (.findings, "findings"), (.services, "services"),
    ]

    /// The names of these sections, in a fixed order.
    public var names: [String] { Self.named.filter { contains($0.section) }.map(\.name) }
}
