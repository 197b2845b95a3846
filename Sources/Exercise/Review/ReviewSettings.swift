import Kernel
import NetworkWorld
import Scenario

/// Who acts for the defenders in the futures of a review, in both arms of every comparison.
public enum ReviewPolicy: String, Sendable, CaseIterable {
    /// The built-in standard playbook: it takes the team's place with what the team knows.
    case standard
    /// Nobody: what was asked for is finished, and nothing else is done.
    case nobody = "none"

    /// The playbook that forks run under.
    var playbook: Playbook {
        switch self {
        case .standard: .standard
        case .nobody: .none
        }
    }

    /// The policy's name, for people.
    public var title: LocalizedText {
        switch self {
        case .standard: LocalizedText(vietnamese: "quy trình chuẩn có sẵn", english: "the built-in standard playbook")
        case .nobody: LocalizedText(vietnamese: "không ai phòng thủ", english: "nobody defends")
        }
    }
}

/// How a review is made. The same settings give the same figures, whatever the number of workers.
public struct ReviewSettings: Sendable, Equatable {
    /// Futures a side for each decision, 20 to 10,000.
    public var futures = 200
    /// Who acts in the futures.
    public var policy = ReviewPolicy.standard
    /// Up to when futures run; nil means the scenario's duration, or the end of the run where that is later.
    public var horizon: Milliseconds?
    /// The most decisions that are valued, the first ones; 1 to 2,000.
    public var decisionLimit = 200
    /// Time between two moments that are searched for what would have paid, at least one minute. Long runs are searched at no
    /// more than 240 moments.
    public var momentInterval = Milliseconds.minutes(15)
    /// Futures a side for each moment, 20 to 10,000.
    public var momentFutures = 60
    /// The most moments that are kept, 1 to 100.
    public var momentLimit = 10

    /// The usual settings.
    public init() {}

    /// Refuses what would take for ever or say nothing.
    func check(end: Milliseconds) throws(ReviewError) {
        for (name, count) in [("futures", futures), ("futures of a moment", momentFutures)]
        where !(20...10_000).contains(count) {
            throw ReviewError("\(name): expected 20 to 10000, found \(count)")
        }
        if !(1...2_000).contains(decisionLimit) {
            throw ReviewError("decisions: expected a limit of 1 to 2000, found \(decisionLimit)")
        }
        if !(1...100).contains(momentLimit) {
            throw ReviewError("moments: expected a limit of 1 to 100, found \(momentLimit)")
        }
        if momentInterval < .minutes(1) {
            throw ReviewError("moments: expected at least a minute between them, found \(momentInterval) ms")
        }
        if let horizon, horizon < end || horizon > Journal<NetworkWorld>.longest {
            throw ReviewError("the futures must reach the end of the run, \(end) ms, and at most ten years")
        }
    }
}
