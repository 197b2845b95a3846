import Foundation
import Synchronization

/// A few threads for work that occupies a core for long, so that the threads on which tasks run stay free for short work.
final class WorkerThreads: Sendable {
    private let state = Mutex(State())
    private let ready = DispatchSemaphore(value: 0)
    private let capacity: Int
    private let count: Int
    private let overloaded: GroundError

    private struct State {
        var work: [@Sendable () -> Void] = []
        var isClosed = false
    }

    /// Starts the threads. At most `capacity` pieces of work wait.
    ///
    /// - Parameters:
    ///   - stackSize: bytes of stack of each.
    ///   - overloaded: what is thrown where too much waits.
    init(count: Int, capacity: Int, name: String, stackSize: Int = 512 * 1024, overloaded: GroundError) {
        self.capacity = capacity
        self.count = count
        self.overloaded = overloaded
        for _ in 0..<count {
            let thread = Thread { [self] in
                while let work = next() { work() }
            }
            thread.name = name
            thread.stackSize = stackSize
            thread.start()
        }
    }

    /// Does work on one of the threads, in the order of the calls.
    /// - Throws: `tooMany` where too much waits, what the work throws, `storage` after closing.
    func run<Value: Sendable>(
        _ work: @escaping @Sendable () throws(GroundError) -> Value
    ) async throws(GroundError) -> Value {
        let result: Result<Value, GroundError> = await withCheckedContinuation { continuation in
            let refusal: GroundError? = state.withLock { state in
                if state.isClosed { return GroundError(.storage, "The server stops.") }
                if state.work.count >= capacity { return overloaded }
                state.work.append {
                    do throws(GroundError) {
                        continuation.resume(returning: .success(try work()))
                    } catch {
                        continuation.resume(returning: .failure(error))
                    }
                }
                return nil
            }
            if let refusal { continuation.resume(returning: .failure(refusal)) } else { ready.signal() }
        }
        return try result.get()
    }

    /// Ends the threads once the work that waits is done.
    func close() {
        let wasOpen = state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
        if wasOpen { for _ in 0..<count { ready.signal() } }
    }

    /// The next piece of work; nil when there will be none.
    private func next() -> (@Sendable () -> Void)? {
        ready.wait()
        return state.withLock { $0.work.isEmpty ? nil : $0.work.removeFirst() }
    }

    /// How much waits now.
    var waiting: Int { state.withLock { $0.work.count } }
}
