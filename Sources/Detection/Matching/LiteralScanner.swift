/// Looks for many texts in a value at once.
///
/// Of each text two neighbouring pieces of four bytes were chosen that set it apart, so that one of them stands at an
/// even place wherever the text is. Every other place of the value is looked up in a filter of one byte for each hash
/// of a piece, small enough for the first caches, and only where that says *perhaps*, in a table of pieces, whose texts
/// are then compared. No step waits for the one before, as those of an automaton do. Texts too short for that have one
/// piece of two bytes, and a scanner of their own that looks at every place.
struct LiteralScanner: BitwiseCopyable {
    /// A text to compare where its piece was found.
    struct Entry: BitwiseCopyable {
        var offset: Int32
        var count: Int32
        /// Where the piece stands in the text; negative where it begins with an edge.
        var lead: Int32
        var trigger: Int32
        var atStart: Bool
        var atEnd: Bool
    }

    /// A piece and its entries.
    struct Bucket: BitwiseCopyable {
        var piece: UInt32
        var first: Int32
        /// 0: the place in the table is free.
        var count: Int32
    }

    /// What stands before and after each value, twice.
    static let edge: UInt8 = 0xFF
    /// Bytes of a piece: 4 or 2.
    let width: Int
    /// By the hash of a piece: not 0 where texts of one may be there.
    let filter: FlatTable<UInt8>
    let filterShift: UInt32
    let buckets: FlatTable<Bucket>
    let entries: FlatTable<Entry>

    private static let multiplier: UInt32 = 0x9E37_79B1

    /// Not 0 where texts of that piece may be there.
    @inline(__always)
    func mayHold(_ piece: UInt32) -> UInt8 { filter[Int((piece &* Self.multiplier) &>> filterShift)] }

    /// The bucket of a piece; an empty one where it has none.
    func bucket(of piece: UInt32) -> Bucket {
        var place = Int((piece &* 0x85EB_CA6B) &>> 12) & (buckets.count - 1)
        while true {
            let bucket = buckets[place]
            if bucket.count == 0 || bucket.piece == piece { return bucket }
            place = (place + 1) & (buckets.count - 1)
        }
    }

    /// A scanner for texts whose trigger is given beside them; nil where there are none. `literals` takes their bytes.
    ///
    /// - Complexity: O(bytes of all texts).
    init?(_ texts: [(text: PlacedText, trigger: Int32)], width: Int, literals: inout [UInt8], memory: FlatMemory) {
        if texts.isEmpty { return nil }
        self.width = width
        var groups: [UInt32: [Entry]] = [:]
        for (text, trigger) in texts {
            for (piece, lead) in Self.pieces(of: text, width) {
                groups[piece, default: []].append(
                    Entry(
                        offset: Int32(literals.count), count: Int32(text.bytes.count), lead: Int32(lead),
                        trigger: trigger, atStart: text.atStart, atEnd: text.atEnd))
            }
            literals += text.bytes
        }
        var filterBits = 10
        while filterBits < 16, 1 << filterBits < groups.count * 16 { filterBits += 1 }
        let shift = UInt32(32 - filterBits)
        filterShift = shift
        var filter = [UInt8](repeating: 0, count: 1 << filterBits)
        var size = 2
        while size < groups.count * 2 { size *= 2 }
        var buckets = [Bucket](repeating: Bucket(piece: 0, first: 0, count: 0), count: size)
        var entries: [Entry] = []
        for piece in groups.keys.sorted() {
            filter[Int((piece &* Self.multiplier) &>> shift)] = 1
            var place = Int((piece &* 0x85EB_CA6B) &>> 12) & (size - 1)
            while buckets[place].count > 0 { place = (place + 1) & (size - 1) }
            let group = groups[piece] ?? []
            buckets[place] = Bucket(piece: piece, first: Int32(entries.count), count: Int32(group.count))
            entries += group
        }
        self.filter = memory.table(filter)
        self.buckets = memory.table(buckets)
        self.entries = memory.table(entries)
    }

    /// How far the places are apart at which a value is looked at.
    static func stride(width: Int) -> Int { width / 2 }

    /// The neighbouring pieces of a text, as many as the stride, that set it apart most, and where in the text they
    /// stand.
    private static func pieces(of text: PlacedText, _ width: Int) -> [(piece: UInt32, lead: Int)] {
        let padded = text.withEdges
        let pieces = (0...(padded.count - width)).map { LiteralRarity.word(padded, at: $0, count: width) }
        let scores = pieces.map { LiteralRarity.distinction(of: $0, width: width) }
        let count = stride(width: width)
        var best = (index: 0, score: Int.min)
        for index in 0...(pieces.count - count) {
            let score = scores[index..<index + count].min() ?? 0
            if score > best.score { best = (index, score) }
        }
        let lead = best.index - (text.atStart ? LiteralRarity.edge.count : 0)
        return (0..<count).map { (pieces[best.index + $0], lead + $0) }
    }
}

/// Numbers that tests ask a field for, by value.
struct NumberIndex: BitwiseCopyable {
    struct Entry: BitwiseCopyable {
        var value: Double
        var trigger: Int32
    }

    /// Sorted by value.
    let entries: FlatTable<Entry>

    /// The first entry of a value, or the place where it would be. O(log n).
    func first(_ value: Double) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].value < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
