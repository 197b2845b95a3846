import Kernel
import Testing

@testable import BenchmarkWorlds

/// A caller with buffers.
private final class Caller {
    let batch: Cage2Batch
    let actions: UnsafeMutableBufferPointer<UInt8>
    let outputs: Cage2Batch.Outputs

    init(count: Int, _ configuration: Cage2Configuration, firstSeed: Int) throws {
        batch = try Cage2Batch(count: count, configuration, firstSeed: firstSeed)
        actions = .allocate(capacity: count)
        actions.initialize(repeating: 0)
        func bytes(_ width: Int) -> UnsafeMutableBufferPointer<UInt8> {
            let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: count * width)
            buffer.initialize(repeating: 9)
            return buffer
        }
        let rewards = UnsafeMutableBufferPointer<Float>.allocate(capacity: count)
        rewards.initialize(repeating: 9)
        outputs = Cage2Batch.Outputs(
            observations: bytes(52), rewards: rewards, isDone: bytes(1), finalObservations: bytes(52), masks: bytes(145)
        )
    }

    deinit {
        actions.deallocate()
        outputs.observations?.deallocate()
        outputs.rewards?.deallocate()
        outputs.isDone?.deallocate()
        outputs.finalObservations?.deallocate()
        outputs.masks?.deallocate()
    }

    /// Actions that depend on environment and step alone.
    func choose(step: Int) {
        for index in actions.indices { actions[index] = UInt8((index * 37 + step * 59 + step * step * index) % 145) }
    }

    func step() throws { try batch.step(UnsafeBufferPointer(actions), into: outputs) }

    func step(workers: Int) async throws {
        try await batch.step(UnsafeBufferPointer(actions), into: outputs, workers: workers)
    }

    var written: [[UInt8]] {
        [outputs.observations, outputs.isDone, outputs.finalObservations, outputs.masks].map {
            Array($0 ?? .init(start: nil, count: 0))
        }
    }
}

/// Python's generator with only every eighth port.
private struct SparseDraws: DrawSource {
    var generator: MersenneTwister
    mutating func range(_ lower: Int, _ upper: Int) -> Int { generator.range(lower, upper) & ~7 }
    mutating func choice(of count: Int) -> Int { generator.choice(of: count) }
    mutating func choices(of count: Int) -> Int { generator.choices(of: count) }
    mutating func random() -> Double { generator.random() }
    mutating func sampleThree(of count: Int) -> (Int, Int, Int) { generator.sampleThree(of: count) }
    mutating func sampleFew(of count: Int, picks: Int) -> Positions { generator.sampleFew(of: count, picks: picks) }
    mutating func shuffle(_ count: Int) -> Shuffle { generator.shuffle(count) }
}

struct Cage2BatchTests {
    private static let configurations: [Cage2Configuration] = {
        var result: [Cage2Configuration] = []
        for rules in Cage2RuleSet.allCases {
            for red in Cage2Red.allCases {
                if let configuration = try? Cage2Configuration(rules: rules, red: red, episodeLength: 30) {
                    result.append(configuration)
                }
            }
        }
        return result
    }()

    @Test(arguments: configurations)
    func aBatchIsManySingleEnvironments(configuration: Cage2Configuration) throws {
        let caller = try Caller(count: 7, configuration, firstSeed: 40)
        var singles = (0..<7).map { Cage2Environment(configuration, seed: 40 + $0) }
        for step in 0..<75 {
            caller.choose(step: step)
            try caller.step()
            for index in 0..<7 {
                try singles[index].step(#require(Cage2Action(index: Int(caller.actions[index]))))
                #expect(caller.outputs.rewards?[index] == Float(singles[index].reward))
                #expect(caller.outputs.isDone?[index] == (singles[index].isDone ? 1 : 0))
                if singles[index].isDone {
                    for bit in 0..<52 {
                        #expect(
                            caller.outputs.finalObservations?[index * 52 + bit]
                                == (singles[index].observation[bit] ? 1 : 0))
                    }
                    singles[index].reset()
                }
                for bit in 0..<52 {
                    #expect(caller.outputs.observations?[index * 52 + bit] == (singles[index].observation[bit] ? 1 : 0))
                }
                #expect(caller.batch.observation(of: index) == singles[index].observation)
                for action in 0..<145 {
                    let isUseful = try singles[index].isUseful(#require(Cage2Action(index: action)))
                    #expect(caller.outputs.masks?[index * 145 + action] == (isUseful ? 1 : 0))
                }
            }
        }
    }

    @Test func workersDoNotChangeResults() async throws {
        let configuration = try Cage2Configuration(red: .meander, episodeLength: 50)
        let alone = try Caller(count: 300, configuration, firstSeed: 1)
        let shared = try Caller(count: 300, configuration, firstSeed: 1)
        for step in 0..<60 {
            alone.choose(step: step)
            shared.choose(step: step)
            try alone.step()
            try await shared.step(workers: step % 4 + 1)
            #expect(alone.written == shared.written, "step \(step)")
        }
        #expect(alone.batch.digest() == shared.batch.digest())
    }

    /// The same in debug and release builds and on every machine; `thao-bench cage2 digest` prints those of a release build.
    /// They change only with the rules, and the rules must equal the original's.
    @Test(arguments: [
        (Cage2RuleSet.leaderboard, Cage2Red.bLine, 0x7547_A383_1D10_E7A2 as UInt64),
        (.leaderboard, .meander, 0x13E6_55FB_291C_644F), (.leaderboard, .sleep, 0x14FC_AE21_6673_07A6),
        (.final, .bLine, 0x9B96_70B0_7F6F_E1D1), (.final, .meander, 0x7BFA_71FC_C30D_0F92),
        (.final, .sleep, 0x14FC_AE21_6673_07A6),
    ])
    func theGoldenDigestsHold(rules: Cage2RuleSet, red: Cage2Red, digest: UInt64) throws {
        let ours = try Cage2SelfCheck.digest(rules: rules, red: red)
        #expect(ours == digest, "\(rules) \(red): 0x\(ours.hexadecimal)")
    }

    @Test func whatDoesNotFitIsRefusedAndNothingIsStepped() throws {
        let caller = try Caller(count: 3, Cage2Configuration(), firstSeed: 1)
        let before = caller.batch.digest()
        caller.actions[1] = 145
        #expect(throws: Cage2Error.actionOutOfRange(action: 145, environment: 1)) { try caller.step() }
        caller.actions[1] = 0
        #expect(throws: Cage2Error.bufferSize(name: "actions", expected: 3, actual: 2)) {
            try caller.batch.step(UnsafeBufferPointer(rebasing: caller.actions[..<2]), into: caller.outputs)
        }
        var outputs = caller.outputs
        outputs.masks = caller.outputs.observations
        #expect(throws: Cage2Error.bufferSize(name: "masks", expected: 435, actual: 156)) {
            try caller.batch.step(UnsafeBufferPointer(caller.actions), into: outputs)
        }
        #expect(caller.batch.digest() == before)
        #expect(throws: Cage2Error.environmentCountOutOfRange(0)) {
            try Cage2Batch(count: 0, Cage2Configuration(), firstSeed: 1)
        }
        #expect(throws: Cage2Error.environmentCountOutOfRange(.max)) {
            try Cage2Batch(count: .max, Cage2Configuration(), firstSeed: 1)
        }
        #expect(throws: Cage2Error.episodeLengthOutOfRange(0)) { try Cage2Configuration(episodeLength: 0) }
        #expect(throws: Cage2Error.episodeLengthOutOfRange(.max)) { try Cage2Configuration(episodeLength: .max) }
    }

    @Test func outputsMayBeLeftOut() throws {
        let full = try Caller(count: 3, Cage2Configuration(), firstSeed: 1)
        let batch = try Cage2Batch(count: 3, Cage2Configuration(), firstSeed: 1)
        for step in 0..<20 {
            full.choose(step: step)
            try full.step()
            try batch.step(UnsafeBufferPointer(full.actions), into: Cage2Batch.Outputs())
        }
        #expect(full.batch.digest() == batch.digest())
    }

    @Test func aCopyHasTheSameFutureAndAResetANewOne() throws {
        let caller = try Caller(count: 2, Cage2Configuration(red: .meander), firstSeed: 1)
        for step in 0..<40 {
            caller.choose(step: step)
            try caller.step()
        }
        caller.batch.copy(0, to: 1)
        for step in 0..<80 {
            caller.actions[0] = UInt8(step)
            caller.actions[1] = UInt8(step)
            try caller.step()
            #expect(caller.batch.observation(of: 0) == caller.batch.observation(of: 1))
            #expect(caller.outputs.rewards?[0] == caller.outputs.rewards?[1])
        }
        let fresh = try Cage2Batch(count: 2, Cage2Configuration(red: .meander), firstSeed: 1)
        caller.batch.reset(0, seed: 1)
        caller.batch.reset(1, seed: 2)
        #expect(caller.batch.digest() == fresh.digest())
    }
}

struct Cage2EnvironmentTests {
    /// The list of used ports, its filter and the table behind it say together what a plain set says.
    @Test func usedPortsAreASet() {
        let storage = Cage2Storage(count: 1, episodeLength: 1)
        let memory = storage.memory(0)
        let state = storage.state(0)
        for seed in 0..<4 {
            var draws = SparseDraws(generator: MersenneTwister(seed: seed))
            var plain = Array(repeating: Set<Int>(), count: Cage2Host.count)
            var expected = MersenneTwister(seed: seed)
            state.pointee.freeAllPorts(memory: memory)
            for turn in 0..<3_000 {
                let host = turn % 3 == 0 ? 8 : turn % Cage2Host.count
                if turn % 700 == 650 {
                    state.pointee.freePorts(of: host, memory: memory)
                    plain[host] = []
                }
                state.pointee.useEphemeralPort(on: host, memory: memory, draws: &draws)
                let port = expected.range(49_152, 60_000) & ~7
                if !plain[host].insert(port).inserted { plain[host].insert(expected.range(49_152, 60_000) & ~7) }
                #expect(draws.generator == expected, "seed \(seed) turn \(turn)")
            }
            #expect(state.pointee.tabledPorts != 0)
        }
    }

    @Test func copiesAreIndependent() throws {
        var environment = Cage2Environment(try Cage2Configuration(), seed: 5)
        for _ in 0..<10 { try environment.step(.sleep) }
        let snapshot = environment
        let observation = snapshot.observation
        for _ in 0..<10 { try environment.step(.sleep) }
        #expect(snapshot.stepCount == 10)
        #expect(snapshot.observation == observation)
        var again = snapshot
        for _ in 0..<10 { try again.step(.sleep) }
        #expect(again.observation == environment.observation)
        #expect(again.generator == environment.generator)
        #expect(again.total == environment.total)
    }

    @Test func anEpisodeEnds() throws {
        var environment = Cage2Environment(try Cage2Configuration(episodeLength: 2), seed: 5)
        try environment.step(.sleep)
        try environment.step(.sleep)
        #expect(environment.isDone)
        #expect(throws: Cage2Error.episodeIsOver) { try environment.step(.sleep) }
        #expect(environment.stepCount == 2)
        environment.reset()
        #expect(environment.stepCount == 0)
        #expect(environment.total == 0)
    }

    /// The longest list of processes that an episode can make fits into what is set aside for it.
    @Test func decoysStackWithoutLimit() throws {
        var environment = Cage2Environment(try Cage2Configuration(red: .bLine, episodeLength: 400), seed: 3)
        for _ in 0..<400 { try environment.step(Cage2Action(.decoyVsftpd, .user3)) }
        #expect(environment.blueSucceeded == true)
        #expect(environment.isDone)
    }

    @Test func quirksAreReproduced() throws {
        var environment = Cage2Environment(try Cage2Configuration(red: .sleep), seed: 3)
        // User0 is red's for good, and costs nothing but the restore.
        try environment.step(Cage2Action(.restore, .user0))
        #expect(environment.access(of: .user0) == 2)
        #expect(environment.reward == -1)
        // Red's foothold has no file, so analysing it finds nothing.
        try environment.step(Cage2Action(.analyse, .user0))
        #expect(environment.observation.compromise(of: .user0) == .no)
        #expect(environment.blueSucceeded == true)
        // A decoy on an occupied port fails; removing never does.
        try environment.step(Cage2Action(.decoySSHD, .user0))
        #expect(environment.blueSucceeded == false)
        try environment.step(Cage2Action(.remove, .enterprise0))
        #expect(environment.blueSucceeded == true)
        try environment.step(.sleep)
        #expect(environment.blueSucceeded == nil)
        #expect(environment.redSucceeded == nil)
        #expect(environment.redAction == "Sleep")
    }

    /// Restored once, the operational service cannot be stopped any more, though red's impact goes on to "succeed".
    @Test func aRestoredServiceNeverStopsAgain() throws {
        for seed in 0..<20 {
            var environment = Cage2Environment(try Cage2Configuration(), seed: seed)
            while environment.operationalServiceRuns { try environment.step(.sleep) }
            try environment.step(Cage2Action(.restore, .operationalServer0))
            var impacts = 0
            while !environment.isDone {
                #expect(environment.operationalServiceRuns)
                try environment.step(.sleep)
                if environment.redAction == "Impact Op_Server0", environment.redSucceeded == true { impacts += 1 }
            }
            #expect(impacts > 0, "seed \(seed)")
        }
    }
}
