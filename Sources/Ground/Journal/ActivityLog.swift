import GRDB
import Kernel
import Synchronization

/// Keeps what people looked at and searched for. Noting costs nothing to wait for; the disk has it within a second.
///
/// After a failure of the disk the activities wait on and are tried again; when too many wait, further ones are refused.
public final class ActivityLog: Sendable {
    private let database: GroundDatabase
    private let delay: Int64
    private let state = Mutex(State())

    private struct State {
        var waiting: [Noted] = []
        var isScheduled = false
        var isClosed = false
        var last: Task<Result<Void, GroundError>, Never>?
    }

    private struct Noted {
        var activity: Activity
        var wallTime: Int64
    }

    init(database: GroundDatabase, delay: Int64) {
        self.database = database
        self.delay = delay
    }

    /// Notes an activity, to be written within a second.
    /// - Throws: `limit` where the text is too long or too many activities wait, `storage` after closing.
    public func note(_ activity: Activity) throws(GroundError) {
        _ = try Texts.limited(activity.kind, to: GroundLimits.auditWord, field: "kind")
        _ = try Texts.limited(activity.text, to: GroundLimits.query, field: "text")
        let noted = Noted(activity: activity, wallTime: database.now())
        let refusal: GroundError? = state.withLock { state in
            if state.isClosed { return GroundError(.storage, "The activity log is closed.") }
            if state.waiting.count >= GroundLimits.activitiesWaiting {
                return GroundError(.limit, "Too many activities wait for the disk.")
            }
            state.waiting.append(noted)
            schedule(&state)
            return nil
        }
        if let refusal { throw refusal }
    }

    /// Writes what waits and returns when it is on the disk.
    /// - Throws: `storage` where it cannot be written; it waits on then.
    public func flush() async throws(GroundError) {
        let task = state.withLock { state in
            let previous = state.last
            // One after the other, so that the order of the log is that of the notes.
            let task = Task<Result<Void, GroundError>, Never> {
                _ = await previous?.value
                return await self.write()
            }
            state.last = task
            return task
        }
        try await task.value.get()
    }

    /// Takes no more activities and writes those that wait, as far as the disk lets it.
    func close() async {
        state.withLock { $0.isClosed = true }
        try? await flush()
    }

    private func schedule(_ state: inout State) {
        guard !state.isScheduled else { return }
        state.isScheduled = true
        Task {
            try? await Task.sleep(for: .milliseconds(delay))
            self.state.withLock { $0.isScheduled = false }
            try? await flush()
        }
    }

    private func write() async -> Result<Void, GroundError> {
        let batch = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        guard !batch.isEmpty else { return .success(()) }
        do {
            try await database.write { database in
                // An exercise may have been deleted since; its activities go with it.
                let statement = try database.cachedStatement(
                    sql: """
                        INSERT INTO activities (exercise, team, account, time, kind, text, wall_time)
                        SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE EXISTS (SELECT 1 FROM exercises WHERE id = ?1)
                        """)
                for noted in batch {
                    let activity = noted.activity
                    try statement.execute(arguments: [
                        activity.exercise, activity.team, activity.account, activity.time, activity.kind,
                        activity.text, noted.wallTime,
                    ])
                }
            }
            return .success(())
        } catch {
            state.withLock { state in
                state.waiting = batch + state.waiting
                if !state.isClosed { schedule(&state) }
            }
            return .failure(error)
        }
    }
}
