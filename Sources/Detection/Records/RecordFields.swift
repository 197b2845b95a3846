import Kernel

/// The wanted fields of one record: decoded values one after the other, and where each is. Kept from record to record, so that
/// after the first ones nothing is allocated.
public struct RecordFields: Sendable {
    /// What a value was.
    public enum Kind: UInt8, Sendable { case text, number, boolean, null }

    /// One value of one field.
    public struct Value: Sendable {
        /// By ``FieldCatalogue``.
        public var slot: Int32
        /// Where its bytes begin in ``RecordFields/bytes``.
        public var offset: Int32
        /// How many bytes it has.
        public var count: Int32
        /// The next value of the same slot in ``RecordFields/values``; −1: none.
        public var next: Int32
        /// What it was in the record.
        public var kind: Kind
    }

    /// Decoded bytes (UTF-8 for texts, digits for numbers, `true` or `false`) of all values.
    public internal(set) var bytes: [UInt8] = []
    /// The values in the order in which they came.
    public internal(set) var values: [Value] = []
    /// By slot: the first value in ``values``; −1: the record has none.
    public internal(set) var first: [Int32]
    /// When it happened, in ms since 1970; nil where the record does not say.
    public var time: Milliseconds?
    /// The host that it is about, in ``bytes``; empty where the record does not say.
    public internal(set) var host = 0..<0
    /// The account that it is about, in ``bytes``; empty where the record does not say.
    public internal(set) var user = 0..<0
    /// The id or number that its system gave it, in ``bytes``; empty where there is none.
    public internal(set) var identifier = 0..<0
    /// The line on which it begins, from 1.
    public internal(set) var line = 0
    /// How many records of its file came before it.
    public internal(set) var ordinal = 0
    /// The index of the record's ``RecordSource``; −1: unknown.
    public var source: Int32 = -1

    /// Room for the fields of a catalogue.
    public init(_ catalogue: FieldCatalogue) { first = [Int32](repeating: -1, count: catalogue.names.count) }

    /// Forgets the record and keeps the memory. O(values).
    public mutating func empty() {
        for value in values { first[Int(value.slot)] = -1 }
        values.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        time = nil
        host = 0..<0
        user = 0..<0
        identifier = 0..<0
        source = -1
    }

    /// Adds a value whose bytes are at a place of ``bytes``. The first value of a slot stays the first one. O(1).
    mutating func add(slot: Int32, offset: Int, count: Int, kind: Kind) {
        let index = Int32(truncatingIfNeeded: values.count)
        let head = first[Int(slot)]
        var value = Value(
            slot: slot, offset: Int32(truncatingIfNeeded: offset), count: Int32(truncatingIfNeeded: count), next: -1,
            kind: kind)
        if head < 0 {
            first[Int(slot)] = index
        } else {
            value.next = values[Int(head)].next
            values[Int(head)].next = index
        }
        values.append(value)
    }

    /// A text at a place of ``bytes``; what is not UTF-8 is replaced.
    public func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
