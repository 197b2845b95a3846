import Kernel

/// Chooses blue's actions from what blue sees.
///
/// A policy is a value: every episode of a roll-out gets a copy of its own, so what it remembers stays within the
/// episode, and results do not depend on who plays which.
public protocol Cage2Policy: Sendable {
    /// Forgets the last episode.
    ///
    /// - Parameter seed: of the episode; a policy that draws must draw from it alone.
    mutating func beginEpisode(seed: Int)

    /// The next action, 0 to 144.
    mutating func action(for observation: Cage2Observation) -> Int
}

/// Does nothing.
public struct SleepingPolicy: Cage2Policy {
    /// The policy.
    public init() {}
    /// Nothing to forget.
    public mutating func beginEpisode(seed: Int) {}
    /// Always ``Cage2Action/sleep``.
    public mutating func action(for observation: Cage2Observation) -> Int { Cage2Action.sleep.index }
}

/// Draws every action with equal chance.
public struct RandomPolicy: Cage2Policy {
    private var state: UInt64 = 0

    /// The policy.
    public init() {}

    /// Starts a sequence of its own for the seed.
    public mutating func beginEpisode(seed: Int) { state = StableHash.mix(UInt64(bitPattern: Int64(seed)) &+ 1) }

    /// One of the 145.
    @inline(__always)
    public mutating func action(for observation: Cage2Observation) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Int(((StableHash.mix(state) >> 32) &* UInt64(Cage2Action.count)) >> 32)
    }
}

/// Restores the first host that looks exploited, and sleeps otherwise.
public struct RestoringPolicy: Cage2Policy {
    /// The policy.
    public init() {}
    /// Nothing to forget.
    public mutating func beginEpisode(seed: Int) {}
    /// Restores, or sleeps.
    @inline(__always)
    public mutating func action(for observation: Cage2Observation) -> Int {
        let exploited = observation.activitySecond | observation.compromisedSecond
        guard exploited != 0 else { return Cage2Action.sleep.index }
        return ActionBlock.action(ActionBlock.restore, exploited.trailingZeroBitCount)
    }
}

/// Takes the action to which a network gives the highest value: 52 inputs, one for each bit of the observation, and 145
/// outputs.
public struct NetworkPolicy: Cage2Policy {
    private let network: DenseNetwork
    private var values: [Float]

    /// A policy of a network.
    ///
    /// - Returns: nil where the network has not 52 inputs and 145 outputs.
    public init?(_ network: DenseNetwork) {
        guard network.inputCount == Cage2Observation.bitCount, network.outputCount == Cage2Action.count else {
            return nil
        }
        self.network = network
        values = Array(repeating: 0, count: network.valueCount)
    }

    /// Nothing to forget.
    public mutating func beginEpisode(seed: Int) {}

    /// The first action of the highest value.
    public mutating func action(for observation: Cage2Observation) -> Int {
        values.withUnsafeMutableBufferPointer { values in
            observation.write(to: values)
            let outputs = network.evaluate(values)
            var best = outputs.lowerBound
            for output in outputs where values[output] > values[best] { best = output }
            return best - outputs.lowerBound
        }
    }
}

extension Cage2Observation {
    /// The 52 bits as numbers 0 and 1.
    @inline(__always)
    func write(to values: UnsafeMutableBufferPointer<Float>) {
        for host in 0..<Cage2Host.count {
            let shift = HostMask(truncatingIfNeeded: host)
            values[host * 4] = Float(activityFirst >> shift & 1)
            values[host * 4 + 1] = Float(activitySecond >> shift & 1)
            values[host * 4 + 2] = Float(compromisedFirst >> shift & 1)
            values[host * 4 + 3] = Float(compromisedSecond >> shift & 1)
        }
    }
}
