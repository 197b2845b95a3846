import Exercise
import Kernel
import LogSearch
import Telemetry

/// Records of a team as a file of a telemetry format, in pieces: whoever takes them decides how fast they are made.
public struct LogExport: Sendable {
    /// Most records of one file.
    public static let mostRecords = 200_000
    /// Most records of a file of a format that keeps several logs apart: they are gathered before the first is written.
    public static let mostGathered = 50_000
    /// Records of one piece.
    private static let piece = 10_000

    private let view: LogView
    private let format: TelemetryFormat
    private let workers: WorkerThreads
    private var request: SearchRequest
    private var buffer = RecordBuffer()
    private var logs: [[UInt8]] = []
    private var left: Int
    private var isDone = false

    init(_ request: SearchRequest, format: TelemetryFormat, view: LogView, workers: WorkerThreads) {
        self.view = view
        self.format = format
        self.workers = workers
        self.request = request
        left = format == .zeekTSV ? Self.mostGathered : Self.mostRecords
    }

    /// The next piece, the oldest records first; nil after the last.
    ///
    /// - Throws: ``GroundError`` (tooMany) where too much is being computed.
    /// - Complexity: that of a search for 10,000 records, on a worker's thread.
    public mutating func next() async throws(GroundError) -> [UInt8]? {
        if format != .zeekTSV { return try await read() }
        while try await read() != nil {
            for (place, output) in buffer.outputs.enumerated() {
                if place >= logs.count { logs.append(output.header) }
                logs[place] += output.bytes
            }
        }
        return logs.isEmpty ? nil : logs.removeFirst()
    }

    private mutating func read() async throws(GroundError) -> [UInt8]? {
        if isDone { return nil }
        request.limit = min(left, Self.piece)
        buffer.empty()
        let (asked, before, view, format) = (request, buffer, view, format)
        let (written, next) = try await workers.run {
            var output = before
            let next = view.export(asked, format: format, to: &output)
            return (output, next)
        }
        left -= Self.piece
        buffer = written
        request.after = next
        isDone = next == nil || left <= 0
        return written.bytes
    }
}

extension LiveExercise {
    /// Begins to take away what a search finds, and notes who does.
    ///
    /// - Parameters:
    ///   - text: what is noted: the search as it was typed.
    ///   - account: who takes it.
    /// - Throws: ``GroundError``: `notFound`.
    public func export(
        _ request: SearchRequest, text: String, format: TelemetryFormat, team: Int64, account: Int64
    ) throws(GroundError) -> LogExport {
        let view = try log(team: team)
        try environment.ground.activity.note(
            Activity(exercise: id, team: team, account: account, time: view.now, kind: "export", text: text))
        return LogExport(request, format: format, view: view, workers: environment.workers)
    }
}
