import Synchronization

/// Stands for lines that were handed to a journal and will reach the disk.
public final class JournalReceipt: Sendable {
    let lines: [JournalLine]
    let answer: (claim: IdempotencyClaim, answer: IdempotentAnswer)?
    private let state = Mutex(State.waiting([]))

    private enum State {
        case waiting([CheckedContinuation<Result<Void, GroundError>, Never>])
        case done(Result<Void, GroundError>)
    }

    init(lines: [JournalLine], answer: (claim: IdempotencyClaim, answer: IdempotentAnswer)?) {
        self.lines = lines
        self.answer = answer
    }

    /// Returns when the lines are on the disk; at once where they are there already. May be asked more than once.
    ///
    /// Cancelling the task does not end the waiting: the lines are written all the same.
    /// - Throws: `conflict` where a number was not the next of its stream or the answer's key was used meanwhile, `storage`
    ///   where the disk failed. None of the lines was kept then, nor will be later ones of the same streams.
    public nonisolated(nonsending) func durable() async throws(GroundError) {
        let result = await withCheckedContinuation { continuation in
            let done: Result<Void, GroundError>? = state.withLock { state in
                switch state {
                case .waiting(let continuations):
                    state = .waiting(continuations + [continuation])
                    return nil
                case .done(let result): return result
                }
            }
            if let done { continuation.resume(returning: done) }
        }
        try result.get()
    }

    /// Tells those who wait what became of the lines.
    func complete(_ result: Result<Void, GroundError>) {
        let waiting: [CheckedContinuation<Result<Void, GroundError>, Never>] = state.withLock { state in
            guard case .waiting(let continuations) = state else { return [] }
            state = .done(result)
            return continuations
        }
        for continuation in waiting { continuation.resume(returning: result) }
    }
}
