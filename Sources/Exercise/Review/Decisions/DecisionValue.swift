import Kernel
import Scenario

/// What a decision was worth.
public enum DecisionVerdict: String, Sendable, CaseIterable {
    /// The whole interval of the loss spared is above zero.
    case helped
    /// It is wholly below what the decision's own work costs: looking is not a mistake because it takes time.
    case hurt
    /// Neither.
    case unclear = "no-clear-difference"

    /// The verdict for people.
    public var title: LocalizedText {
        switch self {
        case .helped: LocalizedText(vietnamese: "có lợi", english: "helped")
        case .hurt: LocalizedText(vietnamese: "gây hại", english: "hurt")
        case .unclear: LocalizedText(vietnamese: "không khác biệt rõ", english: "no clear difference")
        }
    }
}

/// The value of one action: the difference in what is to be expected with it and without it, given the truth at that moment
/// and a named policy afterwards.
///
/// Positive differences are losses spared, negative ones losses added.
public struct DecisionValue: Sendable, Equatable {
    /// Place among the entries of the run.
    public var entry: Int
    /// When it was asked for.
    public var time: Milliseconds
    /// What was asked for.
    public var action: ReviewAction
    /// Futures a side.
    public var futures: Int
    /// The policy asks for the same at this moment by itself: then there is little to tell apart.
    public var policyDoesTheSame: Bool
    /// Loss spared, whole units of the currency.
    public var spared: Estimate
    /// Records not stolen.
    public var recordsSpared: Estimate
    /// Hosts not encrypted.
    public var hostsSpared: Estimate
    /// Time of business services spared, added up, ms.
    public var serviceTimeSpared: Estimate
    /// Time of processes spared, weighted by share and added up, ms.
    public var processTimeSpared: Estimate
    /// Expected loss with it, whole units of the currency.
    public var lossWith: Int64
    /// Expected loss without it.
    public var lossWithout: Int64
    /// Futures in which the loss is smaller with it.
    public var betterIn: Int
    /// Futures in which it is larger.
    public var worseIn: Int
    /// Futures in which the adversary reaches its goal with it.
    public var goalsWith: Int
    /// Futures in which it does without it.
    public var goalsWithout: Int
    /// What to call that.
    public var verdict: DecisionVerdict
}

/// The decisions of a run, each with its value.
public struct DecisionReview: Sendable, Equatable {
    /// Who acts in the futures.
    public var policy: ReviewPolicy
    /// Up to when futures ran.
    public var horizon: Milliseconds
    /// The decisions, in order.
    public var decisions: [DecisionValue]
    /// Places, among the entries, of actions that were refused and changed nothing.
    public var refused: [Int]
    /// How many decisions came after the limit and were not valued.
    public var leftOut: Int
}
