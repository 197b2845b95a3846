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

    /// The value as a fraction, for display.
    public var fraction: Double { Double(parts) / 4_294_967_296 }

    /// The probability that two independent things both happen.
    @inlinable
    public static func * (left: Probability, right: Probability) -> Probability {
        Probability(parts: IntegerMath.scale(left.parts, parts: right.parts))
    }

    /// Orders by how likely.
    @inlinable
    public static func < (left: Probability, right: Probability) -> Bool { left.parts < right.parts }
}
