import Kernel
import NetworkWorld
import Scenario

/// What a team did about one alert, beside what the run holds of it.
struct AlertRecord: Sendable, Equatable {
    /// Number of the rule that raised it; 0: a built-in analytic.
    var rule: Int32 = 0
    /// Severity as order in `Severity`.
    var severity: UInt8
    var triage = Triage.open
    var triagedBy: Author?
    var triagedAt: Milliseconds = -1

    func hash(into hasher: inout StableHasher) {
        hasher.combine(rule)
        hasher.combine(severity)
        hasher.combine(triage.rawValue)
        triagedBy?.hash(into: &hasher)
        hasher.combine(triagedAt)
    }
}

/// Who asked for an action and how it went, beside what the run holds of it.
struct WorkRecord: Sendable, Equatable {
    var author: Author
    var asked: Milliseconds
    var started: Milliseconds = -1
    var finished: Milliseconds = -1
    var phase: WorkItem.Phase
    /// Whether a response shows in what is known: a foothold that was removed is gone.
    var tookEffect = false
}

/// What a finished investigation brought, as the seat's knowledge tells it.
struct InvestigationRecord: Sendable, Equatable {
    var time: Milliseconds
    /// Index of the work.
    var work: Int
    /// Host that was looked at, or −1; for a phone call the workstation.
    var host: Int32
    var isCompromised = false
    var isExplained = false
    var foundAddress = false
    /// Accounts found in the adversary's hands.
    var accounts: [Int32] = []
    /// Hosts that it points at, by index.
    var suspects: [Int32] = []

    func hash(into hasher: inout StableHasher) {
        hasher.combine(time)
        hasher.combine(work)
        hasher.combine(host)
        for flag in [isCompromised, isExplained, foundAddress] { hasher.combine(flag) }
        for list in [accounts, suspects] {
            hasher.combine(list.count)
            for index in list { hasher.combine(index) }
        }
    }
}

/// A text that somebody put in at some time.
public struct TeamText: Sendable, Equatable {
    /// Exercise time in milliseconds.
    public var time: Milliseconds
    /// Who.
    public var author: Author
    /// What.
    public var text: String
    /// Host that it is about, or −1.
    public var host: Int32 = -1
}

/// A message to the team.
struct MessageRecord: Sendable, Equatable {
    var time: Milliseconds
    /// Index of the inject; −1: a broadcast.
    var inject: Int
    /// Text of a broadcast.
    var text: String
    var replies: [TeamText] = []
}

/// A rule of the team.
struct RuleRecord: Sendable, Equatable {
    var time: Milliseconds
    var author: Author
    var title: String
    var text: String
    var disarmedAt: Milliseconds?
    /// Alerts that it raised.
    var alerts = 0
}

/// A situation report and what the direction said of it.
struct ReportRecord: Sendable, Equatable {
    var time: Milliseconds
    var author: Author
    var report: SituationReport
    var mark: MarkRecord?
}

/// Points of the direction.
struct MarkRecord: Sendable, Equatable {
    var time: Milliseconds
    var author: Author
    var points: Int64
    var comment: String
}

/// What was answered to a question, and hints bought.
struct QuestionRecord: Sendable, Equatable {
    struct Attempt: Sendable, Equatable {
        var time: Milliseconds
        var author: Author
        var text: String
        /// Points given; nil while it waits for the close.
        var points: Int64?
    }

    var attempts: [Attempt] = []
    /// Numbers of the hints bought, in the order of buying.
    var hints: [Int] = []

    /// Points given so far: the best answer that was marked.
    var points: Int64? { attempts.compactMap(\.points).max() }
}
