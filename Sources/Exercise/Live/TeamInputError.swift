import Scenario

/// Why an input was not taken. Nothing changed.
public struct TeamInputError: Error, Sendable, Equatable {
    /// Kinds of reason.
    public enum Code: String, Sendable, CaseIterable {
        /// What it names does not exist.
        case unknown
        /// It does not go with that target.
        case wrongTarget = "wrong-target"
        /// It is not possible at this moment.
        case notNow = "not-now"
        /// A text is too long.
        case tooLong = "too-long"
        /// There are too many already.
        case tooMany = "too-many"
        /// It is so already.
        case alreadySo = "already-so"
        /// It is not for this author.
        case notAllowed = "not-allowed"
    }

    /// The kind of reason.
    public var code: Code
    /// The reason for people.
    public var message: LocalizedText
    /// The part of the input that is wrong, or nil.
    public var field: String?

    /// An error.
    public init(_ code: Code, _ message: LocalizedText, field: String? = nil) {
        self.code = code
        self.message = message
        self.field = field
    }

    init(_ code: Code, vi vietnamese: String, en english: String, field: String? = nil) {
        self.init(code, LocalizedText(vietnamese: vietnamese, english: english), field: field)
    }
}
