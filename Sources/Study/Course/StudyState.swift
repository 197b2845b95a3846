import Kernel
import NetworkWorld
import Scenario

/// How far a study has come: everything that an interrupted one needs to go on.
struct StudyState: Sendable, Equatable {
    /// Arms of the round under way; the base comes first.
    var arms: [PlannedArm]
    /// Blocks of the round, and which of them are done.
    var done: BlockSet
    /// What the done ones came to.
    var tally: StudyTally
    /// Arms and years of rounds that ended before.
    var rounds: [Round] = []
    /// Whether the number of blocks was decided by a precision already.
    var isExtended = false
    /// Wished precision as money, once the base's loss is known.
    var wishedPrecision: Int64?

    /// A round that ended.
    struct Round: Sendable, Equatable {
        var arms: [PlannedArm]
        var tally: StudyTally
    }

    /// The beginning of a study.
    init(_ plan: StudyPlan) {
        arms = plan.firstArms
        done = BlockSet(capacity: plan.firstBlocks)
        tally = plan.emptyTally(arms: arms.count)
    }

    init(
        arms: [PlannedArm], done: BlockSet, tally: StudyTally, rounds: [Round], isExtended: Bool,
        wishedPrecision: Int64?
    ) {
        self.arms = arms
        self.done = done
        self.tally = tally
        self.rounds = rounds
        self.isExtended = isExtended
        self.wishedPrecision = wishedPrecision
    }

    /// Whether every block of the round is done.
    var isRoundDone: Bool { done.count == done.capacity }

    /// All arms that were run, each once.
    var allArms: Round {
        guard let first = rounds.first else { return Round(arms: arms, tally: tally) }
        var all = first
        for round in rounds.dropFirst() + [Round(arms: arms, tally: tally)] {
            all.arms += round.arms.dropFirst()
            all.tally.arms += round.tally.arms.dropFirst()
        }
        return all
    }
}

extension StudyPlan {
    /// A tally that nothing was added to.
    func emptyTally(arms: Int) -> StudyTally {
        StudyTally(
            arms: arms, adversaries: adversaries.count, services: simulation.businessServices.count,
            processes: simulation.processes.count)
    }

    /// What is to be done after a round ended: more blocks, another round, or nothing.
    ///
    /// - Returns: the state to go on with; nil where the study is done.
    func next(after state: StudyState, program: Program) -> StudyState? {
        if case .precision(let wished, let atMost) = study.extent, !state.isExtended {
            return extended(state, program, wished, atMost: atMost)
        }
        return isSearch ? searched(state, program) : nil
    }

    // MARK: Precision

    /// Stein's rule in two stages: the first blocks tell the spread between draws, from which follows how many draws are
    /// needed in all. It looks once, so that the interval at the end holds what it promises.
    private func extended(
        _ state: StudyState, _ program: Program, _ wished: StudyPrecision, atMost: Int
    ) -> StudyState {
        let blocks = state.done.capacity
        let maker = ResultMaker(
            self, arms: state.arms, tally: state.tally, program: program, draws: drawCount(blocks: blocks))
        var state = state
        state.isExtended = true
        let loss = maker.means[0].reduce(0, +) / Double(blocks)
        let target: Double =
            switch wished {
            case .money(let amount): Double(amount)
            case .share(let parts): max(1, loss * Double(parts) / 4_294_967_296)
            }
        state.wishedPrecision = ResultMaker.whole(target)
        var factor = 1.0
        for arm in state.arms.indices.dropFirst() {
            let half = MeanInterval(of: maker.avoided(arm)).halfWidth
            factor = max(factor, half * half / (target * target))
        }
        let runsPerBlock = expectedAttempts * Double(yearsPerBlock) * Double(state.arms.count)
        let most = max(Double(blocks), Double(atMost) / max(1, runsPerBlock))
        let wanted = min(Double(blocks) * factor, most).rounded(.up)
        let needed = blockCount(years: wanted * Double(yearsPerBlock))
        if needed > blocks { state.done.extend(to: needed) }
        return state
    }

    // MARK: Search

    /// The next sets to look at: the best set so far with one measure more, or, where none of these is better, with one
    /// measure exchanged.
    private func searched(_ state: StudyState, _ program: Program) -> StudyState? {
        let all = state.allArms
        let maker = ResultMaker(
            self, arms: all.arms, tally: all.tally, program: program, draws: drawCount(blocks: state.done.capacity))
        if state.rounds.count >= 64 { return nil }
        let best = maker.bestArm()
        let set = all.arms[best].measures
        let others = measureIndices.filter { !set.contains($0) }
        func fresh(_ sets: [[Int]]) -> [PlannedArm] {
            var arms: [PlannedArm] = []
            for set in sets {
                let arm = PlannedArm(measures: set.sorted())
                if isAffordable(arm.measures) && !all.arms.contains(arm) && !arms.contains(arm) { arms.append(arm) }
            }
            return arms
        }
        var arms = fresh(others.map { set + [$0] })
        if arms.isEmpty {
            // Exchanged, and then filled up by what becomes affordable; also without one, for the order of buying.
            arms = fresh(
                set.flatMap { gone in others.map { set.filter { $0 != gone } + [$0] } }
                    + set.map { gone in set.filter { $0 != gone } })
        }
        if arms.isEmpty { return nil }
        var next = state
        next.rounds.append(StudyState.Round(arms: state.arms, tally: state.tally))
        next.arms = [PlannedArm()] + arms
        next.tally = emptyTally(arms: next.arms.count)
        next.done = BlockSet(capacity: state.done.capacity)
        return next
    }
}
