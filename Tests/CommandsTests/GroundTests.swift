import Exercise
import Foundation
import Ground
import Kernel
import Logging
import Testing

@testable import Commands

/// `thao ground check`.
struct GroundTests {
    /// A server's folder with an exercise that ran for a while; gives what the live teams stood at.
    private static func played(in folder: String) async throws -> (exercise: String, teams: [JournalCheck]) {
        let ground = try Ground(folder: folder)
        let clock = Stopwatch()
        let live = LiveExercises(
            environment: LiveEnvironment(
                ground: ground, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
                machineTime: { clock.time }),
            shelf: try ScenarioShelf())
        let home = try await ground.createOrganisation(name: "Trường Biển Xanh", by: .system)
        let entry = try #require(live.shelf["egov"])
        var settings = ExerciseSettings()
        settings.pace = .factor(60)
        let exercise = try await live.create(
            name: "Lam Giang", scenario: entry.name, content: entry.content, settings: settings,
            organisation: home.id, by: .system)
        for number in 1...2 {
            try await exercise.add(
                try await ground.createTeam(exercise: exercise.id, name: "Đội \(number)", track: .human, by: .system))
        }
        try await exercise.control(.start, by: .system)
        let team = try #require(await exercise.teamList.first).id
        for line in 1...5 {
            clock.pass(30_000)
            _ = try await exercise.submit(.chat("dòng \(line)"), team: team, by: .seat(1), account: nil)
        }
        try await exercise.control(.pause, by: .system)
        let checks = await exercise.journalChecks()
        await live.stop()
        await ground.close()
        return (exercise.stored.publicID, checks)
    }

    @Test func journalsEndWhereTheLiveExerciseStood() async throws {
        let folder = try TemporaryFolder()
        let played = try await Self.played(in: folder("data"))
        let ran = await thao("ground", "check", "--data", folder("data"), "--json")
        #expect(ran.code == 0, "\(ran.errors)")
        let all = try #require(try JSONSerialization.jsonObject(with: Data(ran.output.utf8)) as? [[String: Any]])
        let exercise = try #require(all.first)
        #expect(all.count == 1)
        #expect(exercise["exercise"] as? String == played.exercise)
        #expect(exercise["phase"] as? String == "paused")
        #expect(exercise["controls"] as? Int == 2)
        let teams = try #require(exercise["teams"] as? [[String: Any]])
        #expect(teams.map { $0["entries"] as? Int } == [5, 0])
        #expect(teams.map { $0["state"] as? String } == played.teams.map(\.stateHash.hexadecimal))
        #expect(teams.map { $0["time"] as? Int } == played.teams.map { Int($0.time) })

        let table = await thao("ground", "check", "--data", folder("data"), "--exercise", played.exercise)
        #expect(table.output.split(separator: "\n").count == 3)
        #expect(table.output.contains(played.teams[0].stateHash.hexadecimal))
    }

    @Test func aFolderThatIsMissingOrInUseIsRefused() async throws {
        let folder = try TemporaryFolder()
        let missing = await thao("ground", "check", "--data", folder("nowhere"))
        #expect(missing.code == 66)
        #expect(!FileManager.default.fileExists(atPath: folder("nowhere")))
        let ground = try Ground(folder: folder("data"))
        let used = await thao("ground", "check", "--data", folder("data"))
        #expect(used.code == 66)
        await ground.close()
        #expect(await thao("ground", "check", "--data", folder("data")).output == "no exercise\n")
        #expect(await thao("ground", "check", "--data", folder("data"), "--exercise", "k7m2xq9pzt").code == 66)
    }
}
