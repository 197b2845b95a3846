import Foundation
import Testing

@testable import Ground

/// Prints what things cost: `THAO_MEASURE=1 swift test --filter Measurements`. Checks nothing, since machines differ.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["THAO_MEASURE"] != nil), .serialized)
struct Measurements {
    private func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Does something `count` times and prints wall and processor time of each.
    private func measure(_ name: String, count: Int, _ body: () async throws -> Void) async throws {
        let (start, processor) = (ContinuousClock.now, processorSeconds())
        try await body()
        let wall = (ContinuousClock.now - start) / .microseconds(1)
        let cost = (processorSeconds() - processor) * 1e6
        let (each, costOfEach) = (wall / Double(count), cost / Double(count))
        print("\(name): \(count) times, \(each.rounded()) µs wall and \(costOfEach.rounded()) µs processor each")
    }

    @Test(arguments: [1, 8, 64, 250, 1_000])
    func journal(writers: Int) async throws {
        let test = try TestGround()
        let (_, teams) = try await test.ground.makeExercise(teams: writers)
        let rounds = max(20_000 / writers / (writers < 8 ? 10 : 1), 20)
        let json =
            #"{"number":1,"time":600000,"author":{"seat":17},"input":{"kind":"action","action":"isolate","host":12}}"#
        try await measure("journal, \(writers) writers that wait", count: rounds * writers) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for team in teams {
                    group.addTask {
                        for number in 1...rounds {
                            try await test.ground.journal.append([.sample(team, number, json: json)])
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        let statistics = test.ground.journal.statistics
        print("    \(statistics.lines) lines in \(statistics.transactions) transactions")
    }

    @Test func reopening() async throws {
        let test = try TestGround()
        let (_, teams) = try await test.ground.makeExercise()
        let json = String(repeating: "x", count: 200)
        for start in stride(from: 1, to: 200_000, by: 1_000) {
            try await test.ground.journal.append((start..<start + 1_000).map { .sample(teams[0], $0, json: json) })
        }
        try await measure("reading lines", count: 200_000) {
            for try await _ in test.ground.lines(team: teams[0].id) {}
        }
        try await measure("backup of \(test.ground.size() >> 20) MiB", count: 1) {
            try await test.ground.backup(to: test.folder + "/copy.sqlite")
        }
        await test.ground.close()
        try await measure("opening with 200,000 lines", count: 1) { await (try test.reopened()).close() }
    }

    @Test func people() async throws {
        let test = try TestGround(cost: .standard)
        let (exercise, teams) = try await test.ground.makeExercise()
        let account = try await test.ground.makeAccount("an.nguyen")
        _ = try await test.ground.takeSeat(team: teams[0].id, account: account.id, by: .tester)
        var token = ""
        try await measure("signing in", count: 20) {
            for _ in 0..<20 {
                token = try await test.ground.signIn(
                    login: "an.nguyen", password: "mật khẩu dài", address: "192.0.2.7", agent: ""
                ).token
            }
        }
        try await measure("access by session", count: 20_000) {
            for _ in 0..<20_000 { _ = try await test.ground.access(session: token) }
        }
        try await measure("seat", count: 5_000) {
            for _ in 0..<5_000 { _ = try await test.ground.seat(exercise: exercise.id, account: account.id) }
        }
        try await measure("noting an activity", count: 20_000) {
            for _ in 0..<20_000 {
                try test.ground.activity.note(
                    Activity(
                        exercise: exercise.id, team: teams[0].id, account: account.id, time: 0, kind: "search",
                        text: "event:logon AND user:an"))
            }
            try await test.ground.activity.flush()
        }
    }
}
