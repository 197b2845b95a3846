import Kernel

/// Plays whole episodes of a policy without leaving the engine: environment and policy share a loop, and every core
/// plays episodes of its own.
public enum Cage2RollOut {
    /// The sums of rewards of many episodes, in tenths of a point.
    ///
    /// - Parameters:
    ///   - policy: copied for every episode.
    ///   - configuration: of every episode.
    ///   - episodes: how many; episode `i` is that of the seed `firstSeed + i`.
    ///   - workers: at least one; results do not depend on it.
    /// - Returns: one sum an episode. Episodes that a cancelled task left out are zero.
    /// - Complexity: O(episodes × steps); a few allocations an episode, none in a step.
    public static func totals<Policy: Cage2Policy>(
        of policy: Policy, _ configuration: Cage2Configuration, episodes: Int, firstSeed: Int, workers: Int
    ) async -> [Int] {
        let count = max(0, episodes)
        let totals = UnsafeMutableBufferPointer<Int>.allocate(capacity: count)
        let pieces = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: (count + pieceSize - 1) / pieceSize)
        totals.initialize(repeating: 0)
        pieces.initialize(repeating: 0)
        defer {
            totals.deallocate()
            pieces.deallocate()
        }
        let target = Target(totals: totals)
        await Batch.run(into: pieces, workers: workers) { piece in
            let player = Player(policy: policy, configuration: configuration)
            for episode in piece * pieceSize..<min(count, (piece + 1) * pieceSize) {
                target.totals[episode] = player.total(seed: firstSeed &+ episode)
            }
            return 1
        }
        return Array(totals)
    }

    /// The sum of rewards of one episode, in tenths of a point.
    public static func total<Policy: Cage2Policy>(
        of policy: Policy, _ configuration: Cage2Configuration, seed: Int
    ) -> Int {
        let player = Player(policy: policy, configuration: configuration)
        return player.total(seed: seed)
    }

    /// Episodes that a worker plays before it looks for more: enough that setting memory aside does not matter.
    private static let pieceSize = 16

    /// `@unchecked Sendable`: every place belongs to one piece, and nobody reads before all are done.
    private struct Target: @unchecked Sendable {
        let totals: UnsafeMutableBufferPointer<Int>
    }

    /// A policy at an environment.
    private struct Player<Policy: Cage2Policy> {
        let policy: Policy
        let configuration: Cage2Configuration
        private let storage: Cage2Storage

        init(policy: Policy, configuration: Cage2Configuration) {
            self.policy = policy
            self.configuration = configuration
            storage = Cage2Storage(count: 1, episodeLength: configuration.episodeLength)
        }

        func total(seed: Int) -> Int {
            let state = storage.state(0)
            let memory = storage.memory(0)
            let generator = storage.generator(0)
            generator.pointee.reseed(seed)
            state.pointee.reset(memory: memory, draws: &generator.pointee)
            var policy = policy
            policy.beginEpisode(seed: seed)
            let rules = configuration.rules
            let observationRule = configuration.observationRule
            let red = configuration.red
            for _ in 0..<configuration.episodeLength {
                let action = policy.action(for: state.pointee.observation)
                precondition((0..<Cage2Action.count).contains(action), "a policy chooses among actions 0 to 144")
                state.pointee.step(
                    action, rules: rules, observationRule: observationRule, red: red, memory: memory,
                    draws: &generator.pointee)
            }
            return Int(state.pointee.total)
        }
    }
}

/// Mean of some episodes, with what it is worth.
public struct Cage2Score: Sendable, Equatable {
    /// How many episodes.
    public let episodes: Int
    /// Mean sum of rewards, in points.
    public let mean: Double
    /// Half the width of the 95 % interval of the mean, by the normal approximation.
    public let halfWidth: Double

    /// The score of sums of rewards in tenths of a point, as ``Cage2RollOut/totals(of:_:episodes:firstSeed:workers:)``
    /// gives them.
    ///
    /// - Returns: nil for fewer than two.
    public init?(totals: [Int]) {
        guard totals.count > 1 else { return nil }
        episodes = totals.count
        let count = Double(totals.count)
        let mean = Double(totals.reduce(0, +)) / 10 / count
        let squares = totals.reduce(0.0) { sum, total in
            let distance = Double(total) / 10 - mean
            return sum + distance * distance
        }
        self.mean = mean
        halfWidth = 1.96 * (squares / (count - 1) / count).squareRoot()
    }
}
