import Kernel
import NetworkWorld
import Scenario
import Synchronization

/// A study under way: runs its blocks on all cores, can be asked at any time how far it is and for a part to go on from,
/// and ends in a result that depends on none of this.
public final class StudyCourse: Sendable {
    /// How a call of ``run(workers:progress:)`` ended.
    public enum End: Sendable, Equatable {
        /// Everything that belongs to this shard is done.
        case done
        /// The surrounding task was cancelled; ``part()`` holds what was done.
        case interrupted
    }

    /// What is being run.
    public let plan: StudyPlan
    /// Which blocks belong to this process.
    public let shard: StudyShard
    private let state: Mutex<StudyState>
    /// For names: the base against the first adversary.
    let program: Program

    /// A study at its beginning.
    ///
    /// - Throws: ``StudyError`` where the scenario cannot be compiled, or where a study is to be split whose next blocks
    ///   depend on what all shards found.
    public convenience init(_ plan: StudyPlan, shard: StudyShard = .whole) throws(StudyError) {
        try self.init(plan, shard: shard, state: StudyState(plan))
    }

    init(_ plan: StudyPlan, shard: StudyShard, state: StudyState) throws(StudyError) {
        self.plan = plan
        self.shard = shard
        if shard.count > 1 { try Self.checkSplit(plan) }
        let programs = try plan.programs([PlannedArm()])
        program = programs[0][0]
        self.state = Mutex(state)
    }

    private static func checkSplit(_ plan: StudyPlan) throws(StudyError) {
        if case .precision = plan.study.extent {
            throw StudyError(
                "a study with a 'precision' decides from all of its first years how many follow, and cannot be split; "
                    + "give 'runs' or 'years' instead")
        }
        if plan.isSearch {
            throw StudyError(
                "the budget pays more than \(plan.setsLimit) sets of measures: the search decides from all years where to "
                    + "look next, and cannot be split; compare fewer measures, or lower the budget")
        }
    }

    /// How many blocks are done, and how many there are so far, of those that belong to this shard.
    public var progress: (done: Int, total: Int) {
        state.withLock { state in
            let total = (state.done.capacity + shard.count - 1 - shard.index) / shard.count
            return (state.done.count, total)
        }
    }

    /// Runs what is left.
    ///
    /// - Parameters:
    ///   - workers: how many blocks at a time.
    ///   - progress: called after every block, from any worker, with how many of how many are done. Further rounds of a
    ///     search, and blocks that a precision asks for, are added when they are known.
    public func run(
        workers: Int, progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
    ) async throws(StudyError) -> End {
        while true {
            let now = state.withLock { $0 }
            let pending = now.done.missing.filter(shard.contains)
            if !pending.isEmpty {
                let runner = try BlockRunner(plan, arms: now.arms)
                await Batch.forEach(count: pending.count, workers: workers) { index in
                    let tally = runner.tally(block: pending[index])
                    self.state.withLock { state in
                        if state.done.insert(pending[index]) { state.tally.merge(tally) }
                    }
                    let (done, total) = self.progress
                    progress?(done, total)
                }
            }
            let after = state.withLock { $0 }
            if !after.done.missing.allSatisfy({ !shard.contains($0) }) { return .interrupted }
            guard after.isRoundDone, let next = plan.next(after: after, program: program) else { return .done }
            state.withLock { $0 = next }
        }
    }

    /// Runs the blocks of this round one after the other, here and now, for callers without tasks.
    ///
    /// - Complexity: that of all its runs, on one core.
    public func runHere() throws(StudyError) {
        let now = state.withLock { $0 }
        let runner = try BlockRunner(plan, arms: now.arms)
        for block in now.done.missing where shard.contains(block) {
            let tally = runner.tally(block: block)
            state.withLock { state in
                if state.done.insert(block) { state.tally.merge(tally) }
            }
        }
    }

    /// The result; nil as long as blocks are missing.
    public func result() -> StudyResult? {
        let now = state.withLock { $0 }
        guard now.isRoundDone, plan.next(after: now, program: program) == nil else { return nil }
        let all = now.allArms
        var maker = ResultMaker(
            plan, arms: all.arms, tally: all.tally, program: program, draws: plan.drawCount(blocks: now.done.capacity))
        maker.wishedPrecision = now.wishedPrecision
        maker.isExhaustive = !plan.isSearch
        return maker.result()
    }

    /// Everything that is needed to go on from here, or to be merged with other shards, as JSON text.
    ///
    /// - Parameter contents: the texts of study, scenario and catalogue, for whoever puts shards together elsewhere.
    /// - Complexity: O(arms · adversaries · bins).
    public func part(contents: [EmbeddedText] = []) -> String {
        StudyPart.json(plan, shard, state.withLock { $0 }, contents: contents)
    }
}
