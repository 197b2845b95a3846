/// Numbers by (space, bytes): the names that are looked for among the keys of records. Open addressing over flat memory; a look-up
/// allocates nothing and compares the bytes, so that no foreign key can pass for another.
struct KeyTable: Sendable {
    /// One name; `value` is −1 in a free place.
    struct Entry {
        var hash: UInt64
        var space: Int32
        var offset: Int32
        var count: Int32
        var value: Int32
    }

    private(set) var entries = [Entry](repeating: Self.free, count: 16)
    private(set) var names: [UInt8] = []
    private var used = 0

    private static let free = Entry(hash: 0, space: 0, offset: 0, count: 0, value: -1)

    /// Sets the value of a name that has none yet; gives the value that it has then. O(name), amortised.
    mutating func insert(_ name: String, in space: Int32, value: Int32) -> Int32 {
        let bytes = Array(name.utf8)
        if let known = find(bytes, in: space) { return known }
        if used * 2 >= entries.count { grow() }
        let hash = bytes.withUnsafeBufferPointer { buffer in View.hash(buffer.baseAddress, buffer.count, space) }
        let entry = Entry(
            hash: hash, space: space, offset: Int32(names.count), count: Int32(bytes.count), value: value)
        names += bytes
        place(entry)
        used += 1
        return value
    }

    /// The value of a name. O(name).
    func find(_ name: [UInt8], in space: Int32) -> Int32? {
        name.withUnsafeBufferPointer { name in
            withView { view in
                let value = view.find(name.baseAddress, name.count, in: space)
                return value < 0 ? nil : value
            }
        }
    }

    /// Looks at the table through pointers.
    func withView<Result>(_ body: (View) throws -> Result) rethrows -> Result {
        try entries.withUnsafeBufferPointer { entries in
            try names.withUnsafeBufferPointer { names in
                try body(View(entries: entries.baseAddress, mask: entries.count - 1, names: names.baseAddress))
            }
        }
    }

    private mutating func grow() {
        let old = entries
        entries = [Entry](repeating: Self.free, count: old.count * 2)
        for entry in old where entry.value >= 0 { place(entry) }
    }

    private mutating func place(_ entry: Entry) {
        var index = Int(truncatingIfNeeded: entry.hash) & (entries.count - 1)
        while entries[index].value >= 0 { index = (index + 1) & (entries.count - 1) }
        entries[index] = entry
    }
}

extension KeyTable {
    /// The table while its memory stays where it is.
    struct View {
        fileprivate let entries: UnsafePointer<Entry>?
        fileprivate let mask: Int
        fileprivate let names: UnsafePointer<UInt8>?

        /// The value of a name, −1 if there is none.
        @inline(__always)
        func find(_ start: UnsafePointer<UInt8>?, _ count: Int, in space: Int32) -> Int32 {
            guard let entries else { return -1 }
            let hash = Self.hash(start, count, space)
            var index = Int(truncatingIfNeeded: hash) & mask
            while true {
                let entry = entries[index]
                if entry.value < 0 { return -1 }
                if entry.hash == hash && entry.space == space && Int(entry.count) == count
                    && Self.isEqual(start, names.map { $0 + Int(entry.offset) }, count)
                {
                    return entry.value
                }
                index = (index + 1) & mask
            }
        }

        /// Mixes eight bytes at a time; the last eight may overlap those before.
        @inline(__always)
        static func hash(_ start: UnsafePointer<UInt8>?, _ count: Int, _ space: Int32) -> UInt64 {
            var hash = UInt64(truncatingIfNeeded: space) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
            guard let start else { return hash }
            if count < 8 {
                var tail: UInt64 = 0
                var index = 0
                while index < count {
                    tail = tail << 8 | UInt64(start[index])
                    index += 1
                }
                return mix(hash, tail)
            }
            var index = 0
            while index + 8 < count {
                hash = mix(hash, Words.load(start + index))
                index += 8
            }
            return mix(hash, Words.load(start + (count - 8)))
        }

        @inline(__always)
        private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
            let product = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
            return product ^ product >> 32
        }

        @inline(__always)
        private static func isEqual(
            _ left: UnsafePointer<UInt8>?, _ right: UnsafePointer<UInt8>?, _ count: Int
        ) -> Bool {
            guard let left, let right else { return count == 0 }
            var index = 0
            while index + 8 <= count {
                if Words.load(left + index) != Words.load(right + index) { return false }
                index += 8
            }
            while index < count {
                if left[index] != right[index] { return false }
                index += 1
            }
            return true
        }
    }
}

/// Looking at eight bytes at once.
enum Words {
    static let ones: UInt64 = 0x0101_0101_0101_0101
    static let highs: UInt64 = 0x8080_8080_8080_8080

    /// Eight bytes, the first one lowest.
    @inline(__always)
    static func load(_ start: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    }

    /// Bits of which the lowest tells the first byte of the word that is `byte`: eight times its place, and seven.
    @inline(__always)
    static func places(of byte: UInt8, in word: UInt64) -> UInt64 {
        let difference = word ^ (UInt64(byte) &* ones)
        return (difference &- ones) & ~difference & highs
    }
}
