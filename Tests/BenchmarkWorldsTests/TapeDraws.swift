@testable import BenchmarkWorlds

/// Gives recorded draws in place of a generator's, and notes the first that was not asked for in the recorded way.
struct TapeDraws: DrawSource {
    private let tape: [TapeDraw]
    private var place = 0
    /// What was asked for when the tape said otherwise.
    private(set) var mismatch: String?
    /// Whether every draw was taken.
    var isUsedUp: Bool { place == tape.count }

    init(_ tape: [TapeDraw]) { self.tape = tape }

    private mutating func next(_ asked: String) -> TapeDraw? {
        guard place < tape.count else {
            mismatch = mismatch ?? "\(asked) after the end"
            return nil
        }
        place += 1
        return tape[place - 1]
    }

    private mutating func refuse(_ asked: String) { mismatch = mismatch ?? "\(asked) at draw \(place - 1)" }

    mutating func choice(of count: Int) -> Int {
        if case .choice(count, let chosen) = next("choice(\(count))") { return chosen }
        refuse("choice(\(count))")
        return 0
    }

    mutating func choices(of count: Int) -> Int {
        if case .choices(count, let chosen) = next("choices(\(count))") { return chosen }
        refuse("choices(\(count))")
        return 0
    }

    mutating func random() -> Double {
        if case .random(let value) = next("random()") { return value }
        refuse("random()")
        return 0
    }

    mutating func range(_ lower: Int, _ upper: Int) -> Int {
        if case .range(lower, upper, let value) = next("range(\(lower), \(upper))") { return value }
        refuse("range(\(lower), \(upper))")
        // Counting up ends every loop that waits for a free number.
        return lower + place
    }

    mutating func sampleThree(of count: Int) -> (Int, Int, Int) {
        if case .sample(count, 3, let values) = next("sample(\(count), 3)") { return (values[0], values[1], values[2]) }
        refuse("sample(\(count), 3)")
        return (0, 1, 2)
    }

    mutating func sampleFew(of count: Int, picks: Int) -> Positions {
        var result = Positions(count: picks)
        if case .sample(count, picks, let values) = next("sample(\(count), \(picks))") {
            for pick in 0..<picks { result[pick] = values[pick] }
        } else {
            refuse("sample(\(count), \(picks))")
        }
        return result
    }

    mutating func shuffle(_ count: Int) -> Shuffle {
        var shuffle = Shuffle(count: count)
        guard case .shuffle(let order) = next("shuffle"), order.count == count else {
            refuse("shuffle")
            return shuffle
        }
        var elements = Array(0..<count)
        for place in stride(from: count - 1, to: 0, by: -1) {
            let pick = elements.firstIndex(of: order[place]) ?? 0
            shuffle.picks |= UInt64(pick) << UInt64(place * 4)
            elements.swapAt(place, pick)
        }
        return shuffle
    }
}

/// Draws from Python's generator and compares each draw with a tape.
struct ComparedDraws: DrawSource {
    var generator: MersenneTwister
    private var drawn: [TapeDraw] = []

    init(seed: Int) { generator = MersenneTwister(seed: seed) }

    /// What was drawn since the last call.
    mutating func take() -> [TapeDraw] {
        defer { drawn = [] }
        return drawn
    }

    mutating func choice(of count: Int) -> Int {
        let chosen = generator.choice(of: count)
        drawn.append(.choice(count: count, chosen: chosen))
        return chosen
    }

    mutating func choices(of count: Int) -> Int {
        let chosen = generator.choices(of: count)
        drawn.append(.choices(count: count, chosen: chosen))
        return chosen
    }

    mutating func random() -> Double {
        let value = generator.random()
        drawn.append(.random(value))
        return value
    }

    mutating func range(_ lower: Int, _ upper: Int) -> Int {
        let value = generator.range(lower, upper)
        drawn.append(.range(lower, upper, value))
        return value
    }

    mutating func sampleThree(of count: Int) -> (Int, Int, Int) {
        let values = generator.sampleThree(of: count)
        drawn.append(.sample(count: count, picks: 3, [values.0, values.1, values.2]))
        return values
    }

    mutating func sampleFew(of count: Int, picks: Int) -> Positions {
        let values = generator.sampleFew(of: count, picks: picks)
        drawn.append(.sample(count: count, picks: picks, (0..<picks).map { values[$0] }))
        return values
    }

    mutating func shuffle(_ count: Int) -> Shuffle {
        let shuffle = generator.shuffle(count)
        let order = shuffle.applied(to: Positions(count: count))
        drawn.append(.shuffle((0..<count).map { order[$0] }))
        return shuffle
    }
}
