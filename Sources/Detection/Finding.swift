import Kernel

/// That a rule matched a record, or a correlation several of them.
public struct Finding: Sendable, Equatable {
    /// What matched.
    public enum Subject: Sendable, Hashable {
        /// A rule, by ``SigmaCollection/rules``.
        case rule(Int)
        /// A correlation, by ``SigmaCollection/correlations``.
        case correlation(Int)
    }

    /// Which rule or correlation.
    public var subject: Subject
    /// The record; of a correlation the one that completed it.
    public var record: RecordMention
    /// Of a correlation: when its first match happened. Nil for a rule.
    public var since: Milliseconds?
    /// Of a correlation: the records that it gathered, in the order of time. Empty for a rule.
    public var members: [RecordMention] = []

    /// A finding.
    public init(subject: Subject, record: RecordMention) {
        self.subject = subject
        self.record = record
    }
}

/// Where a record is, and what it says of itself.
public struct RecordMention: Sendable, Equatable {
    /// The how manieth file it is in, from 0.
    public var file: Int
    /// The how manieth record of its file it is, from 0.
    public var ordinal: Int
    /// The line on which it begins, from 1.
    public var line: Int
    /// When it happened, in ms since 1970; nil where it does not say.
    public var time: Milliseconds?
    /// The host, computer or address that it is about; empty where it does not say.
    public var host: String
    /// The account that it is about; empty where it does not say.
    public var user: String
    /// The number or id that its system gave it; empty where there is none.
    public var identifier: String

    /// Mentions a record of a file. O(text).
    public init(_ record: RecordFields, file: Int) {
        self.file = file
        ordinal = record.ordinal
        line = record.line
        time = record.time
        host = record.text(record.host)
        user = record.text(record.user)
        identifier = record.text(record.identifier)
    }
}
