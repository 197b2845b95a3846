import Kernel

/// What travels along while a tree is read: where one is, what was found, which names exist.
struct ReadContext {
    let dialect: Dialect
    var file: String
    /// Place of the file among those that are read together.
    var fileOrder = 0
    var names = NameTable()
    private(set) var references: [PendingReference] = []
    private(set) var diagnostics = DiagnosticList()
    private var steps: [PathStep] = []

    init(dialect: Dialect, file: String) {
        self.dialect = dialect
        self.file = file
    }

    var isStrict: Bool { dialect == .thaotruong }
    var hasErrors: Bool { diagnostics.hasErrors }
    var errorCount: Int { diagnostics.errorCount }

    /// The key of the entry that is being read, or nothing inside a list.
    var entryName: String {
        if case .key(let name)? = steps.last { return name }
        return ""
    }

    /// The way here, for messages.
    var path: String { Self.text(of: steps) }

    static func text(of steps: [PathStep]) -> String {
        var result = ""
        for step in steps {
            switch step {
            case .key(let name): result += (result.isEmpty ? "" : ".") + YAMLNode.shortened(name)
            case .index(let index): result += "[\(index)]"
            }
        }
        return result
    }

    /// Does `body` one step deeper.
    mutating func within<Result>(_ step: PathStep, _ body: (inout ReadContext) -> Result) -> Result {
        steps.append(step)
        defer { steps.removeLast() }
        return body(&self)
    }

    /// Reports an error here.
    mutating func error(
        _ message: String, at position: TextPosition, near wanted: String = "", among candidates: [String] = [],
        suggestion: String? = nil
    ) {
        add(.error, message, at: position, path: path, near: wanted, among: candidates, suggestion: suggestion)
    }

    /// Reports an error at something below.
    mutating func error(_ message: String, at position: TextPosition, below rest: [PathStep]) {
        add(.error, message, at: position, path: Self.text(of: steps + rest))
    }

    /// Reports a warning here.
    mutating func warning(
        _ message: String, at position: TextPosition, near wanted: String = "", among candidates: [String] = []
    ) {
        add(.warning, message, at: position, path: path, near: wanted, among: candidates)
    }

    private mutating func add(
        _ severity: Diagnostic.Severity, _ message: String, at position: TextPosition, path: String,
        near wanted: String = "", among candidates: [String] = [], suggestion: String? = nil
    ) {
        let diagnostic = Diagnostic(
            severity: severity, file: file, position: position, path: path, message: message, suggestion: suggestion)
        let words = candidates.isEmpty ? DiagnosticList.Candidates.none : .words(candidates)
        diagnostics.add(diagnostic, fileOrder: fileOrder, wanted: wanted, candidates: words)
    }

    /// Notes that `name` must exist in one of `sections`; where it is nil, that one of them must be there.
    mutating func refer(
        to name: String?, in sections: [Section], words: [String] = [], isOptional: Bool = false,
        at position: TextPosition
    ) {
        references.append(
            PendingReference(
                name: name, sections: sections, words: words, isOptional: isOptional, file: file,
                fileOrder: fileOrder, position: position, steps: steps))
    }

    /// Notes that the section must be there, even for an empty list of references.
    mutating func require(_ section: Section, at position: TextPosition) {
        refer(to: nil, in: [section], at: position)
    }

    /// Looks up every name that was referred to and reports those that do not exist.
    mutating func resolveReferences() {
        for reference in references {
            if let name = reference.name, reference.words.contains(name) { continue }
            let open = reference.sections.filter { names.isOpen($0) }
            let isSkipped =
                reference.isOptional || reference.sections.allSatisfy { Self.catalogueSections.contains($0) }
            if open.isEmpty && isSkipped { continue }
            let exists = open.contains { section in
                reference.name.map { names.contains($0, in: section) } ?? true
            }
            if exists { continue }
            let isNoneDeclared = reference.words.isEmpty && open.allSatisfy { names.names($0).isEmpty }
            let nouns = reference.sections.map(\.noun).joined(separator: " or ")
            let none = isNoneDeclared ? "; none is declared" : ""
            let message =
                reference.name.map { "no \(nouns) is named \(YAMLNode.quoted($0))\(none)" } ?? "no \(nouns) is declared"
            diagnostics.add(
                Diagnostic(
                    severity: .error, file: reference.file, position: reference.position,
                    path: Self.text(of: reference.steps),
                    message: message),
                fileOrder: reference.fileOrder, wanted: reference.name ?? "",
                candidates: .declared(open, words: reference.words))
        }
    }

    private static let catalogueSections: Set<Section> = [.cards, .attackIDs, .analytics, .actions]
}
