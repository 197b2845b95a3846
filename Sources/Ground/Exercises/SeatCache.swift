import Synchronization

/// Who sits where, as recently read, so that a request does not ask the database again.
///
/// Whatever gives or takes a seat has everything forgotten once that is on the disk: seats change before an exercise, and are
/// asked for all through it.
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
}
