/// The two seeds of a run.
///
/// *Facts* are hidden attributes of the world and stay for ever; *chances* are what happens, and a fork may change
/// them. Both arms of a comparison take the same ones.
public struct Seeds: Sendable, Hashable {
    /// Decides the facts.
    public var world: UInt64
    /// Decides the chances.
    public var future: UInt64

    /// Seeds given apart.
    public init(world: UInt64, future: UInt64) {
        self.world = world
        self.future = future
    }

    /// One number for both, as `--seed` gives it.
    public init(_ seed: UInt64) { self.init(world: seed, future: seed) }
}

/// Which of the two seeds decides a draw.
public enum DrawClass: UInt8, Sendable {
    /// A hidden attribute of the world.
    case fact = 1
    /// Something that happens.
    case chance = 2
}

/// A purpose of a draw. A world lists its own; the raw value enters the key and must never be reused for another.
public struct Purpose: RawRepresentable, Sendable, Hashable {
    /// The number in the key.
    public let rawValue: UInt32
    /// A purpose by its number.
    @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

extension Seeds {
    /// The draw for a key: a pure function, so that asking twice, or in another order, changes nothing.
    ///
    /// - Parameters:
    ///   - drawClass: fact or chance.
    ///   - actor: hash of the path of who acts, or whose attribute it is.
    ///   - purpose: what is drawn.
    ///   - target: hash of the path of what it is done to.
    ///   - attempt: how many-th time this triple is drawn.
    /// - Complexity: one Philox block, about 7 ns.
    @inlinable
    public func draw(
        _ drawClass: DrawClass, actor: UInt64, _ purpose: Purpose, target: UInt64 = 0, attempt: UInt32 = 0
    ) -> Draw {
        let seed = drawClass == .fact ? world : future
        let kind = UInt64(drawClass.rawValue) << 32 | UInt64(purpose.rawValue)
        let first = StableHash.mix(actor &+ kind &* 0x9E37_79B9_7F4A_7C15)
        let second = StableHash.mix(target ^ (UInt64(attempt) &+ 1) &* 0xD6E8_FEB8_6659_FD93)
        let counter = Philox.Block(
            UInt32(truncatingIfNeeded: first), UInt32(truncatingIfNeeded: first >> 32),
            UInt32(truncatingIfNeeded: second), UInt32(truncatingIfNeeded: second >> 32))
        let key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
        return Draw(words: Philox.block(counter: counter, key: key))
    }

    /// A fact about `actor` and `target`.
    @inlinable
    public func fact(_ actor: UInt64, _ purpose: Purpose, target: UInt64 = 0, attempt: UInt32 = 0) -> Draw {
        draw(.fact, actor: actor, purpose, target: target, attempt: attempt)
    }

    /// A chance of `actor` at `target`.
    @inlinable
    public func chance(_ actor: UInt64, _ purpose: Purpose, target: UInt64 = 0, attempt: UInt32 = 0) -> Draw {
        draw(.chance, actor: actor, purpose, target: target, attempt: attempt)
    }
}

/// The 128 bits of one draw. Each question below reads its own word, so several may be asked of one draw.
public struct Draw: Sendable, Hashable {
    /// The four words.
    public let words: Philox.Block
    /// A draw of given words.
    @inlinable public init(words: Philox.Block) { self.words = words }

    /// Whether something of this probability happens (word 0).
    @inlinable
    public func occurs(_ probability: Probability) -> Bool { UInt64(words[0]) < probability.parts }

    /// A uniform integer below `bound` (word 1); 0 where `bound` is 0. Bounds above 2³² come out in coarser steps. The bias is below
    /// `bound` / 2³².
    @inlinable
    public func below(_ bound: Int) -> Int {
        Int(truncatingIfNeeded: IntegerMath.scale(UInt64(truncatingIfNeeded: max(bound, 0)), parts: UInt64(words[1])))
    }

    /// A triangular integer between `low` and `high` with mode `likely` (word 2). Ranges above 2³¹ come out in coarser
    /// steps, so that every product fits 64 bits.
    ///
    /// - Precondition: low ≤ likely ≤ high, high − low < 2⁶³.
    @inlinable
    public func triangular(_ low: Int64, _ likely: Int64, _ high: Int64) -> Int64 {
        let whole = UInt64(high - low)
        if whole == 0 { return low }
        let shift = UInt64(max(0, 33 - whole.leadingZeroBitCount))
        let span = whole >> shift
        let u = UInt64(words[2])
        let rise = UInt64(likely - low) >> shift, fall = UInt64(high - likely) >> shift
        if IntegerMath.scale(span, parts: u) < rise {
            return low + Int64(IntegerMath.squareRoot(IntegerMath.scale(span, parts: u) &* rise) << shift)
        }
        return high - Int64(IntegerMath.squareRoot(IntegerMath.scale(span, parts: (1 << 32) - u) &* fall) << shift)
    }

    /// An exponential waiting time of mean `mean` (word 3), at most 22 means.
    @inlinable
    public func exponential(mean: Int64) -> Int64 {
        // −log₂(u) · ln 2, both in 2⁻¹⁶; ln 2 · 2¹⁶ = 45426.
        let logarithm = (IntegerMath.negativeLogarithm(words[3]) &* 45426) >> 16
        return Int64((UInt64(max(mean, 0)) &* logarithm) >> 16)
    }

    /// The finishing time of a race entrant of `weight`: the smallest of many wins with probability in proportion to
    /// its weight, and an entrant that joins leaves every other's time as it was (word 3).
    @inlinable
    public func raceTime(weight: UInt32) -> UInt64 {
        weight == 0 ? .max : (IntegerMath.negativeLogarithm(words[3]) << 32) / UInt64(weight)
    }
}
