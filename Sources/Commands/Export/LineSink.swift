/// Where lines go: a file, a row of files, standard output, a receiver on the network.
protocol LineSink: AnyObject {
    /// Takes whole lines, and hands them on before it returns: nobody keeps more than a caller gave.
    func append(_ bytes: [UInt8]) throws
    /// Ends it well.
    func finish() throws
    /// Ends it after a failure, and leaves nothing half-written.
    func discard()
}

extension StreamedFile: LineSink {}

/// Lines to standard output.
final class StandardOutputSink: LineSink {
    func append(_ bytes: [UInt8]) throws { try Terminal.output(bytes: bytes) }
    func finish() throws {}
    func discard() {}
}

/// Compresses lines on their way to another sink.
final class CompressingSink: LineSink {
    private let base: any LineSink
    private let encoder: GzipEncoder

    init(_ base: any LineSink) throws {
        self.base = base
        encoder = try GzipEncoder()
    }

    func append(_ bytes: [UInt8]) throws {
        if !bytes.isEmpty { try base.append(encoder.encode(bytes, last: false)) }
    }

    func finish() throws {
        try base.append(encoder.encode([], last: true))
        try base.finish()
    }

    func discard() { base.discard() }
}
