import Exercise
import Kernel
import Logging
import NetworkWorld
import Synchronization

/// All exercises of a server: those that have not ended are open from the start, others when somebody asks for them.
public actor LiveExercises {
    /// What they share.
    public nonisolated let environment: LiveEnvironment
    /// What exercises can be made from.
    public nonisolated let shelf: ScenarioShelf
    private var opened: [Int64: Task<LiveExercise, any Error>] = [:]
    /// Those that have been opened, by what links call them: most requests ask for one of these.
    private nonisolated let named = Mutex<[String: LiveExercise]>([:])
    /// Closed exercises that somebody asked for, the latest last.
    private var visited: [Int64] = []
    private var isStopped = false

    /// How many closed exercises stay in memory.
    private static let visitedMost = 8

    /// No exercise is open yet.
    public init(environment: LiveEnvironment, shelf: ScenarioShelf) {
        self.environment = environment
        self.shelf = shelf
    }

    /// Opens every exercise that has not ended. Those that ran are paused. One that cannot be read is told of in the log and
    /// left alone. Where the task is cancelled, the rest is left for whoever asks.
    ///
    /// - Throws: ``GroundError`` (storage) where storage itself cannot be read.
    public func openAll() async throws(GroundError) {
        var before = Int64.max
        while true {
            let page = try await environment.ground.exercises(
                phases: [.draft, .running, .paused], before: before, limit: 100)
            for stored in page {
                if Task.isCancelled { return }
                before = stored.id
                do {
                    _ = try await open(stored)
                } catch {
                    environment.logger.error(
                        "an exercise cannot be opened",
                        metadata: ["exercise": "\(stored.publicID)", "reason": "\(error)"])
                }
            }
            if page.count < 100 { return }
        }
    }

    /// The exercise that links call so. Costs a look into memory where it is open.
    ///
    /// - Throws: ``GroundError``: `notFound`; `storage` or `invalid` where it cannot be read.
    public nonisolated func exercise(publicID: String) async throws -> LiveExercise {
        if let exercise = named.withLock({ $0[publicID] }) { return exercise }
        return try await open(try await environment.ground.exercise(publicID: publicID))
    }

    /// The exercise that storage calls so.
    ///
    /// - Throws: as ``exercise(publicID:)``.
    public func exercise(id: Int64) async throws -> LiveExercise {
        if let task = opened[id] { return try await task.value }
        return try await open(try await environment.ground.exercise(id))
    }

    /// Makes an exercise, as a draft.
    ///
    /// - Throws: ``GroundError``: `invalid` where contents or settings cannot be run.
    /// - Complexity: O(scenario): it is compiled once, to see that it can be.
    public func create(
        name: String, scenario: String, content: ExerciseContent, settings: ExerciseSettings, organisation: Int64,
        by requester: Requester
    ) async throws -> LiveExercise {
        _ = try ExerciseReading.scenario(content).program(settings)
        var json = JSONWriter()
        settings.write(to: &json)
        let stored = try await environment.ground.createExercise(
            NewExercise(
                name: name, scenario: scenario, content: content, settings: json.text, organisation: organisation),
            by: requester)
        return try await open(stored)
    }

    /// Deletes an exercise that does not run.
    ///
    /// - Throws: ``GroundError``: `notFound`; `conflict` while it runs or is paused.
    public func delete(_ exercise: LiveExercise, by requester: Requester) async throws(GroundError) {
        try await environment.ground.deleteExercise(exercise.id, by: requester)
        forget(exercise.id)
        await exercise.stop()
    }

    /// Reads an exercise that has not begun anew, the next time somebody asks for it: a team of it was removed from storage.
    public func renew(_ exercise: LiveExercise) async {
        forget(exercise.id)
        await exercise.stop()
    }

    /// Pauses what runs and ends every event stream: the server stops.
    public func stop() async {
        isStopped = true
        environment.logs.stop()
        for task in opened.values {
            if let exercise = try? await task.value { await exercise.stop() }
        }
        opened = [:]
        named.withLock { $0 = [:] }
    }

    /// Those that are open now.
    public func openExercises() async -> [LiveExercise] {
        var result: [LiveExercise] = []
        for id in opened.keys.sorted() {
            if let task = opened[id], let exercise = try? await task.value { result.append(exercise) }
        }
        return result
    }

    private func open(_ stored: StoredExercise) async throws -> LiveExercise {
        guard !isStopped else { throw GroundError(.conflict, "the server is stopping") }
        if stored.phase == .closed { visit(stored.id) }
        // Whoever asks while it is being read waits for the same reading.
        let task =
            opened[stored.id]
            ?? Task { [environment] in
                LiveExercise(try await RecoveredExercise(stored, environment: environment), environment: environment)
            }
        opened[stored.id] = task
        do {
            let exercise = try await task.value
            // It may have been forgotten while it was being read.
            if opened[stored.id] == task { named.withLock { $0[stored.publicID] = exercise } }
            return exercise
        } catch {
            opened[stored.id] = nil
            throw error
        }
    }

    private func visit(_ id: Int64) {
        visited.removeAll { $0 == id }
        visited.append(id)
        if visited.count > Self.visitedMost { forget(visited[0]) }
    }

    private func forget(_ id: Int64) {
        opened[id] = nil
        visited.removeAll { $0 == id }
        named.withLock { named in named = named.filter { $0.value.id != id } }
    }
}
