import Kernel
import NetworkWorld

/// Why a team's journal could not be replayed.
public struct TeamReplayError: Error, Sendable, Equatable {
    /// Number of the entry.
    public var entry: Int
    /// Why it was not taken.
    public var reason: TeamInputError
}

extension TeamExercise {
    /// Rebuilds an exercise from its journal.
    ///
    /// - Parameters:
    ///   - end: how far to go; entries after it are left out.
    ///   - closedAt: when it was closed, or nil. Marks given after the close may follow with a later time.
    /// - Throws: ``TeamReplayError`` with the entry that this program does not take.
    public static func replay(
        program: Program, seeds: Seeds, settings: ExerciseSettings, entries: some Sequence<TeamEntry>,
        until end: Milliseconds, closedAt: Milliseconds? = nil
    ) throws(TeamReplayError) -> TeamExercise {
        var exercise = TeamExercise(program: program, seeds: seeds, settings: settings)
        for entry in entries where entry.time <= end {
            if let closedAt, entry.time > closedAt { exercise.close(at: closedAt) }
            do throws(TeamInputError) {
                try exercise.take(entry)
            } catch {
                throw TeamReplayError(entry: entry.number, reason: error)
            }
        }
        if let closedAt, closedAt <= end { exercise.close(at: closedAt) }
        exercise.advance(to: end)
        return exercise
    }
}
