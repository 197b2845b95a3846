import Kernel
import Scenario

/// What a study found: everything that a report, a table or another program shows. It holds no times of the clock and
/// nothing of the machine, so that the same study gives the same bytes wherever and however it was run.
///
/// Units, here and in everything below:
/// * money in whole units of ``currency``, per simulated year unless said otherwise;
/// * shares in millionths (`…Millionths`), other ratios in thousandths (`…Thousandths`);
/// * durations in minutes;
/// * arms, factors, adversaries as indices into ``arms``, ``factors``, ``adversaries``.
///
/// ``json()`` writes it, ``init(json:)`` reads it.
public struct StudyResult: Sendable, Equatable {
    /// Raised whenever the JSON form changes in a way that readers notice.
    public static let formatVersion = 1

    /// Short name of the study.
    public var name: String
    /// Name for people; may be empty.
    public var title: LocalizedText
    /// What it is to find out; may be empty.
    public var description: LocalizedText
    /// Short name of the scenario.
    public var scenario: String
    /// Name of the scenario for people; may be empty.
    public var scenarioTitle: LocalizedText
    /// Currency of all amounts.
    public var currency: String
    /// Which combinations were compared.
    public var design: StudyDesign
    /// How far it went.
    public var scale: StudyScale
    /// Who attacked.
    public var adversaries: [StudyAttacker]
    /// Measures and playbooks that were compared.
    public var factors: [StudyFactor]
    /// Combinations of factors that were run; the first is the base.
    public var arms: [StudyArm]
    /// What each factor changed, in the order of ``factors``; a factor that no arm has alone is left out.
    public var effects: [StudyEffect]
    /// What two factors change together beyond the sum of each; of a factorial study only.
    public var interactions: [StudyInteraction]
    /// Which factor comes first, and whether that survives the uncertain numbers; nil where fewer than two have an effect.
    public var ranking: StudyRanking?
    /// What to buy for the budget, and in which order; nil where sets of measures were not compared.
    public var buying: StudyBuying?
    /// Uncertain numbers of the model with their sources, and what else was assumed.
    public var assumptions: [StudyAssumption]
}

/// How far a study went, and how exactly it was repeated.
public struct StudyScale: Sendable, Equatable {
    /// Years simulated in every arm.
    public var years: Int64
    /// Attacks simulated over all arms.
    public var runs: Int64
    /// How often the uncertain numbers were drawn.
    public var draws: Int
    /// Years simulated with each draw.
    public var yearsPerDraw: Int64
    /// Whether uncertain numbers were drawn at all.
    public var drawsNumbers: Bool
    /// The study's seed.
    public var seed: UInt64
    /// Version of the network world's rules.
    public var rulesVersion: Int
    /// Digest of the texts of study, scenario and catalogue.
    public var contentHash: UInt64
    /// Half width of the 95 % intervals that was wished for, money; nil where none was.
    public var wishedPrecision: Int64?
    /// The widest half width that was reached, money.
    public var reachedPrecision: Int64
}

/// An adversary of a study.
public struct StudyAttacker: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Name for people; may be empty.
    public var title: LocalizedText
    /// The scenario's adversary that it is like.
    public var profile: String
    /// Attempts per year, in thousandths.
    public var attemptsPerYear: UncertainNumber
}

/// A measure or a playbook that was compared.
public struct StudyFactor: Sendable, Equatable {
    /// What kind.
    public enum Kind: String, Sendable, CaseIterable {
        /// Something done beforehand, with a cost.
        case measure
        /// Another way of defending.
        case playbook
    }

    /// What kind.
    public var kind: Kind
    /// Key.
    public var name: String
    /// Name for people; may be empty.
    public var title: LocalizedText
    /// What it is; may be empty.
    public var description: LocalizedText
    /// Cost per year.
    public var cost: UncertainNumber
}

/// A mean with its 95 % interval (Student's t over the draws of the numbers).
public struct StudyFigure: Sendable, Equatable {
    /// The mean.
    public var mean: Int64
    /// Lower end of the interval.
    public var low: Int64
    /// Upper end of the interval.
    public var high: Int64
}

/// What one factor changed.
public struct StudyEffect: Sendable, Equatable {
    /// Whether the whole interval, corrected for the number of comparisons, lies on one side of 0.
    public enum Verdict: String, Sendable, CaseIterable {
        /// Losses are smaller with it.
        case helps
        /// Losses are larger with it.
        case harms
        /// Neither can be said.
        case unclear
    }

    /// The factor.
    public var factor: Int
    /// Loss avoided per year: one at a time, against the base; factorial, the mean over all combinations of the others.
    public var avoided: StudyFigure
    /// Avoided loss minus cost of the measure in the same draw of the numbers.
    public var net: StudyFigure
    /// Avoided loss per unit of cost, in thousandths; nil where it costs nothing.
    public var returnThousandths: Int64?
    /// Probability of so large an effect by chance alone, where there is none; millionths.
    public var pMillionths: Int64
    /// The same after Holm's correction over all factors.
    public var correctedMillionths: Int64
    /// What can be said at 5 % after correction.
    public var verdict: Verdict
}

/// What two factors do together beyond the sum of what each does.
public struct StudyInteraction: Sendable, Equatable {
    /// The one factor.
    public var first: Int
    /// The other.
    public var second: Int
    /// Loss avoided by both together minus the sum of what each avoids alone: below 0 they overlap, above they help each
    /// other. The mean over all combinations of the others.
    public var beyondSum: StudyFigure
}

/// Which factor avoids most, and whether that depends on numbers that nobody knows exactly.
public struct StudyRanking: Sendable, Equatable {
    /// A factor's place.
    public struct Place: Sendable, Equatable {
        /// The factor.
        public var factor: Int
        /// Share of the draws in which it came first, millionths. Chance within draws lowers it.
        public var firstMillionths: Int64
        /// Its mean place over the draws, from 1,000 (always first), thousandths.
        public var meanPlaceThousandths: Int64
    }

    /// All factors with an effect, the one that avoids most on average first.
    public var places: [Place]
    /// Share of plausible values of the numbers under which the first avoids more than the second, were there no chance
    /// in the comparison; millionths. Normal approximation of the spread between draws. Nil with one year a draw.
    public var survivesMillionths: Int64?
    /// Share of the spread of the first one's effect between draws that the numbers explain, millionths; the rest is
    /// chance. Nil with one year a draw.
    public var numbersShareMillionths: Int64?
}

/// What to buy.
public struct StudyBuying: Sendable, Equatable {
    /// One purchase.
    public struct Step: Sendable, Equatable {
        /// The measure.
        public var factor: Int
        /// What has been bought with it.
        public var arm: Int
        /// Likely cost of everything bought so far.
        public var costSoFar: Int64
        /// Loss that it avoids on top of what was bought before.
        public var avoids: StudyFigure
    }

    /// A set that could be the best.
    public struct Candidate: Sendable, Equatable {
        /// The set.
        public var arm: Int
        /// Share of resamples of the draws in which it is the best, millionths.
        public var winsMillionths: Int64
    }

    /// What the best set is best at.
    public var objective: StudyObjective
    /// What measures may cost together; nil where nothing limits them.
    public var budget: Int64?
    /// The best set that the budget pays.
    public var best: Int
    /// Share of resamples of the draws in which the same set is the best, millionths.
    public var sureMillionths: Int64
    /// The sets that won most resamples, at most ten.
    public var candidates: [Candidate]
    /// The best set's measures in the order in which to buy them: next comes what avoids most per cost.
    public var order: [Step]
    /// Sets that no cheaper set beats, by rising cost: from nothing bought to the best that was looked at.
    public var frontier: [Int]
    /// Whether every set that the budget pays was looked at; otherwise a search chose which.
    public var isExhaustive: Bool
}

/// A number of the model that nobody knows exactly, or something taken for granted.
public struct StudyAssumption: Sendable, Equatable {
    /// What unit the numbers are in.
    public enum Unit: String, Sendable, CaseIterable {
        /// Parts of 2³².
        case share
        /// Whole currency units.
        case money
        /// Thousandths.
        case thousandths
        /// No number: ``StudyAssumption/text`` says it.
        case none
    }

    /// Where it stands, for instance `cards/T1190/chance`; empty for a text.
    public var path: String
    /// What was assumed, where it is no number; empty else.
    public var text: String
    /// Low, likely, high and source.
    public var number: UncertainNumber
    /// Its unit.
    public var unit: Unit
}
