/// Why a run cannot be reviewed as asked.
public struct ReviewError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, and what would be right.
    public var description: String
    /// An error.
    public init(_ description: String) { self.description = description }
}
