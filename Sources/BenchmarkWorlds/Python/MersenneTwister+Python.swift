/// The functions of Python's `random` module, draw for draw as CPython 3.2 and later make them.
///
/// Functions that take a sequence in Python take its length here and give positions; the caller picks.
extension MersenneTwister {
    /// `random.getrandbits(count)`.
    ///
    /// - Parameter count: 0 to 64; 0 draws nothing.
    public mutating func bits(_ count: Int) -> UInt64 {
        precondition((0...64).contains(count), "between 0 and 64 bits")
        if count == 0 { return 0 }
        if count <= 32 { return UInt64(nextWord() >> UInt32(32 - count)) }
        // Python fills from the least significant word and shortens the last one.
        let low = UInt64(nextWord())
        return low | UInt64(nextWord() >> UInt32(64 - count)) << 32
    }

    /// `random.random()`: a multiple of 2⁻⁵³ in 0..<1, from two words.
    @inline(__always)
    public mutating func random() -> Double {
        let high = Double(nextWord() >> 5)
        let low = Double(nextWord() >> 6)
        return (high * 67_108_864 + low) * (1.0 / 9_007_199_254_740_992)
    }

    /// `random._randbelow(bound)`, on which most of the others stand: as many bits as `bound` has, drawn again until
    /// they are below it. A bound of one draws too: single bits, until one is zero.
    ///
    /// - Parameter bound: 1 to 2³¹.
    /// - Complexity: two words expected at most.
    @inline(__always)
    public mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0 && bound <= 1 << 31, "a bound from 1 to 2³¹")
        let limit = UInt32(truncatingIfNeeded: bound)
        let spare = UInt32(truncatingIfNeeded: limit.leadingZeroBitCount)
        var value = nextWord() >> spare
        while value >= limit { value = nextWord() >> spare }
        return Int(value)
    }

    /// `random.randrange(lower, upper)`.
    ///
    /// - Parameter upper: above `lower`; exclusive.
    @inline(__always)
    public mutating func range(_ lower: Int, _ upper: Int) -> Int { lower + below(upper - lower) }

    /// `random.randrange(lower, upper, step)`.
    ///
    /// - Parameter step: not zero; its sign must lead from `lower` towards `upper`.
    public mutating func range(_ lower: Int, _ upper: Int, by step: Int) -> Int {
        precondition(step != 0, "a step of zero leads nowhere")
        let count = step > 0 ? (upper - lower + step - 1) / step : (upper - lower + step + 1) / step
        return lower + step * below(count)
    }

    /// `random.choice(sequence)` for a sequence of `count` elements: the position of the chosen one.
    @inline(__always)
    public mutating func choice(of count: Int) -> Int { below(count) }

    /// `random.choices(sequence)[0]` without weights: the position of the chosen one. Differs from ``choice(of:)`` in
    /// what it draws: one `random()`.
    @inline(__always)
    public mutating func choices(of count: Int) -> Int { Int(random() * Double(count)) }

    /// `random.choices(sequence, k=picks)` without weights: positions, with repeats.
    public mutating func choices(of count: Int, picks: Int) -> [Int] { (0..<picks).map { _ in choices(of: count) } }

    /// `random.sample(sequence, picks)` for a sequence of `count` elements: distinct positions in the order drawn.
    ///
    /// - Parameter picks: 0 to `count`.
    /// - Complexity: O(count) for small counts, otherwise O(picks) expected.
    public mutating func sample(of count: Int, picks: Int) -> [Int] {
        precondition(picks >= 0 && picks <= count, "as many picks as there are elements, at most")
        var result: [Int] = []
        result.reserveCapacity(picks)
        if count <= Self.poolLimit(picks: picks) {
            var pool = Array(0..<count)
            for pick in 0..<picks {
                let place = below(count - pick)
                result.append(pool[place])
                pool[place] = pool[count - pick - 1]
            }
        } else {
            var taken: Set<Int> = []
            for _ in 0..<picks {
                var place = below(count)
                while !taken.insert(place).inserted { place = below(count) }
                result.append(place)
            }
        }
        return result
    }

    /// Up to which length Python copies a sequence to sample from it: what a set for the picks would take as memory.
    static func poolLimit(picks: Int) -> Int {
        guard picks > 5 else { return 21 }
        var power = 1
        while power < picks * 3 { power *= 4 }
        return 21 + power
    }

    /// `random.shuffle(elements)`.
    ///
    /// - Complexity: O(count).
    public mutating func shuffle<Element>(_ elements: inout [Element]) {
        for place in stride(from: elements.count - 1, to: 0, by: -1) { elements.swapAt(place, below(place + 1)) }
    }
}
