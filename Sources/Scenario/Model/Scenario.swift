/// A whole scenario: a world's content, the people and goals around it, variants and seed.
public struct Scenario: Sendable, Equatable {
    /// The short name (required).
    public var name: String
    /// The name that people read.
    public var title = LocalizedText()
    /// What it is about.
    public var description = LocalizedText()
    /// People and goals; Open Cyber Range's language.
    public var exercise = ExerciseHalf()
    /// The simulated world; nil in a file of Open Cyber Range's dialect.
    public var simulation: Simulation?

    /// An empty scenario of that name.
    public init(name: String) { self.name = name }
}

/// A text in Vietnamese and English. A plain string in the file fills both.
public struct LocalizedText: Sendable, Equatable {
    /// Vietnamese.
    public var vietnamese: String
    /// English.
    public var english: String

    /// A text in both languages.
    public init(vietnamese: String = "", english: String = "") {
        self.vietnamese = vietnamese
        self.english = english
    }

    /// Whether there is no text at all.
    public var isEmpty: Bool { vietnamese.isEmpty && english.isEmpty }
}

/// An uncertain number: (low, likely, high) and where it comes from.
///
/// Scaled integers, so that decoding gives the same on every machine: probabilities and factors in parts of 2³², money in
/// whole đồng, durations in milliseconds.
public struct UncertainNumber: Sendable, Equatable {
    /// The smallest plausible value.
    public var low: Int64
    /// The most likely value.
    public var likely: Int64
    /// The largest plausible value.
    public var high: Int64
    /// A citation, or "judgement".
    public var source: String

    /// A number with its range.
    public init(low: Int64, likely: Int64, high: Int64, source: String = "judgement") {
        self.low = low
        self.likely = likely
        self.high = high
        self.source = source
    }

    /// A number without uncertainty.
    public init(_ value: Int64, source: String = "judgement") {
        self.init(low: value, likely: value, high: value, source: source)
    }
}
