import GRDB
import Synchronization

/// Writes inputs to the disk in the order in which they were handed over, and says when they are there.
///
/// Group commit: while one transaction is being written, further lines gather and share the next one, so that a thousand
/// people who act at once cost a few flushes of the disk instead of a thousand. A stream (a team's lines, or the exercise's
/// own) has no gaps: a line whose number is not the next one is refused, also after an earlier one of its stream was.
public final class JournalWriter: Sendable {
    private let database: GroundDatabase
    private let state = Mutex(State())

    private struct State {
        var waiting: [JournalReceipt] = []
        var waitingLines = 0
        var isWriting = false
        var isClosed = false
        var statistics = JournalStatistics()
        var ends: [CheckedContinuation<Void, Never>] = []
    }

    /// Most lines that share a transaction: more would make the first of them wait for the last.
    private static let linesOfTransaction = 4_096

    init(database: GroundDatabase) { self.database = database }

    /// What has been written since the server started.
    public var statistics: JournalStatistics { state.withLock { $0.statistics } }

    /// Hands lines over without waiting. They are written in the order of these calls, those of one call all or none.
    /// - Parameter answer: The answer to an idempotent request, kept in the same transaction: whoever asks again gets it
    ///   even if the process dies between writing and answering.
    /// - Throws: `invalid` or `limit` for lines that cannot be taken, `limit` where too much waits, `storage` after closing.
    @discardableResult
    public func submit(
        _ lines: [JournalLine], answer: (claim: IdempotencyClaim, answer: IdempotentAnswer)? = nil
    ) throws(GroundError) -> JournalReceipt {
        for line in lines { try line.check() }
        guard lines.count <= GroundLimits.journalLines else {
            throw GroundError(.limit, "At most \(GroundLimits.journalLines) lines are taken at once.")
        }
        try answer?.answer.check()
        let receipt = JournalReceipt(lines: lines, answer: answer)
        let refusal: GroundError? = state.withLock { state in
            if state.isClosed { return GroundError(.storage, "The journal is closed.") }
            if state.waitingLines + lines.count > GroundLimits.journalWaiting {
                return GroundError(.limit, "Too many inputs wait for the disk.")
            }
            state.waiting.append(receipt)
            state.waitingLines += lines.count
            if !state.isWriting {
                state.isWriting = true
                Task.detached(priority: .high) { await self.writeAll() }
            }
            return nil
        }
        if let refusal { throw refusal }
        return receipt
    }

    /// Hands lines over and returns when they are on the disk.
    ///
    /// Stays on the caller's actor until the lines have been handed over, so that the order of an actor's calls is kept.
    /// - Throws: What `submit` and `JournalReceipt.durable` throw.
    public nonisolated(nonsending) func append(
        _ lines: [JournalLine], answer: (claim: IdempotencyClaim, answer: IdempotentAnswer)? = nil
    ) async throws(GroundError) {
        try await submit(lines, answer: answer).durable()
    }

    /// Takes no more lines and returns when those that wait are written.
    func close() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                state.isClosed = true
                if state.isWriting { state.ends.append(continuation) }
                return !state.isWriting
            }
            if isIdle { continuation.resume() }
        }
    }

    /// Writes until nothing waits. Only one of these runs at a time.
    private func writeAll() async {
        let numbers = StreamNumbers()
        while let receipts = next() {
            let results: [Result<Void, GroundError>]
            do {
                results = try await database.write { [now = database.now] database in
                    try JournalTransaction.write(receipts, to: database, at: now(), numbers: numbers)
                }
            } catch {
                results = receipts.map { _ in .failure(error) }
                numbers.forgetAll()
            }
            note(results, of: receipts)
            for (receipt, result) in zip(receipts, results) { receipt.complete(result) }
        }
    }

    /// The receipts that share the next transaction; nil, and nobody writes any more, where nothing waits.
    private func next() -> [JournalReceipt]? {
        let (receipts, ends): ([JournalReceipt]?, [CheckedContinuation<Void, Never>]) = state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isWriting = false
                defer { state.ends = [] }
                return (nil, state.ends)
            }
            var lines = 0
            var count = 0
            for receipt in state.waiting {
                if count > 0 && lines + receipt.lines.count > Self.linesOfTransaction { break }
                lines += receipt.lines.count
                count += 1
            }
            let taken = Array(state.waiting.prefix(count))
            state.waiting.removeFirst(count)
            state.waitingLines -= lines
            return (taken, [])
        }
        for end in ends { end.resume() }
        return receipts
    }

    private func note(_ results: [Result<Void, GroundError>], of receipts: [JournalReceipt]) {
        var lines = 0
        var refused = 0
        for (receipt, result) in zip(receipts, results) {
            if case .success = result { lines += receipt.lines.count } else { refused += receipt.lines.count }
        }
        state.withLock { state in
            state.statistics.transactions += 1
            state.statistics.lines += lines
            state.statistics.refused += refused
        }
    }
}

/// What a journal writer has done since the server started.
public struct JournalStatistics: Sendable, Equatable {
    /// Transactions, each with one flush of the disk.
    public var transactions = 0
    /// Lines that were kept.
    public var lines = 0
    /// Lines that were refused or could not be written.
    public var refused = 0
}
