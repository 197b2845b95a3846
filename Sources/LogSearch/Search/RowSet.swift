/// A set of row numbers of a segment.
struct RowSet {
    private var words: [UInt64]

    /// An empty set of numbers below `count`.
    init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

    /// An empty set of as many numbers as another.
    init(none other: RowSet) { words = [UInt64](repeating: 0, count: other.words.count) }

    /// The set of all numbers below `count`.
    init(all count: Int) {
        words = [UInt64](repeating: .max, count: (count + 63) / 64)
        if count & 63 != 0 { words[words.count - 1] = 1 << UInt64(count & 63) - 1 }
    }

    /// Whether there is nothing in it.
    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    @inline(__always)
    mutating func insert(_ row: Int) { words[row >> 6] |= 1 << UInt64(row & 63) }

    @inline(__always)
    mutating func remove(_ row: Int) { words[row >> 6] &= ~(1 << UInt64(row & 63)) }

    @inline(__always)
    func contains(_ row: Int) -> Bool { words[row >> 6] >> UInt64(row & 63) & 1 != 0 }

    /// Takes out all that are in another set of the same count.
    mutating func subtract(_ other: RowSet) { for word in words.indices { words[word] &= ~other.words[word] } }

    /// Puts in all that are in another set of the same count.
    mutating func formUnion(_ other: RowSet) { for word in words.indices { words[word] |= other.words[word] } }

    /// Keeps those that a condition holds for.
    @inline(__always)
    mutating func filter(_ condition: (Int) -> Bool) {
        for word in words.indices {
            var rest = words[word]
            var kept = rest
            while rest != 0 {
                let bit = rest.trailingZeroBitCount
                if !condition(word << 6 + bit) { kept &= ~(1 << UInt64(bit)) }
                rest &= rest - 1
            }
            words[word] = kept
        }
    }

    /// Puts in all of a range.
    mutating func insert(_ rows: Range<Int>) {
        if rows.isEmpty { return }
        for word in rows.lowerBound >> 6...(rows.upperBound - 1) >> 6 { words[word] |= Self.mask(word, rows) }
    }

    /// Puts in all that are in another set, whose number 0 stands for `first`.
    mutating func insert(_ other: RowSet, first: Int) {
        for (word, bits) in other.words.enumerated() where bits != 0 {
            let place = first + word << 6
            let shift = UInt64(place & 63)
            words[place >> 6] |= bits << shift
            if shift > 0 && bits >> (64 - shift) != 0 { words[place >> 6 + 1] |= bits >> (64 - shift) }
        }
    }

    /// How many of a range are in it.
    func count(in rows: Range<Int>) -> Int {
        if rows.isEmpty { return 0 }
        var count = 0
        for word in rows.lowerBound >> 6...(rows.upperBound - 1) >> 6 {
            count += (words[word] & Self.mask(word, rows)).nonzeroBitCount
        }
        return count
    }

    /// Calls for each number of a range that is in the set, upwards.
    @inline(__always)
    func forEach(in rows: Range<Int>, _ body: (Int) -> Void) {
        if rows.isEmpty { return }
        for word in rows.lowerBound >> 6...(rows.upperBound - 1) >> 6 {
            var rest = words[word] & Self.mask(word, rows)
            while rest != 0 {
                body(word << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    /// The bits of a word that belong to a range which touches it.
    private static func mask(_ word: Int, _ rows: Range<Int>) -> UInt64 {
        let low = max(rows.lowerBound - word << 6, 0)
        let high = min(rows.upperBound - word << 6, 64)
        return (high == 64 ? .max : 1 << UInt64(high) - 1) & (.max << UInt64(low))
    }
}
