/// Up to sixteen positions, in place of an array where nothing may be allocated.
struct Positions: Sendable {
    private(set) var values: InlineArray<16, UInt8>
    let count: Int

    /// 0, 1, 2, …
    init(count: Int) {
        self.count = count
        values = InlineArray { UInt8(truncatingIfNeeded: $0) }
    }

    subscript(place: Int) -> Int {
        @inline(__always) get { Int(values[place]) }
        @inline(__always) set { values[place] = UInt8(truncatingIfNeeded: newValue) }
    }

    @inline(__always)
    mutating func swap(_ first: Int, _ second: Int) {
        let value = values[first]
        values[first] = values[second]
        values[second] = value
    }
}

/// Where a benchmark world takes its draws from: Python's generator, or in tests a tape of recorded draws. Each function is
/// one call of Python's `random` module, so that a tape can tell them apart.
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
    /// `shuffle` of a list of positions.
    mutating func shuffle(_ positions: inout Positions)
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

    @inline(__always)
    mutating func shuffle(_ positions: inout Positions) {
        var place = positions.count - 1
        while place > 0 {
            positions.swap(place, below(place + 1))
            place -= 1
        }
    }
}
