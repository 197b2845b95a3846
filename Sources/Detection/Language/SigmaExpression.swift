/// What must hold of one record.
public indirect enum SigmaExpression: Sendable, Equatable {
    /// A field passes a test. A field with several values passes where one of them does.
    case field(String, SigmaTest)
    /// Any value of the record passes a test.
    case keyword(SigmaTest)
    /// Every one holds; true where there are none.
    case all([SigmaExpression])
    /// At least one holds; false where there are none.
    case any([SigmaExpression])
    case not(SigmaExpression)
}

/// What is asked of one value.
public enum SigmaTest: Sendable, Equatable {
    /// The whole value matches. Letters A–Z and a–z are the same unless `cased`.
    case text(SigmaPattern, cased: Bool)
    /// The value is this number, written as a number or as text.
    case number(SigmaNumber)
    /// The field is absent, or null.
    case null
    /// The field is there (null counts as there), or is not.
    case exists(Bool)
    /// A regular expression in PCRE's language is found somewhere in the value.
    case regex(SigmaRegex)
    /// The value is an address of a network.
    case network(SigmaNetwork)
    /// The value is a number in that relation to another.
    case compare(SigmaComparison, SigmaNumber)
    /// The value is in that relation to the value of another field of the same record.
    case reference(String, SigmaRelation, cased: Bool)
    /// The part of a point in time is this number (`|hour: 3`).
    case time(SigmaTimePart, Int)
}

/// A text with wildcards.
public struct SigmaPattern: Sendable, Hashable {
    /// A piece of a pattern.
    public enum Part: Sendable, Hashable {
        case literal([UInt8])
        /// `?`: exactly one character.
        case one
        /// `*`: any number of characters, none included.
        case many
    }

    /// Literals are never empty, never follow each other, and neither does `many`.
    public var parts: [Part]

    /// A pattern.
    public init(parts: [Part]) { self.parts = parts }
}

/// A decimal number, kept as it was written.
public struct SigmaNumber: Sendable, Hashable {
    public var value: Double
    public var text: String

    /// A number.
    public init(value: Double, text: String) {
        self.value = value
        self.text = text
    }
}

/// A regular expression with its flags.
public struct SigmaRegex: Sendable, Hashable {
    public var pattern: String
    public var ignoreCase = false
    public var multiLine = false
    public var dotMatchesAll = false

    /// An expression without flags.
    public init(pattern: String) { self.pattern = pattern }
}

/// A network of IPv4 or IPv6 addresses. IPv4 stands in the last 32 bits, with `isVersion6` false.
public struct SigmaNetwork: Sendable, Hashable {
    public var high: UInt64
    public var low: UInt64
    public var prefixLength: Int
    public var isVersion6: Bool

    /// A network.
    public init(high: UInt64, low: UInt64, prefixLength: Int, isVersion6: Bool) {
        self.high = high
        self.low = low
        self.prefixLength = prefixLength
        self.isVersion6 = isVersion6
    }
}

/// Relations between numbers.
public enum SigmaComparison: Sendable, Hashable { case less, lessOrEqual, greater, greaterOrEqual, notEqual }

/// Relations between the values of two fields.
public enum SigmaRelation: Sendable, Hashable { case equal, startsWith, endsWith, contains }

/// Parts of a point in time.
public enum SigmaTimePart: String, Sendable, CaseIterable { case minute, hour, day, week, month, year }
