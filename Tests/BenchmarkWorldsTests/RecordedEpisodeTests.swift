import Foundation
import Kernel
import Testing

@testable import BenchmarkWorlds

/// Where the full set of recordings lies: the environment's `THAO_SHARED`, or a folder `shared` beside the checkout.
enum SharedRecordings {
    static let folder: String? = {
        var candidates: [String] = []
        if let shared = ProcessInfo.processInfo.environment["THAO_SHARED"] { candidates.append(shared) }
        let checkout = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
        candidates.append(checkout.appending(path: "../shared").standardizedFileURL.path)
        return candidates.map { $0 + "/data/cage2" }.first { FileManager.default.fileExists(atPath: $0) }
    }()

    static let files = [
        "final_bline", "final_cardiff_bline", "final_cardiff_meander", "final_meander", "final_sleep",
        "leaderboard_bline",
        "leaderboard_cardiff_bline", "leaderboard_cardiff_meander", "leaderboard_meander",
    ]
}

@Suite(
    .enabled(
        if: SharedRecordings.folder != nil,
        "the recordings are not here: set THAO_SHARED to the folder that holds data/cage2"))
struct RecordedEpisodeTests {
    private func recordings(_ file: String) throws -> [Recording] {
        try Recording.read(try #require(SharedRecordings.folder) + "/\(file).jsonl.gz")
    }

    @Test(arguments: SharedRecordings.files)
    func everyEpisodeIsReplayedByTapeAndBySeed(file: String) throws {
        let recordings = try recordings(file)
        #expect(recordings.count >= 17)
        for recording in recordings {
            let replay = try Cage2Replay(recording)
            if let difference = replay.differenceByTape() {
                Issue.record("by tape: \(difference)")
                return
            }
            if let difference = replay.differenceBySeed() {
                Issue.record("by seed: \(difference)")
                return
            }
        }
    }

    /// What the agent did on the original code under the leaderboard's rules, it does here. Under the final rules it
    /// was recorded with the challenge's wrapper.
    @Test(arguments: [
        "leaderboard_cardiff_bline", "leaderboard_cardiff_meander", "final_cardiff_bline", "final_cardiff_meander",
    ])
    func theCardiffAgentChoosesWhatItChoseThere(file: String) throws {
        let folder = try #require(SharedRecordings.folder)
        func network(_ name: String) throws -> DenseNetwork {
            let bytes = try Recording.bytes("\(folder)/cardiff_\(name)_weights.json.gz")
            return try DenseNetwork(try JSONValue.parse(bytes), name: "actor")
        }
        let agent = try #require(CardiffPolicy(bLine: try network("bline"), meander: try network("meander")))
        for recording in try recordings(file) {
            let configuration = try Cage2Replay(recording).configuration
            var environment = Cage2Environment(configuration, seed: recording.seed)
            var policy = agent
            policy.beginEpisode(seed: recording.seed)
            var actions: [Int] = []
            for _ in 0..<recording.steps {
                let action = policy.action(for: environment.observation)
                actions.append(action)
                try environment.step(#require(Cage2Action(index: action)))
            }
            #expect(actions == recording.actions, "\(recording.name)")
        }
    }
}
