/// What must hold of one record.
///
/// A record has named fields with any number of values each; a value is a text, a number, a truth value or null. A
/// field without values is absent.
public indirect enum SigmaExpression: Sendable, Equatable {
    /// A field passes a test. A field with several values passes where one of them does. Absent and null values pass
    /// ``SigmaTest/null`` and what ``SigmaTest/exists(_:)`` says, and nothing else.
    case field(String, SigmaTest)
    /// Any value of any field of the record passes a test.
    case keyword(SigmaTest)
    /// Every one holds; true where there are none.
    case all([SigmaExpression])
    /// At least one holds; false where there are none.
    case any([SigmaExpression])
    /// It does not hold; true of a test of an absent field.
    case not(SigmaExpression)
}

/// What is asked of one value.
public enum SigmaTest: Sendable, Equatable {
    /// The whole value matches. Letters A–Z and a–z are the same unless `cased`.
    case text(SigmaPattern, cased: Bool)
    /// The value, written as a number or as text, is the same decimal number, or is spelled as the rule spells it.
    case number(SigmaNumber)
    /// The field is absent, or null.
    case null
    /// The field is there (null counts as there), or is not.
    case exists(Bool)
    /// A regular expression in PCRE's language is found somewhere in the value. Letters are the same only as its flags
    /// say.
    case regex(SigmaRegex)
    /// The value is an address of a network.
    case network(SigmaNetwork)
    /// The value is a number in that relation to another.
    case compare(SigmaComparison, SigmaNumber)
    /// The value is in that relation to a value of another field of the same record. Letters A–Z and a–z are the same
    /// unless `cased`.
    case reference(String, SigmaRelation, cased: Bool)
    /// The part, in UTC, of a point in time is this number (`|hour: 3`). Weeks are counted by ISO 8601.
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
    /// The nearest number that there is.
    public var value: Double
    /// As it was written.
    public var text: String

    /// A number.
    public init(value: Double, text: String) {
        self.value = value
        self.text = text
    }
}

/// A regular expression with its flags.
public struct SigmaRegex: Sendable, Hashable {
    /// The expression.
    public var pattern: String
    /// Letters are the same whatever their case.
    public var ignoreCase = false
    /// `^` and `$` also stand at the ends of lines.
    public var multiLine = false
    /// `.` also stands for the end of a line.
    public var dotMatchesAll = false

    /// An expression without flags.
    public init(pattern: String) { self.pattern = pattern }
}

/// A network of IPv4 or IPv6 addresses. IPv4 stands in the last 32 bits, with `isVersion6` false.
public struct SigmaNetwork: Sendable, Hashable {
    /// The first 64 bits of the network's first address.
    public var high: UInt64
    /// The last 64 bits of it.
    public var low: UInt64
    /// How many bits all addresses share: at most 32, or 128.
    public var prefixLength: Int
    /// Whether it is one of IPv6. An IPv4 address written in IPv6 belongs there as well.
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
public enum SigmaComparison: Sendable, Hashable { case less, lessOrEqual, greater, greaterOrEqual }

/// Relations between the values of two fields.
public enum SigmaRelation: Sendable, Hashable { case equal, startsWith, endsWith, contains }

/// Parts of a point in time.
public enum SigmaTimePart: String, Sendable, CaseIterable { case minute, hour, day, week, month, year }
