/// Up to sixteen positions below sixteen, four bits each in one word, in place of an array where nothing may be
/// allocated.
struct Positions: Sendable, Equatable {
    private var word: UInt64
    let count: Int

    /// 0, 1, 2, …
    init(count: Int) {
        self.count = count
        word = 0xFEDC_BA98_7654_3210
    }

    subscript(place: Int) -> Int {
        @inline(__always) get { Int(truncatingIfNeeded: word >> Self.shift(place) & 15) }
        @inline(__always) set {
            word &= ~(15 << Self.shift(place))
            word |= UInt64(truncatingIfNeeded: newValue & 15) << Self.shift(place)
        }
    }

    @inline(__always)
    mutating func swap(_ first: Int, _ second: Int) {
        let difference = (word >> Self.shift(first) ^ word >> Self.shift(second)) & 15
        word ^= difference << Self.shift(first)
        word ^= difference << Self.shift(second)
    }

    @inline(__always)
    private static func shift(_ place: Int) -> UInt64 { UInt64(truncatingIfNeeded: place &* 4) & 63 }
}

/// What a shuffle drew: for each place from the last to the second, the place to swap with. Drawing must happen, and
/// costs most of the time; carrying it out is only worth while where somebody looks at the result.
struct Shuffle: Sendable {
    /// Four bits a place.
    var picks: UInt64 = 0
    let count: Int

    @inline(__always)
    func applied(to positions: Positions) -> Positions {
        var positions = positions
        var place = count - 1
        while place > 0 {
            positions.swap(place, Int(truncatingIfNeeded: picks >> UInt64(truncatingIfNeeded: place &* 4) & 15))
            place &-= 1
        }
        return positions
    }
}

/// Where a benchmark world takes its draws from: Python's generator, or in tests a tape of recorded draws. Each
/// function is one call of Python's `random` module, so that a tape can tell them apart.
protocol DrawSource {
    /// `choice` of `count` elements.
    mutating func choice(of count: Int) -> Int
    /// `choices` of one out of `count` elements.
    mutating func choices(of count: Int) -> Int
    /// `random()`.
    mutating func random() -> Double
    /// `randrange(lower, upper)`.
    mutating func range(_ lower: Int, _ upper: Int) -> Int
    /// `sample` of three out of `count`, where `count` is large.
    mutating func sampleThree(of count: Int) -> (Int, Int, Int)
    /// `sample` of `picks` out of `count`, both at most sixteen.
    mutating func sampleFew(of count: Int, picks: Int) -> Positions
    /// `shuffle` of a list of `count` elements, at most sixteen.
    mutating func shuffle(_ count: Int) -> Shuffle
}

extension MersenneTwister: DrawSource {
    mutating func sampleThree(of count: Int) -> (Int, Int, Int) {
        let first = below(count)
        var second = below(count)
        while second == first { second = below(count) }
        var third = below(count)
        while third == first || third == second { third = below(count) }
        return (first, second, third)
    }

    mutating func sampleFew(of count: Int, picks: Int) -> Positions {
        var pool = Positions(count: count)
        var result = Positions(count: picks)
        for pick in 0..<picks {
            let place = below(count - pick)
            result[pick] = pool[place]
            pool[place] = pool[count - pick - 1]
        }
        return result
    }

    /// Places whose bounds have equally many bits are drawn in one loop without a branch that depends on a draw: a
    /// draw that is rejected adds nothing and leaves the place where it is.
    @inline(__always)
    mutating func shuffle(_ count: Int) -> Shuffle {
        var shuffle = Shuffle(count: count)
        var bound = UInt32(truncatingIfNeeded: count)
        // Kept out of memory while words are taken.
        var position = position
        while bound > 1 {
            let spare = UInt32(truncatingIfNeeded: bound.leadingZeroBitCount)
            let lowest = max(2, (1 as UInt32) << (31 &- spare))
            while bound >= lowest {
                if position >= Self.size {
                    twist()
                    position = 0
                }
                let value = Self.tempered(words[position]) >> spare
                position &+= 1
                // One where the value is below the bound, by the borrow of the difference.
                let isBelow = (value &- bound) >> 31
                bound &-= isBelow
                let pick = UInt64(value & (0 &- isBelow))
                shuffle.picks |= pick << (UInt64(truncatingIfNeeded: bound &* 4) & 63)
            }
        }
        self.position = position
        return shuffle
    }
}
