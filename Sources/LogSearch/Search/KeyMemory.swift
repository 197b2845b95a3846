/// Remembers a number for each key, up to a bound on keys: in a table by the key where keys are short, else by its hash.
struct KeyMemory {
    /// Keys that are remembered; further ones are forgotten at once.
    static let capacity = 1 << 17

    private var keys: [UInt64] = []
    private var values: [Int32] = []
    private var count = 0
    private var mask = -1
    private let isDirect: Bool

    /// Keys of as many bits have a table.
    private static let directWidth = 12

    /// An empty memory for keys of some bits.
    init(width: Int) {
        isDirect = width <= Self.directWidth
        if isDirect { values = [Int32](repeating: -1, count: 1 << width) }
    }

    /// The number of a key; nil where it is not known.
    @inline(__always)
    func value(of key: UInt64) -> Int32? {
        if isDirect {
            let value = values[Int(truncatingIfNeeded: key)]
            return value < 0 ? nil : value
        }
        if mask < 0 { return nil }
        var slot = Self.slot(key, mask)
        while true {
            let value = values[slot]
            if value < 0 { return nil }
            if keys[slot] == key { return value }
            slot = (slot + 1) & mask
        }
    }

    /// Notes a number, not below zero, of a key that is not known. Gives whether there was room.
    @discardableResult
    mutating func insert(_ key: UInt64, _ value: Int32) -> Bool {
        if isDirect {
            values[Int(truncatingIfNeeded: key)] = value
            return true
        }
        if count >= Self.capacity { return false }
        if count * 2 >= values.count { grow() }
        put(key, value)
        count += 1
        return true
    }

    private mutating func put(_ key: UInt64, _ value: Int32) {
        var slot = Self.slot(key, mask)
        while values[slot] >= 0 { slot = (slot + 1) & mask }
        keys[slot] = key
        values[slot] = value
    }

    private mutating func grow() {
        let old = (keys, values)
        let size = max(16, values.count * 2)
        keys = [UInt64](repeating: 0, count: size)
        values = [Int32](repeating: -1, count: size)
        mask = size - 1
        for (index, value) in old.1.enumerated() where value >= 0 { put(old.0[index], value) }
    }

    @inline(__always)
    private static func slot(_ key: UInt64, _ mask: Int) -> Int {
        let mixed = key &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32) & mask
    }
}
