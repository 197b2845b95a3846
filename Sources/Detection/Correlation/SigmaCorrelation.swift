import Kernel

/// What a correlation asks of the matches that it gathers.
public enum CorrelationKind: String, Sendable, CaseIterable {
    /// How many matches there are.
    case eventCount = "event_count"
    /// How many different values a field has in them.
    case valueCount = "value_count"
    /// That different rules match, in any order.
    case temporal
    /// That different rules match, one after the other.
    case temporalOrdered = "temporal_ordered"
    /// The sum of a field's numbers.
    case valueSum = "value_sum"
    /// The mean of a field's numbers.
    case valueAverage = "value_avg"
    /// A percentile of a field's numbers; without a percentile, the share of matches with the same value, in per cent.
    case valuePercentile = "value_percentile"

    /// Whether it is about different rules rather than about how many or how much.
    public var isTemporal: Bool { self == .temporal || self == .temporalOrdered }
}

/// How a figure is compared.
public enum CorrelationComparison: String, Sendable, CaseIterable {
    /// Greater.
    case greater = "gt"
    /// Greater or equal.
    case greaterOrEqual = "gte"
    /// Less.
    case less = "lt"
    /// Less or equal.
    case lessOrEqual = "lte"
    /// Equal.
    case equal = "eq"
    /// Not equal.
    case notEqual = "neq"
}

/// One thing that a figure must keep to.
public struct CorrelationBound: Sendable, Hashable {
    /// How it is compared.
    public var comparison: CorrelationComparison
    /// With what, in millionths.
    public var millionths: Int64

    /// A bound.
    public init(comparison: CorrelationComparison, millionths: Int64) {
        self.comparison = comparison
        self.millionths = millionths
    }
}

/// Other names for fields, by rule.
public struct CorrelationAlias: Sendable, Hashable {
    /// The name that `group-by` uses.
    public var name: String
    /// The field that it means for each rule, in the order of the file.
    public var fields: [CorrelationAliasField]

    /// An alias.
    public init(name: String, fields: [CorrelationAliasField]) {
        self.name = name
        self.fields = fields
    }
}

/// The field that an alias means for one rule.
public struct CorrelationAliasField: Sendable, Hashable {
    /// The rule or correlation.
    public var rule: SigmaReference
    /// A field of its records.
    public var field: String

    /// A field.
    public init(rule: SigmaReference, field: String) {
        self.rule = rule
        self.field = field
    }
}

/// What a correlation gathers: matches of a rule, or of another correlation, by index.
public enum CorrelationMember: Sendable, Hashable {
    /// By ``SigmaCollection/rules``.
    case rule(Int)
    /// By ``SigmaCollection/correlations``.
    case correlation(Int)
}

/// A rule about several matches of other rules in a span of time.
public struct SigmaCorrelation: Sendable {
    /// What it finds, in a few words.
    public var title: String
    /// The correlation's `id`, as written; empty where there is none.
    public var id = ""
    /// The name by which other correlations may refer to it; empty where there is none.
    public var name = ""
    /// How mature it is, as written; empty where the correlation does not say.
    public var status = ""
    /// Nil where the correlation gives none.
    public var level: SigmaLevel?
    /// As written.
    public var tags: [String] = []
    /// What is asked.
    public var kind: CorrelationKind
    /// The rules and correlations whose matches are gathered, as written.
    public var references: [SigmaReference] = []
    /// The same, found; ``SigmaCollection`` fills it in.
    public var members: [CorrelationMember] = []
    /// Fields or aliases; only matches with equal values of all belong together.
    public var groupBy: [String] = []
    /// The span of time.
    public var timespan: Milliseconds = 0
    /// Other names for fields.
    public var aliases: [CorrelationAlias] = []
    /// What the figure must keep to: all of them.
    public var bounds: [CorrelationBound] = []
    /// The fields whose values are counted or summed up; several count as one value together.
    public var fields: [String] = []
    /// Which percentile, from 0 to 100.
    public var percentile: Int?
    /// Whether the gathered rules' own matches are findings as well.
    public var generate = false
    /// Whether only other correlations are interested in its matches.
    public var isSilent = false
    /// The file, as the caller named it.
    public var file = ""
    /// Where the correlation begins in its file.
    public var position = TextPosition(line: 1, column: 1)

    /// A correlation of nothing yet.
    public init(title: String, kind: CorrelationKind) {
        self.title = title
        self.kind = kind
    }

    /// The field of a member's record that `name` means. O(aliases).
    public func field(_ name: String, of member: Int) -> String {
        guard let alias = aliases.first(where: { $0.name == name }), references.indices.contains(member) else {
            return name
        }
        return alias.fields.first { $0.rule.text == references[member].text }?.field ?? name
    }
}
