import Kernel
import Synchronization

/// A machine's clock that a test moves.
final class Stopwatch: Sendable {
    private let milliseconds = Mutex<Milliseconds>(0)

    var time: Milliseconds { milliseconds.withLock { $0 } }

    func pass(_ time: Milliseconds) { milliseconds.withLock { $0 += time } }
}
