import Kernel
import Logging
import LogSearch
import NetworkWorld
import Synchronization

/// The base logs of a server's exercises: one for all teams that meet the same day.
///
/// A log is made on a thread of its own and can be searched while it is being made. It is forgotten with the last exercise that
/// holds it.
public final class LogLibrary: Sendable {
    private struct Key: Hashable {
        var content: String
        var world: UInt64
        var future: UInt64
    }

    private final class Weak: Sendable {
        weak let log: BaseLog?
        init(_ log: BaseLog) { self.log = log }
    }

    private struct Shelf {
        var isStopped = false
        var schemas: [String: LogSchema] = [:]
        var logs: [Key: Weak] = [:]
    }

    /// How many bytes logs may take together.
    public let memoryLimit: Int
    private let logger: Logger
    private let builders: WorkerThreads
    private let shelf = Mutex(Shelf())

    init(memoryLimit: Int, logger: Logger) {
        self.memoryLimit = memoryLimit
        self.logger = logger
        builders = WorkerThreads(
            count: 1, capacity: 4_096, name: "logs", stackSize: LiveEnvironment.stackSize,
            overloaded: LiveEnvironment.overloaded)
    }

    /// The log of a day, which is begun where nobody has it yet.
    ///
    /// - Parameter content: what names the program: equal names mean equal programs.
    /// - Complexity: O(hosts · sensors) for a new one; the records come later.
    func log(of program: Program, content: String, seeds: Seeds) -> BaseLog {
        let key = Key(content: content, world: seeds.world, future: seeds.future)
        let (log, isNew) = shelf.withLock { shelf -> (BaseLog, Bool) in
            if let known = shelf.logs[key]?.log { return (known, false) }
            shelf.logs = shelf.logs.filter { $0.value.log != nil }
            let schema = shelf.schemas[content] ?? LogSchema(program: program)
            let inUse = Set(shelf.logs.keys.map(\.content)).union([content])
            shelf.schemas = shelf.schemas.filter { inUse.contains($0.key) }
            shelf.schemas[content] = schema
            let log = BaseLog(schema: schema, seeds: seeds)
            shelf.logs[key] = Weak(log)
            return (log, true)
        }
        if isNew { build(log, content: content) }
        return log
    }

    private func build(_ log: BaseLog, content: String) {
        Task { [builders, logger, weak log] in
            do {
                try await builders.run { [weak self, weak log] in
                    guard let self, let log else { return }
                    self.make(log)
                }
            } catch {
                logger.error("a log was not made", metadata: ["content": "\(content)", "reason": "\(error)"])
            }
        }
    }

    /// Makes a log to its end, or until logs together take all that they may. It then ends early, as whoever searches is told.
    private func make(_ log: BaseLog) {
        log.build { [weak self] _ in
            guard let self else { return false }
            return !self.isStopped && self.memoryBytes < self.memoryLimit
        }
        if !log.isComplete && !isStopped {
            logger.warning(
                "a log ends early: logs take all the memory that they may",
                metadata: ["bytes": "\(memoryBytes)", "limit": "\(memoryLimit)"])
        }
    }

    /// Makes no more records: the server stops.
    func stop() { shelf.withLock { $0.isStopped = true } }

    private var isStopped: Bool { shelf.withLock { $0.isStopped } }

    /// Bytes that logs take now.
    public var memoryBytes: Int {
        shelf.withLock { $0.logs.values.reduce(0) { $0 + ($1.log?.memoryBytes ?? 0) } }
    }

    /// Records that can be searched now.
    public var recordCount: Int {
        shelf.withLock { $0.logs.values.reduce(0) { $0 + ($1.log?.recordCount ?? 0) } }
    }
}
