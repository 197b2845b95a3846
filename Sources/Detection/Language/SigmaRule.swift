import Kernel

/// How much a rule's author makes of a match.
public enum SigmaLevel: Int, Sendable, CaseIterable, Comparable {
    case informational, low, medium, high, critical

    /// The word that rules use.
    public var word: String { String(describing: self) }

    public static func < (left: SigmaLevel, right: SigmaLevel) -> Bool { left.rawValue < right.rawValue }
}

/// Which logs a rule is about. What is absent is not asked for.
public struct LogSource: Sendable, Hashable {
    public var category: String?
    public var product: String?
    public var service: String?

    /// A log source.
    public init(category: String? = nil, product: String? = nil, service: String? = nil) {
        self.category = category
        self.product = product
        self.service = service
    }
}

/// One rule in Sigma's language, read: conditions are resolved into expressions, modifiers into tests.
public struct SigmaRule: Sendable {
    public var title: String
    /// The rule's `id`, as written; empty where there is none.
    public var id = ""
    /// The name by which correlations may refer to it besides its id; empty where there is none.
    public var name = ""
    public var status = ""
    /// Nil where the rule gives none.
    public var level: SigmaLevel?
    /// As written, for instance `attack.t1059.001`.
    public var tags: [String] = []
    public var source = LogSource()
    /// One for each condition; the rule matches where any of them does.
    public var conditions: [SigmaExpression] = []
    /// The file, as the caller named it, and where the rule begins there.
    public var file = ""
    public var position = TextPosition(line: 1, column: 1)

    /// A rule without conditions.
    public init(title: String) { self.title = title }
}
