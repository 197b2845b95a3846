import Ground
import Hummingbird
import HummingbirdCore
import Kernel
import Markup
import NIOCore
import Scenario

/// For machines that look after the server.
enum ServiceRoutes {
    static let all: [Route] = [
        Route(
            method: .get, path: "/health", kind: .service, permission: .visit,
            summary: LocalizedText("Máy chủ còn sống và sẵn sàng", "The server is alive and ready")
        ) { request in
            let isReady = await request.site.isReady
            return .json(status: isReady ? .ok : .serviceUnavailable) { json in
                json.object { json in
                    json.member("status", isReady ? "ready" : "not-ready")
                    json.member("version", request.site.configuration.version)
                }
            }
        },
        Route(
            method: .get, path: "/metrics", kind: .service, permission: .readMetrics,
            summary: LocalizedText("Số liệu cho Prometheus", "Figures for Prometheus")
        ) { request in
            Response(
                status: .ok, headers: [.contentType: Metrics.mediaType],
                body: ResponseBody(byteBuffer: ByteBuffer(string: request.site.metrics.exposition())))
        },
    ]
}
