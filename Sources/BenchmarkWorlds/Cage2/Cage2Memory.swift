/// Where the parts of one environment's state lie whose size is not small: the only place with unsafe pointers that a
/// step touches. The owner (``Cage2Storage``) keeps the memory alive and lets nobody else write to it meanwhile.
///
/// *Used ports*: a list of the first few hundred, in the order used, and a filter that most often says at once that a
/// port is not among them; ports that do not fit into the list have a bit each in a table that hardly any episode
/// touches. *Entries*: the processes that came after the start, in the order of their start, growing upwards, and
/// process numbers that blue has seen connecting outwards, in the order seen, growing downwards from the end. A step
/// adds at most two of the former and one of the latter, so three entries a step are enough.
struct Cage2Memory {
    static let ephemeralPorts = 10_848
    static let portCapacity = 512
    static let filterWords = 64
    static let wordsPerHost = (ephemeralPorts + 63) / 64
    static let tableWords = wordsPerHost * Cage2Host.count
    static func entryCapacity(episodeLength: Int) -> Int { episodeLength * 3 }

    let portFilter: UnsafeMutablePointer<UInt64>
    let portList: UnsafeMutablePointer<UInt32>
    let portTable: UnsafeMutablePointer<UInt64>
    let entries: UnsafeMutablePointer<UInt32>
    let entryCapacity: Int

    // MARK: Used ports

    /// Port and host in one number, as the list has them.
    @inline(__always)
    static func portKey(_ port: Int, on host: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: host) << 14 | UInt32(truncatingIfNeeded: port)
    }

    /// Puts a port into the filter.
    ///
    /// - Returns: false where it was certainly not there before.
    @inline(__always)
    func filterPort(_ key: UInt32) -> Bool {
        let place = key ^ (key >> 14) &* 837
        let word = portFilter + Int(truncatingIfNeeded: place >> 6 & 63)
        let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: place & 63)
        let wasSet = word.pointee & bit != 0
        word.pointee |= bit
        return wasSet
    }

    func clearFilter() { portFilter.update(repeating: 0, count: Self.filterWords) }

    /// Whether a port is among the first `count` of the list. Looks at all of them, which is faster than stopping.
    func listHolds(_ key: UInt32, count: Int) -> Bool {
        var isFound = false
        for index in 0..<count { isFound = isFound || portList[index] == key }
        return isFound
    }

    /// Takes a host's ports out of the list.
    ///
    /// - Returns: how many are left.
    func removePorts(of host: Int, count: Int) -> Int {
        var kept = 0
        for index in 0..<count {
            let key = portList[index]
            portList[kept] = key
            kept &+= Int(truncatingIfNeeded: key >> 14) == host ? 0 : 1
        }
        return kept
    }

    func tableHolds(_ port: Int, on host: Int) -> Bool {
        portTable[host * Self.wordsPerHost + port >> 6] >> UInt64(port & 63) & 1 != 0
    }

    func addToTable(_ port: Int, on host: Int) {
        portTable[host * Self.wordsPerHost + port >> 6] |= 1 << UInt64(port & 63)
    }

    func clearTable(of host: Int) {
        (portTable + host * Self.wordsPerHost).update(repeating: 0, count: Self.wordsPerHost)
    }

    // MARK: Processes

    @inline(__always)
    func process(_ index: Int) -> ProcessEntry { ProcessEntry(word: entries[index]) }

    @inline(__always)
    func setProcess(_ index: Int, _ entry: ProcessEntry) { entries[index] = entry.word }

    // MARK: Suspicious process numbers

    @inline(__always)
    func suspicion(_ index: Int) -> ProcessEntry { ProcessEntry(word: entries[entryCapacity - 1 - index]) }

    @inline(__always)
    func setSuspicion(_ index: Int, _ entry: ProcessEntry) { entries[entryCapacity - 1 - index] = entry.word }
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
