import Kernel
import Telemetry

/// A team's log as it stood at a moment: what is searched. A value that may go to another thread.
public struct LogView: Sendable {
    /// The records that all teams share.
    public let base: BaseLog
    /// Records from this moment on do not exist yet, ms of exercise time.
    public private(set) var now: Milliseconds = 0
    /// Records of the team's own run, in order, in pieces that are never changed again, but for the last.
    private(set) var additions: [[Record]] = []
    /// What the team's run made of hosts and accounts.
    private(set) var history = ConditionHistory()

    /// Records in a piece.
    private static let piece = 1024

    /// The shared records before the exercise begins.
    public init(base: BaseLog) { self.base = base }

    /// When the run changed something about records for the first time.
    var historyStart: Milliseconds { history.start }

    /// How many records the team's own run has left.
    public var additionCount: Int { additions.reduce(0) { $0 + $1.count } }

    mutating func take(_ records: [Record], history: ConditionHistory, now: Milliseconds) {
        for record in records {
            if additions.last.map({ $0.count >= Self.piece }) ?? true {
                additions.append([])
                additions[additions.count - 1].reserveCapacity(Self.piece)
            }
            additions[additions.count - 1].append(record)
        }
        self.history = history
        self.now = now
    }
}
