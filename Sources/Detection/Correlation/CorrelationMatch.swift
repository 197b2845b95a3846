import Kernel

/// What a correlation found.
public struct CorrelationMatch: Sendable, Hashable {
    /// The index of the correlation.
    public var correlation: Int
    /// When the first of the records happened that make the match.
    public var start: Milliseconds
    /// When the record happened that completed it.
    public var end: Milliseconds
    /// The numbers of the records that make the match, as the caller gave them, in order of time; the last
    /// ``Correlator/mostMembers`` where there are more.
    public var members: [Int]
    /// How many records make the match.
    public var count: Int
    /// The values of the `group-by` fields, in their order.
    public var group: [[UInt8]]
}
