import Hummingbird
import HummingbirdCore
import NIOCore
import Synchronization

/// Takes a body into memory instead of sending it.
struct BodyWriter: ResponseBodyWriter {
    /// Holds what has been written; writers are consumed when they finish.
    private final class Storage: Sendable {
        let bytes = Mutex<[UInt8]>([])
    }

    private let storage = Storage()

    mutating func write(_ buffer: ByteBuffer) async throws {
        storage.bytes.withLock { $0.append(contentsOf: buffer.readableBytesView) }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}

    /// All bytes of a body. Only for bodies that are known to be small and to end.
    static func bytes(of body: consuming ResponseBody) async throws -> [UInt8] {
        let writer = BodyWriter()
        let storage = writer.storage
        try await body.write(writer)
        return storage.bytes.withLock { $0 }
    }
}
