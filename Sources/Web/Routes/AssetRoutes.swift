import HTTPTypes
import Hummingbird
import HummingbirdCore
import Markup
import NIOCore
import Scenario

/// The program's own files.
enum AssetRoutes {
    static let all: [Route] = [
        Route(
            method: .get, path: "/assets/{version}/{file}", kind: .asset, permission: .visit,
            summary: LocalizedText("Tệp của chương trình", "A file of the program")
        ) { request in
            let assets = request.site.assets
            guard let file = assets[try request.parameter("file")] else { throw Problem.notFound }
            // A page of an older version may still ask for its files; it gets the new ones, but may not keep them.
            let isCurrent = try request.parameter("version") == assets.version
            return Response(
                status: .ok,
                headers: [
                    .contentType: file.mediaType,
                    .cacheControl: isCurrent ? "public, max-age=31536000, immutable" : "no-store",
                ],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
        }
    ]
}
