import Kernel

/// Findings while they are collected. Positions are those of the YAML scanner (columns in Unicode scalars) until
/// ``finished(texts:names:)`` turns them into bytes.
package struct DiagnosticList {
    /// How many are shown; a hostile file must not fill the memory with complaints.
    package static let shown = 100
    /// How many are kept for sorting.
    private static let kept = 2_000

    /// Names of which the nearest becomes a suggestion. They are looked up only for findings that are shown: a file may
    /// declare very many, and refer very often to none of them.
    enum Candidates {
        case none
        case words([String])
        case declared([Section], words: [String])
    }

    private struct Finding {
        var order: Int
        var diagnostic: Diagnostic
        var wanted: String
        var candidates: Candidates
    }

    private var errors: [Finding] = []
    private var warnings: [Finding] = []
    private var warningCount = 0
    package private(set) var errorCount = 0

    /// No findings.
    package init() {}

    var hasErrors: Bool { errorCount > 0 }

    mutating func add(_ diagnostic: Diagnostic, fileOrder: Int, wanted: String, candidates: Candidates) {
        let finding = Finding(order: fileOrder, diagnostic: diagnostic, wanted: wanted, candidates: candidates)
        switch diagnostic.severity {
        case .error:
            errorCount += 1
            if errors.count < Self.kept { errors.append(finding) }
        case .warning:
            warningCount += 1
            if warnings.count < Self.kept { warnings.append(finding) }
        }
    }

    /// Takes in a finding about the only file. The word nearest to `wanted` becomes its suggestion.
    package mutating func add(_ diagnostic: Diagnostic, near wanted: String = "", among words: [String] = []) {
        add(diagnostic, fileOrder: 0, wanted: wanted, candidates: words.isEmpty ? .none : .words(words))
    }

    /// The findings about the only file, as ``finished(texts:names:)`` gives them.
    package func finished(text: [UInt8]) -> [Diagnostic] { finished(texts: [text], names: NameTable()) }

    /// The findings to show: sorted, capped, with suggestions and byte columns. `texts` are the files in their order.
    ///
    /// Where not all can be shown, warnings give way to errors.
    func finished(texts: [[UInt8]], names: NameTable) -> [Diagnostic] {
        let shownErrors = Self.sorted(errors).prefix(Self.shown)
        let shownWarnings = Self.sorted(warnings).prefix(Self.shown - shownErrors.count)
        let sorted = Self.sorted(shownErrors + shownWarnings)
        let total = errorCount + warningCount

        var result: [Diagnostic] = []
        var column = ByteColumn(text: [])
        var order = -1
        for finding in sorted {
            if finding.order != order {
                order = finding.order
                column = ByteColumn(text: texts.indices.contains(order) ? texts[order] : [])
            }
            var diagnostic = finding.diagnostic
            diagnostic.position = column.position(of: diagnostic.position)
            if diagnostic.suggestion == nil { diagnostic.suggestion = Self.suggestion(for: finding, names) }
            result.append(diagnostic)
        }
        if total > result.count, let last = result.last {
            result.append(
                Diagnostic(
                    severity: .warning, file: last.file, position: last.position, path: "",
                    message: "\(total - result.count) more findings are not shown"))
        }
        return result
    }

    private static func suggestion(for finding: Finding, _ names: NameTable) -> String? {
        switch finding.candidates {
        case .none: nil
        case .words(let words): Suggestion.nearest(to: finding.wanted, among: words)
        case .declared(let sections, let words):
            Suggestion.nearest(to: finding.wanted, among: words + sections.flatMap { names.names($0) })
        }
    }

    /// By file and position; findings of one place stay in the order in which they were made.
    private static func sorted(_ findings: some Sequence<Finding>) -> [Finding] {
        let places = findings.enumerated().sorted { left, right in
            let a = left.element, b = right.element
            if a.order != b.order { return a.order < b.order }
            let p = a.diagnostic.position, q = b.diagnostic.position
            if p.line != q.line { return p.line < q.line }
            if p.column != q.column { return p.column < q.column }
            return left.offset < right.offset
        }
        return places.map(\.element)
    }
}
