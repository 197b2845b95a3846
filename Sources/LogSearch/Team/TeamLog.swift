import Kernel
import NetworkWorld
import Telemetry

/// What one team finds in its logs: the shared records, without those that its run prevented, and its run's own.
///
/// A value: a copy is a snapshot and costs a few references. Searching needs only the ``view``.
public struct TeamLog: Sendable {
    private var source: EventRecordSource
    private var fresh: [Record] = []
    /// What can be searched now.
    public private(set) var view: LogView

    /// The log of a team at the start of its run.
    ///
    /// - Complexity: O(1): the tables are those of the shared records.
    public init(base: BaseLog) {
        source = base.events
        view = LogView(base: base)
    }

    /// Everything before this time can be searched, ms of exercise time.
    public var now: Milliseconds { view.now }

    /// Takes in what happened in the team's run.
    ///
    /// - Parameters:
    ///   - time: exercise time; an earlier one than before changes nothing but takes in the events.
    ///   - events: the run's events from the last time up to `time`, in order.
    /// - Complexity: O(events + their records).
    public mutating func advance(to time: Milliseconds, events: some Sequence<Event>) {
        fresh.removeAll(keepingCapacity: true)
        source.advance(to: time, events: Array(events), &fresh)
        view.take(fresh, history: source.history, now: max(view.now, time))
    }

    /// Finds records, see ``LogView/search(_:isOver:)``.
    public func search(_ request: SearchRequest, isOver: () -> Bool = { false }) -> SearchResult {
        view.search(request, isOver: isOver)
    }
}
