import Scenario

/// Why the ground refused something that was asked of it.
public struct GroundError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of refusal, so that whoever serves it can say it in a protocol's words.
    public enum Code: String, Sendable, CaseIterable {
        /// What was named does not exist, or not for whoever asks.
        case notFound = "not-found"
        /// Whoever asks may not do this.
        case forbidden
        /// Nobody has signed in, or with wrong credentials.
        case unauthenticated
        /// It contradicts what is there already.
        case conflict
        /// A value is not one that can be taken.
        case invalid
        /// Too much in too short a time.
        case tooMany = "too-many"
        /// A limit of size, time or memory would be passed.
        case limit
        /// The place of storage failed.
        case storage
    }

    /// What kind of refusal.
    public var code: Code
    /// What is wrong and what would be right, for people, in both languages.
    public var text: LocalizedText
    /// The value at fault, where there is one: a name such as `password`.
    public var field: String?
    /// With `tooMany`: after how many seconds another attempt makes sense; at least 1.
    public var secondsToWait: Int?

    /// A refusal that people read.
    public init(_ code: Code, _ text: LocalizedText, field: String? = nil, secondsToWait: Int? = nil) {
        self.code = code
        self.text = text
        self.field = field
        self.secondsToWait = secondsToWait
    }

    /// A refusal that only whoever runs the server reads, in English alone.
    public init(_ code: Code, _ message: String, field: String? = nil) {
        self.init(code, LocalizedText(vietnamese: message, english: message), field: field)
    }

    /// What is wrong, in English, as logs hold it.
    public var message: String { text.english }

    /// The kind and what is wrong, in English.
    public var description: String { "\(code.rawValue): \(message)" }
}
