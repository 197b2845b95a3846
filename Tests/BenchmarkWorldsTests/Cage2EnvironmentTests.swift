import Testing

@testable import BenchmarkWorlds

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
