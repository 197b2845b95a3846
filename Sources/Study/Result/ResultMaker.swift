import Kernel
import NetworkWorld
import Scenario

/// Makes a result of a plan and what its years came to: a pure function of both.
struct ResultMaker {
    let plan: StudyPlan
    let arms: [PlannedArm]
    let tally: StudyTally
    /// Programs of the base, one an adversary, for names.
    let program: Program
    /// How often the numbers were drawn.
    let draws: Int
    /// Wished precision as money; nil where none was.
    var wishedPrecision: Int64?
    /// Whether all sets within the budget were looked at.
    var isExhaustive = true

    /// By arm: mean loss of a year in each draw.
    let means: [[Double]]
    /// By draw: what the numbers are.
    let numbers: [NumberDraw]

    init(_ plan: StudyPlan, arms: [PlannedArm], tally: StudyTally, program: Program, draws: Int) {
        self.plan = plan
        self.arms = arms
        self.tally = tally
        self.program = program
        self.draws = draws
        let years = (0..<draws).map { Double(tally.yearsOfDraw[$0]?.sum ?? 0) }
        means = tally.arms.map { arm in
            (0..<draws).map { Double(arm.draws[$0]?.sum ?? 0) / max(1, years[$0]) }
        }
        let seeds = StudySeeds(seed: plan.study.seed, drawsNumbers: plan.study.drawsNumbers)
        numbers = (0..<draws).map { seeds.numbers(draw: $0) }
    }

    /// Years simulated in every arm.
    var years: Int64 { tally.yearsOfDraw.values.reduce(0) { $0 + Int64($1.sum) } }

    func result() -> StudyResult {
        let effects = effects()
        let studyArms = arms.indices.map { arm($0) }
        let widest = studyArms.compactMap { $0.comparison?.avoided }.map { ($0.high - $0.low) / 2 }.max() ?? 0
        return StudyResult(
            name: plan.study.name, title: plan.study.title, description: plan.study.description,
            scenario: plan.scenario.name, scenarioTitle: plan.scenario.title, currency: plan.simulation.currency,
            design: plan.study.design,
            scale: StudyScale(
                years: years,
                runs: tally.arms.reduce(0) { sum, arm in
                    sum + arm.adversaries.reduce(0) { $0 + $1.loss.moments.count }
                },
                draws: draws, yearsPerDraw: years / Int64(max(1, draws)), drawsNumbers: plan.study.drawsNumbers,
                seed: plan.study.seed, rulesVersion: NetworkWorld.rulesVersion, contentHash: plan.contentHash,
                wishedPrecision: wishedPrecision, reachedPrecision: widest),
            adversaries: plan.adversaries.map {
                StudyAttacker(name: $0.name, title: $0.title, profile: $0.profile, attemptsPerYear: $0.attempts)
            },
            factors: plan.factors.map {
                StudyFactor(
                    kind: $0.kind == .measure ? .measure : .playbook, name: $0.name, title: $0.title,
                    description: $0.description, cost: $0.cost)
            },
            arms: studyArms, effects: effects, interactions: interactions(), ranking: ranking(effects),
            buying: buying(), assumptions: Assumptions.list(plan, program))
    }

    // MARK: Figures

    static func whole(_ value: Double) -> Int64 {
        Int64(exactly: value.rounded(.toNearestOrEven)) ?? (value < 0 ? -Int64.max : .max)
    }

    static func whole(_ sum: Int128, per count: Int64) -> Int64 {
        count == 0 ? 0 : whole(Double(sum) / Double(count))
    }

    static func millionths(_ part: Int64, of whole: Int64) -> Int64 {
        whole == 0 ? 0 : Int64(Int128(part) * 1_000_000 / Int128(whole))
    }

    static func millionths(_ share: Double) -> Int64 { whole(max(0, min(1, share)) * 1_000_000) }

    static func figure(_ interval: MeanInterval) -> StudyFigure {
        StudyFigure(mean: whole(interval.mean), low: whole(interval.low), high: whole(interval.high))
    }

    /// Avoided loss by draw of an arm against another.
    func avoided(_ arm: Int, against base: Int = 0) -> [Double] {
        zip(means[base], means[arm]).map { $0 - $1 }
    }

    func index(of arm: PlannedArm) -> Int? { arms.firstIndex(of: arm) }
}
