/// The formats in which telemetry is written.
public enum TelemetryFormat: String, CaseIterable, Sendable {
    /// The Open Cybersecurity Schema Framework, version 1.3.0, JSON lines: every record.
    case ocsf

    /// The kind of text that its fixed parts are.
    var style: TextStyle { .json }

    /// A shape in this format; `nil` where it does not carry such a record.
    func face(of shape: RecordShape) -> FaceText? {
        switch self {
        case .ocsf: FaceText(OCSFFace.source(shape))
        }
    }
}

/// A record's form in one format.
struct FaceText {
    /// The template's source, without the line feed.
    var source: String
    /// The log it goes to, where the format keeps several apart.
    var log = ""
    /// What that log begins with.
    var header = ""

    init(_ source: String, log: String = "", header: String = "") {
        self.source = source
        self.log = log
        self.header = header
    }
}

/// Where lines of one format go, or of one log of it.
struct FaceOutput: Sendable {
    var format: TelemetryFormat
    var log: String
    var header: String
}
