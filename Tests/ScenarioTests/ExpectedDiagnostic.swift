import Kernel
import Scenario

/// What a fixture says about one of its lines: `#! 12 error fragment` at the end of the line it is about, for a finding
/// at column 12 whose description contains the fragment.
struct ExpectedDiagnostic: CustomStringConvertible {
    var line: Int
    var column: Int
    var severity: String
    var fragment: String

    var description: String { "\(line):\(column): \(severity): …\(fragment)…" }

    func matches(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.position.line == line && diagnostic.position.column == column
            && diagnostic.severity.rawValue == severity && diagnostic.description.contains(fragment)
    }

    /// The expectations of a text, in the order of its lines.
    static func all(in text: [UInt8]) -> [ExpectedDiagnostic] {
        var result: [ExpectedDiagnostic] = []
        for (index, line) in String(decoding: text, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated() {
            for note in line.split(separator: "#!", omittingEmptySubsequences: false).dropFirst() {
                let words = note.split(separator: " ", maxSplits: 2)
                guard words.count == 3, let column = Int(words[0]) else { continue }
                var fragment = words[2]
                while fragment.last == " " { fragment.removeLast() }
                result.append(
                    ExpectedDiagnostic(
                        line: index + 1, column: column, severity: String(words[1]), fragment: String(fragment)))
            }
        }
        return result
    }
}
