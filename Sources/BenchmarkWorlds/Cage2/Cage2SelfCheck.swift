import Kernel

/// A fixed play whose outcome is known, to see that a build on some machine computes what it must.
public enum Cage2SelfCheck {
    /// Digests all observations, rewards and the final states, generators included, of 16 environments over 300 steps
    /// of fixed actions: five episodes of 60 steps each, one after the other on one generator.
    ///
    /// - Complexity: 4,800 steps.
    public static func digest(rules: Cage2RuleSet, red: Cage2Red) throws(Cage2Error) -> UInt64 {
        let count = 16
        let configuration = try Cage2Configuration(rules: rules, red: red, episodeLength: 60)
        let batch = try Cage2Batch(count: count, configuration, firstSeed: 1_000)
        var hasher = StableHasher()
        var actions = [UInt8](repeating: 0, count: count)
        var observations = [UInt8](repeating: 0, count: count * Cage2Observation.bitCount)
        var rewards = [Float](repeating: 0, count: count)
        for step in 0..<300 {
            for index in 0..<count {
                let draw = Seeds(1).chance(UInt64(index), Purpose(rawValue: 0), attempt: UInt32(step))
                actions[index] = UInt8(draw.below(Cage2Action.count))
            }
            try stepAll(batch, actions, &observations, &rewards)
            for byte in observations { hasher.combine(byte) }
            for reward in rewards { hasher.combine(Int(reward * 10 - 0.5)) }
        }
        hasher.combine(batch.digest())
        return hasher.digest
    }

    private static func stepAll(
        _ batch: Cage2Batch, _ actions: [UInt8], _ observations: inout [UInt8], _ rewards: inout [Float]
    ) throws(Cage2Error) {
        let result = actions.withUnsafeBufferPointer { actions in
            observations.withUnsafeMutableBufferPointer { observations in
                rewards.withUnsafeMutableBufferPointer { rewards in
                    Result { () throws(Cage2Error) in
                        try batch.step(actions, into: Cage2Batch.Outputs(observations: observations, rewards: rewards))
                    }
                }
            }
        }
        try result.get()
    }
}
