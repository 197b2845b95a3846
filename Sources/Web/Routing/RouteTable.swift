import HTTPTypes
import Hummingbird

/// All routes, and the router made of them.
struct RouteTable: Sendable {
    /// The routes in the order in which they were declared.
    let routes: [Route]

    /// A table of routes. Two of one method and pattern are a mistake of ours.
    init(_ routes: [Route]) {
        var seen: Set<String> = []
        for route in routes {
            precondition(
                seen.insert("\(route.method) \(route.path)").inserted, "\(route.method) \(route.path) is declared twice"
            )
        }
        self.routes = routes
    }

    /// Methods that are answered with the allowed ones where a pattern has no such route.
    private static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace]

    /// A router that leads every request through the gate.
    func router(for site: Site) -> Router<WebContext> {
        let gate = Gate(site: site)
        let router = Router(context: WebContext.self)
        router.add(middleware: Unrouted(gate: gate))
        for route in routes {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                await gate.respond(to: request, context: context, by: route)
            }
            guard route.method == .get else { continue }
            router.on(RouterPath(route.path), method: .head) { request, context in
                await gate.respond(to: request, context: context, by: route).createHeadResponse()
            }
        }
        for path in Set(routes.map(\.path)) { refuseOtherMethods(at: path, router, gate) }
        return router
    }

    private func refuseOtherMethods(at path: String, _ router: Router<WebContext>, _ gate: Gate) {
        let here = routes.filter { $0.path == path }
        var allowed = here.map(\.method)
        if allowed.contains(.get) { allowed.append(.head) }
        let list = allowed.map(\.rawValue).sorted().joined(separator: ", ")
        for method in Self.methods where !allowed.contains(method) {
            var route = here[0]
            route.method = .get
            route.permission = .visit
            route.handler = { _ in throw Problem(.methodNotAllowed, "method", Texts.Errors.method) }
            let refusing = route
            router.on(RouterPath(path), method: method) { request, context in
                var response = await gate.respond(to: request, context: context, by: refusing)
                response.headers[.allow] = list
                return response
            }
        }
    }
}

/// Gives targets that no route matches a page or problem document of their own.
struct Unrouted: RouterMiddleware {
    let gate: Gate

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let isAPI = request.uri.path.hasPrefix("/api/")
            let route = Route(
                method: .get, path: "(none)", kind: isAPI ? .api : .page, permission: .visit,
                summary: Texts.Errors.notFound, handler: { _ in throw Problem.notFound })
            let response = await gate.respond(to: request, context: context, by: route)
            return request.method == .head ? response.createHeadResponse() : response
        }
    }
}
