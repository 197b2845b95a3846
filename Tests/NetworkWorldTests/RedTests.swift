import Kernel
import NetworkWorld
import Scenario
import TestSupport
import Testing

struct RedTests {
    private func program(
        options: RunOptions = RunOptions(), _ change: (inout Simulation) -> Void = { _ in }
    ) throws -> Program {
        var scenario = SmallOffice.scenario
        if var simulation = scenario.simulation {
            change(&simulation)
            scenario.simulation = simulation
        }
        return try Program(scenario: scenario, catalogue: SmallOffice.catalogue, options: options)
    }

    private func events(_ program: Program, seed: UInt64) -> [Event] {
        var log = EventLog<Event>(open: true)
        var run = Run<NetworkWorld>(program, seeds: Seeds(seed))
        run.advance(to: program.duration, log: &log)
        return log.drain()
    }

    private func outcome(_ program: Program, seed: UInt64) -> Outcome {
        var run = Run<NetworkWorld>(program, seeds: Seeds(seed))
        run.advance(to: program.duration)
        return NetworkWorld.outcome(of: run)
    }

    @Test func anAttackOftenReachesItsGoalAndOftenDoesNot() throws {
        let program = try program()
        let reached = (1...200).count { outcome(program, seed: UInt64($0)).goalReached }
        #expect((20...190).contains(reached), "\(reached) of 200")
    }

    @Test func whatItTakesIsPaidFor() throws {
        let program = try program()
        for seed in 1...60 {
            let outcome = outcome(program, seed: UInt64(seed))
            #expect(outcome.recordLoss == outcome.recordsStolen * 50_000)
            #expect(outcome.goalReached == (outcome.recordsStolen > 0), "seed \(seed)")
            #expect(outcome.recordsStolen <= 1000)
        }
    }

    @Test func withoutTheDatabaseNoPathIsLeft() throws {
        var options = RunOptions()
        options.withoutHosts = ["database"]
        let program = try program(options: options)
        for seed in 1...30 {
            let outcome = outcome(program, seed: UInt64(seed))
            #expect(outcome.noPathLeft && !outcome.goalReached && outcome.attackSteps == 0)
        }
    }

    @Test func withoutADoorNoPathIsLeft() throws {
        let program = try program { simulation in
            simulation.firewall = []
            simulation.accounts[0].mail = false
        }
        #expect(outcome(program, seed: 1).noPathLeft)
    }

    @Test func takingOneHostOutTwiceIsTakingItOutOnce() throws {
        var options = RunOptions()
        options.withoutHosts = [String](repeating: "pc-001", count: 20)
        let program = try program(options: options)
        let reached = (1...200).count { outcome(program, seed: UInt64($0)).goalReached }
        #expect(reached > 0)
    }

    @Test func withoutItsControllerADomainHasNone() throws {
        var options = RunOptions()
        options.withoutHosts = ["dc"]
        #expect(try program(options: options).domainController == -1)
        #expect(try program().domainController >= 0)
    }

    @Test func theSecondAssetOfAHostCanBeTaken() throws {
        let program = try program { simulation in
            var papers = DataAsset(name: "papers", host: "database")
            papers.records = 10
            simulation.assets.append(papers)
            simulation.adversaries[0].target = "papers"
        }
        #expect((1...100).contains { outcome(program, seed: UInt64($0)).recordsStolen > 0 })
    }

    @Test func colleaguesAtOneWorkstationAreWrittenToApart() throws {
        // Every clerk shares one computer: what was tried on one says nothing about the others.
        let program = try program { simulation in
            simulation.hosts[0].count = 1
            simulation.firewall.removeLast()
        }
        let accounts = (1...40).flatMap { seed in
            events(program, seed: UInt64(seed)).filter { $0.kind == .attackStep && $0.source < 0 }.map(\.account)
        }
        #expect(Set(accounts).count > 10)
        let most =
            (1...40).map { seed in
                events(program, seed: UInt64(seed)).count { $0.kind == .attackStep && $0.source < 0 }
            }.max() ?? 0
        #expect(most > 3, "more than three letters to one workstation")
    }

    @Test func noPathIsNeverSaidWhereOneIsFound() throws {
        // The closure may hope too much, never too little: whoever reached the goal had a path at the start.
        let program = try program()
        for seed in 1...300 {
            let outcome = outcome(program, seed: UInt64(seed))
            #expect(!(outcome.goalReached && outcome.noPathLeft), "seed \(seed)")
        }
    }

    @Test func stepsStartFromFootholdsOnly() throws {
        let program = try program()
        for seed in 1...40 {
            var held: Set<Int32> = []
            for event in events(program, seed: UInt64(seed)) {
                switch event.kind {
                case .footholdGained: held.insert(event.target)
                case .footholdLost: held.remove(event.target)
                case .attackStep where event.source >= 0: #expect(held.contains(event.source), "seed \(seed)")
                default: break
                }
            }
        }
    }

    @Test func aHostMoreLeavesUnrelatedDrawsAlone() throws {
        // The habit keeps to the workstations: one that goes anywhere is related to every host.
        let plain = try program { $0.administration[0].on = ["pc"] }
        let wider = try program { simulation in
            simulation.administration[0].on = ["pc"]
            // A printer room that nobody reaches and nothing happens in, listed first so that every index moves.
            var printers = HostGroup(name: "printers", network: "cellar", os: .appliance, role: .printer)
            printers.count = 3
            simulation.networks.insert(
                Network(name: "cellar", baseAddress: 0x0A00_0900, prefixLength: 24, zone: .office), at: 0)
            simulation.hosts.insert(printers, at: 0)
            simulation.sensors[0].covers = ["office", "servers"]
            simulation.sensors[1].covers = ["office", "servers"]
            var other = Adversary(name: "another", goal: .encrypt)
            other.tempoMilliseconds = UncertainNumber(60_000)
            simulation.adversaries.append(other)
        }
        for seed in 1...20 {
            let first = events(plain, seed: UInt64(seed)).map { named($0, plain) }
            let second = events(wider, seed: UInt64(seed)).map { named($0, wider) }
            #expect(first == second, "seed \(seed)")
        }
    }

    private func named(_ event: Event, _ program: Program) -> String {
        let source = event.source >= 0 ? program.hostName(event.source) : ""
        let target = event.target >= 0 ? program.hostName(event.target) : ""
        return "\(event.time) \(event.kind) \(event.success) \(event.card) \(source) \(target) \(event.account)"
    }

    @Test func measuresInForceOnlyHelp() throws {
        var options = RunOptions()
        options.measures = ["patching", "mail-filter"]
        let plain = try program()
        let measured = try program(options: options)
        let before = (1...200).count { outcome(plain, seed: UInt64($0)).goalReached }
        let after = (1...200).count { outcome(measured, seed: UInt64($0)).goalReached }
        #expect(after < before, "\(before) before, \(after) after")
    }

    @Test func unknownNamesAreRefusedWithWhatThereIs() throws {
        var options = RunOptions()
        options.measures = ["patchng"]
        #expect(throws: ProgramError.self) { try program(options: options) }
        options = RunOptions()
        options.adversary = "nobody"
        #expect(throws: ProgramError.self) { try program(options: options) }
        options = RunOptions()
        options.withoutHosts = ["pc-21"]
        #expect(throws: ProgramError.self) { try program(options: options) }
    }
}
