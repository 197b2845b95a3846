import ArgumentParser
import Detection
import Kernel
import NetworkWorld
import Scenario
import Telemetry

/// The rules that listen to a run, as a command line names them.
struct RuleChoices: ParsableArguments {
    @Option(
        name: .customLong("rules"), parsing: .upToNextOption,
        help: ArgumentHelp(
            "Files and folders of Sigma rules that read the run's records; what they find enters the run as alerts.",
            valueName: "path"))
    var paths: [String] = []

    @Option(
        name: .customLong("rule-level"),
        help: ArgumentHelp("The level from which on a finding is an alert.", valueName: "level"))
    var level = SigmaLevel.high

    /// The rules at a run of a program; nil where none are named.
    func attached(to program: Program, seeds: Seeds, chatter: Bool) throws -> AttachedRules? {
        if paths.isEmpty { return nil }
        let library = try RuleLibrary(paths)
        for diagnostic in library.diagnostics where diagnostic.severity == .error {
            Terminal.error(diagnostic.description)
        }
        if library.errorCount > 0 {
            throw CommandFailure.content("\(library.errorCount) errors in rules; see 'thao detect --check'")
        }
        return try AttachedRules(library.collection, from: level, program: program, seeds: seeds, chatter: chatter)
    }
}

/// Rules in Sigma's language that read a run's records while it goes on. What they find enters the run as alerts from outside,
/// which the journal keeps: a replay needs neither rules nor records.
///
/// They read the records in the Elastic schema, which carries every one, whatever formats are written. An alert comes at the end
/// of the minute in which its record was written. The same rule and host are silent for an hour after an alert, as in
/// operations centres.
struct AttachedRules {
    private struct Source: Hashable {
        var subject: Detection.Finding.Subject
        var host: Int32
    }

    /// How long a rule says nothing more of a host after an alert, in ms.
    private static let silence = Milliseconds.minutes(60)

    /// How many findings of the wanted levels there were.
    private(set) var findingCount = 0
    /// How many of them became alerts.
    private(set) var alertCount = 0

    private let level: SigmaLevel
    private let program: Program
    private var detector: Detector
    private var stream: TelemetryStream
    private var buffer = RecordBuffer()
    private var lastAlert: [Source: Milliseconds] = [:]

    init(
        _ collection: SigmaCollection, from level: SigmaLevel, program: Program, seeds: Seeds, chatter: Bool
    ) throws {
        do {
            detector = try Detector(collection, format: .ecs) { own, _ in own.map { $0 >= level } ?? false }
        } catch {
            throw CommandFailure.content(error.description)
        }
        self.level = level
        self.program = program
        var options = TelemetryOptions()
        options.chatter = chatter
        options.formats = [.ecs]
        stream = TelemetryStream(program: program, seeds: seeds, options: options)
        detector.beginFile()
    }

    /// Reads the records before `time` and gives the alerts about them, in the order of the records.
    mutating func listen(until time: Milliseconds, events: [Event]) -> [NetworkInput] {
        var findings: [Detection.Finding] = []
        // The days before the start come in pieces that memory holds; nobody is alarmed about them now.
        while stream.now < min(0, time) {
            read(until: min(0, stream.now + .minutes(10)), events: [], into: &findings)
        }
        findings.removeAll(keepingCapacity: true)
        read(until: time, events: events, into: &findings)
        findingCount += findings.count
        return findings.compactMap { alert(about: $0, at: time) }
    }

    private mutating func read(until time: Milliseconds, events: [Event], into findings: inout [Detection.Finding]) {
        stream.advance(to: time, events: events, output: &buffer)
        detector.read(buffer.bytes, into: &findings)
        detector.settle(into: &findings)
        buffer.empty()
    }

    private mutating func alert(about finding: Detection.Finding, at time: Milliseconds) -> NetworkInput? {
        let host = program.host(named: Self.label(finding.record.host)) ?? -1
        let source = Source(subject: finding.subject, host: host)
        if let last = lastAlert[source], time - last < Self.silence { return nil }
        lastAlert[source] = time
        alertCount += 1
        let user = finding.record.user.split(separator: "\\").last.map(String.init) ?? ""
        let level = SubjectText(finding.subject, in: detector.collection).level ?? .low
        let severity: Severity =
            switch level {
            case .informational, .low: .low
            case .medium: .medium
            case .high: .high
            case .critical: .critical
            }
        return .externalAlert(
            host: host, account: program.account(named: user) ?? -1,
            severity: UInt8(severity.ordinal))
    }

    /// What the rules found, in one line.
    var summary: String {
        "\(TextTable.grouped(findingCount)) findings of level \(level.word) or higher; "
            + "\(TextTable.grouped(alertCount)) alerts entered the run"
    }

    /// The first label of a host's full name.
    private static func label(_ name: String) -> String { String(name.prefix { $0 != "." }) }
}
