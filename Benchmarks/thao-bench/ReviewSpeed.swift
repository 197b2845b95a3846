import Exercise
import Foundation
import Kernel
import NetworkWorld
import Scenario

/// Times the review of an exercise: `thao-bench review [SCENARIO] [FUTURES]`.
enum ReviewSpeed {
    static let usage = "review [SCENARIO] [FUTURES]"

    /// Twenty decisions in the first two hours.
    private static let decisionCount = 20
    private static let exercise = Milliseconds.hours(2)

    static func run(_ arguments: [String]) async throws {
        let program = try Loaded(arguments.first ?? "egov").program()
        var settings = ReviewSettings()
        if let futures = arguments.dropFirst().first.flatMap({ Int($0) }) { settings.futures = futures }
        let reviewed = try exercise(program)
        say("| futures go on to | decisions | futures a side | 1 worker: wall, CPU | 2 workers: wall, CPU | equal |")
        say("|---|---|---|---|---|---|")
        for horizon in [exercise, program.duration] {
            settings.horizon = horizon
            let (first, alone) = try await timed { try await reviewed.decisions(settings, workers: 1) }
            let (second, both) = try await timed { try await reviewed.decisions(settings, workers: 2) }
            say(
                "| \(horizon / 3_600_000) h | \(first.decisions.count) | \(settings.futures) | \(alone) | \(both) | "
                    + "\(first == second ? "yes" : "NO") |")
        }
        let (missed, time) = try await timed { try await reviewed.missedMoments(settings, workers: 2) }
        say(
            "moments: \(missed.points.count) searched, \(missed.moments.count) kept, \(settings.momentFutures) futures a "
                + "side, 2 workers: \(time)")
    }

    /// What `body` gives, with the wall clock's time and this process's processor time: the latter says what the work costs
    /// where others use the machine too.
    private static func timed<Result>(_ body: () async throws -> Result) async rethrows -> (Result, String) {
        let start = (ContinuousClock.now, processorSeconds())
        let result = try await body()
        let wall = (ContinuousClock.now - start.0) / .seconds(1)
        return (result, String(format: "%.2f s, %.2f s", wall, processorSeconds() - start.1))
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }

    /// A run with a foothold at the start, in which the team asks for something every six minutes: what the playbook would
    /// do and what it would not.
    private static func exercise(_ program: Program) throws -> ReviewedRun {
        var closed = EventLog<Event>(open: false)
        var run = Run<NetworkWorld>(program, seeds: Seeds(7))
        let workstations = program.groupOfHost.indices.filter {
            program.hostGroups[Int(program.groupOfHost[$0])].role == .workstation
        }
        run.submit(.grantFoothold(host: Int32(workstations[0])), log: &closed)
        let actions = ["triage-host", "account-review", "isolate-host", "network-review", "process-list"]
        var taken = 0
        while taken < decisionCount {
            run.advance(to: exercise * Int64(taken + 1) / Int64(decisionCount + 1))
            let host = Int32(workstations[taken % 7])
            run.submit(
                .action(
                    seat: 0, action: actions[taken % actions.count], host: host, account: program.ownerOf(host),
                    network: Int32(1 + taken % 3)), log: &closed)
            taken += 1
        }
        return try ReviewedRun(program: program, seeds: Seeds(7), entries: run.entries, end: exercise)
    }
}
