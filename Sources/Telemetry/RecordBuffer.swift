/// Where a stream writes: lines of OCSF JSON, lines of truth apart from them, and counters.
///
/// The caller empties it when it likes; the counters go on.
public struct RecordBuffer: Sendable {
    /// Lines of OCSF JSON, each ended by a line feed.
    public internal(set) var bytes: [UInt8] = []
    /// Lines of truth: one for every record that is not benign, one for every attack step that has ended.
    public internal(set) var truth: [UInt8] = []
    /// Records written so far.
    public internal(set) var recordCount = 0
    /// Records written so far that an attack step left.
    public internal(set) var attackRecordCount = 0
    /// Records written so far that an attack provoked without writing them itself.
    public internal(set) var provokedRecordCount = 0
    /// Bytes of records written so far.
    public internal(set) var byteCount = 0

    /// An empty buffer.
    public init() {}

    /// Forgets the lines and keeps the memory and the counters.
    public mutating func empty() {
        bytes.removeAll(keepingCapacity: true)
        truth.removeAll(keepingCapacity: true)
    }
}
