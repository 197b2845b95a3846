import Kernel
import Testing

@testable import BenchmarkWorlds

/// Episodes that were played on the original code and here: what comes along with the project, so that it is tested
/// everywhere. `scripts/record-cage2.py` made `compared.jsonl`; `recorded.jsonl` holds episodes with every draw.
struct ComparedEpisodeTests {
    @Test func recordedEpisodesAreReplayedByTapeAndBySeed() throws {
        let recordings = try Recording.read(Fixtures.path("recorded.jsonl"))
        #expect(recordings.count == 7)
        for recording in recordings {
            let replay = try Cage2Replay(recording)
            #expect(replay.differenceByTape() == nil)
            #expect(replay.differenceBySeed() == nil)
        }
    }

    /// Long episodes, episodes with the stray address, and episodes with few numbers for processes and ports, in which
    /// numbers meet at every turn. Equal generators at the end mean equal draws all the way.
    @Test func longAndCrampedEpisodesEqualTheOriginal() throws {
        let lines = try Recording.bytes(Fixtures.path("compared.jsonl")).split(separator: 10)
        #expect(lines.count == 10)
        var overflowed = 0
        for (number, line) in lines.enumerated() {
            let episode = try JSONValue.parse(Array(line))
            func integers(_ key: String) throws -> [Int] { try episode.required(key).array().map { try $0.integer() } }
            let rules = try #require(
                Cage2RuleSet.allCases.first { "\($0)" == (try? episode.required("rules").string()) })
            let red: Cage2Red = try episode.required("red").string() == "bline" ? .bLine : .meander
            let steps: Int = try episode.required("steps").integer()
            var draws = CrampedDraws(
                generator: MersenneTwister(seed: try episode.required("seed").integer()),
                isCramped: try episode.required("isCramped").bool())
            let storage = Cage2Storage(count: 1, episodeLength: steps)
            let state = storage.state(0)
            state.pointee.reset(memory: storage.memory(0), draws: &draws)
            let actions = try integers("actions")
            let rewards = try integers("rewards")
            let observations = try episode.required("observations").array().map { try $0.string() }
            for step in 0..<steps {
                state.pointee.step(
                    actions[step], rules: rules, observationRule: .standard, red: red, memory: storage.memory(0),
                    draws: &draws)
                var word: UInt64 = 0
                for bit in 0..<Cage2Observation.bitCount where state.pointee.observation[bit] {
                    word |= 1 << UInt64(bit)
                }
                #expect(String(word, radix: 16) == observations[step], "episode \(number) step \(step)")
                #expect(Int(state.pointee.reward) == rewards[step], "episode \(number) step \(step)")
            }
            let generator = draws.generator
            let end = [generator.position, Int(generator.words[0]), Int(generator.words[623])]
            #expect(try end == integers("generator"), "episode \(number)")
            if state.pointee.tabledPorts != 0 { overflowed += 1 }
        }
        // Some of them use more ports than the list has room for.
        #expect(overflowed > 0)
    }

    @Test(arguments: Cage2Action.kindNames)
    func actionsHaveTheChallengesNumbers(first: Int, name: String) {
        #expect(Cage2Action(index: first)?.description == "\(name) Defender")
        #expect(Cage2Action(index: first + 12)?.description == "\(name) User4")
    }

    @Test func everyActionHasANumberAndBack() {
        #expect(Cage2Action.count == 145)
        #expect(Cage2Action(index: -1) == nil)
        #expect(Cage2Action(index: 145) == nil)
        #expect(Cage2Action(index: 0) == .sleep)
        #expect(Cage2Action(index: 1) == .monitor)
        for index in 2..<145 {
            let action = Cage2Action(index: index)
            if let kind = action?.kind, let host = action?.host {
                #expect(Cage2Action(kind, host) == action)
            } else {
                Issue.record("action \(index) has no kind or host")
            }
        }
    }
}

extension Cage2Action {
    /// The first number of each block, by the headers of the recordings.
    fileprivate static let kindNames = [
        (2, "Analyse"), (15, "Remove"), (28, "DecoyApache"), (41, "DecoyFemitter"), (54, "DecoyHarakaSMPT"),
        (67, "DecoySmss"), (80, "DecoySSHD"), (93, "DecoySvchost"), (106, "DecoyTomcat"), (119, "DecoyVsftpd"),
        (132, "Restore"),
    ]
}

/// Python's generator, but if wanted with 256 process numbers and 64 ephemeral ports.
struct CrampedDraws: DrawSource {
    var generator: MersenneTwister
    let isCramped: Bool

    mutating func range(_ lower: Int, _ upper: Int) -> Int {
        let value = generator.range(lower, upper)
        guard isCramped else { return value }
        return lower == 0 ? value & 255 : lower + (value - lower) & 63
    }

    mutating func choice(of count: Int) -> Int { generator.choice(of: count) }
    mutating func choices(of count: Int) -> Int { generator.choices(of: count) }
    mutating func random() -> Double { generator.random() }
    mutating func sampleThree(of count: Int) -> (Int, Int, Int) { generator.sampleThree(of: count) }
    mutating func sampleFew(of count: Int, picks: Int) -> Positions { generator.sampleFew(of: count, picks: picks) }
    mutating func shuffle(_ count: Int) -> Shuffle { generator.shuffle(count) }
}
