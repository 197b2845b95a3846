import Foundation
import Ground
import Kernel
import Synchronization

/// A ground in a folder of its own that goes with it, and a clock that only the test moves.
final class TestGround: Sendable {
    let folder: String
    let clock: ManualClock
    let ground: Ground

    init(cost: PasswordCost = .cheap) throws {
        folder = NSTemporaryDirectory() + "thao-ground-" + UUID().uuidString
        clock = ManualClock()
        ground = try Ground(folder: folder, options: Self.options(clock, cost: cost))
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Opens the folder once more; the one that is open has to be closed.
    func reopened(cost: PasswordCost = .cheap) throws -> Ground {
        try Ground(folder: folder, options: Self.options(clock, cost: cost))
    }

    static func options(_ clock: ManualClock, cost: PasswordCost = .cheap) -> GroundOptions {
        var options = GroundOptions(now: { clock.time })
        options.passwordCost = cost
        return options
    }
}

/// A wall clock that stands still until it is told otherwise.
final class ManualClock: Sendable {
    private let milliseconds = Mutex<Int64>(1_800_000_000_000)

    var time: Int64 { milliseconds.withLock { $0 } }

    func advance(hours: Int64 = 0, seconds: Int64 = 0) {
        milliseconds.withLock { $0 += (hours * 3_600 + seconds) * 1_000 }
    }
}

extension PasswordCost {
    /// So cheap that tests do not wait.
    static let cheap = PasswordCost(logRounds: 4, blockSize: 1, parallelism: 1)
}

extension Requester {
    /// Somebody at an address that documentation may use.
    static let tester = Requester(account: nil, address: "192.0.2.7")
}

extension NewAccount {
    /// A person with a login name.
    static func person(_ login: String, password: String = "mật khẩu dài") -> NewAccount {
        NewAccount(login: login, displayName: "Người \(login)", password: password)
    }
}

extension Ground {
    /// An organisation with an account of a role in it.
    func makeAccount(_ login: String, role: Role = .participant) async throws -> Account {
        let home: Int64
        if let first = try await organisations().first {
            home = first.id
        } else {
            home = try await createOrganisation(name: "Trường Biển Xanh", by: .tester).id
        }
        return try await createAccount(.person(login), role: role, organisation: home, by: .tester)
    }

    /// An exercise with so many teams.
    func makeExercise(teams count: Int = 1) async throws -> (StoredExercise, [Team]) {
        let home: Int64
        if let first = try await organisations().first {
            home = first.id
        } else {
            home = try await createOrganisation(name: "Trường Biển Xanh", by: .tester).id
        }
        let exercise = try await createExercise(.sample(organisation: home), by: .tester)
        var teams: [Team] = []
        for number in 1...max(count, 1) where count > 0 {
            teams.append(try await createTeam(exercise: exercise.id, name: "Đội \(number)", by: .tester))
        }
        return (exercise, teams)
    }
}

extension NewExercise {
    static func sample(name: String = "Buổi sáng", organisation: Int64, card: String = "cards") -> NewExercise {
        NewExercise(
            name: name, scenario: "small",
            content: ExerciseContent(
                scenario: EmbeddedText(name: "small.yaml", text: "name: small\n"),
                catalogue: [
                    EmbeddedText(name: "techniques/a.yaml", text: card),
                    EmbeddedText(name: "actions.yaml", text: "actions: {}\n"),
                ]),
            settings: #"{"pace":{"factor":10}}"#, organisation: organisation)
    }
}

extension JournalLine {
    static func sample(_ team: Team, _ number: Int, time: Int64 = 0, json: String? = nil) -> JournalLine {
        JournalLine(
            exercise: team.exercise, team: team.id, number: number, time: time, account: 1,
            json: json ?? #"{"number":\#(number)}"#)
    }
}

/// The code of the refusal that a body ends with; nil where it goes through.
func refusal(_ body: () async throws -> Void) async -> GroundError.Code? {
    do {
        try await body()
        return nil
    } catch {
        return (error as? GroundError)?.code
    }
}
