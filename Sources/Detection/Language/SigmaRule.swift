import Kernel

/// How much a rule's author makes of a match.
public enum SigmaLevel: Int, Sendable, CaseIterable, Comparable {
    /// For enrichment; no alert.
    case informational
    /// Notable, rarely an incident.
    case low
    /// To be reviewed now and then.
    case medium
    /// To be reviewed soon.
    case high
    /// An incident, almost certainly.
    case critical

    /// The word that rules use.
    public var word: String { String(describing: self) }

    /// The level of a word, in small letters; nil where there is none.
    public init?(word: String) {
        guard let level = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = level
    }

    /// Less severe.
    public static func < (left: SigmaLevel, right: SigmaLevel) -> Bool { left.rawValue < right.rawValue }
}

/// Which logs a rule is about. What is absent is not asked for.
public struct LogSource: Sendable, Hashable {
    /// A kind of records, for instance `process_creation`.
    public var category: String?
    /// An operating system or program, for instance `windows`.
    public var product: String?
    /// A part of a product's logs, for instance `security`.
    public var service: String?

    /// A log source.
    public init(category: String? = nil, product: String? = nil, service: String? = nil) {
        self.category = category
        self.product = product
        self.service = service
    }

    /// Whether everything that this source names is the same in `other`, which may name more.
    public func contains(_ other: LogSource) -> Bool {
        (category == nil || category == other.category) && (product == nil || product == other.product)
            && (service == nil || service == other.service)
    }
}

/// One rule in Sigma's language, read: conditions are resolved into expressions, modifiers into tests.
public struct SigmaRule: Sendable {
    /// What it finds, in a few words.
    public var title: String
    /// The rule's `id`, as written; empty where there is none.
    public var id = ""
    /// The name by which correlations may refer to it besides its id; empty where there is none.
    public var name = ""
    /// How mature it is, as written; empty where the rule does not say.
    public var status = ""
    /// Nil where the rule gives none.
    public var level: SigmaLevel?
    /// As written, for instance `attack.t1059.001`.
    public var tags: [String] = []
    /// The logs that it is about.
    public var source = LogSource()
    /// One for each condition; the rule matches where any of them does.
    public var conditions: [SigmaExpression] = []
    /// Whether only correlations are interested in its matches, so that they are no findings by themselves.
    public var isSilent = false
    /// The file, as the caller named it.
    public var file = ""
    /// Where the rule begins in its file.
    public var position = TextPosition(line: 1, column: 1)

    /// A rule without conditions.
    public init(title: String) { self.title = title }
}
