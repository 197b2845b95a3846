import Kernel
import NetworkWorld
import Scenario

/// Everything that a study takes for granted: the uncertain numbers that it draws, with their sources, and what the
/// scenario's file and the model assume.
enum Assumptions {
    static func list(_ plan: StudyPlan, _ program: Program) -> [StudyAssumption] {
        var list: [StudyAssumption] = []
        func add(_ path: String, _ number: UncertainNumber, _ unit: StudyAssumption.Unit) {
            list.append(StudyAssumption(path: path, text: "", number: number, unit: unit))
        }
        let simulation = plan.simulation
        for adversary in plan.adversaries {
            add("adversaries/\(adversary.name)/attempts-per-year", adversary.attempts, .thousandths)
        }
        for asset in simulation.assets { add("assets/\(asset.name)/loss-per-record", asset.lossPerRecord, .money) }
        for service in simulation.businessServices {
            add("services/\(service.name)/loss-per-hour", service.lossPerHour, .money)
        }
        for process in simulation.processes {
            add("processes/\(process.name)/loss-per-hour", process.lossPerHour, .money)
        }
        add("staff/cost-per-minute", simulation.staff.costPerMinute, .money)
        for factor in plan.factors where factor.kind == .measure {
            add("measures/\(factor.name)/cost", factor.cost, .money)
        }
        for card in plan.catalogue.cards {
            add("cards/\(card.id)/chance", card.chance, .share)
            for mitigation in card.loweredBy {
                add("cards/\(card.id)/lowered-by/\(mitigation.control.rawValue)", mitigation.factor, .share)
            }
        }
        let sources = Set(program.analyticSource).sorted()
        for source in sources {
            let analytic = plan.catalogue.analytics[source]
            add("analytics/\(analytic.id)/chance", analytic.chance, .share)
        }
        for action in plan.catalogue.actions { add("actions/\(action.id)/chance", action.chance, .share) }
        for text in simulation.assumptions {
            list.append(StudyAssumption(path: "", text: text, number: UncertainNumber(0), unit: .none))
        }
        return list
    }
}
