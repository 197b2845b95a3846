import Kernel
import NetworkWorld

extension ReviewedRun {
    /// A team's exercise, up to its closing or to where it stands.
    ///
    /// - Throws: ``ReviewError`` as ``init(program:seeds:entries:end:)`` does.
    public init(_ exercise: TeamExercise) throws(ReviewError) {
        try self.init(
            program: exercise.program, seeds: exercise.seeds, entries: exercise.networkJournal,
            end: exercise.closedAt ?? exercise.now)
    }
}
