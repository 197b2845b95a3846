import Foundation
import Synchronization

/// What recently shown secrets stand for, so that a request does not ask the database who makes it.
///
/// Whatever ends or changes an access tells the cache; only one process has the folder, so nothing else can.
final class AccessCache: Sendable {
    /// An access with what has to be looked at each time.
    struct Entry: Sendable {
        var access: Access
        /// When it was last used, in milliseconds since 1970.
        var lastUsed: Int64
        /// The last use that the database knows of.
        var storedUse: Int64
    }

    private let state = Mutex(State())

    private struct State {
        var entries: [Data: Entry] = [:]
        var generation = 0
    }

    private static let capacity = 20_000

    /// Rises whenever something is forgotten: what was read from the database before must not be remembered after.
    var generation: Int { state.withLock { $0.generation } }

    /// What is remembered of a secret's hash, after `change` has looked at it and perhaps changed it.
    func entry(_ hash: Data, _ change: (inout Entry) -> Void) -> Entry? {
        state.withLock { state in
            guard var entry = state.entries[hash] else { return nil }
            change(&entry)
            state.entries[hash] = entry
            return entry
        }
    }

    /// Remembers what the database said, unless something was forgotten since.
    func remember(_ entry: Entry, hash: Data, generation: Int) {
        state.withLock { state in
            guard state.generation == generation else { return }
            if state.entries.count >= Self.capacity { state.entries.removeAll() }
            state.entries[hash] = entry
        }
    }

    /// Forgets one secret.
    func forget(hash: Data) {
        state.withLock { state in
            state.generation += 1
            state.entries[hash] = nil
        }
    }

    /// Forgets everything about an account.
    func forget(account: Int64) {
        state.withLock { state in
            state.generation += 1
            state.entries = state.entries.filter { $0.value.access.account.id != account }
        }
    }
}
