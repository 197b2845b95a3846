import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// Reads bodies within limits of size and time.
enum BodyReader {
    /// The longest that a body may take to arrive.
    static let patience = Duration.seconds(30)

    /// Whether a request says that a body follows.
    static func announcesBody(_ fields: HTTPFields) -> Bool {
        fields[.transferEncoding] != nil || fields[.contentLength].map { $0 != "0" } ?? false
    }

    /// The whole body of a request.
    ///
    /// - Throws: `NIOTooManyBytesError` above `limit` bytes, ``Problem`` where it takes too long.
    static func read(_ request: Request, upTo limit: Int) async throws -> ByteBuffer {
        if let announced = request.headers[.contentLength].flatMap(Int.init), announced > limit {
            throw NIOTooManyBytesError(maxBytes: limit)
        }
        let body = request.body
        return try await withThrowingTaskGroup(of: ByteBuffer.self) { group in
            group.addTask { try await body.collect(upTo: limit) }
            group.addTask {
                try await Task.sleep(for: patience)
                throw Problem(.requestTimeout, "too-slow", Texts.Errors.tooSlow, closesConnection: true)
            }
            defer { group.cancelAll() }
            return try await group.next() ?? ByteBuffer()
        }
    }
}

extension WebRequest {
    private var mediaType: String {
        let type = head.headerFields[.contentType] ?? ""
        return type.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
    }

    /// Whether the body says that it is JSON.
    var isJSONBody: Bool { mediaType == "application/json" }

    /// Whether the body says that it is a form.
    var isFormBody: Bool { mediaType == "application/x-www-form-urlencoded" }
}
