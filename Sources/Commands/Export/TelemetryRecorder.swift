import Kernel
import NetworkWorld
import Report
import Telemetry

/// Carries a telemetry stream along with a run's events and hands its lines on, so that memory holds a few minutes.
struct TelemetryRecorder {
    private var stream: TelemetryStream
    private var buffer = RecordBuffer()
    private let writer: TelemetryWriter

    /// Bytes that are collected before they are handed on.
    private static let enough = 4 << 20

    init(
        program: Program, seeds: Seeds, formats: [TelemetryFormat], chatter: Bool, writer: TelemetryWriter
    ) {
        var options = TelemetryOptions()
        options.chatter = chatter
        options.formats = formats
        stream = TelemetryStream(program: program, seeds: seeds, options: options)
        self.writer = writer
    }

    /// Records up to now.
    var recordCount: Int { buffer.recordCount }

    /// What was written, in numbers.
    var counts: RecordCounts {
        RecordCounts(total: buffer.recordCount, attack: buffer.attackRecordCount, bytes: buffer.byteCount)
    }

    /// Writes what is due before `time`.
    mutating func advance(to time: Milliseconds, events: [Event]) throws {
        // The days before the start come in pieces that memory holds.
        while stream.now < min(0, time) { try write(before: min(0, time, stream.now + .minutes(10)), events: []) }
        try write(before: time, events: events)
    }

    private mutating func write(before time: Milliseconds, events: [Event]) throws {
        stream.advance(to: time, events: events, output: &buffer)
        if buffer.waitingByteCount > Self.enough { try writer.take(&buffer) }
    }

    /// Follows a run whose future begins to be drawn otherwise.
    mutating func reseed(future: UInt64) { stream.reseed(future: future) }

    /// Writes the rest and ends all files.
    mutating func finish() throws {
        stream.finish(output: &buffer)
        try writer.take(&buffer)
        try writer.finish()
    }

    /// Takes unfinished files away.
    func discard() { writer.discard() }
}
