import HTTPTypes
import Hummingbird
import Scenario

/// One route: everything that the server knows of it. Registration, authorisation, the API's document and the tests are
/// made of this.
struct Route: Sendable {
    /// Answers a request that has passed the gate.
    typealias Handler = @Sendable (WebRequest) async throws -> Response

    /// A value in the path or the query.
    struct Parameter: Sendable {
        var name: String
        var summary: LocalizedText
        var schema: Schema
        var isRequired = false
    }

    /// One answer that programs may get.
    struct Answer: Sendable {
        var status: HTTPResponse.Status
        var summary: LocalizedText
        /// The JSON; nil where there is no body, or one of another type.
        var schema: Schema?
        var mediaType = "application/json"
    }

    /// The standard limit of a body, in bytes.
    static let bodyLimit = 64 * 1024

    var method: HTTPRequest.Method
    /// The pattern, with parameters in braces: `/people/{account}`.
    var path: String
    var kind: RouteKind
    var permission: Permission
    /// What it is for, in a few words.
    var summary: LocalizedText
    /// What the path's parameters are; those not named here are short texts.
    var parameters: [Parameter] = []
    /// What may stand in the query; further names are ignored.
    var query: [Parameter] = []
    /// What a JSON body must be. It is held against this before the handler sees it.
    var body: Schema?
    /// The largest body, in bytes.
    var bodyLimit = Route.bodyLimit
    /// Answers besides problem documents.
    var answers: [Answer] = []
    /// Whether the handler hands ``WebRequest/claim`` to the journal, which then keeps the answer with the input.
    var journalKeepsAnswer = false
    var handler: Handler

    /// Whether a request may change something.
    var isUnsafe: Bool { method != .get && method != .head }

    /// The names of the path's parameters, in order.
    var parameterNames: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }
}

extension Route {
    /// A page.
    static func page(
        _ path: String, _ permission: Permission, _ summary: LocalizedText, handler: @escaping Handler
    ) -> Route {
        Route(method: .get, path: path, kind: .page, permission: permission, summary: summary, handler: handler)
    }

    /// A part of a page.
    static func fragment(
        _ path: String, _ permission: Permission, _ summary: LocalizedText, handler: @escaping Handler
    ) -> Route {
        Route(method: .get, path: path, kind: .fragment, permission: permission, summary: summary, handler: handler)
    }

    /// Takes a form.
    static func action(
        _ path: String, _ permission: Permission, _ summary: LocalizedText, bodyLimit: Int = Route.bodyLimit,
        handler: @escaping Handler
    ) -> Route {
        Route(
            method: .post, path: path, kind: .action, permission: permission, summary: summary, bodyLimit: bodyLimit,
            handler: handler)
    }

    /// A route of the API; `path` begins after `/api/v1`.
    static func api(
        _ method: HTTPRequest.Method, _ path: String, _ permission: Permission, _ summary: LocalizedText,
        parameters: [Parameter] = [], query: [Parameter] = [], body: Schema? = nil, bodyLimit: Int = Route.bodyLimit,
        answers: [Answer], handler: @escaping Handler
    ) -> Route {
        Route(
            method: method, path: "/api/v1" + path, kind: .api, permission: permission, summary: summary,
            parameters: parameters, query: query, body: body, bodyLimit: bodyLimit, answers: answers, handler: handler)
    }

    /// A stream of live events.
    static func events(
        _ path: String, _ permission: Permission, _ summary: LocalizedText, handler: @escaping Handler
    ) -> Route {
        Route(method: .get, path: path, kind: .events, permission: permission, summary: summary, handler: handler)
    }
}

extension Route.Answer {
    /// The usual answer with JSON.
    static func ok(_ summary: LocalizedText, _ schema: Schema) -> Route.Answer {
        Route.Answer(status: .ok, summary: summary, schema: schema)
    }

    /// Something was made.
    static func created(_ summary: LocalizedText, _ schema: Schema) -> Route.Answer {
        Route.Answer(status: .created, summary: summary, schema: schema)
    }

    /// Done, with nothing to say.
    static func nothing(_ summary: LocalizedText) -> Route.Answer {
        Route.Answer(status: .noContent, summary: summary, schema: nil)
    }
}
