import CZlib

/// A stream of gzip (RFC 1952) without a time or a name, so that the same bytes give the same bytes.
final class GzipEncoder {
    private let stream: UnsafeMutablePointer<z_stream>

    init() throws {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 bits of window, and 16 for gzip's frame instead of zlib's.
        let status = deflateInit2_(
            stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        if status != Z_OK {
            stream.deallocate()
            throw CommandFailure.output("compression cannot begin (zlib says \(status))")
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Compresses more bytes, the last of them where `last`.
    ///
    /// - Returns: what is ready; later calls give the rest.
    func encode(_ bytes: [UInt8], last: Bool) -> [UInt8] {
        var result: [UInt8] = []
        var input = bytes
        input.withUnsafeMutableBufferPointer { source in
            stream.pointee.next_in = source.baseAddress
            stream.pointee.avail_in = UInt32(source.count)
            var isFull = true
            while isFull {
                let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                    stream.pointee.next_out = buffer.baseAddress
                    stream.pointee.avail_out = UInt32(buffer.count)
                    deflate(stream, last ? Z_FINISH : Z_NO_FLUSH)
                    count = buffer.count - Int(stream.pointee.avail_out)
                }
                isFull = stream.pointee.avail_out == 0
                result += chunk
            }
        }
        return result
    }
}
