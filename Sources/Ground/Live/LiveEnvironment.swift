import Kernel
import Logging
import Scenario

/// What all live exercises of a server share.
public struct LiveEnvironment: Sendable {
    /// Where everything is kept.
    public let ground: Ground
    /// Threads for searches and rules.
    let workers: WorkerThreads
    /// Base logs, shared by teams that meet the same day.
    public let logs: LogLibrary
    /// A clock in milliseconds that never jumps and stands still while the machine sleeps.
    public let machineTime: @Sendable () -> Milliseconds
    /// Where what happens is told.
    public let logger: Logger

    /// The usual environment of a server.
    ///
    /// - Parameter logMemory: how many bytes base logs may take together.
    public init(
        ground: Ground, logger: Logger, searchThreads: Int = 2, logMemory: Int = 2 << 30,
        machineTime: @escaping @Sendable () -> Milliseconds = LiveEnvironment.suspendingClock
    ) {
        self.ground = ground
        self.logger = logger
        workers = WorkerThreads(
            count: searchThreads, capacity: 256, name: "search", stackSize: Self.stackSize, overloaded: Self.overloaded)
        logs = LogLibrary(memoryLimit: logMemory, logger: logger)
        self.machineTime = machineTime
    }

    /// Searches and reviews that wait for a thread now.
    public var waitingWork: Int { workers.waiting }

    /// Bytes of stack of a thread that searches: queries nest.
    static let stackSize = 4 << 20
    static let overloaded = GroundError(
        .tooMany,
        LocalizedText(
            vietnamese: "Máy chủ đang tính quá nhiều việc cùng lúc. Hãy thử lại sau giây lát.",
            english: "Too much is being computed at once. Try again in a moment."),
        secondsToWait: 2)

    /// Milliseconds of the machine's clock that stands still while it sleeps, from when this was first asked.
    public static let suspendingClock: @Sendable () -> Milliseconds = {
        let clock = SuspendingClock()
        let start = clock.now
        return {
            let (seconds, attoseconds) = (clock.now - start).components
            return Milliseconds(seconds) * 1000 + Milliseconds(attoseconds / 1_000_000_000_000_000)
        }
    }()
}
