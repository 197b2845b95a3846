import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import ServiceLifecycle

/// Answers with a stream of live events until the source ends, the browser goes, or the server stops.
enum EventStream {
    /// What keeps proxies and browsers from taking a quiet stream for a dead one.
    static let heartbeat = Duration.seconds(15)
    /// How many events wait for a slow browser; beyond that the oldest are dropped, which it sees by the gap in ids.
    static let buffer = 64

    private enum Item: Sendable {
        case event(ServerEvent)
        case heartbeat
    }

    /// The answer. `events` should hold no more than a few for whoever is slow, and end when its iteration does.
    static func response(
        _ events: some AsyncSequence<ServerEvent, Never> & Sendable, metrics: Metrics,
        heartbeat: Duration = EventStream.heartbeat
    ) -> Response {
        let open = metrics.gauge("thao_event_streams", help: "Live event streams that are open.")
        let sent = metrics.counter("thao_events_total", help: "Live events sent.")
        let body = ResponseBody { writer in
            open.move(by: 1)
            defer { open.move(by: -1) }
            let (items, continuation) = AsyncStream.makeStream(of: Item.self, bufferingPolicy: .bufferingNewest(buffer))
            let pumps = Task {
                await withTaskGroup(of: Void.self) { group in
                    group.addTask {
                        for await event in events { continuation.yield(.event(event)) }
                        continuation.finish()
                    }
                    group.addTask {
                        while (try? await Task.sleep(for: heartbeat)) != nil { continuation.yield(.heartbeat) }
                    }
                    await group.next()
                    group.cancelAll()
                }
            }
            defer { pumps.cancel() }
            // A first line at once tells the browser that it is connected.
            try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
            try await withGracefulShutdownHandler {
                for await item in items {
                    switch item {
                    case .event(let event):
                        try await writer.write(ByteBuffer(string: event.text))
                        sent.add()
                    case .heartbeat: try await writer.write(ByteBuffer(string: ": heartbeat\n\n"))
                    }
                }
            } onGracefulShutdown: {
                continuation.finish()
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store", .accelBuffering: "no",
            ],
            body: body)
    }
}
