import Foundation
import Synchronization
import Testing

@testable import Ground

/// What was acknowledged survives the end of the process, at whatever moment it comes.
struct KilledProcessTests {
    /// Where the process that gets killed works and notes what was acknowledged.
    private static let variable = "THAO_KILLED_FOLDER"

    @Test(arguments: 1...3)
    func acknowledgedLinesSurviveAKill(round: Int) async throws {
        let folder = NSTemporaryDirectory() + "thao-killed-" + UUID().uuidString
        setenv(Self.variable, folder, 1)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        await #expect(processExitsWith: .signal(SIGKILL)) { try await KilledProcessTests.workUntilKilled() }
        let text = try String(contentsOfFile: folder + "/acknowledged", encoding: .utf8)
        let acknowledged = text.split(separator: "\n").map { $0.split(separator: " ").compactMap { Int64($0) } }
        #expect(acknowledged.count >= 300)
        let ground = try Ground(folder: folder, options: TestGround.options(ManualClock()))
        let exercise = try #require(try await ground.exercises().first)
        var last: [Int64: Int] = [:]
        for team in try await ground.teams(exercise: exercise.id) {
            var next = 1
            for try await kept in ground.lines(team: team.id) {
                #expect(kept.line.number == next)
                next += 1
            }
            last[team.id] = next - 1
        }
        for entry in acknowledged { #expect(last[entry[0]] ?? 0 >= Int(entry[1])) }
        let latest = acknowledged.map { $0[1] }.max() ?? 0
        #expect(try await ground.exercise(exercise.id).time >= latest * 1_000)
        await ground.close()
    }

    /// Eight teams append as fast as they can.
    private static func workUntilKilled() async throws {
        let folder = try #require(ProcessInfo.processInfo.environment[variable])
        let ground = try Ground(folder: folder, options: TestGround.options(ManualClock()))
        let (_, teams) = try await ground.makeExercise(teams: 8)
        let notes = Notes(path: folder + "/acknowledged")
        await withTaskGroup(of: Void.self) { group in
            for team in teams {
                group.addTask {
                    for number in 1... {
                        let line = JournalLine.sample(team, number, time: Int64(number) * 1_000)
                        guard await refusal({ try await ground.journal.append([line]) }) == nil else { return }
                        notes.add("\(team.id) \(number)\n")
                    }
                }
            }
        }
    }

    /// Notes what was acknowledged, straight to a file; some time after the three hundredth note it kills the process.
    private final class Notes: Sendable {
        private let file: Int32
        private let count = Mutex(0)

        init(path: String) { file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600) }

        func add(_ text: String) {
            let bytes = Array(text.utf8)
            _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            let isEnough = count.withLock { count in
                count += 1
                return count == 300
            }
            guard isEnough else { return }
            Thread.detachNewThread {
                usleep(UInt32.random(in: 0..<20_000))
                kill(getpid(), SIGKILL)
            }
        }
    }
}
