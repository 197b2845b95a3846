import Foundation
import Ground
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import Testing

@testable import Web

/// The server over real connections.
struct ServerTests {
    private static let routes: [Route] =
        Routes.all + [
            .events("/test/events", .visit, Texts.name) { request in
                let (stream, continuation) = AsyncStream.makeStream(of: ServerEvent.self)
                continuation.yield(ServerEvent(id: 1, data: "{}"))
                return EventStream.response(stream, metrics: request.site.metrics)
            },
            .page("/test/large", .visit, Texts.name) { _ in
                Response(
                    status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(repeating: 0x61, count: 64 * 1024 * 1024)))
            },
        ]

    /// Runs a server while `body` talks to it, then stops it gracefully; returns when it has stopped.
    private func serving(
        _ configure: (inout WebConfiguration) -> Void = { _ in }, _ body: (Int, ServiceGroup) async throws -> Void
    ) async throws {
        let test = try await TestSite(routes: Self.routes) { configuration in
            configuration.port = 0
            configure(&configuration)
        }
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let service = try WebServer(site: test.site).service { continuation.yield($0) }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [service], logger: test.site.logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            try await body(port, group)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    @Test(.timeLimit(.minutes(10))) func aGracefulStopEndsLiveEvents() async throws {
        try await serving { port, group in
            let wire = try await Wire(port: port)
            try await wire.send("GET /test/events HTTP/1.1\r\nHost: x\r\n\r\n")
            let start = try await wire.read(until: "data: {}\n\n")
            #expect(start.contains("text/event-stream") && start.contains("retry: 2000"))
            await group.triggerGracefulShutdown()
            _ = try await wire.read()
            wire.end()
        }
    }

    @Test(.timeLimit(.minutes(10))) func silentConnectionsAreClosed() async throws {
        try await serving({ $0.idleTimeout = .milliseconds(300) }) { port, _ in
            // One says nothing, one begins a request, one begins a body.
            for text in [
                "", "GET / HTTP/1.1\r\nHost:", "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\na",
            ] {
                let wire = try await Wire(port: port)
                try await wire.send(text)
                #expect(try await !wire.read().contains("200 OK"))
                wire.end()
            }
        }
    }

    @Test(.timeLimit(.minutes(10))) func answersThatNobodyReadsAreGivenUp() async throws {
        try await serving({ $0.writeTimeout = .milliseconds(500) }) { port, _ in
            let wire = try await Wire(port: port)
            try await wire.send("GET /test/large HTTP/1.1\r\nHost: x\r\n\r\n")
            try await Task.sleep(for: .seconds(3))
            let received = try await wire.read()
            #expect(received.utf8.count < 64 * 1024 * 1024)
            wire.end()
        }
    }

    @Test(.timeLimit(.minutes(10))) func tooLargeBodiesEndTheConnection() async throws {
        try await serving { port, _ in
            let wire = try await Wire(port: port)
            try await wire.send(
                "PATCH /api/v1/me HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 99999999\r\n\r\n{")
            let reply = try await wire.read()
            // Nobody has signed in, so the body is not even looked at.
            #expect(reply.hasPrefix("HTTP/1.1 401"))
            wire.end()
            let large = try await Wire(port: port)
            try await large.send(
                "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 99999999\r\n\r\n")
            #expect(try await large.read().hasPrefix("HTTP/1.1 413"))
            large.end()
        }
    }

    @Test(.timeLimit(.minutes(10))) func malformedRequestsAreRefused() async throws {
        try await serving({ $0.idleTimeout = .milliseconds(500) }) { port, _ in
            for text in [
                "GET / HTTP/1.1\r\nHost: x\r\nX: " + String(repeating: "a", count: 40_000) + "\r\n\r\n",
                "GET / HTTP/1.1\r\n" + String(repeating: "A: b\r\n", count: 200) + "\r\n", "nonsense\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n", "\u{16}\u{3}\u{1}",
            ] {
                let wire = try await Wire(port: port)
                try await wire.send(text)
                let reply = try await wire.read()
                #expect(reply.isEmpty || reply.hasPrefix("HTTP/1.1 4"), "\(text.prefix(20)): \(reply.prefix(60))")
                wire.end()
            }
        }
    }
}
