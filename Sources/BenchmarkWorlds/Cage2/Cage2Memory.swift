/// Where the parts of one environment's state lie whose size is not small: the only place with unsafe pointers that a step
/// touches. The owner (``Cage2Storage``) keeps the memory alive and lets nobody else write to it meanwhile.
///
/// *Used ports*: a bit for each of the 10,848 ephemeral ports of each host. *Entries*: the processes that came after the
/// start, in the order of their start, growing upwards, and process numbers that blue has seen connecting outwards, in the
/// order seen, growing downwards from the end. A step adds at most two of the former and one of the latter, so three entries
/// a step are enough.
struct Cage2Memory {
    static let ephemeralPorts = 10_848
    static let wordsPerHost = (ephemeralPorts + 63) / 64
    static let portWords = wordsPerHost * Cage2Host.count
    static func entryCapacity(episodeLength: Int) -> Int { episodeLength * 3 }

    private let ports: UnsafeMutablePointer<UInt64>
    private let entries: UnsafeMutablePointer<UInt32>
    private let capacity: Int

    init(ports: UnsafeMutablePointer<UInt64>, entries: UnsafeMutablePointer<UInt32>, capacity: Int) {
        self.ports = ports
        self.entries = entries
        self.capacity = capacity
    }

    // MARK: Used ports

    /// Marks a port, counted from the first ephemeral one; whether it was marked before.
    @inline(__always)
    func usePort(_ port: Int, on host: Int) -> Bool {
        let word = ports + (host &* Self.wordsPerHost &+ port >> 6)
        let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: port & 63)
        let wasUsed = word.pointee & bit != 0
        word.pointee |= bit
        return wasUsed
    }

    func forgetPorts(of host: Int) {
        (ports + host * Self.wordsPerHost).update(repeating: 0, count: Self.wordsPerHost)
    }

    /// Sixty-four ports of a host.
    func portWord(_ word: Int, of host: Int) -> UInt64 { ports[host * Self.wordsPerHost + word] }

    // MARK: Processes

    @inline(__always)
    func process(_ index: Int) -> ProcessEntry { ProcessEntry(word: entries[index]) }

    @inline(__always)
    func setProcess(_ index: Int, _ entry: ProcessEntry) { entries[index] = entry.word }

    // MARK: Suspicious process numbers

    @inline(__always)
    func suspicion(_ index: Int) -> ProcessEntry { ProcessEntry(word: entries[capacity - 1 - index]) }

    @inline(__always)
    func setSuspicion(_ index: Int, _ entry: ProcessEntry) { entries[capacity - 1 - index] = entry.word }
}

/// A process that came after the start: its number, host and kind in 32 bits.
struct ProcessEntry: Equatable {
    /// Kinds: the two kinds of red session, then blue's decoys.
    static let userSession = 0
    static let privilegedSession = 1
    static let firstDecoy = 2

    /// Bits 0–14 the number, 15–18 the host, 19–22 the kind, 23 whether the process is registered as a service.
    var word: UInt32

    @inline(__always)
    init(word: UInt32) { self.word = word }

    @inline(__always)
    init(process: Int, host: Int, kind: Int, isService: Bool = false) {
        word =
            UInt32(truncatingIfNeeded: process) | UInt32(truncatingIfNeeded: host) << 15
            | UInt32(truncatingIfNeeded: kind) << 19 | (isService ? 1 << 23 : 0)
    }

    /// Number and host, which identify.
    @inline(__always) var identity: UInt32 { word & 0x7FFFF }
    @inline(__always) var host: Int { Int(word >> 15 & 15) }
    @inline(__always) var kind: Int { Int(word >> 19 & 15) }
    @inline(__always) var isService: Bool { word >> 23 & 1 != 0 }
}
