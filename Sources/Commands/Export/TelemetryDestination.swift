import Foundation
import Telemetry

/// Where telemetry goes.
enum TelemetryDestination {
    /// A folder: one file a format, or one a log of it.
    case folder(String)
    /// Standard output: one format.
    case standardOutput
    /// A receiver on the network: one format.
    case receiver(host: String, port: UInt16)

    /// A folder's path, `-`, or `tcp://host:port`.
    init(_ text: String) throws {
        if text == "-" {
            self = .standardOutput
        } else if text.hasPrefix("tcp://") {
            let place = text.dropFirst(6)
            guard let colon = place.lastIndex(of: ":"), let port = UInt16(place[place.index(after: colon)...]), port > 0
            else { throw CommandFailure.usage("'\(text)' names no receiver: write tcp://host:port") }
            var host = place[..<colon]
            if host.hasPrefix("[") && host.hasSuffix("]") { host = host.dropFirst().dropLast() }
            if host.isEmpty { throw CommandFailure.usage("'\(text)' names no receiver: write tcp://host:port") }
            self = .receiver(host: String(host), port: port)
        } else {
            self = .folder(text)
        }
    }

    /// Refuses choices that do not go together.
    func check(_ choices: TelemetryChoices) throws {
        if case .folder = self { return }
        if choices.formats.count > 1 {
            throw CommandFailure.usage("--out: one format only goes to a stream; a folder takes several")
        }
        if choices.formats == [.zeekTSV] {
            throw CommandFailure.usage("--format: zeek-tsv has a file for every log; 'zeek' has one stream")
        }
        if choices.rotate != nil { throw CommandFailure.usage("--rotate: only files in a folder are rotated") }
    }

    /// Opens where the lines of an output go.
    func open(
        _ format: TelemetryFormat, log: String, header: [UInt8], _ choices: TelemetryChoices
    ) throws -> any LineSink {
        switch self {
        case .standardOutput: return try choices.compressing(StandardOutputSink())
        case .receiver(let host, let port): return try choices.compressing(SocketSink(host: host, port: port))
        case .folder(let folder):
            let name = Self.name(format, log: log)
            if let slash = name.lastIndex(of: "/") { try Files.createFolder(folder + "/" + name[..<slash]) }
            let ending = format.fileExtension + (choices.compress == nil ? "" : ".gz")
            guard let rotate = choices.rotate else {
                let file = try choices.compressing(StreamedFile("\(folder)/\(name).\(ending)"))
                if !header.isEmpty { try file.append(header) }
                return file
            }
            return try RotatingFile(limit: rotate.bytes, header: header) { number in
                let digits = String(number)
                let padded = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
                return try choices.compressing(StreamedFile("\(folder)/\(name).\(padded).\(ending)"))
            }
        }
    }

    /// The file's name without its ending: the format's, or the log's in a folder of the format.
    private static func name(_ format: TelemetryFormat, log: String) -> String {
        log.isEmpty ? format.rawValue : "zeek/\(log)"
    }
}
