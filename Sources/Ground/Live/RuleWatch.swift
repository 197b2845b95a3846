import Detection
import Exercise
import Kernel
import NetworkWorld
import Scenario
import Telemetry

/// A team's armed Sigma rules, reading its records as they are written.
///
/// Records are read in the Elastic schema, which carries every one. An alert comes when the record was written, up to a tick of
/// the clock later; the same rule and host are silent for an hour after an alert, as in operations centres.
///
/// The class is a mailbox for one worker at a time: `pending` grows while the worker reads, and is taken whole.
final class RuleWatch: Sendable {
    /// What the rules are to read next.
    struct Stretch: Sendable {
        var until: Milliseconds
        var events: [Event]
    }

    /// How long a rule says nothing more of a host after an alert, in exercise ms.
    static let silence = Milliseconds.minutes(60)

    /// The numbers of the team's rules that are armed, in order.
    let armed: [Int]
    private let state: StateBox

    /// Rules that read from `start` on what a run writes that has had `events` so far.
    ///
    /// - Throws: ``GroundError`` (invalid) where a text is no rule; texts were checked when they were armed.
    init(
        _ texts: [(number: Int, text: String)], program: Program, seeds: Seeds, events: [Event],
        from start: Milliseconds
    ) throws(GroundError) {
        armed = texts.map(\.number)
        let collection = SigmaCollection(
            texts.map { SigmaReader.read(Array($0.text.utf8), file: String($0.number)) })
        let detector: Detector
        do {
            detector = try Detector(collection, format: .ecs)
        } catch {
            throw GroundError(.invalid, error.description, field: "rule")
        }
        var options = TelemetryOptions()
        options.formats = [.ecs]
        state = StateBox(
            ListeningState(
                program: program, detector: detector,
                stream: TelemetryStream(program: program, seeds: seeds, options: options), before: events, start: start)
        )
    }

    /// Reads a stretch of time and gives the alerts about it, in the order of the records. Calls for one watch must not
    /// overlap.
    ///
    /// - Complexity: O(records of the stretch); some 100,000 a second.
    func read(_ stretch: Stretch) -> [TeamInput] { state.read(stretch) }
}

/// Keeps the state of a watch between stretches. Unchecked: the live exercise has one reading under way at a time.
private final class StateBox: @unchecked Sendable {
    private var state: ListeningState
    init(_ state: ListeningState) { self.state = state }
    func read(_ stretch: RuleWatch.Stretch) -> [TeamInput] { state.read(stretch) }
}

/// The detector, the stream that it reads, and what it last said.
private struct ListeningState: Sendable {
    private struct Source: Hashable {
        var rule: Int
        var host: Int32
    }

    let program: Program
    var detector: Detector
    var stream: TelemetryStream
    /// What had happened when the rules were armed; nobody is alarmed about it.
    var before: [Event]
    let start: Milliseconds
    private var buffer = RecordBuffer()
    private var lastAlert: [Source: Milliseconds] = [:]
    private var hasBegun = false

    init(program: Program, detector: Detector, stream: TelemetryStream, before: [Event], start: Milliseconds) {
        self.program = program
        self.detector = detector
        self.stream = stream
        self.before = before
        self.start = start
        self.detector.beginFile()
    }

    mutating func read(_ stretch: RuleWatch.Stretch) -> [TeamInput] {
        if !hasBegun {
            hasBegun = true
            skip()
        }
        var findings: [Detection.Finding] = []
        stream.advance(to: stretch.until, events: stretch.events, output: &buffer)
        detector.read(buffer.bytes, into: &findings)
        detector.settle(into: &findings)
        buffer.empty()
        return findings.compactMap { alert(about: $0, at: stretch.until) }
    }

    /// Brings the stream to where the rules begin to read: the last whole minute, so that no record of it is missed.
    private mutating func skip() {
        let minute = TelemetryStream.minute(of: start)
        let first = before.firstIndex { $0.time >= minute } ?? before.count
        stream.skip(to: minute, events: Array(before[..<first]))
        stream.advance(to: start, events: Array(before[first...]), output: &buffer)
        buffer.empty()
        before = []
    }

    private mutating func alert(about finding: Detection.Finding, at time: Milliseconds) -> TeamInput? {
        let subject: (file: String, level: SigmaLevel?) =
            switch finding.subject {
            case .rule(let index): (detector.collection.rules[index].file, detector.collection.rules[index].level)
            case .correlation(let index):
                (detector.collection.correlations[index].file, detector.collection.correlations[index].level)
            }
        guard let rule = Int(subject.file) else { return nil }
        let host = program.host(named: String(finding.record.host.prefix { $0 != "." })) ?? -1
        let source = Source(rule: rule, host: host)
        if let last = lastAlert[source], time - last < RuleWatch.silence { return nil }
        lastAlert[source] = time
        let user = finding.record.user.split(separator: "\\").last.map(String.init) ?? ""
        let severity: Severity =
            switch subject.level ?? .medium {
            case .informational, .low: .low
            case .medium: .medium
            case .high: .high
            case .critical: .critical
            }
        return .ruleAlert(
            rule: rule, host: host, account: program.account(named: user) ?? -1, severity: UInt8(severity.ordinal))
    }
}
