import Kernel

/// Findings while they are collected. Positions are those of the YAML scanner (columns in Unicode scalars) until
/// ``finished(texts:)`` turns them into bytes.
struct DiagnosticList {
    /// How many are shown; a hostile file must not fill the memory with complaints.
    static let shown = 100
    /// How many are kept for sorting.
    private static let kept = 2_000

    private struct Finding {
        var order: Int
        var diagnostic: Diagnostic
        /// Names of which the nearest becomes the suggestion, looked up only where the finding is shown.
        var wanted: String
        var candidates: [String]
    }

    private var findings: [Finding] = []
    private var dropped = 0
    private(set) var hasErrors = false

    mutating func add(_ diagnostic: Diagnostic, fileOrder: Int, wanted: String = "", candidates: [String] = []) {
        if diagnostic.severity == .error { hasErrors = true }
        if findings.count >= Self.kept {
            dropped += 1
        } else {
            findings.append(
                Finding(order: fileOrder, diagnostic: diagnostic, wanted: wanted, candidates: candidates))
        }
    }

    /// The findings to show: sorted, capped, with suggestions and byte columns. `texts` are the files in their order.
    ///
    /// Errors come before warnings where not all can be shown.
    func finished(texts: [[UInt8]]) -> [Diagnostic] {
        let places = findings.enumerated().sorted { left, right in
            let a = left.element, b = right.element
            if a.order != b.order { return a.order < b.order }
            let p = a.diagnostic.position, q = b.diagnostic.position
            if p.line != q.line { return p.line < q.line }
            if p.column != q.column { return p.column < q.column }
            return left.offset < right.offset
        }
        var sorted = places.map(\.element)
        let total = sorted.count + dropped
        if sorted.count > Self.shown && hasErrors {
            let errors = sorted.filter { $0.diagnostic.severity == .error }
            if errors.count >= Self.shown { sorted = errors }
        }
        sorted = Array(sorted.prefix(Self.shown))

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
            if diagnostic.suggestion == nil && !finding.candidates.isEmpty {
                diagnostic.suggestion = Suggestion.nearest(to: finding.wanted, among: finding.candidates)
            }
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
}
