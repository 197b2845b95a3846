import Telemetry

/// Decides whether a pattern can match any value of an expression, from what its values are made of.
///
/// Bit i of a state says that the first i signs of the pattern may have been read. It never rules out what matches; what it
/// lets through is looked at record by record.
struct PatternAutomaton {
    /// Longer patterns are not held against anything beforehand.
    private static let longest = 62

    /// What leads from one state to another.
    private struct Transition: Hashable {
        enum Way: Hashable {
            case characters(FieldExpression.Characters)
            case set(Int)
        }
        var state: UInt64
        var way: Way
    }

    /// Of every byte the signs that it can be.
    private var masks = [UInt64](repeating: 0, count: 256)
    /// Places that any bytes may be passed over at.
    private var loops: UInt64 = 0
    /// Places after a sign that stands for a character of any number of bytes.
    private var afterCharacter: UInt64 = 0
    private let accepting: UInt64
    private var known: [Transition: UInt64] = [:]

    /// The automaton of a pattern: of the whole of a value, or of any part. Nil where the pattern is too long.
    init?(_ pattern: TextPattern, within: Bool) {
        var place: UInt64 = 0
        if within { loops |= 1 }
        for part in pattern.parts {
            if part == .anything {
                loops |= 1 << place
                continue
            }
            if place == UInt64(Self.longest) { return nil }
            if case .byte(let byte) = part {
                masks[Int(byte)] |= 1 << place
            } else {
                for byte in 0..<256 { masks[byte] |= 1 << place }
                afterCharacter |= 1 << (place + 1)
            }
            place += 1
        }
        if within { loops |= 1 << place }
        accepting = 1 << place
    }

    /// Whether a value of these pieces can match.
    mutating func canMatch(_ pieces: [FieldPiece], sets: [[[UInt8]]?]) -> Bool {
        var state: UInt64 = 1
        for piece in pieces {
            switch piece {
            case .text(let text): state = read(text, state)
            case .characters(let characters, let lengths): state = read(characters, lengths, state)
            case .oneOf(let set, let orAddress):
                var next = read(set: set, sets, state)
                if orAddress { next |= read(.address, 7...15, state) }
                state = next
            }
            if state == 0 { return false }
        }
        return state & accepting != 0
    }

    private func step(_ state: UInt64, mask: UInt64, continues: Bool) -> UInt64 {
        (state & mask) << 1 | state & loops | (continues ? state & afterCharacter : 0)
    }

    private func read(_ text: [UInt8], _ start: UInt64) -> UInt64 {
        var state = start
        for byte in text { state = step(state, mask: masks[Int(byte)], continues: byte & 0xC0 == 0x80) }
        return state
    }

    private mutating func read(set: Int, _ sets: [[[UInt8]]?], _ start: UInt64) -> UInt64 {
        guard let texts = sets[set] else { return read(.all, 0...FieldPiece.longest, start) }
        let transition = Transition(state: start, way: .set(set))
        if let end = known[transition] { return end }
        var end: UInt64 = 0
        for text in texts { end |= read(text, start) }
        known[transition] = end
        return end
    }

    private mutating func read(
        _ characters: FieldExpression.Characters, _ lengths: ClosedRange<Int>, _ start: UInt64
    ) -> UInt64 {
        var end: UInt64 = lengths.lowerBound == 0 ? start : 0
        var state = start
        for length in 1...max(lengths.upperBound, 1) {
            let transition = Transition(state: state, way: .characters(characters))
            let next: UInt64
            if let known = known[transition] {
                next = known
            } else {
                var mask: UInt64 = 0
                for byte in 0..<256 where characters.contains(UInt8(byte)) { mask |= masks[byte] }
                next = step(state, mask: mask, continues: characters == .all)
                known[transition] = next
            }
            // What does not change any more will not later.
            if length >= lengths.lowerBound {
                if next == state && end | next == end { break }
                end |= next
            }
            state = next
        }
        return end
    }
}
