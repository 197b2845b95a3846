import Kernel
import NetworkWorld
import Synchronization
import Telemetry

/// The everyday records of a program under given seeds, days of history and the whole exercise: what all teams share.
///
/// It is made in the order of time and may be searched while it is being made. What a team's own run adds and leaves out is
/// kept by that team's ``TeamLog``. About 55 bytes a record.
public final class BaseLog: Sendable {
    /// How far the making is.
    public struct Progress: Sendable, Equatable {
        /// Exercise time up to which records are there, ms; below zero in the days of history.
        public var builtUntil: Milliseconds
        /// Where it began.
        public var start: Milliseconds
        /// Where it will end.
        public var end: Milliseconds
        /// Records so far.
        public var recordCount: Int

        /// The share that is done, in thousandths.
        public var thousandths: Int { end > start ? Int((builtUntil - start) * 1000 / (end - start)) : 1000 }
    }

    /// What can be searched.
    struct Published: Sendable {
        var segments: [LogSegment] = []
        var builtUntil: Milliseconds
        var recordCount = 0
        var memoryBytes = 0
    }

    /// What is being made.
    private struct Builder: Sendable {
        var source: ChatterSource
        var waiting: [Record] = []
        var next: [Record] = []
    }

    /// What the log's records consist of.
    public let schema: LogSchema
    /// What the records follow from.
    public let seeds: Seeds
    /// The first moment, ms of exercise time; below zero where there are days of history.
    public let start: Milliseconds
    /// The moment at which the exercise ends as planned.
    public let end: Milliseconds
    /// What a team's own records come from, at the start of its run.
    let events: EventRecordSource
    private let builder: Mutex<Builder>
    private let published: Mutex<Published>

    /// A log without records yet.
    ///
    /// - Complexity: O(hosts · sensors).
    public init(schema: LogSchema, seeds: Seeds) {
        self.schema = schema
        self.seeds = seeds
        let source = ChatterSource(schema: schema.records, seeds: seeds)
        events = EventRecordSource(schema: schema.records, seeds: seeds)
        start = .minutes(Int64(source.minute))
        end = schema.program.duration
        builder = Mutex(Builder(source: source))
        published = Mutex(Published(builtUntil: start))
    }

    /// Makes the records up to a moment, by default the end of the exercise, and returns when they are there.
    ///
    /// Whoever calls while another makes the log waits for that one and goes on where it ended.
    ///
    /// - Parameters:
    ///   - time: exercise time, rounded up to the minute.
    ///   - progress: told after every few tens of thousands of records; ends the making where it returns false.
    /// - Complexity: O(hosts · minutes + records); see `docs/log-search.md` for figures.
    public func build(to time: Milliseconds? = nil, progress: (Progress) -> Bool = { _ in true }) {
        let goal = time ?? end
        builder.withLock { builder in
            while Milliseconds.minutes(Int64(builder.source.minute)) < goal {
                builder.next.removeAll(keepingCapacity: true)
                builder.source.next { builder.next.append($0) }
                if builder.waiting.count + builder.next.count > LogSegment.capacity {
                    publish(&builder, until: .minutes(Int64(builder.source.minute - 1)))
                    if !progress(self.progress) {
                        builder.waiting += builder.next
                        return
                    }
                }
                builder.waiting += builder.next
            }
            publish(&builder, until: .minutes(Int64(builder.source.minute)))
            (builder.waiting, builder.next) = ([], [])
            _ = progress(self.progress)
        }
    }

    /// Moves what waits to where it can be searched.
    private func publish(_ builder: inout Builder, until time: Milliseconds) {
        var made: [LogSegment] = []
        var first = 0
        // A minute of a million hosts is more than a segment holds.
        while first < builder.waiting.count {
            let part = builder.waiting[first..<min(first + LogSegment.capacity, builder.waiting.count)]
            made.append(LogSegment(Array(part), templateCount: schema.records.templates.count))
            first = part.endIndex
        }
        builder.waiting.removeAll(keepingCapacity: true)
        published.withLock { published in
            for segment in made {
                published.segments.append(segment)
                published.recordCount += segment.count
                published.memoryBytes += segment.memoryBytes
            }
            published.builtUntil = time
        }
    }

    /// What can be searched now.
    var current: Published { published.withLock { $0 } }

    /// How far the making is.
    public var progress: Progress {
        let current = current
        return Progress(
            builtUntil: current.builtUntil, start: start, end: end, recordCount: current.recordCount)
    }

    /// Whether all records of the planned exercise are there.
    public var isComplete: Bool { current.builtUntil >= end }

    /// Records that can be searched now.
    public var recordCount: Int { current.recordCount }

    /// Bytes that these records take; what is shared through the schema is not among them.
    public var memoryBytes: Int { current.memoryBytes }
}
