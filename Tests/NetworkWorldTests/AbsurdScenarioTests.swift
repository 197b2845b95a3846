import Kernel
import NetworkWorld
import Scenario
import TestSupport
import Testing

/// A scenario that validates may still be absurd; it must run, and end.
struct AbsurdScenarioTests {
    private func run(
        _ change: (inout Simulation) -> Void, catalogue: Catalogue = SmallOffice.catalogue
    ) throws -> (outcome: Outcome, events: Int) {
        var scenario = SmallOffice.scenario
        if var simulation = scenario.simulation {
            change(&simulation)
            scenario.simulation = simulation
        }
        let program = try Program(scenario: scenario, catalogue: catalogue)
        var log = EventLog<Event>(open: true)
        var run = Run<NetworkWorld>(program, seeds: Seeds(2))
        run.advance(to: program.duration, log: &log)
        return (NetworkWorld.outcome(of: run), log.events.count)
    }

    @Test func anAdversaryWithoutRestDoesNotActForEver() throws {
        let result = try run { $0.adversaries[0].tempoMilliseconds = UncertainNumber(0) }
        #expect(result.outcome.attackSteps < 30_000)
    }

    @Test func alarmsAndHabitsWithoutEndAreBounded() throws {
        var catalogue = SmallOffice.catalogue
        catalogue.analytics[0].falseAlarmsPerDayThousandths = 1_000_000_000_000
        let result = try run({ $0.administration[0].perDayThousandths = 1_000_000_000_000 }, catalogue: catalogue)
        #expect(result.events < 40_000)
    }

    @Test func pricesBeyondMeasureStayAtTheLargest() throws {
        for seed in 1...20 {
            var scenario = SmallOffice.scenario
            scenario.simulation?.assets[0].records = 1_000_000_000_000
            scenario.simulation?.assets[0].lossPerRecord = UncertainNumber(1_000_000_000_000_000)
            let program = try Program(scenario: scenario, catalogue: SmallOffice.catalogue)
            var run = Run<NetworkWorld>(program, seeds: Seeds(UInt64(seed)))
            run.advance(to: program.duration)
            let outcome = NetworkWorld.outcome(of: run)
            #expect(outcome.totalLoss == (outcome.recordsStolen > 0 ? .max : 0))
        }
    }

    @Test func tooManyCardsAreRefused() throws {
        var catalogue = SmallOffice.catalogue
        let card = catalogue.cards[0]
        for number in 0..<256 {
            var copy = card
            copy.id = "T1566.001/\(number)"
            catalogue.cards.append(copy)
        }
        #expect(throws: ProgramError.self) {
            try Program(scenario: SmallOffice.scenario, catalogue: catalogue, options: RunOptions())
        }
    }
}
