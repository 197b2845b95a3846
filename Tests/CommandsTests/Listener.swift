import Foundation
import Testing

/// Somebody who listens on this machine and takes what one sender says, slowly at first.
final class Listener: Sendable {
    private let socket: Int32
    let port: UInt16

    init() throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try #require(socket >= 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let own = socket
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(own, $0, size) == 0 && listen(own, 1) == 0 && getsockname(own, $0, &size) == 0
            }
        }
        try #require(isBound)
        port = UInt16(bigEndian: address.sin_port)
    }

    /// Everything that the first sender says until it is done.
    func receive() async -> Data {
        let socket = socket
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                let sender = accept(socket, nil, nil)
                var result = Data()
                var buffer = [UInt8](repeating: 0, count: 1 << 16)
                usleep(200_000)
                while true {
                    let count = recv(sender, &buffer, buffer.count, 0)
                    if count <= 0 { break }
                    result += buffer.prefix(count)
                }
                close(sender)
                continuation.resume(returning: result)
            }
        }
    }

    /// A port at which nobody listens any more.
    func closed() -> UInt16 {
        shutdown(socket, Int32(SHUT_RDWR))
        close(socket)
        return port
    }
}
