import Kernel
import Scenario

/// What one combination of factors came to.
public struct StudyArm: Sendable, Equatable {
    /// `base`, or the names of the factors joined by `+`.
    public var name: String
    /// Factors in force beyond the base.
    public var factors: [Int]
    /// Likely cost per year of its measures.
    public var cost: Int64
    /// Expected loss per year with its interval.
    public var loss: StudyFigure
    /// The whole distribution of a year's loss.
    public var years: StudyDistribution
    /// What the expected loss is made of.
    public var parts: StudyLossParts
    /// Against the base, year by year; nil for the base.
    public var comparison: StudyComparison?
    /// By adversary, in the order of the study's.
    public var adversaries: [StudyArmAttacker]
    /// Hours per year without each business service.
    public var services: [StudyOutage]
    /// Hours per year of full disturbance of each process.
    public var processes: [StudyOutage]
    /// The ways that losses took, of all adversaries together.
    public var paths: StudyPaths
}

/// A distribution: how often which amount.
public struct StudyDistribution: Sendable, Equatable {
    /// How many amounts.
    public var count: Int64
    /// How many of them were 0.
    public var zeros: Int64
    /// The largest.
    public var largest: Int64
    /// Amounts that shares of all do not exceed. A quantile is given where at least ten amounts lie beyond it; its error by
    /// binning is below 0.8 %.
    public var quantiles: [StudyQuantile]
    /// "One year in so many loses more than": where at least ten years lie beyond. Empty for what is not counted by year.
    public var exceedance: [StudyExceedance]
    /// How often which range of amounts, from small to large; at most 64 bars, empty ones left out.
    public var bars: [HistogramBar]
}

/// An amount that a share of all amounts does not exceed.
public struct StudyQuantile: Sendable, Equatable {
    /// The share, millionths.
    public var millionths: Int64
    /// The amount.
    public var amount: Int64
}

/// An amount that one year in so many exceeds.
public struct StudyExceedance: Sendable, Equatable {
    /// One year in so many.
    public var years: Int64
    /// Loses more than this.
    public var amount: Int64
}

/// A range of amounts and how often it occurred.
public struct HistogramBar: Sendable, Equatable {
    /// The smallest amount of the range.
    public var low: Int64
    /// The largest.
    public var high: Int64
    /// How often.
    public var count: Int64
}

/// What expected loss is made of, per year.
public struct StudyLossParts: Sendable, Equatable {
    /// Records taken.
    public var records: Int64
    /// Business services down.
    public var services: Int64
    /// Processes disturbed.
    public var processes: Int64
    /// Work of defenders.
    public var staff: Int64
    /// Setting up anew what is still encrypted.
    public var recovery: Int64
}

/// An arm against the base, over the same years.
public struct StudyComparison: Sendable, Equatable {
    /// Loss avoided per year.
    public var avoided: StudyFigure
    /// Share of years with a smaller loss than the base's, millionths.
    public var betterMillionths: Int64
    /// Share of years with a larger loss, millionths.
    public var worseMillionths: Int64
    /// Avoided loss of a year: amounts that shares of years do not exceed; below 0 where the year was worse.
    public var quantiles: [StudyQuantile]
    /// How many times more years two unrelated samples would have needed for the same interval, thousandths: what meeting
    /// the same luck in both arms is worth. Nil where every year is equal in both.
    public var pairingGainThousandths: Int64?
}

/// What one adversary came to in an arm.
public struct StudyArmAttacker: Sendable, Equatable {
    /// Attempts simulated.
    public var attempts: Int64
    /// Attempts that gained access to any host.
    public var compromised: Int64
    /// Attempts that reached their goal.
    public var goalReached: Int64
    /// Attempts of which a defender was alerted.
    public var detected: Int64
    /// Attempts without any access at the end, after having had some.
    public var contained: Int64
    /// Loss of an attempt.
    public var loss: StudyDistribution
    /// Mean loss of an attempt.
    public var meanLoss: Int64
    /// Expected loss per year by this adversary.
    public var yearLoss: Int64
    /// Minutes from first access to the first alert, of attempts that were detected.
    public var minutesToDetect: StudyDistribution
    /// Minutes from first access to containment, of attempts that were contained at the end.
    public var minutesToContain: StudyDistribution
    /// Records taken in a mean attempt, thousandths.
    public var recordsThousandths: Int64
    /// Hosts that red had access to in a mean attempt, thousandths.
    public var hostsThousandths: Int64
    /// Hosts encrypted in a mean attempt, thousandths.
    public var encryptedThousandths: Int64
    /// The ways that its losses took.
    public var paths: StudyPaths
}

/// Time without something.
public struct StudyOutage: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Name for people; may be empty.
    public var title: LocalizedText
    /// Hours per year, thousandths.
    public var hoursThousandths: Int64
}

/// The ways that losses took: from outside over host groups to the last impact.
///
/// Shares are of ``loss``, millionths. An attempt counts once for each group, step and technique on its way.
public struct StudyPaths: Sendable, Equatable {
    /// A host group on the way.
    public struct Place: Sendable, Equatable {
        /// Name of the group.
        public var group: String
        /// Name for people; may be empty.
        public var title: LocalizedText
        /// Share of the loss that came over it.
        public var shareMillionths: Int64
        /// Share of the loss that came over it on the way to another group: what a choke point is measured by.
        public var throughMillionths: Int64
        /// Attempts that came over it.
        public var attempts: Int64
    }

    /// A step between two groups.
    public struct Step: Sendable, Equatable {
        /// Group that it leads from; empty: outside.
        public var from: String
        /// Group that it leads to.
        public var to: String
        /// Share of the loss.
        public var shareMillionths: Int64
    }

    /// A technique card.
    public struct Technique: Sendable, Equatable {
        /// Key of the card.
        public var card: String
        /// ATT&CK id.
        public var attackID: String
        /// Name for people.
        public var title: LocalizedText
        /// How often it was tried.
        public var tries: Int64
        /// How often it worked.
        public var successes: Int64
        /// Share of the loss that it was on the way of.
        public var shareMillionths: Int64
    }

    /// A whole way.
    public struct Path: Sendable, Equatable {
        /// From outside to the impact: (card, group).
        public var steps: [(card: String, group: String)]
        /// Attempts that took it.
        public var attempts: Int64
        /// Share of the loss of those attempts whose whole ways were kept.
        public var shareMillionths: Int64

        /// Equal steps and figures.
        public static func == (left: Path, right: Path) -> Bool {
            left.attempts == right.attempts && left.shareMillionths == right.shareMillionths
                && left.steps.elementsEqual(right.steps, by: ==)
        }
    }

    /// Loss per year that came by ways of attacks. The rest of all loss are attempts without an impact: work of defenders,
    /// services that their actions stopped.
    public var loss: Int64
    /// Attempts with an impact.
    public var attempts: Int64
    /// Host groups, most loss first; at most 40.
    public var places: [Place]
    /// Steps between groups, most loss first; at most 60.
    public var steps: [Step]
    /// Techniques, most loss first, then most tries; at most 60.
    public var techniques: [Technique]
    /// Whole ways, most loss first; at most ten.
    public var paths: [Path]
    /// Attempts whose whole ways were kept; all of them in studies of up to 1,024 blocks.
    public var pathsKept: Int64

    /// Groups that most loss came through on its way elsewhere, most first: where to stop it.
    public var chokePoints: [Place] {
        places.filter { $0.throughMillionths > 0 }.sorted {
            $0.throughMillionths != $1.throughMillionths
                ? $0.throughMillionths > $1.throughMillionths : $0.group < $1.group
        }
    }
}
