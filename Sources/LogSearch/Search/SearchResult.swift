import Kernel

/// What a search found.
public struct SearchResult: Sendable {
    /// A part of the time and the records in it.
    public struct Bucket: Sendable, Equatable {
        /// Where it begins, ms of exercise time.
        public var start: Milliseconds
        /// Matching records in it.
        public var count: Int
    }

    /// A value and how many matching records have it.
    public struct ValueCount: Sendable, Equatable {
        /// The value as records have it.
        public var value: String
        /// Records.
        public var count: Int
    }

    /// The values of a field.
    public struct FieldStatistics: Sendable, Equatable {
        /// The field's name.
        public var field: String
        /// How many values matching records have in it.
        public var valueCount: Int
        /// How many different ones.
        public var distinctCount: Int
        /// Whether different values beyond a bound were not told apart any more.
        public var isCapped: Bool
        /// The most frequent ones, then by their text.
        public var top: [ValueCount]
    }

    /// Matching records in the time that was asked for, whatever page this is; what was found so far where the search is
    /// partial or does not count.
    public var total = 0
    /// The rows of this page, in the order asked for.
    public var rows: [LogRow] = []
    /// Length of the histogram's parts, ms; 0 without a histogram.
    public var bucketLength: Milliseconds = 0
    /// The histogram, empty parts among them.
    public var histogram: [Bucket] = []
    /// Values of the fields asked for, in that order.
    public var statistics: [FieldStatistics] = []
    /// Whether the search ended before it had seen all records, because its time was over.
    public var isPartial = false
    /// The time that was looked at, from and up to, ms; shorter than asked for where the search is partial or ended with its
    /// last row, and where records of the present do not exist yet.
    public var covered: Range<Milliseconds> = 0..<0
    /// Whether the log was still being made, so that records of the time asked for may be missing.
    public var isBuilding = false
    /// Where the next page begins; nil where there is none. Of a partial search it is where it ended: a next one that only
    /// wants rows goes on there.
    public var next: SearchCursor?
    /// How many records were looked at, those that the team's run prevented among them.
    public var scanned = 0
}

/// A record that was found.
public struct LogRow: Sendable {
    /// A field and its value.
    public struct Field: Sendable, Equatable {
        /// The field's name, with dots.
        public var name: String
        /// Its value as text; nothing escaped.
        public var value: String
    }

    /// When it happened, ms of exercise time; below zero before the start.
    public let time: Milliseconds
    /// The record's id as all formats have it: 32 hexadecimal digits.
    public let id: String
    /// The fields in the order of the line; a list is several fields of one name.
    public let fields: [Field]
    /// The record as a JSON object of the Elastic Common Schema, byte for byte as an export has it.
    public let json: [UInt8]

    /// The first value of a field; nil where the record has none.
    public subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// The object as text.
    public var text: String { String(decoding: json, as: UTF8.self) }
}
