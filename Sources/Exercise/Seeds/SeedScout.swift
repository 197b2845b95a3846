import Kernel
import NetworkWorld

/// Plays seeds to their end with nobody defending, so that an instructor can pick one that teaches something.
public struct SeedScout: Sendable {
    /// The compiled scenario.
    public let program: Program
    /// What was chosen for the exercise; its seed and variant do not matter.
    public let settings: ExerciseSettings
    /// How far seeds are played.
    public let duration: Milliseconds

    /// The most seeds that one call looks at.
    public static let limit = 10_000

    /// A scout for an exercise.
    public init(program: Program, settings: ExerciseSettings) {
        self.program = program
        self.settings = settings
        duration = settings.duration(of: program)
    }

    /// How one seed ends.
    ///
    /// - Complexity: one run, about a millisecond for an office of two hundred hosts and a working day.
    public func forecast(_ seed: UInt64) -> SeedForecast {
        var exercise = TeamExercise(program: program, seeds: Seeds(seed), settings: settings)
        exercise.advance(to: duration)
        var before = 0
        for event in exercise.events where event.kind == .alertDelivered {
            if event.step > 0 { break }
            before += 1
        }
        return SeedForecast(seed: seed, outcome: exercise.outcome, falseAlertsBefore: before)
    }

    /// How seeds end, in the order of the seeds: `first`, `first` + 1, …; at most ``limit``. Seeds that were not reached
    /// when the surrounding task was cancelled are left out.
    ///
    /// - Parameters:
    ///   - workers: how many at the same time; the result does not depend on it.
    ///   - progress: called now and then with how many are done, from any worker.
    public func forecasts(
        from first: UInt64, count: Int, workers: Int, progress: (@Sendable (Int) -> Void)? = nil
    ) async -> [SeedForecast] {
        let found: [SeedForecast?] = await Batch.map(
            count: max(0, min(count, Self.limit)), workers: workers, placeholder: nil, progress: progress
        ) { index in
            forecast(first &+ UInt64(index))
        }
        return found.compactMap(\.self)
    }
}
