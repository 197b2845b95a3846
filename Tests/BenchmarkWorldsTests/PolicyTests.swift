import Kernel
import Testing

@testable import BenchmarkWorlds

struct PolicyTests {
    private func json(_ text: String) throws -> JSONValue { try JSONValue.parse(text) }

    @Test func aNetworkSumsAndRectifies() throws {
        let network = try DenseNetwork(
            try json(
                """
                {"actor.0.weight": [[1, -2], [0.5, 0.25], [-1, -1]], "actor.0.bias": [0.5, 0, 1],
                 "actor.10.weight": [[1, 2, 3]], "actor.10.bias": [-1], "critic.0.weight": 7}
                """), name: "actor")
        #expect(network.inputCount == 2)
        #expect(network.outputCount == 1)
        #expect(network.valueCount == 6)
        var values: [Float] = [2, 1, 9, 9, 9, 9]
        let outputs = values.withUnsafeMutableBufferPointer { network.evaluate($0) }
        // Hidden: 2 − 2 + 0.5 = 0.5; 1 + 0.25 = 1.25; −2 − 1 + 1 is rectified to 0. Then 0.5 + 2.5 + 0 − 1.
        #expect(Array(values[2..<5]) == [0.5, 1.25, 0])
        #expect(Array(values[outputs]) == [2])
    }

    @Test(arguments: [
        ("{}", "1:1: no layer \"actor.0.weight\""),
        ("[1]", "1:1: expected an object"),
        (#"{"actor.0.weight": [[1]]}"#, #"1:1: missing key "actor.0.bias""#),
        (#"{"actor.0.weight": [[1, 2], [1]], "actor.0.bias": [1, 1]}"#, "layer 0 has 1 weights in row 1"),
        (#"{"actor.0.weight": [[1]], "actor.0.bias": [1, 1]}"#, "layer 0 has 1 rows of weights and 2 biases"),
        (#"{"actor.0.weight": [[]], "actor.0.bias": [1]}"#, "layer 0 has 1 rows"),
        (#"{"actor.0.weight": [[1e99]], "actor.0.bias": [1]}"#, "1:22: expected a number"),
        (#"{"actor.0.weight": [["1"]], "actor.0.bias": [1]}"#, "1:22: expected a number"),
        (
            #"{"actor.0.weight": [[1]], "actor.0.bias": [1], "actor.1.weight": [[1, 2]], "actor.1.bias": [1]}"#,
            "layer 1 has 2 weights in row 0, and 1 were expected"
        ),
    ])
    func badWeightsAreRefusedWithAPosition(text: String, message: String) throws {
        let object = try json(text)
        let error = #expect(throws: JSONError.self) { try DenseNetwork(object, name: "actor") }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }

    @Test func policiesRefuseNetworksOfAnotherShape() throws {
        let network = try DenseNetwork(
            try json(#"{"a.0.weight": [[1, 2]], "a.0.bias": [0]}"#), name: "a")
        #expect(NetworkPolicy(network) == nil)
        #expect(CardiffPolicy(bLine: network, meander: network) == nil)
        #expect(NetworkPolicy(DenseNetwork()) == nil)
    }

    @Test func aNetworkPolicyTakesTheHighestOutput() throws {
        var network = DenseNetwork()
        // Output 133 follows the third bit of User0's host, everything else is zero, and output 7 has a bias.
        var weights = Array(repeating: [Float](repeating: 0, count: 52), count: 145)
        weights[133][8 * 4] = 2
        var biases = [Float](repeating: 0, count: 145)
        biases[7] = 1
        try network.append(weights: weights, biases: biases)
        var policy = try #require(NetworkPolicy(network))
        var environment = Cage2Environment(try Cage2Configuration(red: .meander), seed: 1)
        var seen: Set<Int> = []
        while !environment.isDone {
            let action = policy.action(for: environment.observation)
            seen.insert(action)
            #expect(action == (environment.observation.activity(of: .user0) == .none ? 7 : 133))
            try environment.step(.sleep)
        }
        #expect(seen == [7, 133])
    }

    @Test func rollOutsPlayTheSameEpisodesAsEnvironments() async throws {
        let configuration = try Cage2Configuration(rules: .leaderboard, red: .meander, episodeLength: 50)
        let totals = await Cage2RollOut.totals(
            of: RestoringPolicy(), configuration, episodes: 40, firstSeed: 3, workers: 1)
        let shared = await Cage2RollOut.totals(
            of: RestoringPolicy(), configuration, episodes: 40, firstSeed: 3, workers: 3)
        #expect(totals == shared)
        #expect(totals.count == 40)
        for (number, total) in totals.enumerated() {
            var environment = Cage2Environment(configuration, seed: 3 + number)
            var policy = RestoringPolicy()
            policy.beginEpisode(seed: 3 + number)
            while !environment.isDone {
                try environment.step(#require(Cage2Action(index: policy.action(for: environment.observation))))
            }
            #expect(Double(total) / 10 == environment.total)
        }
    }

    @Test func restoringBeatsSleeping() async throws {
        let configuration = try Cage2Configuration()
        func score(_ policy: some Cage2Policy) async throws -> Cage2Score {
            try #require(
                Cage2Score(
                    totals: await Cage2RollOut.totals(of: policy, configuration, episodes: 60, firstSeed: 1, workers: 2)
                ))
        }
        let restoring = try await score(RestoringPolicy())
        let sleeping = try await score(SleepingPolicy())
        let random = try await score(RandomPolicy())
        #expect(restoring.mean - restoring.halfWidth > sleeping.mean + sleeping.halfWidth)
        #expect(random.mean > sleeping.mean)
        #expect(Cage2Score(totals: [1]) == nil)
        #expect(Cage2Score(totals: [-10, -30])?.mean == -2)
    }

    @Test func randomActionsAreUniformAndBelongToTheSeed() throws {
        let observation = Cage2Environment(try Cage2Configuration(), seed: 1).observation
        var counts = Array(repeating: 0, count: 145)
        var policy = RandomPolicy()
        policy.beginEpisode(seed: 8)
        for _ in 0..<145_000 { counts[policy.action(for: observation)] += 1 }
        let chiSquare = counts.reduce(0.0) { $0 + (Double($1) - 1000) * (Double($1) - 1000) / 1000 }
        // 144 degrees of freedom: mean 144, deviation 17.
        #expect((60...240).contains(chiSquare))
        func first(_ seed: Int) -> [Int] {
            var policy = RandomPolicy()
            policy.beginEpisode(seed: seed)
            return (0..<10).map { _ in policy.action(for: observation) }
        }
        #expect(first(1) == first(1))
        #expect(first(1) != first(2))
    }

    /// The challenge's script goes on with one generator; its first episode follows the third reset.
    @Test func theChallengesScriptIsFollowed() throws {
        let settings = Cage2Evaluation.settings(
            of: RestoringPolicy(), rules: .final, observationRule: .standard, episodes: 3, seed: 153)
        #expect(settings.map(\.steps) == [30, 30, 30, 50, 50, 50, 100, 100, 100])
        #expect(settings.map(\.red) == [.bLine, .meander, .sleep, .bLine, .meander, .sleep, .bLine, .meander, .sleep])
        var environment = Cage2Environment(try Cage2Configuration(episodeLength: 30), seed: 153)
        environment.reset()
        environment.reset()
        for total in settings[0].totals {
            var policy = RestoringPolicy()
            while !environment.isDone {
                try environment.step(#require(Cage2Action(index: policy.action(for: environment.observation))))
            }
            #expect(Double(total) / 10 == environment.total)
            environment.reset()
        }
    }
}
