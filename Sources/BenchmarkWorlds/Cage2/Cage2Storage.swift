/// The memory of a number of environments. A class because it owns raw memory, which must be freed once.
///
/// What a step touches of an environment lies together: in large batches getting at memory costs as much as the step.
/// The table of used ports, which only long episodes touch, is kept apart:
///
///     blocks: | state 0.3 KB | generator 2.5 KB | filter 0.5 KB | list of ports 2 KB | entries 12 B a step | next …
///     tables: | 17.3 KB, a bit for each ephemeral port of each host | next …
///
/// `@unchecked Sendable`: the pointers never change; who writes to which environment is the caller's duty, and
/// ``Cage2Batch`` gives every environment to exactly one worker at a time.
final class Cage2Storage: @unchecked Sendable {
    let count: Int
    let entryCapacity: Int
    private let blockSize: Int
    private let blocks: UnsafeMutableRawPointer
    private let tables: UnsafeMutablePointer<UInt64>

    /// Places in a block, each at the beginning of a cache line.
    private enum Offset {
        static let generator = MemoryLayout<Cage2State>.stride.roundedUp(to: lineSize)
        static let filter = (generator + MemoryLayout<MersenneTwister>.stride).roundedUp(to: lineSize)
        static let ports = filter + Cage2Memory.filterWords * MemoryLayout<UInt64>.stride
        static let entries = ports + Cage2Memory.portCapacity * MemoryLayout<UInt32>.stride
        static let lineSize = 64
    }

    private static func blockSize(episodeLength: Int) -> Int {
        let entries = Cage2Memory.entryCapacity(episodeLength: episodeLength) * MemoryLayout<UInt32>.stride
        return (Offset.entries + entries).roundedUp(to: Offset.lineSize)
    }

    /// What an environment takes, in bytes.
    static func size(episodeLength: Int) -> Int {
        blockSize(episodeLength: episodeLength) + Cage2Memory.tableWords * MemoryLayout<UInt64>.stride
    }

    init(count: Int, episodeLength: Int) {
        self.count = count
        entryCapacity = Cage2Memory.entryCapacity(episodeLength: episodeLength)
        blockSize = Self.blockSize(episodeLength: episodeLength)
        blocks = .allocate(byteCount: count * blockSize, alignment: Offset.lineSize)
        tables = .allocate(capacity: count * Cage2Memory.tableWords)
        tables.initialize(repeating: 0, count: count * Cage2Memory.tableWords)
        for index in 0..<count {
            let block = blocks + index * blockSize
            block.initializeMemory(as: Cage2State.self, to: Cage2State())
            (block + Offset.generator).initializeMemory(as: MersenneTwister.self, to: MersenneTwister(unseeded: ()))
            (block + Offset.filter).initializeMemory(as: UInt64.self, repeating: 0, count: Cage2Memory.filterWords)
            (block + Offset.ports).initializeMemory(as: UInt32.self, repeating: 0, count: Cage2Memory.portCapacity)
            (block + Offset.entries).initializeMemory(as: UInt32.self, repeating: 0, count: entryCapacity)
        }
    }

    deinit {
        blocks.deallocate()
        tables.deallocate()
    }

    @inline(__always)
    func state(_ index: Int) -> UnsafeMutablePointer<Cage2State> {
        (blocks + index &* blockSize).assumingMemoryBound(to: Cage2State.self)
    }

    @inline(__always)
    func generator(_ index: Int) -> UnsafeMutablePointer<MersenneTwister> {
        (blocks + (index &* blockSize &+ Offset.generator)).assumingMemoryBound(to: MersenneTwister.self)
    }

    @inline(__always)
    func memory(_ index: Int) -> Cage2Memory {
        let block = blocks + index &* blockSize
        return Cage2Memory(
            portFilter: (block + Offset.filter).assumingMemoryBound(to: UInt64.self),
            portList: (block + Offset.ports).assumingMemoryBound(to: UInt32.self),
            portTable: tables + index &* Cage2Memory.tableWords,
            entries: (block + Offset.entries).assumingMemoryBound(to: UInt32.self), entryCapacity: entryCapacity)
    }

    /// Makes environment `target` what `source` of another storage of the same episode length is.
    func copy(_ source: Int, of other: Cage2Storage, to target: Int) {
        precondition(entryCapacity == other.entryCapacity, "environments of equal episode length")
        // A block is plain bytes in all its parts.
        (blocks + target * blockSize).copyMemory(from: other.blocks + source * blockSize, byteCount: blockSize)
        (tables + target * Cage2Memory.tableWords)
            .update(from: other.tables + source * Cage2Memory.tableWords, count: Cage2Memory.tableWords)
    }
}

extension Int {
    /// The next multiple of a power of two.
    fileprivate func roundedUp(to unit: Int) -> Int { (self + unit - 1) & ~(unit - 1) }
}
