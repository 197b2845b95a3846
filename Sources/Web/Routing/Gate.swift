import Ground
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Kernel
import Logging
import Markup
import NIOCore
import Scenario

/// What every request passes before its handler: who asks, whether they may, whether a browser was tricked, whether the
/// body is right. And what every answer gets: headers, a line in the log, a count.
struct Gate: Sendable {
    let site: Site

    /// Answers a request by a route. Never throws: whatever goes wrong becomes an answer.
    func respond(to raw: Request, context: WebContext, by route: Route) async -> Response {
        let started = ContinuousClock.now
        var request = opened(raw, context, route)
        var response: Response
        do {
            response = try await answer(&request, raw, context)
        } catch {
            response = refusal(of: error, request, context.logger)
        }
        if !request.isBodyRead && BodyReader.announcesBody(raw.headers) { response.headers[.connection] = "close" }
        SecurityHeaders.add(to: &response, configuration: site.configuration)
        response.headers[.requestID] = request.id
        record(response, request, since: started, context.logger)
        return response
    }

    /// A request before anybody knows who asks.
    private func opened(_ raw: Request, _ context: WebContext, _ route: Route) -> WebRequest {
        let fields = raw.headers
        let isSecure = site.configuration.isSecure
        return WebRequest(
            site: site, route: route, head: raw.head, uri: raw.uri, parameters: context.parameters,
            id: context.id, address: context.address, access: nil,
            language: LanguageChoosing.language(account: nil, in: fields, isSecure: isSecure),
            theme: Cookies.value(.theme, in: fields, isSecure: isSecure).flatMap(Theme.init) ?? .system,
            visitor: Cookies.value(.visitor, in: fields, isSecure: isSecure))
    }

    private func answer(_ request: inout WebRequest, _ raw: Request, _ context: WebContext) async throws -> Response {
        if request.route.kind != .asset {
            request.access = try await access(of: request)
            let language = request.access?.account.language
            request.language = LanguageChoosing.language(
                account: language, in: raw.headers, isSecure: site.configuration.isSecure)
        }
        guard PermissionTable.allows(request.route.permission, to: request.access?.role) else {
            return try denial(request)
        }
        if request.route.isUnsafe { try await readBody(of: &request, raw) }
        var isNewVisitor = false
        if request.access == nil && request.visitor == nil && request.route.kind == .page {
            request.visitor = site.visitors.secret()
            isNewVisitor = true
        }
        var response = try await Idempotency.answer(request)
        if isNewVisitor, let visitor = request.visitor {
            let cookie = Cookies.setting(.visitor, to: visitor, isSecure: site.configuration.isSecure)
            response.headers.append(HTTPField(name: .setCookie, value: cookie))
        }
        return response
    }

    /// Who asks: by an API token where there is one, else by the session's cookie.
    private func access(of request: WebRequest) async throws -> Access? {
        let fields = request.head.headerFields
        if let authorization = fields[.authorization] {
            let parts = authorization.split(separator: " ", maxSplits: 1)
            guard [.api, .events, .service].contains(request.route.kind), parts.count == 2,
                parts[0].lowercased() == "bearer"
            else { throw Problem.unauthenticated }
            return try await site.ground.access(bearer: String(parts[1]))
        }
        guard let secret = request.sessionSecret else { return nil }
        do {
            return try await site.ground.access(session: secret)
        } catch {
            guard error.code == .unauthenticated else { throw error }
            return nil
        }
    }

    /// No permission: somebody unknown is led to sign in, somebody known is told.
    private func denial(_ request: WebRequest) throws -> Response {
        guard request.access == nil else { throw Problem.forbidden }
        guard request.route.kind == .page && !request.wantsJSON else { throw Problem.unauthenticated }
        let target = PercentCoding.encoded(request.head.path ?? "/")
        return .redirect(to: "/sign-in?next=\(target)")
    }

    private func readBody(of request: inout WebRequest, _ raw: Request) async throws {
        request.body = try await BodyReader.read(raw, upTo: request.route.bodyLimit)
        request.isBodyRead = true
        let text = { (body: ByteBuffer) in String(validating: body.readableBytesView, as: UTF8.self) }
        if request.isFormBody {
            guard let text = text(request.body), let form = FormFields(encoded: text) else {
                throw Problem(.badRequest, "malformed", Texts.Errors.malformed)
            }
            request.form = form
        }
        try ForgeryGuard.check(request)
        guard request.route.kind == .api, let schema = request.route.body else { return }
        guard request.isJSONBody else {
            throw Problem(.unsupportedMediaType, "media-type", Texts.Errors.mediaType)
        }
        request.json = try JSONValue.parse(Array(request.body.readableBytesView))
        try schema.check(request.json)
    }

    private func refusal(of error: any Error, _ request: WebRequest, _ logger: Logger) -> Response {
        let problem = Problem(error)
        if problem.status.kind == .serverError {
            logger.error(
                "request failed",
                metadata: ["route": "\(request.route.path)", "error": "\(error)"])
        }
        return problem.response(to: request)
    }

    private func record(
        _ response: Response, _ request: WebRequest, since started: ContinuousClock.Instant, _ logger: Logger
    ) {
        let duration = ContinuousClock.now - started
        site.requestMetrics.record(request.route, response.status, duration)
        if request.route.kind == .asset || request.route.kind == .service { return }
        var metadata: Logger.Metadata = [
            "method": "\(request.head.method.rawValue)", "route": "\(request.route.path)",
            "status": "\(response.status.code)", "address": "\(request.address)",
            "microseconds": "\(Histogram.microseconds(duration))",
        ]
        if let access = request.access { metadata["account"] = "\(access.account.id)" }
        logger.info("request", metadata: metadata)
    }
}
