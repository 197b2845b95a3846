import Kernel

/// What is asked of a log.
public struct SearchRequest: Sendable {
    /// Which of the rows comes first.
    public enum Order: String, Sendable {
        case newest, oldest
    }

    /// Most rows in an answer.
    public static let mostRows = 500
    /// Most buckets of a histogram.
    public static let mostBuckets = 200
    /// Most fields with statistics in an answer.
    public static let mostStatistics = 8
    /// Most values that statistics of a field list.
    public static let mostValues = 50

    /// Which records are wanted.
    public var query: LogQuery
    /// The earliest moment, ms of exercise time; by default the beginning of the log.
    public var from: Milliseconds?
    /// The moment before which records are wanted, at most the present of the log, which is also the default.
    public var to: Milliseconds?
    /// Which rows come first.
    public var order = Order.newest
    /// How many rows are wanted; more than ``mostRows`` are not given.
    public var limit = 100
    /// Where to go on: what the answer before said.
    public var after: SearchCursor?
    /// Whether all matching records are counted. Without it, and without buckets and statistics, a search ends with the
    /// last row it gives and begins at ``after``.
    public var countsAll = true
    /// Into how many parts of equal length the time is divided at most; 0 is no histogram.
    public var buckets = 0
    /// Fields whose values are counted; names that no record has are passed over.
    public var statistics: [String] = []
    /// How many values of each are listed.
    public var valueLimit = 10

    /// A search for the newest records of a query.
    public init(_ query: LogQuery) { self.query = query }
}

/// A place between rows from which a search goes on.
public struct SearchCursor: Sendable, Equatable {
    let position: RecordPosition

    init(_ position: RecordPosition) { self.position = position }

    /// Its text, for addresses and documents: letters, digits and dots.
    public var text: String {
        "\(position.time).\(position.idHigh.hexadecimal).\(position.idLow.hexadecimal)"
    }

    /// The cursor that a text stands for; nil where it is none.
    public init?(text: String) {
        if text.utf8.count > 64 { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let time = Milliseconds(parts[0]), parts[1].utf8.count == 16,
            parts[2].utf8.count == 16, let high = UInt64(parts[1], radix: 16), let low = UInt64(parts[2], radix: 16)
        else { return nil }
        position = RecordPosition(time: time, idHigh: high, idLow: low)
    }
}
