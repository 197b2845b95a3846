/// A record of a flat overlay, with the value of what has not been touched.
public protocol OverlayRecord: Sendable {
    /// Folds the record into the state's digest.
    func hash(into hasher: inout StableHasher)
}

/// Records of the few things that were touched among many, by index: memory and copies follow activity, not size.
///
/// Open addressing over two flat arrays; no hashing of the standard library, no order that differs between processes.
/// Iteration is in the order of first touch.
public struct Overlay<Record: OverlayRecord>: Sendable {
    @usableFromInline var table: [Int32]  // slot number + 1, 0 = empty; a power of two long
    /// The indices that were touched, in the order of first touch.
    public private(set) var keys: [Int32] = []
    /// The records, parallel to ``keys``.
    public var records: [Record] = []

    /// An empty overlay. `capacity` is a hint.
    public init(capacity: Int = 16) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        table = [Int32](repeating: 0, count: size)
    }

    /// How many were touched.
    @inlinable public var count: Int { records.count }

    @inlinable
    static func start(_ key: Int32, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (UInt64(UInt32(bitPattern: key)) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    }

    /// The slot of `key` in ``records``, or nil where it was not touched.
    ///
    /// - Complexity: O(1) expected.
    @inlinable
    public func slot(of key: Int32) -> Int? {
        let mask = table.count - 1
        var position = Self.start(key, mask)
        while true {
            let entry = table[position]
            if entry == 0 { return nil }
            if keys[Int(entry) - 1] == key { return Int(entry) - 1 }
            position = (position + 1) & mask
        }
    }

    /// The record of `key`, or nil where it was not touched.
    @inlinable
    public subscript(key: Int32) -> Record? { slot(of: key).map { records[$0] } }

    /// The slot of `key`; on the first touch a copy of `initial` is put there.
    ///
    /// - Complexity: O(1) amortised.
    public mutating func touch(_ key: Int32, initial: @autoclosure () -> Record) -> Int {
        if let slot = slot(of: key) { return slot }
        if (records.count + 1) * 2 > table.count { grow() }
        keys.append(key)
        records.append(initial())
        place(key, slot: records.count - 1)
        return records.count - 1
    }

    /// Makes room for so many records, in storage of its own.
    public mutating func reserveCapacity(_ count: Int) {
        keys.reserveCapacity(count)
        records.reserveCapacity(count)
        while count * 2 > table.count { grow() }
        table.reserveCapacity(table.count + 1)
    }

    private mutating func place(_ key: Int32, slot: Int) {
        let mask = table.count - 1
        var position = Self.start(key, mask)
        while table[position] != 0 { position = (position + 1) & mask }
        table[position] = Int32(slot + 1)
    }

    private mutating func grow() {
        table = [Int32](repeating: 0, count: table.count * 2)
        for slot in keys.indices { place(keys[slot], slot: slot) }
    }

    /// Folds all records in, in the order of their keys: the order of touching is no part of the state.
    ///
    /// - Complexity: O(count · log count).
    public func hash(into hasher: inout StableHasher) {
        for slot in keys.indices.sorted(by: { keys[$0] < keys[$1] }) {
            hasher.combine(keys[slot])
            records[slot].hash(into: &hasher)
        }
    }
}
