import Synchronization

/// Many independent pieces of work on all cores.
public enum Batch {
    /// Puts `body(i)` into `results[i]` for every index, on `workers` tasks.
    ///
    /// Which worker does which piece never shows in the result: a piece sees only its index and writes only its place.
    /// Returns early, with the rest untouched, when the surrounding task is cancelled.
    ///
    /// - Parameters:
    ///   - results: the caller's buffer; every element must be initialised.
    ///   - workers: at least one.
    ///   - progress: called now and then with how many are done, from any worker.
    /// - Complexity: O(count) calls; no allocation per call beyond what `body` does.
    public static func run<Result: Sendable>(
        into results: UnsafeMutableBufferPointer<Result>, workers: Int,
        progress: (@Sendable (Int) -> Void)? = nil, _ body: @escaping @Sendable (Int) -> Result
    ) async {
        let count = results.count
        let buffer = SharedBuffer(pointer: results)
        let finished = Counter()
        // Small chunks keep workers evenly busy where some pieces are long; large ones keep the counter quiet.
        let chunk = max(1, min(64, count / (max(1, workers) * 8)))
        await forEach(count: (count + chunk - 1) / chunk, workers: workers) { place in
            let indices = place * chunk..<min((place + 1) * chunk, count)
            for index in indices { buffer.pointer[index] = body(index) }
            progress?(finished.number.wrappingAdd(indices.count, ordering: .relaxed).newValue)
        }
    }

    /// The same into a new array.
    public static func map<Result: Sendable>(
        count: Int, workers: Int, placeholder: Result, progress: (@Sendable (Int) -> Void)? = nil,
        _ body: @escaping @Sendable (Int) -> Result
    ) async -> [Result] {
        let buffer = UnsafeMutableBufferPointer<Result>.allocate(capacity: count)
        buffer.initialize(repeating: placeholder)
        defer {
            buffer.deinitialize()
            buffer.deallocate()
        }
        await run(into: buffer, workers: workers, progress: progress, body)
        return Array(buffer)
    }

    /// Calls `body(i)` once for every index, on `workers` tasks, each taking the next index when it is done with one.
    ///
    /// For pieces of work long enough to be handed out singly, whose results `body` brings together itself, in an order
    /// that depends on the workers. Returns when every piece that was begun has ended; begins no other once the surrounding
    /// task is cancelled.
    ///
    /// - Parameter workers: at least one.
    public static func forEach(count: Int, workers: Int, _ body: @escaping @Sendable (Int) -> Void) async {
        let claims = Counter()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<max(1, workers) {
                group.addTask {
                    while !Task.isCancelled {
                        let index = claims.number.wrappingAdd(1, ordering: .relaxed).oldValue
                        if index >= count { return }
                        body(index)
                    }
                }
            }
        }
    }

    private final class Counter: Sendable {
        let number = Atomic<Int>(0)
    }

    /// `@unchecked`: `forEach` hands every index to exactly one worker, and ends before `run` returns, so no two tasks touch
    /// one element and none outlives the buffer.
    private struct SharedBuffer<Result>: @unchecked Sendable {
        let pointer: UnsafeMutableBufferPointer<Result>
    }
}
