import CZlib

/// Unpacks a gzip stream piece by piece; one stream may follow another. Memory is one output piece, whatever the stream says.
final class GzipReader {
    /// Why a stream cannot be unpacked.
    struct Failure: Error { var message: String }

    private var stream = z_stream()
    private var output = [UInt8](repeating: 0, count: 1 << 18)
    /// Whether the last stream has ended.
    private(set) var isComplete = true
    private let isReady: Bool

    init() {
        // 15 bits of window, and 32 for gzip or zlib by its header.
        isReady = inflateInit2_(&stream, 15 + 32, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit { inflateEnd(&stream) }

    /// Whether bytes begin like a gzip stream.
    static func isGzip(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
    }

    /// Unpacks a piece and hands on what comes of it.
    func read(
        _ piece: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        guard isReady else { throw Failure(message: "zlib does not start") }
        stream.next_in = UnsafeMutablePointer(mutating: piece.baseAddress)
        stream.avail_in = UInt32(piece.count)
        while stream.avail_in > 0 {
            if isComplete {
                // What follows the last stream without being another one is padding.
                guard let next = stream.next_in, next.pointee == 0x1F else { return }
                inflateReset(&stream)
                isComplete = false
            }
            try unpack(body)
        }
    }

    private func unpack(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        var status = Z_OK
        repeat {
            try output.withUnsafeMutableBufferPointer { output in
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                status = inflate(&stream, Z_NO_FLUSH)
                let count = output.count - Int(stream.avail_out)
                try body(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(output)[..<count]))
            }
            if status == Z_STREAM_END {
                isComplete = true
                return
            }
            if status != Z_OK && status != Z_BUF_ERROR {
                throw Failure(
                    message: "this is no whole gzip stream (\(stream.msg.map { String(cString: $0) } ?? "broken"))")
            }
        } while stream.avail_out == 0
    }
}
