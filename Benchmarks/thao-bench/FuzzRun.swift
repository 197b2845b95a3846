import Kernel
import NetworkWorld
import Telemetry

/// Carries programs along, with everything that reads what happens.
enum FuzzRun {
    /// More hosts and people than this make more records than a short time allows.
    private static let mostWritten = 5_000

    static func carry(
        _ program: Program, seeds: Seeds, entries: [JournalEntry<NetworkInput>], end: Milliseconds
    ) {
        var log = EventLog<Event>(open: true)
        let run = Run<NetworkWorld>.replay(program, seeds: seeds, entries: entries, until: end, log: &log)
        precondition(NetworkWorld.outcome(of: run).hostsCompromised >= 0)
        if program.hostCount + program.accountCount > mostWritten { return }
        write(program, seeds: seeds, events: log.events, end: end, chatter: false)
        let short = min(end, .minutes(2))
        write(program, seeds: seeds, events: log.events.filter { $0.time < short }, end: short, chatter: true)
    }

    private static func write(_ program: Program, seeds: Seeds, events: [Event], end: Milliseconds, chatter: Bool) {
        var options = TelemetryOptions()
        options.chatter = chatter
        var stream = TelemetryStream(program: program, seeds: seeds, options: options)
        var buffer = RecordBuffer()
        stream.advance(to: end, events: events, output: &buffer)
        stream.finish(output: &buffer)
    }
}
