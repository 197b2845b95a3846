import Kernel
import NetworkWorld
import Scenario

/// Which combinations a study compares.
extension StudyPlan {
    /// The arms of the first round; the base comes first.
    var firstArms: [PlannedArm] { Self.arms(study, factors, setsLimit) }

    /// Whether the arms that follow depend on what the first came to.
    var isSearch: Bool { study.design == .optimiser && Self.affordableSets(study, factors, setsLimit) == nil }

    /// How many arms there will be; a search looks at about six sets for each measure before it ends.
    static func expectedArms(_ study: StudyDescription, _ factors: [PlannedFactor], _ limit: Int) -> Int {
        let isSearch = study.design == .optimiser && affordableSets(study, factors, limit) == nil
        return isSearch ? factors.count * 6 : arms(study, factors, limit).count
    }

    private static func arms(
        _ study: StudyDescription, _ factors: [PlannedFactor], _ limit: Int
    ) -> [PlannedArm] {
        let measures = factors.indices.filter { factors[$0].kind == .measure }
        let playbooks = factors.indices.filter { factors[$0].kind == .playbook }
        switch study.design {
        case .oneAtATime:
            return [PlannedArm()] + measures.map { PlannedArm(measures: [$0]) }
                + playbooks.map { PlannedArm(playbook: $0) }
        case .factorial:
            let choices = [Int?.none] + playbooks.map { Optional($0) }
            return choices.flatMap { playbook in
                subsets(of: measures).map { PlannedArm(measures: $0, playbook: playbook) }
            }
        case .optimiser:
            if let sets = affordableSets(study, factors, limit) { return sets.map { PlannedArm(measures: $0) } }
            // The search begins with each measure alone.
            return [PlannedArm()]
                + measures.filter { isAffordable([$0], study, factors) }.map { PlannedArm(measures: [$0]) }
        }
    }

    /// All subsets, the empty one first, by size and then in order.
    private static func subsets(of items: [Int]) -> [[Int]] {
        (0..<(1 << items.count)).map { bits in items.indices.filter { bits >> $0 & 1 == 1 }.map { items[$0] } }
            .sorted { $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1) }
    }

    /// All sets that the budget can pay, the empty one first; nil where they are too many to look at each.
    private static func affordableSets(
        _ study: StudyDescription, _ factors: [PlannedFactor], _ limit: Int
    ) -> [[Int]]? {
        let measures = factors.indices.filter { factors[$0].kind == .measure }
        var sets: [[Int]] = [[]]
        for measure in measures {
            for set in sets where isAffordable(set + [measure], study, factors) {
                sets.append(set + [measure])
                if sets.count > limit { return nil }
            }
        }
        return sets.sorted { $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1) }
    }

    /// What a set is likely to cost in a year.
    static func cost(_ measures: [Int], _ factors: [PlannedFactor]) -> Int64 {
        measures.reduce(0) { $0 + factors[$1].cost.likely }
    }

    private static func isAffordable(
        _ measures: [Int], _ study: StudyDescription, _ factors: [PlannedFactor]
    ) -> Bool {
        guard let budget = study.budget else { return true }
        return cost(measures, factors) <= budget
    }

    /// Whether the budget can pay a set.
    func isAffordable(_ measures: [Int]) -> Bool { Self.isAffordable(measures, study, factors) }

    /// What an arm is likely to cost in a year.
    func cost(_ arm: PlannedArm) -> Int64 { Self.cost(arm.measures, factors) }

    /// What an arm costs in a year under a draw of the numbers.
    func cost(_ arm: PlannedArm, _ draw: NumberDraw) -> Int64 {
        arm.measures.reduce(0) { sum, index in
            sum + draw.value(of: factors[index].cost, path: "measures/\(factors[index].name)/cost")
        }
    }

    /// The name of an arm.
    func name(_ arm: PlannedArm) -> String {
        arm.factors.isEmpty ? "base" : arm.factors.map { factors[$0].name }.joined(separator: "+")
    }

    /// Compiles the programs of arms: for each arm one an adversary.
    ///
    /// - Throws: ``StudyError`` where the scenario cannot be compiled.
    /// - Complexity: O(arms · adversaries) compilations.
    func programs(_ arms: [PlannedArm]) throws(StudyError) -> [[Program]] {
        var result: [[Program]] = []
        for arm in arms {
            var row: [Program] = []
            for adversary in adversaries {
                var options = RunOptions()
                options.adversary = adversary.name
                options.measures = study.baseMeasures + arm.measures.map { factors[$0].name }
                let playbook = arm.playbook.map { factors[$0].name } ?? study.basePlaybook
                guard let known = Playbook(rawValue: playbook) else {
                    throw StudyError("there is no playbook '\(playbook)'")
                }
                options.playbook = known
                do throws(ProgramError) {
                    row.append(try Program(scenario: scenario, catalogue: catalogue, options: options))
                } catch {
                    throw StudyError(error.description)
                }
            }
            result.append(row)
        }
        return result
    }
}
