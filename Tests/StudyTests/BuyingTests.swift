import Kernel
import NetworkWorld
import Scenario
import TestSupport
import Testing

@testable import Study

/// The set of measures for a budget.
struct BuyingTests {
    /// The small office with five measures that overlap.
    private static var scenario: Scenario {
        var scenario = SmallOffice.scenario
        let controls: [(String, [Control], Int64)] = [
            ("patching", [.patching], 50), ("mail-filter", [.mailFilter], 40), ("tiers", [.adminTiering], 30),
            ("passwords", [.passwordPolicy], 10), ("both", [.patching, .mailFilter], 95),
        ]
        scenario.simulation?.measures = controls.map { name, controls, cost in
            var measure = Measure(name: name)
            measure.cost = UncertainNumber(cost * 10_000)
            measure.controls = controls.map { ControlSetting(control: $0) }
            return measure
        }
        return scenario
    }

    private static func buying(setsLimit: Int, budget: Int64, objective: StudyObjective) async throws -> (
        StudyBuying, [StudyArm]
    ) {
        let plan = try OfficeStudy.plan(setsLimit: setsLimit, scenario: scenario) {
            $0.design = .optimiser
            $0.budget = budget * 10_000
            $0.objective = objective
            $0.extent = .years(32)
        }
        let course = try StudyCourse(plan)
        #expect(try await course.run(workers: 2) == .done)
        let result = try #require(course.result())
        return (try #require(result.buying), result.arms)
    }

    @Test(arguments: [60, 95, 1_000], StudyObjective.allCases)
    func theSearchFindsWhatLookingAtAllFinds(budget: Int64, objective: StudyObjective) async throws {
        let (all, allArms) = try await Self.buying(setsLimit: 256, budget: budget, objective: objective)
        let (search, arms) = try await Self.buying(setsLimit: 1, budget: budget, objective: objective)
        #expect(all.isExhaustive && !search.isExhaustive)
        let found = arms[search.best], expected = allArms[all.best]
        #expect(found.loss == expected.loss, "\(found.name) against \(expected.name)")
        if objective == .avoidedLoss { #expect(found.cost <= budget * 10_000) }
    }

    @Test func theOrderEndsInTheBestSet() async throws {
        let (buying, arms) = try await Self.buying(setsLimit: 256, budget: 100, objective: .avoidedLoss)
        #expect(Set(buying.order.map(\.factor)) == Set(arms[buying.best].factors))
        #expect(buying.order.last?.arm == buying.best)
        #expect(buying.order.map(\.costSoFar) == buying.order.map(\.costSoFar).sorted())
        #expect((0...1_000_000).contains(buying.sureMillionths))
        #expect(buying.candidates.reduce(0) { $0 + $1.winsMillionths } <= 1_000_000)
        let frontier = buying.frontier.map { arms[$0] }
        #expect(frontier.first?.name == "base")
        for (cheap, dear) in zip(frontier, frontier.dropFirst()) {
            #expect(cheap.cost <= dear.cost && cheap.loss.mean >= dear.loss.mean)
        }
    }
}
