import Crypto
import Ground
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// Answers a retried request of the API as it was answered the first time (`Idempotency-Key`).
enum Idempotency {
    /// Answers a request, or gives the answer that is kept of it.
    ///
    /// Refusals are not kept: a retry may succeed. Where ``Route/journalKeepsAnswer`` is set, the handler hands the claim
    /// to the journal, so that input and answer reach the disk together.
    static func answer(_ request: WebRequest) async throws -> Response {
        guard request.route.kind == .api, request.route.isUnsafe, let account = request.access?.account.id,
            let key = request.head.headerFields[.idempotencyKey]
        else { return try await request.route.handler(request) }
        let ground = request.site.ground
        let target = "\(request.head.method.rawValue) \(request.uri.path)"
        var hash = SHA256()
        hash.update(data: Array(request.body.readableBytesView))
        let digest = Array(hash.finalize())
        switch try await ground.beginIdempotent(account: account, key: key, route: target, digest: digest) {
        case .answered(let answer):
            return Response(
                status: HTTPResponse.Status(code: answer.status),
                headers: [.contentType: answer.contentType, .idempotencyReplayed: "true"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
        case .fresh(let claim): return try await act(on: request, claim, ground)
        }
    }

    private static func act(
        on request: WebRequest, _ claim: IdempotencyClaim, _ ground: Ground
    ) async throws -> Response {
        var request = request
        request.claim = claim
        var response: Response
        do {
            response = try await request.route.handler(request)
        } catch {
            ground.abandon(claim)
            throw error
        }
        guard !request.route.journalKeepsAnswer, response.status.kind == .successful,
            response.body.contentLength ?? .max <= GroundLimits.idempotentBody
        else {
            ground.abandon(claim)
            return response
        }
        let body = try await BodyWriter.bytes(of: response.body)
        response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: body))
        let answer = IdempotentAnswer(
            status: response.status.code, contentType: response.headers[.contentType] ?? "", body: body)
        try await ground.finish(claim, with: answer)
        return response
    }
}
