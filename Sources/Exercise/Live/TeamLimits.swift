import Kernel

/// How much a team may put in: memory and journals stay bounded whatever is sent.
public enum TeamLimits {
    /// The longest that an exercise can run, in exercise milliseconds: sixty days.
    public static let longest = Milliseconds.hours(60 * 24)
    /// Bytes of a chat line, note, reply or comment.
    public static let textBytes = 2_000
    /// Bytes of each text of a situation report, and of a broadcast.
    public static let reportBytes = 8_000
    /// Hosts, accounts or techniques that one situation report may name.
    public static let reportItems = 1_000
    /// Bytes of the text of a rule.
    public static let ruleBytes = 64 * 1024
    /// Rules armed at the same time.
    public static let armedRules = 50
    /// Rules ever armed.
    public static let rules = 500
    /// Bytes of all rules ever armed: they stay in memory with the journal.
    public static let rulesBytes = 4 * 1024 * 1024
    /// Situation reports.
    public static let reports = 500
    /// Bytes of an answer.
    public static let answerBytes = 200
    /// Answers to one question: nobody tries all hosts. Where there are few to choose from, half of those.
    public static let attempts = 10
    /// Entries of every other kind.
    public static let entriesOfKind = 20_000
    /// Points that the direction may give for a situation report.
    public static let reportPoints: Int64 = 10

    /// The most entries of a kind that a team's journal holds.
    static func entries(of input: TeamInput) -> Int {
        switch input {
        case .armRule: rules
        case .report: reports
        default: entriesOfKind
        }
    }
}
