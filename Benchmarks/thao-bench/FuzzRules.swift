import Detection
import Kernel
import Scenario
import TestSupport

/// Mutated rules, which must match where they still read, and mutated records.
struct FuzzRules {
    /// So many texts of records are put before the rules that survive.
    private static let recordTexts = 8

    private let rules = PieceMutator(RuleSamples.texts.map { Array($0.utf8) }, pieces: RuleSamples.pieces)
    private let records: PieceMutator
    /// All rules as they are, before which mutated records come.
    private let unbroken: Detector
    /// What there is, in words.
    let summary: String

    init() throws {
        let texts = try FuzzRecordSamples.texts()
        records = PieceMutator(texts, pieces: FuzzRecordSamples.pieces)
        let readings = RuleSamples.texts.map {
            SigmaReader.read(Array($0.utf8), file: "rules.yml", placeholders: RuleSamples.placeholders)
        }
        unbroken = try Detector(SigmaCollection(readings))
        var detector = unbroken
        var findings: [Finding] = []
        for text in texts {
            detector.beginFile()
            detector.read(text, into: &findings)
            detector.endFile(into: &findings)
        }
        detector.finish(into: &findings)
        let found = Set(findings.map(\.subject)).count
        summary =
            "\(RuleSamples.texts.count) files of rules and \(texts.count) of records, in which \(found) of "
            + "\(unbroken.collection.rules.count + unbroken.collection.correlations.count) rules and correlations "
            + "find something"
    }

    /// Reads one mutated file of rules; what is accepted must compile and match.
    func tryRules(_ random: inout FuzzRandom) -> FuzzVerdict {
        let text = rules.broken(&random)
        let reading = SigmaReader.read(text, file: "rules.yml", placeholders: RuleSamples.placeholders)
        let collection = SigmaCollection([reading])
        let diagnostics = reading.diagnostics + collection.diagnostics
        for diagnostic in diagnostics
        where !FuzzCorpus.isPlace(diagnostic.position, length: text.count) || diagnostic.file.isEmpty {
            return .failed("no position: \(diagnostic)")
        }
        if collection.rules.isEmpty && collection.correlations.isEmpty {
            if !reading.filters.isEmpty && diagnostics.isEmpty { return .accepted }
            return FuzzCorpus.judge(diagnostics, length: text.count)
        }
        do throws(RuleSet.CompileError) {
            var detector = try Detector(collection)
            var findings: [Finding] = []
            for _ in 0..<Self.recordTexts {
                detector.beginFile()
                detector.read(records.broken(&random), into: &findings)
                detector.endFile(into: &findings)
            }
            detector.finish(into: &findings)
            return .accepted
        } catch {
            return .failed("accepted, but \(error)")
        }
    }

    /// Reads one mutated file of records, whole and in two pieces, which must come to the same; refused is what has no
    /// record.
    func tryRecords(_ random: inout FuzzRandom) -> FuzzVerdict {
        let text = records.broken(&random)
        let cut = random.below(text.count + 1)
        let whole = read([text[...]]), pieces = read([text[..<cut], text[cut...]])
        for problem in whole.problems {
            let position = TextPosition(line: problem.line, column: problem.column)
            if !FuzzCorpus.isPlace(position, length: text.count) { return .failed("no position: \(problem)") }
        }
        if whole != pieces { return .failed("cut at \(cut), it reads otherwise: \(pieces), not \(whole)") }
        return whole.records > 0 || whole.problems.isEmpty ? .accepted : .refused
    }

    private struct Reading: Equatable {
        var records: Int
        var findings: [Finding]
        var problems: [RecordProblem]
    }

    private func read(_ pieces: [ArraySlice<UInt8>]) -> Reading {
        var detector = unbroken
        var findings: [Finding] = []
        detector.beginFile()
        for piece in pieces { piece.withUnsafeBufferPointer { detector.read($0, into: &findings) } }
        detector.endFile(into: &findings)
        let problems = detector.problems
        detector.finish(into: &findings)
        return Reading(records: detector.recordCount, findings: findings, problems: problems)
    }
}
