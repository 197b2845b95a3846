import Kernel
import NetworkWorld
import Scenario
import TestSupport
import Testing

/// A playbook that comes to a run under way.
struct TakeOverTests {
    private let program: Program
    private let defended: Program
    private let pc: Int32

    init() throws {
        program = try Program(scenario: SmallOffice.scenario, catalogue: SmallOffice.catalogue)
        defended = try program.with(playbook: .standard)
        pc = try #require(program.host(named: "pc-001"))
    }

    /// A run in which people asked for something about a host that red has.
    private func run(
        actions: [(minute: Int64, action: String, host: String)], alert: UInt8? = nil, until minute: Int64
    ) throws -> Run<NetworkWorld> {
        var log = EventLog<Event>(open: false)
        var run = Run<NetworkWorld>(program, seeds: Seeds(3))
        run.submit(.grantFoothold(host: pc), log: &log)
        if let alert { run.submit(.externalAlert(host: pc, account: -1, severity: alert), log: &log) }
        for (minute, action, name) in actions {
            run.advance(to: .minutes(minute), log: &log)
            run.submit(
                .action(
                    seat: 0, action: action, host: program.host(named: name) ?? -1,
                    account: program.account(named: name) ?? -1, network: 1), log: &log)
        }
        run.advance(to: .minutes(minute), log: &log)
        return run
    }

    private func asked(_ before: Run<NetworkWorld>, _ after: Run<NetworkWorld>) -> [String] {
        after.state.work.dropFirst(before.state.work.count).map { item in
            program.catalogue.actions[Int(item.action)].id
        }
    }

    private func takenOver(_ run: Run<NetworkWorld>, by program: Program? = nil) throws -> Run<NetworkWorld> {
        var log = EventLog<Event>(open: false)
        var fork = try run.fork(under: program ?? defended)
        fork.takeOver(log: &log)
        return fork
    }

    @Test func aForkGoesOnUnderAnotherProgramFromTheSameState() throws {
        let run = try run(actions: [], until: 30)
        let fork = try run.fork(under: defended)
        #expect(fork.stateHash == run.stateHash)
        #expect(fork.program === defended)
        var log = EventLog<Event>(open: true)
        var same = try run.fork(under: program)
        var straight = run
        same.advance(to: program.duration, log: &log)
        let events = log.drain()
        straight.advance(to: program.duration, log: &log)
        #expect(same.stateHash == straight.stateHash)
        #expect(log.drain() == events)
    }

    @Test func aProgramOfAnotherGroundIsRefused() throws {
        var scenario = SmallOffice.scenario
        scenario.simulation?.hosts[0].count = 21
        let other = try Program(scenario: scenario, catalogue: SmallOffice.catalogue)
        var options = RunOptions()
        options.seats = 2
        let seats = try Program(scenario: SmallOffice.scenario, catalogue: SmallOffice.catalogue, options: options)
        options.seats = 1
        options.measures = ["patching"]
        let measured = try Program(scenario: SmallOffice.scenario, catalogue: SmallOffice.catalogue, options: options)
        let run = try run(actions: [], until: 1)
        #expect(throws: ProgramError.self) { try run.fork(under: other) }
        #expect(throws: ProgramError.self) { try run.fork(under: seats) }
        #expect(throws: Never.self) { try run.fork(under: measured) }
    }

    @Test func aCompromiseThatPeopleFoundIsAnswered() throws {
        let before = try run(actions: [(1, "triage-host", "pc-001")], until: 30)
        #expect(before.state.seats[0].host(pc).assessment == .compromised)
        let after = try takenOver(before)
        let actions = asked(before, after)
        #expect(actions.contains("isolate-host") && actions.contains("network-review"))
        var log = EventLog<Event>(open: true)
        var run = after
        run.advance(to: .hours(3), log: &log)
        #expect(log.events.contains { $0.kind == .hostIsolated && $0.target == pc })
        #expect(log.events.contains { $0.kind == .hostRestored && $0.target == pc })
    }

    @Test func whatIsInWorkIsNotAskedForAgain() throws {
        let before = try run(actions: [(1, "triage-host", "pc-001"), (29, "isolate-host", "pc-001")], until: 30)
        #expect(!asked(before, try takenOver(before)).contains("isolate-host"))
    }

    @Test func alertsThatNobodyLookedIntoAreHeard() throws {
        let unheard = try run(actions: [], alert: 2, until: 5)
        #expect(asked(unheard, try takenOver(unheard)).contains("triage-host"))
        let weak = try run(actions: [], alert: 0, until: 5)
        #expect(asked(weak, try takenOver(weak)).first == "process-list")
        // An hour later somebody found nothing on a host that an alert had named; that is heard no more.
        var log = EventLog<Event>(open: false)
        var run = Run<NetworkWorld>(program, seeds: Seeds(3))
        run.submit(.externalAlert(host: pc + 5, account: -1, severity: 2), log: &log)
        run.submit(.action(seat: 0, action: "triage-host", host: pc + 5, account: -1, network: -1), log: &log)
        run.advance(to: .minutes(30), log: &log)
        #expect(run.state.seats[0].host(pc + 5).assessment == .clean)
        #expect(!asked(run, try takenOver(run)).contains("triage-host"))
    }

    @Test func whatIsCutOffIsSetUpAnewOrReleased() throws {
        let unknown = try run(actions: [(1, "isolate-host", "pc-009")], until: 30)
        #expect(asked(unknown, try takenOver(unknown)) == ["restore-host"])
        let clean = try run(actions: [(1, "isolate-host", "pc-009"), (15, "triage-host", "pc-009")], until: 40)
        #expect(asked(clean, try takenOver(clean)) == ["release-host"])
    }

    /// No playbook phones anybody, so without a take-over it would not hear what the call brought.
    @Test func theCallOfSomebodyElseIsHeard() throws {
        let before = try run(actions: [(1, "phone-user", "clerks-001")], until: 2)
        var after = try takenOver(before)
        after.advance(to: .minutes(40))
        #expect(asked(before, after).contains("isolate-host"))
    }

    @Test func everyPlaybookTakesOver() throws {
        let before = try run(actions: [(1, "process-list", "pc-003")], alert: 1, until: 30)
        let nobody = try takenOver(before, by: program)
        #expect(asked(before, nobody) == [])
        let hasty = try takenOver(before, by: program.with(playbook: .isolateOnAlert))
        #expect(asked(before, hasty) == ["isolate-host"])
        #expect(hasty.state.work.last?.host == pc)
    }

    @Test func aQuietSeatAsksForNothing() throws {
        let before = Run<NetworkWorld>(program, seeds: Seeds(3))
        #expect(asked(before, try takenOver(before)) == [])
    }

    @Test(arguments: 1...20)
    func takingOverIsDeterministicAndKeepsTheOrigin(seed: UInt64) throws {
        var run = Run<NetworkWorld>(program, seeds: Seeds(seed))
        run.advance(to: .hours(3))
        let hash = run.stateHash
        var first = try takenOver(run), second = try takenOver(run)
        first.advance(to: program.duration)
        second.advance(to: .hours(5))
        second.advance(to: program.duration)
        #expect(first.stateHash == second.stateHash)
        #expect(run.stateHash == hash)
    }
}
