/// A set of row numbers of a segment.
struct RowSet {
    private var words: [UInt64]

    /// An empty set of numbers below `count`.
    init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

    @inline(__always)
    mutating func insert(_ row: Int) { words[row >> 6] |= 1 << UInt64(row & 63) }

    @inline(__always)
    mutating func remove(_ row: Int) { words[row >> 6] &= ~(1 << UInt64(row & 63)) }

    @inline(__always)
    func contains(_ row: Int) -> Bool { words[row >> 6] >> UInt64(row & 63) & 1 != 0 }

    /// Puts in all of a range.
    mutating func insert(_ rows: Range<Int>) {
        forEachWord(rows) { words, word, mask in words[word] |= mask }
    }

    /// How many of a range are in it.
    func count(in rows: Range<Int>) -> Int {
        var copy = self
        var count = 0
        copy.forEachWord(rows) { words, word, mask in count += (words[word] & mask).nonzeroBitCount }
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

    private mutating func forEachWord(_ rows: Range<Int>, _ body: (inout [UInt64], Int, UInt64) -> Void) {
        if rows.isEmpty { return }
        for word in rows.lowerBound >> 6...(rows.upperBound - 1) >> 6 { body(&words, word, Self.mask(word, rows)) }
    }

    /// The bits of a word that belong to a range which touches it.
    private static func mask(_ word: Int, _ rows: Range<Int>) -> UInt64 {
        let low = max(rows.lowerBound - word << 6, 0)
        let high = min(rows.upperBound - word << 6, 64)
        return (high == 64 ? .max : 1 << UInt64(high) - 1) & (.max << UInt64(low))
    }
}
