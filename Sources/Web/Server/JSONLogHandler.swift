import Foundation
import Logging
import Synchronization

/// Writes the log as JSON lines to standard error: time, level, message, then what belongs to it.
///
/// Requests are logged with the pattern of their route, never with query, fields or body, so that no secret gets there.
public struct JSONLogHandler: LogHandler {
    /// Keeps lines of several tasks apart.
    private static let output = Mutex(FileHandle.standardError)

    /// What is logged.
    public var logLevel: Logger.Level
    /// What every line carries.
    public var metadata: Logger.Metadata = [:]
    private let write: @Sendable (String) -> Void

    /// A handler.
    ///
    /// - Parameters:
    ///   - level: what is logged at least.
    ///   - write: takes each line without its end; nil for standard error.
    public init(level: Logger.Level = .info, write: (@Sendable (String) -> Void)? = nil) {
        logLevel = level
        self.write = write ?? { line in Self.output.withLock { $0.write(Data((line + "\n").utf8)) } }
    }

    /// A value that every line carries.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes a line.
    public func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        write(
            LogLine.text(
                level: event.level, message: event.message.description, metadata: all, milliseconds: LogLine.now()))
    }
}
