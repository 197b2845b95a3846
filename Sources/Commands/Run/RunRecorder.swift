import Foundation
import Kernel
import NetworkWorld
import Report
import Telemetry

/// What recording a run gave.
struct RecordedRun {
    let run: Run<NetworkWorld>
    let events: [Event]
    let records: RecordCounts?
}

/// Carries a run to its end a minute at a time, writing telemetry and truth as it goes, so that memory holds a minute.
struct RunRecorder {
    let program: Program
    let seeds: Seeds
    let end: Milliseconds
    private let telemetryFile: StreamedFile?
    private let truthFile: StreamedFile?
    private let chatter: Bool

    init(program: Program, seeds: Seeds, end: Milliseconds, folder: String, telemetry: Bool, chatter: Bool) throws {
        self.program = program
        self.seeds = seeds
        self.end = end
        self.chatter = chatter
        if telemetry {
            try Files.createFolder(folder + "/telemetry")
            let file = try StreamedFile(folder + "/telemetry/ocsf.jsonl")
            telemetryFile = file
            do {
                truthFile = try StreamedFile(folder + "/truth.jsonl")
            } catch {
                file.discard()
                throw error
            }
        } else {
            telemetryFile = nil
            truthFile = nil
        }
    }

    /// Runs to the end. Where it fails, no half-written file is left.
    func record(showing progress: Bool) throws -> RecordedRun {
        do {
            return try carry(showing: progress)
        } catch {
            telemetryFile?.discard()
            truthFile?.discard()
            throw error
        }
    }

    private func carry(showing progress: Bool) throws -> RecordedRun {
        var run = Run<NetworkWorld>(program, seeds: seeds)
        var log = EventLog<Event>(open: true)
        guard let telemetryFile, let truthFile else {
            run.advance(to: end, log: &log)
            return RecordedRun(run: run, events: log.drain(), records: nil)
        }
        var options = TelemetryOptions()
        options.chatter = chatter
        var stream = TelemetryStream(program: program, seeds: seeds, options: options)
        var buffer = RecordBuffer()
        var events: [Event] = []
        var time: Milliseconds = 0
        while time < end {
            time = min(end, time + .minutes(1))
            run.advance(to: time, log: &log)
            let fresh = log.drain()
            stream.advance(to: time, events: fresh, output: &buffer)
            events += fresh
            if buffer.bytes.count > 4 << 20 || time == end {
                if time == end { stream.finish(output: &buffer) }
                try telemetryFile.append(buffer.bytes)
                try truthFile.append(buffer.truth)
                buffer.empty()
                if progress { show(time, buffer.recordCount) }
            }
        }
        Terminal.progress("")
        try telemetryFile.finish()
        try truthFile.finish()
        return RecordedRun(
            run: run, events: events,
            records: RecordCounts(total: buffer.recordCount, attack: buffer.attackRecordCount, bytes: buffer.byteCount))
    }

    private func show(_ time: Milliseconds, _ records: Int) {
        let percent = time * 100 / end
        Terminal.progress(
            "simulating … \(percent) %   \(time / 3_600_000) h \(time / 60_000 % 60) min   \(records) records")
    }
}
