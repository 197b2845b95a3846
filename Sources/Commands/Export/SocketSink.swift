import Foundation

/// Lines to a receiver over TCP. A receiver that is slow slows the writer down; one that takes nothing ends it.
final class SocketSink: LineSink {
    /// How long a connection, or a receiver that takes nothing, is waited for.
    static let patience: Int32 = 30_000

    private let name: String
    private let socket: Int32

    /// Connects to a host, trying all addresses that it has.
    init(host: String, port: UInt16) throws {
        name = "tcp://\(host):\(port)"
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, String(port), &hints, &list)
        guard status == 0, let first = list else {
            throw CommandFailure.output("\(name): there is no such host (\(String(cString: gai_strerror(status))))")
        }
        defer { freeaddrinfo(list) }
        var reason = ""
        for address in sequence(first: first, next: { $0.pointee.ai_next }) {
            switch Self.connected(address.pointee) {
            case .success(let descriptor):
                socket = descriptor
                return
            case .failure(let failure): reason = String(cString: strerror(failure.number))
            }
        }
        throw CommandFailure.output("\(name): no connection (\(reason))")
    }

    private struct SystemError: Error { let number: Int32 }

    private static func connected(_ address: addrinfo) -> Result<Int32, SystemError> {
        let descriptor = Glibc.socket(address.ai_family, address.ai_socktype, address.ai_protocol)
        if descriptor < 0 { return .failure(SystemError(number: errno)) }
        // Not blocking, so that a connection or a write can be waited for in bounds.
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        var number: Int32 = 0
        if connect(descriptor, address.ai_addr, address.ai_addrlen) != 0 {
            number = errno
            if number == EINPROGRESS {
                number = wait(descriptor, POLLOUT) ? 0 : ETIMEDOUT
                var size = socklen_t(MemoryLayout<Int32>.size)
                if number == 0 { getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &number, &size) }
            }
        }
        if number == 0 { return .success(descriptor) }
        close(descriptor)
        return .failure(SystemError(number: number))
    }

    /// Whether the socket is ready before patience ends.
    private static func wait(_ descriptor: Int32, _ event: Int32, _ patience: Int32 = patience) -> Bool {
        var poller = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        while true {
            let ready = poll(&poller, 1, patience)
            if ready >= 0 || errno != EINTR { return ready > 0 }
        }
    }

    func append(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { buffer in
            var sent = 0
            while sent < buffer.count {
                let count = send(
                    socket, buffer.baseAddress.map { $0 + sent }, buffer.count - sent, Int32(MSG_NOSIGNAL))
                if count > 0 {
                    sent += count
                } else if errno == EAGAIN || errno == EWOULDBLOCK {
                    if !Self.wait(socket, POLLOUT) {
                        throw CommandFailure.output(
                            "\(name): the receiver has taken nothing for \(Self.patience / 1000) seconds")
                    }
                } else if errno != EINTR {
                    throw CommandFailure.output("\(name): the connection broke (\(String(cString: strerror(errno))))")
                }
            }
        }
    }

    /// Says that nothing more comes, and waits a moment for the receiver to have read it all.
    func finish() throws {
        shutdown(socket, Int32(SHUT_WR))
        var rest = [UInt8](repeating: 0, count: 256)
        while Self.wait(socket, POLLIN, 2000) {
            let count = recv(socket, &rest, rest.count, 0)
            if count < 0 && errno == ECONNRESET {
                close(socket)
                throw CommandFailure.output("\(name): the receiver broke the connection before the end")
            }
            if count <= 0 { break }
        }
        close(socket)
    }

    func discard() { close(socket) }
}
