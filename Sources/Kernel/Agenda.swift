/// An exercise time or duration in milliseconds from the start of the run.
public typealias Milliseconds = Int64

extension Int64 {
    /// So many seconds, in milliseconds.
    @inlinable public static func seconds(_ count: Int64) -> Milliseconds { count * 1000 }
    /// So many minutes, in milliseconds.
    @inlinable public static func minutes(_ count: Int64) -> Milliseconds { count * 60_000 }
    /// So many hours, in milliseconds.
    @inlinable public static func hours(_ count: Int64) -> Milliseconds { count * 3_600_000 }
}

/// What is to happen, earliest first: a binary heap of flat entries.
///
/// The order is total and does not depend on the order of insertion: time, then `key` (a hash of paths that the world
/// gives), then every other field.
public struct Agenda: Sendable, Equatable {
    /// One thing to happen. 40 bytes.
    public struct Entry: Sendable, Equatable {
        /// When.
        public var time: Milliseconds
        /// Decides between entries of equal time; derived from scenario paths, never from positions.
        public var key: UInt64
        /// What, in the world's own numbering.
        public var kind: UInt32
        /// First argument, for instance an actor.
        public var first: Int32
        /// Second argument, for instance a target.
        public var second: Int32
        /// Third argument, for instance a generation that lets a late entry be recognised as stale.
        public var third: Int32

        /// An entry of the given fields.
        @inlinable
        public init(
            time: Milliseconds, key: UInt64, kind: UInt32, first: Int32 = 0, second: Int32 = 0, third: Int32 = 0
        ) {
            self.time = time
            self.key = key
            self.kind = kind
            self.first = first
            self.second = second
            self.third = third
        }

        @inlinable
        func precedes(_ other: Entry) -> Bool {
            if time != other.time { return time < other.time }
            if key != other.key { return key < other.key }
            if kind != other.kind { return kind < other.kind }
            if first != other.first { return first < other.first }
            if second != other.second { return second < other.second }
            return third < other.third
        }
    }

    @usableFromInline var heap: [Entry] = []

    /// An empty agenda.
    @inlinable public init() {}

    /// How many entries wait.
    @inlinable public var count: Int { heap.count }

    /// The time of the earliest entry, or nil where nothing waits.
    @inlinable public var nextTime: Milliseconds? { heap.first?.time }

    /// Makes room for so many entries, in storage of its own.
    public mutating func reserveCapacity(_ count: Int) { heap.reserveCapacity(count) }

    /// Adds an entry.
    ///
    /// - Complexity: O(log count).
    @inlinable
    public mutating func insert(_ entry: Entry) {
        heap.append(entry)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            if heap[parent].precedes(heap[child]) { break }
            heap.swapAt(parent, child)
            child = parent
        }
    }

    /// Takes out the earliest entry if its time is before `limit`.
    ///
    /// - Complexity: O(log count).
    @inlinable
    public mutating func takeFirst(before limit: Milliseconds) -> Entry? {
        guard let first = heap.first, first.time < limit else { return nil }
        let last = heap.removeLast()
        if heap.isEmpty { return first }
        heap[0] = last
        var parent = 0
        while true {
            var child = 2 * parent + 1
            if child >= heap.count { break }
            if child + 1 < heap.count && heap[child + 1].precedes(heap[child]) { child += 1 }
            if heap[parent].precedes(heap[child]) { break }
            heap.swapAt(parent, child)
            parent = child
        }
        return first
    }

    /// Folds the waiting entries in, in their order, so that two heaps of another shape but equal content agree.
    ///
    /// - Complexity: O(count · log count).
    public func hash(into hasher: inout StableHasher) {
        for entry in heap.sorted(by: { $0.precedes($1) }) {
            hasher.combine(entry.time)
            hasher.combine(entry.key)
            hasher.combine(entry.kind)
            hasher.combine(entry.first)
            hasher.combine(entry.second)
            hasher.combine(entry.third)
        }
    }
}
