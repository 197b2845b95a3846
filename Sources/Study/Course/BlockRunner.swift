import Kernel
import NetworkWorld
import Scenario

/// Runs blocks of years: for every year the same attempts in every arm.
public struct BlockRunner: Sendable {
    /// The study.
    public let plan: StudyPlan
    let arms: [PlannedArm]
    /// By arm and adversary.
    private let programs: [[Program]]
    private let seeds: StudySeeds

    /// Blocks whose whole paths are kept.
    private static let blocksWithPaths = 1_024

    init(_ plan: StudyPlan, arms: [PlannedArm]) throws(StudyError) {
        self.plan = plan
        self.arms = arms
        programs = try plan.programs(arms)
        seeds = StudySeeds(seed: plan.study.seed, drawsNumbers: plan.study.drawsNumbers)
    }

    /// What the years of a block came to, in every arm. A pure function of plan and block.
    ///
    /// - Complexity: O(years · attempts · arms) runs.
    func tally(block: Int) -> StudyTally {
        var tally = plan.emptyTally(arms: arms.count)
        let draw = block % plan.mostDraws
        let numbers = seeds.numbers(draw: draw)
        let programs = programs.map { row in row.map { $0.drawing(numbers) } }
        let rates = plan.adversaries.map {
            numbers.value(of: $0.attempts, path: "adversaries/\($0.name)/attempts-per-year")
        }
        let wholePaths = block < Self.blocksWithPaths
        var log = EventLog<Event>(open: true)
        for offset in 0..<plan.yearsPerBlock {
            let year = block * plan.yearsPerBlock + offset
            let counts = plan.adversaries.indices.map { index in
                seeds.attempts(year: year, path: plan.adversaries[index].path, perYear: rates[index])
            }
            if year % 2 == 0 {
                tally.yearsOfDraw[draw, default: DrawSums()].even += 1
            } else {
                tally.yearsOfDraw[draw, default: DrawSums()].odd += 1
            }
            var base: Int64 = 0
            for arm in arms.indices {
                var loss: Int64 = 0
                for adversary in plan.adversaries.indices {
                    for attempt in 0..<counts[adversary] {
                        let run = seeds.run(year: year, path: plan.adversaries[adversary].path, attempt: attempt)
                        let amount = Self.attack(
                            programs[arm][adversary], run, &tally.arms[arm].adversaries[adversary],
                            wholePaths: wholePaths, &log)
                        loss = min(Moments.limit, loss + min(amount, Moments.limit))
                    }
                }
                if arm == 0 { base = loss }
                tally.arms[arm].add(year: loss, base: base, number: year, draw: draw)
            }
        }
        return tally
    }

    /// One attempt: runs it, counts it, returns its loss.
    private static func attack(
        _ program: Program, _ seeds: Seeds, _ tally: inout AdversaryTally, wholePaths: Bool,
        _ log: inout EventLog<Event>
    ) -> Int64 {
        var run = Run<NetworkWorld>(program, seeds: seeds)
        run.advance(to: program.duration, log: &log)
        let outcome = NetworkWorld.outcome(of: run)
        tally.add(outcome)
        let events = log.drain()
        for event in events where event.kind == .attackStep {
            tally.paths.cards[event.card, default: CardTally()].tries += 1
            if event.success { tally.paths.cards[event.card, default: CardTally()].successes += 1 }
        }
        let path = AttackPath(events, program)
        if !path.steps.isEmpty {
            tally.paths.add(path.steps, loss: min(outcome.totalLoss, Moments.limit), wholePath: wholePaths)
        }
        return outcome.totalLoss
    }
}
