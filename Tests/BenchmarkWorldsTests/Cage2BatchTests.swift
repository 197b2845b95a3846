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

    /// The same in debug and release builds and on every machine; `thao-bench cage2 digest` prints those of a release
    /// build. They change only with the rules, and the rules must equal the original's.
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
        let long = try Cage2Configuration(episodeLength: Cage2Configuration.maximumEpisodeLength)
        let bytes = Cage2Batch.maximumCount * Cage2Storage.size(episodeLength: long.episodeLength)
        #expect(throws: Cage2Error.memory(bytes)) {
            try Cage2Batch(count: Cage2Batch.maximumCount, long, firstSeed: 1)
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
