/// Where a step writes what happened. The caller hands it in and empties it when it likes.
///
/// A closed log takes nothing: state must come out the same with an open and with a closed one.
public struct EventLog<Event: Sendable>: Sendable {
    /// Whether events are kept.
    public let isOpen: Bool
    /// The events since the last ``drain()``, in order of time.
    public private(set) var events: [Event] = []

    /// A log that keeps events (`open`) or drops them.
    public init(open: Bool) { isOpen = open }

    /// Keeps `event` where the log is open. The argument is not evaluated where it is closed.
    ///
    /// - Complexity: O(1) amortised.
    @inlinable
    public mutating func append(_ event: @autoclosure () -> Event) {
        if isOpen { appendAlways(event()) }
    }

    @usableFromInline
    mutating func appendAlways(_ event: Event) { events.append(event) }

    /// Returns the events and forgets them, keeping the capacity.
    public mutating func drain() -> [Event] {
        let result = events
        events.removeAll(keepingCapacity: true)
        return result
    }
}
