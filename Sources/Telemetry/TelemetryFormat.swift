/// The formats in which telemetry is written. Every line tells of one record, and names its id.
public enum TelemetryFormat: String, CaseIterable, Sendable {
    /// The Open Cybersecurity Schema Framework, version 1.3.0, JSON lines: every record. Id: `metadata.uid`.
    case ocsf
    /// Elastic Common Schema, version 8.11, JSON lines: every record. Id: `event.id`.
    case ecs
    /// Events of Windows as Winlogbeat ships them, JSON lines. Id: `event.id`.
    case winlogbeat
    /// Events of Windows as `evtx_dump` prints them, JSON lines. Id: the number `EventRecordID`.
    case evtx
    /// Network sensors' records as Zeek's JSON, all logs in one, with `_path`. Id: `record_id`.
    case zeek
    /// The same as Zeek's tab-separated logs, each apart. Id: the last column, `record_id`.
    case zeekTSV = "zeek-tsv"
    /// RFC 5424 messages of Unix systems, firewalls, proxies and mail gateways. Id: structured data `record@32473`.
    case syslog

    /// How files of the format end, without the dot.
    public var fileExtension: String {
        switch self {
        case .ocsf, .ecs, .winlogbeat, .evtx, .zeek: "jsonl"
        case .zeekTSV, .syslog: "log"
        }
    }

    /// The kind of text that its fixed parts are.
    var style: TextStyle {
        switch self {
        case .ocsf, .ecs, .winlogbeat, .evtx, .zeek: .json
        case .zeekTSV: .tabbed
        case .syslog: .message
        }
    }

    /// A shape in this format; `nil` where it does not carry such a record.
    func face(of shape: RecordShape) -> FaceText? {
        switch self {
        case .ocsf: FaceText(OCSFFace.source(shape))
        case .ecs: FaceText(ECSFace.source(shape))
        case .winlogbeat: WinlogbeatFace.source(shape).map { FaceText($0) }
        case .evtx: EventDumpFace.source(shape).map { FaceText($0) }
        case .zeek: ZeekFace.log(shape).map { FaceText($0.json) }
        case .zeekTSV: ZeekFace.log(shape).map { FaceText($0.tabbed, log: $0.path, header: $0.header) }
        case .syslog: SyslogFace.source(shape).map { FaceText($0) }
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
