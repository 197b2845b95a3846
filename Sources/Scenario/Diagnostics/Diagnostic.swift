import Kernel

/// What is wrong, or odd, with a file, and where.
public struct Diagnostic: Sendable, Equatable, CustomStringConvertible {
    /// How bad it is.
    public enum Severity: String, Sendable, CaseIterable {
        /// The file cannot be used.
        case error
        /// The file can be used; something in it has no effect.
        case warning
    }

    /// How bad it is.
    public var severity: Severity
    /// The file, as the caller named it.
    public var file: String
    /// Where in the file.
    public var position: TextPosition
    /// The keys that lead there, for instance `simulation.hosts.portal.count`; empty for the file as a whole.
    public var path: String
    /// What was found and what was expected.
    public var message: String
    /// The nearest valid name, where there is one.
    public var suggestion: String?

    /// A finding.
    public init(
        severity: Severity, file: String, position: TextPosition, path: String, message: String,
        suggestion: String? = nil
    ) {
        self.severity = severity
        self.file = file
        self.position = position
        self.path = path
        self.message = message
        self.suggestion = suggestion
    }

    /// `file:line:column: error: path: message; did you mean 'x'?`, one line.
    public var description: String {
        let place = path.isEmpty ? "" : "\(path): "
        let hint = suggestion.map { "; did you mean '\($0)'?" } ?? ""
        return "\(file):\(position): \(severity.rawValue): \(place)\(message)\(hint)"
    }
}

/// What reading gave: the value, and everything there is to say about the text.
public struct ReadResult<Value: Sendable>: Sendable {
    /// The value; nil where there is any error.
    public var value: Value?
    /// Errors and warnings, sorted by file and position.
    public var diagnostics: [Diagnostic]

    /// A result.
    public init(value: Value?, diagnostics: [Diagnostic]) {
        self.value = value
        self.diagnostics = diagnostics
    }
}
