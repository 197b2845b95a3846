/// A probability as parts of 2³²; integers, so that every machine decides alike.
public struct Probability: Sendable, Hashable, Comparable {
    /// Parts of 2³², 0…2³² inclusive.
    public let parts: UInt64

    /// The certain and the impossible.
    public static let always = Probability(parts: 1 << 32)
    /// Never happens.
    public static let never = Probability(parts: 0)

    /// A probability of `parts` in 2³²; more than 2³² parts count as certain.
    @inlinable
    public init(parts: UInt64) { self.parts = min(parts, 1 << 32) }

    /// A probability of `numerator` in a million.
    @inlinable
    public init(millionths numerator: Int) {
        self.init(parts: (UInt64(max(0, min(1_000_000, numerator))) << 32) / 1_000_000)
    }

    /// The nearest representable probability to `value`, which is clamped to 0…1. For decoding, never for state.
    public init(nearest value: Double) {
        let clamped = value.isNaN ? 0 : min(max(value, 0), 1)
        self.init(parts: UInt64((clamped * 4_294_967_296).rounded()))
    }

    /// The value as a fraction, for display.
    public var fraction: Double { Double(parts) / 4_294_967_296 }

    /// The probability that two independent things both happen.
    @inlinable
    public static func * (left: Probability, right: Probability) -> Probability {
        Probability(parts: IntegerMath.scale(left.parts, parts: right.parts))
    }

    /// The probability that it does not happen.
    @inlinable public var complement: Probability { Probability(parts: (1 << 32) - parts) }

    /// Orders by how likely.
    @inlinable
    public static func < (left: Probability, right: Probability) -> Bool { left.parts < right.parts }
}
