/// The challenge's own way of scoring: one generator, seeded once, runs through everything, so that a published table
/// can be computed again digit for digit, if only its seed is known.
public enum Cage2Evaluation {
    /// Sums of rewards of one attacker and one length.
    public struct Setting: Sendable {
        /// Steps of each episode.
        public let steps: Int
        /// Who attacked.
        public let red: Cage2Red
        /// One sum of rewards an episode, in tenths of a point.
        public let totals: [Int]
    }

    /// Plays 30, 50 and 100 steps against every attacker, in the order of the challenge's script.
    ///
    /// Before each of the nine settings the script draws three resets and plays the third: one while the simulator is
    /// made, one while its wrapper is, one of its own. After each episode it draws the reset of the next, after the
    /// last one too.
    ///
    /// - Parameters:
    ///   - policy: a copy plays every episode; it gets the number of the episode in place of a seed.
    ///   - episodes: of each setting; the challenge took 1,000.
    ///   - seed: the challenge's own table was made with 153.
    /// - Complexity: O(episodes), on one thread.
    public static func settings<Policy: Cage2Policy>(
        of policy: Policy, rules: Cage2RuleSet, observationRule: Cage2ObservationRule, episodes: Int, seed: Int
    ) -> [Setting] {
        let storage = Cage2Storage(count: 1, episodeLength: 100)
        let state = storage.state(0)
        let memory = storage.memory(0)
        let generator = storage.generator(0)
        generator.pointee.reseed(seed)
        var settings: [Setting] = []
        for steps in [30, 50, 100] {
            for red in Cage2Red.allCases {
                for _ in 0..<3 { state.pointee.reset(memory: memory, draws: &generator.pointee) }
                var totals: [Int] = []
                for episode in 0..<max(0, episodes) {
                    var policy = policy
                    policy.beginEpisode(seed: episode)
                    for _ in 0..<steps {
                        let action = policy.action(for: state.pointee.observation)
                        precondition((0..<Cage2Action.count).contains(action), "actions 0 to 144")
                        state.pointee.step(
                            action, rules: rules, observationRule: observationRule, red: red, memory: memory,
                            draws: &generator.pointee)
                    }
                    totals.append(Int(state.pointee.total))
                    state.pointee.reset(memory: memory, draws: &generator.pointee)
                }
                settings.append(Setting(steps: steps, red: red, totals: totals))
            }
        }
        return settings
    }
}
