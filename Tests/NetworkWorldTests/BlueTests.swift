import Kernel
import NetworkWorld
import Scenario
import TestSupport
import Testing

struct BlueTests {
    private let program: Program

    init() throws { program = try Program(scenario: SmallOffice.scenario, catalogue: SmallOffice.catalogue) }

    /// A run with a foothold of red's on a host, and what happens when a seat asks for something.
    private func run(
        foothold: String, actions: [(minute: Int64, action: String, host: String)], until: Milliseconds = .hours(2)
    ) throws -> (run: Run<NetworkWorld>, events: [Event]) {
        var log = EventLog<Event>(open: true)
        var run = Run<NetworkWorld>(program, seeds: Seeds(3))
        run.submit(.grantFoothold(host: try #require(program.host(named: foothold))), log: &log)
        for (minute, action, name) in actions {
            run.advance(to: .minutes(minute), log: &log)
            let host = program.host(named: name) ?? -1
            let account = program.account(named: name) ?? -1
            run.submit(.action(seat: 0, action: action, host: host, account: account, network: 1), log: &log)
        }
        run.advance(to: until, log: &log)
        return (run, log.drain())
    }

    @Test func isolationEndsAFootholdAndTakesTime() throws {
        let (run, events) = try run(foothold: "pc-001", actions: [(1, "isolate-host", "pc-001")], until: .minutes(30))
        let host = try #require(program.host(named: "pc-001"))
        let started = try #require(events.first { $0.kind == .actionStarted })
        let isolated = try #require(events.first { $0.kind == .hostIsolated })
        #expect(isolated.time - started.time == 600_000)
        #expect(events.contains { $0.kind == .footholdLost && $0.target == host })
        #expect(run.state.host(host).access == 0)
        #expect(!run.state.red.footholds.contains(host))
        #expect(NetworkWorld.outcome(of: run).staffMinutes == 10)
    }

    @Test func aServerNeedsApprovalAndItsServiceGoesDown() throws {
        let (run, events) = try run(foothold: "pc-001", actions: [(1, "isolate-host", "database")], until: .hours(3))
        let started = try #require(events.first { $0.kind == .actionStarted })
        #expect(started.time > .minutes(5))
        #expect(events.contains { $0.kind == .serviceDown && $0.success })
        let outcome = NetworkWorld.outcome(of: run)
        #expect(outcome.falseIsolations == 1)
        #expect(outcome.serviceLostByDefence[0] > 0)
        #expect(outcome.serviceLoss == outcome.serviceLost[0] / 1000 * 100_000 / 60)
    }

    @Test func triageFindsWhatIsThereAndOnlyThat() throws {
        let (run, events) = try run(
            foothold: "pc-001", actions: [(1, "triage-host", "pc-001"), (1, "triage-host", "pc-009")],
            until: .minutes(40))
        let findings = events.filter { $0.kind == .finding }
        let infected = try #require(program.host(named: "pc-001"))
        let healthy = try #require(program.host(named: "pc-009"))
        #expect(findings.contains { $0.target == infected && $0.detail == Finding.compromised.rawValue })
        #expect(findings.contains { $0.target == healthy && $0.detail == Finding.clean.rawValue })
        #expect(run.state.seats[0].host(infected).assessment == .compromised)
        #expect(run.state.seats[0].host(healthy).assessment == .clean)
        #expect(run.state.seats[0].addressKnown)
    }

    @Test func staffIsLimited() throws {
        let actions = (1...8).map { (minute: Int64(1), action: "triage-host", host: "pc-00\($0)") }
        let (_, events) = try run(foothold: "pc-020", actions: actions, until: .minutes(12))
        #expect(events.count { $0.kind == .actionStarted } == 4)  // Two analysts, ten minutes each, eleven minutes.
    }

    @Test(arguments: [
        ("isolate-host", "", ActionRefusal.wrongTarget), ("no-such-action", "pc-001", .unknown),
        ("release-host", "pc-001", .alreadySo), ("reset-credential", "pc-001", .wrongTarget),
    ])
    func whatCannotBeDoneIsRefused(action: String, host: String, reason: ActionRefusal) throws {
        let (_, events) = try run(foothold: "pc-002", actions: [(1, action, host)], until: .minutes(5))
        let refused = try #require(events.first { $0.kind == .actionRefused })
        #expect(refused.detail == reason.rawValue)
    }

    @Test func everyActionCanBeCarriedOutOnEveryTarget() throws {
        for action in program.catalogue.actions {
            for name in ["pc-001", "database", "dc", "clerks-001", "admins-002", ""] {
                let (_, events) = try run(foothold: "pc-001", actions: [(1, action.id, name)])
                #expect(
                    events.contains { $0.kind == .actionFinished || $0.kind == .actionRefused }, "\(action.id) \(name)")
            }
        }
    }

    @Test func eachSeatKnowsWhatItAskedFor() throws {
        var options = RunOptions()
        options.seats = 2
        let program = try Program(scenario: SmallOffice.scenario, catalogue: SmallOffice.catalogue, options: options)
        var log = EventLog<Event>(open: false)
        var run = Run<NetworkWorld>(program, seeds: Seeds(3))
        let host = try #require(program.host(named: "pc-001"))
        run.submit(.grantFoothold(host: host), log: &log)
        run.submit(.action(seat: 1, action: "triage-host", host: host, account: -1, network: -1), log: &log)
        run.submit(.externalAlert(host: host, account: -1, severity: 1), log: &log)
        run.advance(to: .minutes(30), log: &log)
        #expect(run.state.seats[1].host(host).assessment == .compromised)
        #expect(run.state.seats[0].host(host).assessment == .suspect)
        #expect(run.state.seats.allSatisfy { !$0.alerts.isEmpty })
    }

    @Test func twoArmsDifferOnlyByWhatTheInputTouched() throws {
        let far = try #require(program.host(named: "pc-019"))
        var log = EventLog<Event>(open: true)
        var trunk = Run<NetworkWorld>(program, seeds: Seeds(11))
        trunk.advance(to: .hours(1))
        var arm = trunk.fork()
        arm.submit(.action(seat: 0, action: "triage-host", host: far, account: -1, network: -1), log: &log)
        _ = log.drain()
        trunk.advance(to: program.duration, log: &log)
        let plain = log.drain()
        arm.advance(to: program.duration, log: &log)
        // Looking at a healthy host changes nothing but its own reports.
        let own: Set<Event.Kind> = [.actionStarted, .actionFinished, .finding]
        #expect(log.drain().filter { !own.contains($0.kind) } == plain)
    }
}
