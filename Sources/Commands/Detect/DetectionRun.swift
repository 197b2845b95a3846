import Detection
import Foundation
import Kernel

/// Files of records go through a detector; findings come out as they are found, or summed up at the end.
struct DetectionRun {
    /// What is printed.
    enum Style { case summary, lines, json }

    let collection: SigmaCollection
    let files: [String]
    let format: RecordFormat
    let style: Style
    let failLevel: SigmaLevel?

    /// Reads all files. Ends with code 1 where something is found that should not be.
    func run(to path: String?, reporting isWanted: (SigmaLevel?, [String]) -> Bool) throws {
        var detector: Detector
        do {
            detector = try Detector(collection, format: format, reporting: isWanted)
        } catch {
            throw CommandFailure.content(error.description)
        }
        let output = try path.map(StreamedFile.init)
        var summary = FindingSummary()
        var worst: SigmaLevel?
        do {
            var unreadable = 0
            for (index, file) in files.enumerated() {
                detector.beginFile()
                try read(file, index, &detector) { try take($0, &summary, &worst, output) }
                unreadable += detector.unreadableCount
                report(detector, file)
            }
            Terminal.progress("")
            var late: [Finding] = []
            detector.finish(into: &late)
            try take(late, &summary, &worst, output)
            try end(summary, records: detector.recordCount, unreadable: unreadable, output)
        } catch {
            output?.discard()
            throw error
        }
        if let failLevel, let worst, worst >= failLevel {
            throw CommandFailure.negative("found: rules of level \(failLevel.word) or above it match")
        }
    }

    private func read(
        _ file: String, _ index: Int, _ detector: inout Detector, _ take: ([Finding]) throws -> Void
    ) throws {
        var found: [Finding] = []
        do {
            try RecordInput.read(file) { piece in
                detector.read(piece, into: &found)
                try take(found)
                found.removeAll(keepingCapacity: true)
                Terminal.progress(
                    "file \(index + 1) of \(files.count), \(TextTable.grouped(detector.recordCount)) records")
            }
        } catch let failure as GzipReader.Failure {
            Terminal.error("\(file): error: \(failure.message)")
        }
        detector.endFile(into: &found)
        try take(found)
    }

    private func take(
        _ findings: [Finding], _ summary: inout FindingSummary, _ worst: inout SigmaLevel?, _ output: StreamedFile?
    ) throws {
        for finding in findings {
            if let level = SubjectText(finding.subject, in: collection).level { worst = max(worst ?? level, level) }
            summary.add(finding)
            switch style {
            case .summary: break
            case .lines: try put(FindingText.line(finding, collection, files), output)
            case .json: try put(FindingText.json(finding, collection, files), output)
            }
        }
    }

    private func put(_ line: String, _ output: StreamedFile?) throws {
        if let output { try output.append(Array((line + "\n").utf8)) } else { Terminal.output(line) }
    }

    /// What could not be read in a file, on standard error.
    private func report(_ detector: Detector, _ file: String) {
        for problem in detector.problems.prefix(5) {
            Terminal.error("\(file):\(problem.line):\(problem.column): warning: \(problem.message)")
        }
        let rest = detector.unreadableCount - min(5, detector.problems.count)
        if rest > 0 { Terminal.error("\(file): warning: \(TextTable.grouped(rest)) more records cannot be read") }
    }

    private func end(_ summary: FindingSummary, records: Int, unreadable: Int, _ output: StreamedFile?) throws {
        let counts =
            "\(TextTable.grouped(records)) records, \(TextTable.grouped(summary.count)) findings"
            + (unreadable > 0 ? ", \(TextTable.grouped(unreadable)) records unreadable" : "")
        if style == .summary {
            if summary.count > 0 { try put(summary.table(collection) + "\n", output) }
            try put(counts, output)
        } else {
            Terminal.error(counts)
        }
        try output?.finish()
    }
}
