import Kernel
import Telemetry

/// Some tens of thousands of records that follow each other in time, kept by kind of record: 54 bytes each.
///
/// Rows of one template lie together, ordered by time, so that a search decides most templates once and never touches their
/// rows. ``order`` is the order of time over all of them.
///
/// `@unchecked Sendable`: the memory is filled in the initialiser, never written again, and freed when nobody can read it.
final class LogSegment: @unchecked Sendable {
    /// Most rows: a row's number takes sixteen bits.
    static let capacity = 1 << 16

    /// The rows of a template.
    struct Group: Sendable {
        var template: UInt16
        var rows: Range<Int>
    }

    /// The time of the earliest row.
    let start: Milliseconds
    /// The time of the last row.
    let last: Milliseconds
    let count: Int
    let groups: [Group]
    /// Times of rows, ms from ``start``.
    let times: UnsafePointer<UInt32>
    let records: UnsafePointer<StoredRecord>
    /// Rows by time, then by id.
    let order: UnsafePointer<UInt16>

    /// A segment of records that are in order, not empty and not more than ``capacity``.
    ///
    /// - Complexity: O(records + templates).
    init(_ source: [Record], templateCount: Int) {
        precondition(!source.isEmpty && source.count <= Self.capacity, "a segment has 1 to \(Self.capacity) records")
        let start = source[0].time
        self.start = start
        last = source[source.count - 1].time
        count = source.count
        var next = [Int](repeating: 0, count: templateCount + 1)
        for record in source { next[Int(record.template) + 1] += 1 }
        var groups: [Group] = []
        for template in 0..<templateCount {
            let rows = next[template]..<next[template] + next[template + 1]
            if !rows.isEmpty { groups.append(Group(template: UInt16(template), rows: rows)) }
            next[template + 1] = rows.upperBound
        }
        self.groups = groups
        let times = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
        let records = UnsafeMutablePointer<StoredRecord>.allocate(capacity: count)
        let order = UnsafeMutablePointer<UInt16>.allocate(capacity: count)
        for (rank, record) in source.enumerated() {
            let row = next[Int(record.template)]
            next[Int(record.template)] = row + 1
            (times + row).initialize(to: UInt32(record.time - start))
            (records + row).initialize(to: StoredRecord(record))
            (order + rank).initialize(to: UInt16(row))
        }
        self.times = UnsafePointer(times)
        self.records = UnsafePointer(records)
        self.order = UnsafePointer(order)
    }

    deinit {
        times.deallocate()
        records.deallocate()
        order.deallocate()
    }

    /// Bytes that it takes.
    var memoryBytes: Int {
        count * (MemoryLayout<StoredRecord>.stride + 6) + groups.count * MemoryLayout<Group>.stride
    }

    /// The time of a row.
    @inline(__always)
    func time(_ row: Int) -> Milliseconds { start + Milliseconds(times[row]) }

    /// The template of a row.
    func template(_ row: Int) -> UInt16 {
        var low = 0
        var high = groups.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if groups[middle].rows.lowerBound <= row { low = middle } else { high = middle - 1 }
        }
        return groups[low].template
    }

    /// A row's place in the order of all records.
    func position(_ row: Int) -> RecordPosition {
        RecordPosition(time: time(row), idHigh: records[row].idHigh, idLow: records[row].idLow)
    }

    /// The rows of a group that are not earlier than one time and earlier than another.
    func rows(_ group: Group, from: Milliseconds, to: Milliseconds) -> Range<Int> {
        if from <= start && to > last { return group.rows }
        let lower = firstRow(group.rows, notBefore: from)
        return lower..<max(lower, firstRow(group.rows, notBefore: to))
    }

    private func firstRow(_ rows: Range<Int>, notBefore time: Milliseconds) -> Int {
        Self.first(rows) { self.time($0) >= time }
    }

    /// The first rank whose row is not before a place; the number of rows where all are.
    func rank(notBefore position: RecordPosition) -> Int {
        Self.first(0..<count) { self.position(Int(order[$0])) >= position }
    }

    /// The first of some ascending numbers that a condition holds for, which holds for all after it.
    @inline(__always)
    private static func first(_ range: Range<Int>, where condition: (Int) -> Bool) -> Int {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if condition(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
