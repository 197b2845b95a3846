import Kernel
import Scenario

/// What travels along while a file of rules is read: where one is, and what was found.
struct RuleContext {
    /// The file, as the caller named it.
    let file: String
    /// What `|expand` puts for `%name%`.
    let placeholders: [String: [String]]
    private var source: SourceText
    private var findings = DiagnosticList()
    private var steps: [String] = []
    /// How many more nodes and tests the document may have: with aliases a few lines can stand for very many.
    private var budget = 0

    init(_ text: [UInt8], file: String, placeholders: [String: [String]]) {
        self.file = file
        self.placeholders = placeholders
        source = SourceText(text)
    }

    /// How many errors there are so far.
    var errorCount: Int { findings.errorCount }

    /// Everything found, sorted.
    func finished(text: [UInt8]) -> [Diagnostic] { findings.finished(text: text) }

    /// Begins a document with its own budget.
    mutating func beginDocument() { budget = DetectionReader.mostTests }

    /// Takes from the document's budget; false where it does not suffice, which is reported the first time.
    mutating func spend(_ count: Int, at position: TextPosition) -> Bool {
        if budget < 0 { return false }
        budget -= count
        if budget < 0 {
            error("the rule stands for more than \(DetectionReader.mostTests) tests", at: position)
        }
        return budget >= 0
    }

    /// Does `body` one step deeper.
    mutating func within<Result>(_ step: String, _ body: (inout RuleContext) -> Result) -> Result {
        steps.append(step)
        defer { steps.removeLast() }
        return body(&self)
    }

    /// Reports an error here. The word nearest to `wanted` becomes a suggestion.
    mutating func error(
        _ message: String, at position: TextPosition, near wanted: String = "", among words: [String] = []
    ) {
        add(.error, message, at: position, near: wanted, among: words)
    }

    /// Reports an error at a character inside a scalar that begins at `start`.
    mutating func error(
        _ message: String, at offset: Int, in scalar: String, from start: TextPosition, near wanted: String = "",
        among words: [String] = []
    ) {
        // Beyond what is shown anyway, the place inside is not worth the time.
        let position = errorCount < DiagnosticList.shown ? source.position(of: offset, in: scalar, at: start) : start
        add(.error, message, at: position, near: wanted, among: words)
    }

    /// Reports a warning here.
    mutating func warning(
        _ message: String, at position: TextPosition, near wanted: String = "", among words: [String] = []
    ) {
        add(.warning, message, at: position, near: wanted, among: words)
    }

    private mutating func add(
        _ severity: Diagnostic.Severity, _ message: String, at position: TextPosition, near wanted: String,
        among words: [String]
    ) {
        let path = steps.map(YAMLNode.shortened).joined(separator: ".")
        findings.add(
            Diagnostic(severity: severity, file: file, position: position, path: path, message: message), near: wanted,
            among: words)
    }
}
