/// The shapes in which records come.
public enum RecordFormat: String, Sendable, CaseIterable {
    /// Found out for each record.
    case automatic = "auto"
    /// A Windows event as flat JSON, as NXLog writes it.
    case windows
    /// A Windows event as Winlogbeat writes it.
    case winlogbeat
    /// A Windows event as `evtx_dump` and other readers of event files write it.
    case evtx
    /// Zeek's logs, as JSON or as tab-separated values.
    case zeek
    /// Open Cybersecurity Schema Framework.
    case ocsf
    /// Elastic Common Schema.
    case ecs
    /// Any other JSON: fields are paths with dots.
    case json
    /// Lines of syslog (RFC 5424 or the older form), of the Linux audit daemon or of any text.
    case text
}

/// Why something in a file is no record.
public struct RecordProblem: Sendable, Equatable {
    /// The line, from 1.
    public var line: Int
    /// The byte of the line, from 1.
    public var column: Int
    /// What was found or expected there.
    public var message: String

    /// A problem.
    public init(line: Int, column: Int, message: String) {
        self.line = line
        self.column = column
        self.message = message
    }
}
