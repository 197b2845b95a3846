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
    /// What writes telemetry and truth; `nil` where neither is wanted.
    private var telemetry: TelemetryRecorder?
    /// Rules that read the records while the run goes on.
    private(set) var rules: AttachedRules?

    /// - Parameter choices: the formats of telemetry; `nil` for none.
    init(
        program: Program, seeds: Seeds, end: Milliseconds, folder: String, choices: TelemetryChoices?, chatter: Bool,
        rules: AttachedRules? = nil
    ) throws {
        self.program = program
        self.seeds = seeds
        self.end = end
        self.rules = rules
        if let choices {
            let writer = try TelemetryWriter(
                .folder(folder + "/telemetry"), choices, truth: folder + "/truth.jsonl")
            telemetry = TelemetryRecorder(
                program: program, seeds: seeds, formats: choices.formats, chatter: chatter, writer: writer)
        }
    }

    /// Runs to the end. Where it fails, no half-written file is left.
    mutating func record(showing progress: Bool) throws -> RecordedRun {
        do {
            return try carry(showing: progress)
        } catch {
            telemetry?.discard()
            throw error
        }
    }

    private mutating func carry(showing progress: Bool) throws -> RecordedRun {
        var run = Run<NetworkWorld>(program, seeds: seeds)
        var log = EventLog<Event>(open: true)
        if telemetry == nil && rules == nil {
            run.advance(to: end, log: &log)
            return RecordedRun(run: run, events: log.drain(), records: nil)
        }
        var events: [Event] = []
        var time: Milliseconds = 0
        while time < end {
            time = min(end, time + .minutes(1))
            run.advance(to: time, log: &log)
            let fresh = log.drain()
            try telemetry?.advance(to: time, events: fresh)
            if time < end {
                for alert in rules?.listen(until: time, events: fresh) ?? [] { run.submit(alert, log: &log) }
            }
            events += fresh
            if progress && time % .minutes(10) == 0 { show(time, telemetry?.recordCount ?? 0) }
        }
        try telemetry?.finish()
        Terminal.progress("")
        return RecordedRun(run: run, events: events, records: telemetry?.counts)
    }

    private func show(_ time: Milliseconds, _ records: Int) {
        let percent = time * 100 / end
        Terminal.progress(
            "simulating … \(percent) %   \(time / 3_600_000) h \(time / 60_000 % 60) min   \(records) records")
    }
}
