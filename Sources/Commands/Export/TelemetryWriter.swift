import Telemetry

/// Takes lines from a buffer to where they belong, and opens each place when it is known.
final class TelemetryWriter {
    private let destination: TelemetryDestination
    private let choices: TelemetryChoices
    private let truth: StreamedFile?
    private var sinks: [(format: TelemetryFormat, log: String, sink: any LineSink)] = []

    /// Opens the places of all formats that have one stream; logs of the others are opened with their first line.
    ///
    /// - Parameter truth: the file for lines of truth; `nil` drops them.
    init(_ destination: TelemetryDestination, _ choices: TelemetryChoices, truth: String?) throws {
        self.destination = destination
        self.choices = choices
        try destination.check(choices)
        if case .folder(let folder) = destination { try Files.createFolder(folder) }
        self.truth = try truth.map { try StreamedFile($0) }
        do {
            for format in choices.formats where !format.hasLogs { _ = try sink(format, log: "", header: []) }
        } catch {
            discard()
            throw error
        }
    }

    private func sink(_ format: TelemetryFormat, log: String, header: [UInt8]) throws -> any LineSink {
        if let open = sinks.first(where: { $0.format == format && $0.log == log }) { return open.sink }
        let sink = try destination.open(format, log: log, header: header, choices)
        sinks.append((format, log, sink))
        return sink
    }

    /// Takes the buffer's lines away.
    func take(_ buffer: inout RecordBuffer) throws {
        for output in buffer.outputs where !output.bytes.isEmpty {
            try sink(output.format, log: output.log, header: output.header).append(output.bytes)
        }
        try truth?.append(buffer.truth)
        buffer.empty()
    }

    /// Ends all places well.
    func finish() throws {
        for place in sinks { try place.sink.finish() }
        try truth?.finish()
    }

    /// Ends them after a failure.
    func discard() {
        for place in sinks { place.sink.discard() }
        truth?.discard()
    }
}

extension TelemetryFormat {
    /// Whether it keeps several logs apart.
    fileprivate var hasLogs: Bool { self == .zeekTSV }
}
