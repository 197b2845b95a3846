import Foundation

/// Threads for long computing: searches, logs, reviews.
///
/// They are apart from the threads on which actors run, and have a lower priority, so that a search of a tenth of a second
/// never makes an action wait. What is asked for waits in one queue, in order; where it is full, whoever asks is turned away.
public final class BackgroundWorkers: Sendable {
    /// How many may wait.
    private let queueLimit: Int
    private let queue: JobQueue

    /// Starts the threads.
    ///
    /// - Parameters:
    ///   - count: how many there are.
    ///   - queueLimit: how many jobs may wait.
    ///   - name: what the threads are called, for whoever looks at the process.
    public init(count: Int, queueLimit: Int, name: String) {
        self.queueLimit = queueLimit
        let queue = JobQueue()
        self.queue = queue
        for number in 1...max(1, count) {
            let thread = Thread {
                // On Linux this is the calling thread's priority, not the process's.
                setpriority(PRIO_PROCESS, 0, 5)
                while let job = queue.next() { job() }
            }
            thread.name = "\(name)-\(number)"
            thread.stackSize = 4 << 20
            thread.start()
        }
    }

    deinit { queue.end() }

    /// How many jobs wait now.
    public var waiting: Int { queue.count }

    /// Does `body` on one of the threads.
    ///
    /// - Throws: what `body` throws; ``GroundError`` (too many) where the queue is full.
    public func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            let isTaken = queue.add(limit: queueLimit) {
                continuation.resume(with: Swift.Result { try body() })
            }
            if !isTaken {
                continuation.resume(
                    throwing: GroundError(.tooMany, "too much is being computed at once; try again in a moment"))
            }
        }
    }
}

/// Jobs that wait for a thread. A class with a condition, since threads outside Swift's concurrency have to sleep on it;
/// every access is under its lock.
private final class JobQueue: @unchecked Sendable {
    private let condition = NSCondition()
    private var jobs: [@Sendable () -> Void] = []
    private var first = 0
    private var isEnded = false

    var count: Int { condition.withLock { jobs.count - first } }

    func add(limit: Int, _ job: @escaping @Sendable () -> Void) -> Bool {
        condition.withLock {
            guard !isEnded, jobs.count - first < limit else { return false }
            jobs.append(job)
            condition.signal()
            return true
        }
    }

    /// The next job; waits for one. Nil once the queue has ended and is empty.
    func next() -> (@Sendable () -> Void)? {
        condition.withLock {
            while first == jobs.count && !isEnded { condition.wait() }
            guard first < jobs.count else { return nil }
            let job = jobs[first]
            first += 1
            if first == jobs.count {
                jobs.removeAll(keepingCapacity: true)
                first = 0
            } else if first >= 256 {
                jobs.removeFirst(first)
                first = 0
            }
            return job
        }
    }

    func end() {
        condition.withLock {
            isEnded = true
            condition.broadcast()
        }
    }
}
