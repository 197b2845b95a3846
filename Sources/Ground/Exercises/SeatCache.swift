import GRDB
import Synchronization

/// Who sits where, as recently read, so that a request does not ask the database again.
///
/// The database itself tells of every change of a seat, whichever statement made it, and everything is forgotten then:
/// seats change before an exercise, and are asked for all through it.
final class SeatCache: Sendable {
    private struct Key: Hashable {
        let exercise: Int64
        let account: Int64
    }

    private struct State {
        /// An account without a seat is remembered too.
        var seats: [Key: Seat?] = [:]
        var generation = 0
    }

    private static let capacity = 20_000

    private let state = Mutex(State())

    /// Rises whenever something is forgotten: what was read from the database before must not be remembered after.
    var generation: Int { state.withLock { $0.generation } }

    /// What is remembered; nil where nothing is, and a nil within where the account has no seat.
    func seat(exercise: Int64, account: Int64) -> Seat?? {
        state.withLock { $0.seats[Key(exercise: exercise, account: account)] }
    }

    /// Remembers what the database said, unless something was forgotten since.
    func remember(_ seat: Seat?, exercise: Int64, account: Int64, generation: Int) {
        state.withLock { state in
            guard state.generation == generation else { return }
            if state.seats.count >= Self.capacity { state.seats.removeAll() }
            state.seats[Key(exercise: exercise, account: account)] = .some(seat)
        }
    }

    /// Forgets all.
    func forget() {
        state.withLock { state in
            state.generation += 1
            state.seats.removeAll(keepingCapacity: true)
        }
    }

    /// What the database tells of its changes.
    var observer: any TransactionObserver & Sendable { Observer(cache: self) }

    /// `@unchecked`: the database calls it from its one writer only.
    private final class Observer: TransactionObserver, @unchecked Sendable {
        private let cache: SeatCache
        private var isChanged = false

        init(cache: SeatCache) { self.cache = cache }

        func observes(eventsOfKind kind: DatabaseEventKind) -> Bool { kind.tableName == "seats" }

        func databaseDidChange(with event: DatabaseEvent) { isChanged = true }

        func databaseDidCommit(_ database: Database) {
            if isChanged { cache.forget() }
            isChanged = false
        }

        func databaseDidRollback(_ database: Database) { isChanged = false }
    }
}
