import Detection
import Kernel

/// Findings by rule.
struct FindingSummary {
    private struct Line {
        var hits = 0
        var first: Milliseconds?
        var hosts: Set<String> = []
        /// Some host, for tables of one.
        var host = ""
    }

    private var lines: [Finding.Subject: Line] = [:]
    /// How many findings there are.
    private(set) var count = 0

    mutating func add(_ finding: Finding) {
        count += 1
        var line = lines.removeValue(forKey: finding.subject) ?? Line()
        line.hits += 1
        if let time = finding.record.time { line.first = min(line.first ?? time, time) }
        if !finding.record.host.isEmpty && line.hosts.insert(finding.record.host).inserted && line.hosts.count == 1 {
            line.host = finding.record.host
        }
        lines[finding.subject] = line
    }

    /// A table: most severe rules first, then those with most hits.
    func table(_ collection: SigmaCollection) -> String {
        var table = TextTable(["LEVEL", "HITS", "FIRST", "HOSTS", "TECHNIQUE", "RULE"])
        let entries = lines.map { (text: SubjectText($0.key, in: collection), line: $0.value) }
        let sorted = entries.sorted { left, right in
            let levels = (left.text.level?.rawValue ?? -1, right.text.level?.rawValue ?? -1)
            if levels.0 != levels.1 { return levels.0 > levels.1 }
            if left.line.hits != right.line.hits { return left.line.hits > right.line.hits }
            return (left.text.title, left.text.id) < (right.text.title, right.text.id)
        }
        for (text, line) in sorted {
            table.add([
                text.level?.word ?? "-", TextTable.grouped(line.hits),
                line.first.map { String(InstantWriting.text($0).prefix(19)) } ?? "-",
                line.hosts.count == 1 ? Self.visible(line.host) : TextTable.grouped(line.hosts.count),
                text.techniques.isEmpty ? "-" : text.techniques.joined(separator: " "), Self.visible(text.title),
            ])
        }
        return table.text
    }

    /// A text without what would move the cursor of a terminal.
    static func visible(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || 0x7F...0x9F ~= $0.value ? "?" : $0 }))
    }
}
