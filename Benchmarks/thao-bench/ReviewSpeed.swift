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
        say("| futures go on to | decisions | futures a side | 1 worker | 2 workers | equal |")
        say("|---|---|---|---|---|---|")
        for horizon in [exercise, program.duration] {
            settings.horizon = horizon
            let (first, alone) = try await timed(reviewed, settings, workers: 1)
            let (second, both) = try await timed(reviewed, settings, workers: 2)
            say(
                "| \(horizon / 3_600_000) h | \(first.decisions.count) | \(settings.futures) | \(alone) ms | \(both) ms | "
                    + "\(first == second ? "yes" : "NO") |")
        }
        let start = ContinuousClock.now
        let missed = try await reviewed.missedMoments(settings, workers: 2)
        say(
            "moments: \(missed.points.count) searched, \(missed.moments.count) kept, \(settings.momentFutures) futures a "
                + "side, 2 workers: \(milliseconds(since: start)) ms")
    }

    private static func timed(
        _ reviewed: ReviewedRun, _ settings: ReviewSettings, workers: Int
    ) async throws -> (DecisionReview, Int64) {
        let start = ContinuousClock.now
        let review = try await reviewed.decisions(settings, workers: workers)
        return (review, milliseconds(since: start))
    }

    private static func milliseconds(since start: ContinuousClock.Instant) -> Int64 {
        Int64((ContinuousClock.now - start) / .milliseconds(1))
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
