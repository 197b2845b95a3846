import Detection
import Exercise
import Kernel
import NetworkWorld
import Scenario
import Telemetry

/// What a rule would have found in a team's logs.
public struct RuleTrial: Sendable {
    /// A record that it found.
    public struct Hit: Sendable, Equatable {
        /// Exercise time of the record, ms; below zero before the start.
        public var time: Milliseconds
        /// Full name of the host; empty where the record names none.
        public var host: String
        /// Account; empty where the record names none.
        public var user: String
        /// Title of the rule or correlation.
        public var title: String
    }

    /// What is wrong with the rule; where there are errors, nothing was tried.
    public var diagnostics: [Diagnostic]
    /// How many records it found.
    public var hitCount = 0
    /// The first of them.
    public var hits: [Hit] = []
    /// Records that were read.
    public var recordCount = 0
    /// Up to when records were read; before the end where time ran out.
    public var readUntil: Milliseconds = 0

    /// How many hits are told.
    public static let told = 50

    /// Whether the rule can be used.
    public var isUsable: Bool { !diagnostics.contains { $0.severity == .error } }

    /// What is wrong with a text as a rule.
    public static func diagnostics(of text: String) -> [Diagnostic] { read(text).1 }

    private static func read(_ text: String) -> (SigmaCollection, [Diagnostic]) {
        let reading = SigmaReader.read(Array(text.utf8), file: "rule")
        let collection = SigmaCollection([reading])
        var diagnostics = reading.diagnostics + collection.diagnostics
        if collection.rules.isEmpty && !diagnostics.contains(where: { $0.severity == .error }) {
            diagnostics.append(
                Diagnostic(
                    severity: .error, file: "rule", position: TextPosition(line: 1, column: 1), path: "",
                    message: "there is no rule in this text"))
        }
        return (collection, diagnostics)
    }

    /// Tries a rule.
    ///
    /// - Parameters:
    ///   - range: exercise time of the records that it reads.
    ///   - isOver: whether there is no time left.
    /// - Throws: ``GroundError`` (invalid) where the rule does not compile.
    /// - Complexity: O(records of the range), some 100,000 a second.
    init(
        _ text: String, on exercise: TeamExercise, range: Range<Milliseconds>, isOver: () -> Bool
    ) throws(GroundError) {
        let collection: SigmaCollection
        (collection, diagnostics) = Self.read(text)
        guard isUsable else { return }
        var detector: Detector
        do {
            detector = try Detector(collection, format: .ecs)
        } catch {
            throw GroundError(.invalid, error.description, field: "rule")
        }
        detector.beginFile()
        let start = exercise.program.simulation.startEpochSeconds * 1000
        var options = TelemetryOptions()
        options.formats = [.ecs]
        var stream = TelemetryStream(program: exercise.program, seeds: exercise.seeds, options: options)
        var buffer = RecordBuffer()
        var findings: [Detection.Finding] = []
        let events = exercise.events
        let first = TelemetryStream.minute(of: range.lowerBound)
        var next = events.firstIndex { $0.time >= first } ?? events.count
        stream.skip(to: first, events: Array(events[..<next]))
        readUntil = range.lowerBound
        while stream.now < range.upperBound && !isOver() {
            // What stands before the range within its first minute is made and not read.
            let isWanted = stream.now >= range.lowerBound
            let until = isWanted ? min(range.upperBound, stream.now + .minutes(5)) : range.lowerBound
            let end = events[next...].firstIndex { $0.time >= until } ?? events.count
            stream.advance(to: until, events: Array(events[next..<end]), output: &buffer)
            next = end
            if isWanted {
                recordCount += buffer.recordCount
                detector.read(buffer.bytes, into: &findings)
                detector.settle(into: &findings)
                hitCount += findings.count
                for finding in findings.prefix(max(0, Self.told - hits.count)) {
                    hits.append(Self.hit(finding, collection, start: start))
                }
                findings.removeAll(keepingCapacity: true)
                readUntil = until
            }
            buffer.empty()
        }
    }

    private static func hit(
        _ finding: Detection.Finding, _ collection: SigmaCollection, start: Milliseconds
    ) -> Hit {
        let title =
            switch finding.subject {
            case .rule(let index): collection.rules[index].title
            case .correlation(let index): collection.correlations[index].title
            }
        return Hit(
            time: (finding.record.time ?? start) - start, host: finding.record.host, user: finding.record.user,
            title: title)
    }
}

/// Trying rules before they are armed.
extension LiveExercise {
    /// How long a trial may take, in real milliseconds.
    public static let longestTrial: Milliseconds = 20_000

    /// Tries a rule on a team's records of a stretch of time, which ends now at the latest.
    ///
    /// - Throws: ``GroundError``: `notFound`; `tooMany` where too much is being computed.
    public func tryRule(_ text: String, team: Int64, range: Range<Milliseconds>) async throws -> RuleTrial {
        let exercise = try snapshot(team: team).exercise
        let end = min(range.upperBound, exercise.now)
        let time = environment.machineTime
        return try await environment.workers.run { () throws(GroundError) in
            let latest = time() + Self.longestTrial
            return try RuleTrial(
                text, on: exercise, range: min(range.lowerBound, end)..<end, isOver: { time() > latest })
        }
    }
}
