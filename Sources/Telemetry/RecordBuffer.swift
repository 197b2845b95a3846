/// Where a stream writes: lines in the formats that were asked for, lines of truth apart from them, and counters.
///
/// The caller empties it when it likes; the counters go on.
public struct RecordBuffer: Sendable {
    /// The lines of one format, or of one log of a format that keeps several apart.
    public struct Output: Sendable {
        /// The format.
        public let format: TelemetryFormat
        /// The log's name, as Zeek's `conn`; empty where the format has one stream only.
        public let log: String
        /// What the log begins with, once; not among ``bytes``.
        public let header: [UInt8]
        /// Lines, each ended by a line feed.
        public internal(set) var bytes: [UInt8] = []
        /// Lines written so far.
        public internal(set) var recordCount = 0
        /// Bytes written so far, without the header.
        public internal(set) var byteCount = 0

        init(_ output: FaceOutput) {
            format = output.format
            log = output.log
            header = Array(output.header.utf8)
        }
    }

    /// The outputs, in the order of ``TelemetryOptions/formats``; none before a stream has written.
    public internal(set) var outputs: [Output] = []
    /// Lines of truth: one for every record that is not benign, one for every attack step that has ended.
    public internal(set) var truth: [UInt8] = []
    /// Records written so far, each counted once whatever formats carry it.
    public internal(set) var recordCount = 0
    /// Records written so far that an attack step left.
    public internal(set) var attackRecordCount = 0
    /// Records written so far that an attack provoked without writing them itself.
    public internal(set) var provokedRecordCount = 0
    /// Records written so far that sum up what an attack and ordinary life did.
    public internal(set) var mixedRecordCount = 0

    /// An empty buffer.
    public init() {}

    /// The lines of the first output.
    public var bytes: [UInt8] { outputs.first?.bytes ?? [] }

    /// Bytes of records written so far, in all formats.
    public var byteCount: Int { outputs.reduce(0) { $0 + $1.byteCount } }

    /// Bytes that wait to be taken away.
    public var waitingByteCount: Int { outputs.reduce(truth.count) { $0 + $1.bytes.count } }

    /// Forgets the lines and keeps the memory and the counters.
    public mutating func empty() {
        for index in outputs.indices { outputs[index].bytes.removeAll(keepingCapacity: true) }
        truth.removeAll(keepingCapacity: true)
    }
}
