/// Why a search text was not understood.
public struct LogQueryError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong and what was expected.
    public var message: String
    /// Where, in bytes of the text from 0.
    public var offset: Int

    /// An error at a place of the text.
    public init(_ message: String, at offset: Int) {
        self.message = message
        self.offset = offset
    }

    /// The place, from 1, and what is wrong.
    public var description: String { "character \(offset + 1): \(message)" }
}
