import Dispatch
import Foundation

/// A bare TCP connection, for what no well-behaved browser does. Calls block, so they run on threads of their own.
struct Wire: Sendable {
    private let socket: Int32

    /// Connects to a port of this machine.
    init(port: Int) async throws {
        socket = try await Self.blocking {
            let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var limit = timeval(tv_sec: 60, tv_usec: 0)
            setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = in_port_t(port).bigEndian
            address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
            let connected = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            guard connected == 0 else { throw WireError() }
            return socket
        }
    }

    /// Sends a text; false where the other side has closed.
    @discardableResult func send(_ text: String) async throws -> Bool {
        try await Self.blocking { [socket] in
            Foundation.send(socket, text, text.utf8.count, Int32(MSG_NOSIGNAL)) == text.utf8.count
        }
    }

    /// Reads until a text has come, or until the other side closes.
    func read(until end: String? = nil) async throws -> String {
        try await Self.blocking { [socket] in
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = recv(socket, &buffer, buffer.count, 0)
                if count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) { throw WireError() }
                if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
                bytes += buffer.prefix(count)
                let text = String(decoding: bytes, as: UTF8.self)
                if let end, text.contains(end) { return text }
            }
        }
    }

    /// Closes it.
    func end() { Foundation.close(socket) }

    private static func blocking<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            let thread = Thread { continuation.resume(with: Result { try body() }) }
            thread.start()
        }
    }
}

/// Nothing came in time, or nobody answers.
struct WireError: Error {}
