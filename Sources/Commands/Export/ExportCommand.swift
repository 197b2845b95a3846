import ArgumentParser
import Kernel
import NetworkWorld
import Telemetry

/// `thao export`: makes the telemetry of a run from its journal.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a run's telemetry from its journal, in the formats of the trade.",
        discussion: """
            The journal alone is enough: records, those of everyday life among them,
            come out byte for byte as 'thao run' wrote them. A folder takes several
            formats; standard output and a receiver take one.

            EXAMPLES
              thao export out/egov-1/journal.json --format winlogbeat,zeek
              thao export journal.json --format zeek-tsv --out /tmp/zeek
              thao export journal.json --rotate 100MB --compress gzip
              thao export journal.json --format syslog --out tcp://127.0.0.1:6514
              thao export journal.json --format evtx --out - > events.jsonl
            """)

    @Argument(help: "The journal.json of a run.")
    var journal: String

    @OptionGroup var choices: TelemetryChoices

    @Option(
        help: ArgumentHelp(
            "A folder, - for standard output, or tcp://host:port; 'telemetry' beside the journal where not given.",
            valueName: "place"))
    var out: String?

    @Flag(inversion: .prefixedNo, help: "Let ordinary users, services and machines write records too.")
    var chatter = true

    @Option(help: ArgumentHelp("Write which record belongs to which attack step into a file.", valueName: "file"))
    var truth: String?

    func run() async throws {
        try await reporting {
            let read = try JournalFile(journal)
            let place = try TelemetryDestination(out ?? Self.folder(of: journal) + "telemetry")
            try place.check(choices)
            let (run, events) = read.replay(listening: true)
            if run.stateHash != read.journal.stateHash {
                throw CommandFailure.negative("\(journal): its replay ends in another state; see 'thao replay'")
            }
            var recorder = TelemetryRecorder(
                program: read.program, seeds: read.journal.seeds, formats: choices.formats, chatter: chatter,
                writer: try TelemetryWriter(place, choices, truth: truth))
            do {
                try record(read.journal, events, &recorder)
            } catch {
                recorder.discard()
                throw error
            }
            if case .folder(let folder) = place {
                Terminal.output("\(TextTable.grouped(recorder.recordCount)) records in \(folder)")
            }
        }
    }

    /// Writes the records minute by minute, and follows changes of the seed where they were.
    private func record(
        _ journal: Journal<NetworkWorld>, _ events: [Event], _ recorder: inout TelemetryRecorder
    ) throws {
        var next = 0
        var time: Milliseconds = 0
        var entries = journal.entries[...]
        while time < journal.end {
            time = min(journal.end, (time / .minutes(1) + 1) * .minutes(1))
            var seed: UInt64?
            if let entry = entries.first, entry.time < time {
                entries.removeFirst()
                time = max(entry.time, 0)
                if case .future(let future) = entry.content { seed = future }
            }
            let start = next
            while next < events.count && events[next].time < time { next += 1 }
            if time == journal.end { next = events.count }
            try recorder.advance(to: time, events: Array(events[start..<next]))
            if let seed { recorder.reseed(future: seed) }
            Terminal.progress("exporting … \(time * 100 / max(journal.end, 1)) %")
        }
        try recorder.finish()
        Terminal.progress("")
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }
}
