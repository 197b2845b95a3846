/// Remembers a number for each key: in a table by the key where keys are short, else by its hash. It takes no more than its
/// share of a search's memory; keys beyond it are forgotten at once.
struct KeyMemory {
    /// Bytes that all memories of a search may take together.
    final class Budget {
        private var bytes = 64 << 20

        /// Takes some bytes where there are as many left.
        fileprivate func take(_ count: Int) -> Bool {
            if count > bytes { return false }
            bytes -= count
            return true
        }
    }

    private var keys: [UInt64] = []
    private var values: [Int32] = []
    private var count = 0
    private let budget: Budget
    /// Entries of a table by the key; 0 where keys are hashed.
    private let directCount: Int

    /// Keys of as many bits have a table.
    private static let directWidth = 12

    /// An empty memory for keys of some bits.
    init(width: Int, budget: Budget) {
        self.budget = budget
        directCount = width <= Self.directWidth ? 1 << width : 0
    }

    /// The number of a key; nil where it is not known.
    @inline(__always)
    func value(of key: UInt64) -> Int32? {
        if values.isEmpty { return nil }
        if directCount > 0 {
            let value = values[Int(truncatingIfNeeded: key)]
            return value < 0 ? nil : value
        }
        var slot = slot(key)
        while true {
            let value = values[slot]
            if value < 0 { return nil }
            if keys[slot] == key { return value }
            slot = (slot + 1) & (values.count - 1)
        }
    }

    /// Notes a number, not below zero, of a key that is not known.
    mutating func insert(_ key: UInt64, _ value: Int32) {
        if directCount > 0 {
            if values.isEmpty {
                if !budget.take(directCount * 4) { return }
                values = [Int32](repeating: -1, count: directCount)
            }
            values[Int(truncatingIfNeeded: key)] = value
            return
        }
        if count * 2 >= values.count && !grow() { return }
        put(key, value)
        count += 1
    }

    private mutating func put(_ key: UInt64, _ value: Int32) {
        var slot = slot(key)
        while values[slot] >= 0 { slot = (slot + 1) & (values.count - 1) }
        keys[slot] = key
        values[slot] = value
    }

    /// Makes room for as many keys again; false where there is no memory for them.
    private mutating func grow() -> Bool {
        let size = max(16, values.count * 2)
        if !budget.take(size * 6) { return false }
        let old = (keys, values)
        keys = [UInt64](repeating: 0, count: size)
        values = [Int32](repeating: -1, count: size)
        for (index, value) in old.1.enumerated() where value >= 0 { put(old.0[index], value) }
        return true
    }

    @inline(__always)
    private func slot(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (values.count - 1)
    }
}
