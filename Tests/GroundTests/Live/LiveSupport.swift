import Exercise
import Foundation
import Ground
import Kernel
import Logging
import Synchronization

/// A machine's clock that a test moves.
final class TestClock: Sendable {
    private let time = Mutex<Milliseconds>(0)

    var now: Milliseconds { time.withLock { $0 } }

    func pass(_ milliseconds: Milliseconds) { time.withLock { $0 += milliseconds } }
}

/// A folder of a test's own, a ground in it, and exercises over that.
struct LivePlace {
    let folder: String
    let ground: Ground
    let clock: TestClock
    let live: LiveExercises

    /// - Parameter logMemory: after so many bytes no more records are made; by default, after the first few thousand.
    init(folder: String? = nil, clock: TestClock = TestClock(), logMemory: Int = 1) throws {
        let folder = folder ?? NSTemporaryDirectory() + "thao-live-" + UUID().uuidString
        self.folder = folder
        self.clock = clock
        ground = try Ground(folder: folder)
        live = LiveExercises(
            environment: LiveEnvironment(
                ground: ground, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, searchThreads: 1,
                logMemory: logMemory, machineTime: { clock.now }),
            shelf: try ScenarioShelf())
    }

    /// An exercise from a shipped scenario with so many teams, as a draft.
    func exercise(teams: Int = 1, _ change: (inout ExerciseSettings) -> Void = { _ in }) async throws -> LiveExercise {
        var settings = ExerciseSettings()
        settings.seed = 7
        settings.pace = .factor(60)
        settings.historyDays = 0
        change(&settings)
        let organisation = try await ground.createOrganisation(name: UUID().uuidString, by: .system)
        guard let entry = live.shelf["egov"] else { throw GroundError(.notFound, "egov is not there") }
        let exercise = try await live.create(
            name: "Lam Giang", scenario: entry.name, content: entry.content, settings: settings,
            organisation: organisation.id, by: .system)
        for number in 0..<teams {
            let team = try await ground.createTeam(
                exercise: exercise.id, name: "Team \(number + 1)", track: .human, by: .system)
            try await exercise.add(team)
        }
        return exercise
    }

    /// Ends the server's part, as a crash would leave it where `gracefully` is false.
    func end(gracefully: Bool = false) async {
        if gracefully { await live.stop() }
        await ground.close()
    }
}
