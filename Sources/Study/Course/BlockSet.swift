/// Which blocks are done: one bit each.
struct BlockSet: Sendable, Equatable {
    private(set) var words: [UInt64]
    /// How many blocks there are in all.
    private(set) var capacity: Int
    /// How many are done.
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = capacity
        words = [UInt64](repeating: 0, count: (capacity + 63) / 64)
    }

    subscript(_ block: Int) -> Bool { words[block / 64] >> UInt64(block % 64) & 1 == 1 }

    /// Marks a block as done; false where it was already.
    mutating func insert(_ block: Int) -> Bool {
        if self[block] { return false }
        words[block / 64] |= 1 << UInt64(block % 64)
        count += 1
        return true
    }

    /// Makes room for more blocks.
    mutating func extend(to capacity: Int) {
        self.capacity = capacity
        words += [UInt64](repeating: 0, count: (capacity + 63) / 64 - words.count)
    }

    /// Blocks that are not done, in order.
    var missing: [Int] { (0..<capacity).filter { !self[$0] } }

    /// The blocks that are done as ranges: pairs of first and last.
    var ranges: [ClosedRange<Int>] {
        var result: [ClosedRange<Int>] = []
        for block in 0..<capacity where self[block] {
            if let last = result.last, last.upperBound == block - 1 {
                result[result.count - 1] = last.lowerBound...block
            } else {
                result.append(block...block)
            }
        }
        return result
    }
}

/// Which part of a study's blocks belongs to a process: those whose number leaves `index` when divided by `count`.
public struct StudyShard: Sendable, Equatable {
    /// From 0.
    public var index: Int
    /// How many shards there are.
    public var count: Int

    /// The whole study.
    public static let whole = StudyShard(index: 0, count: 1)

    /// A shard; nil where there is none of that number.
    public init?(number: Int, of count: Int) {
        guard (1...10_000).contains(count), (1...count).contains(number) else { return nil }
        index = number - 1
        self.count = count
    }

    private init(index: Int, count: Int) {
        self.index = index
        self.count = count
    }

    func contains(_ block: Int) -> Bool { block % count == index }
}
