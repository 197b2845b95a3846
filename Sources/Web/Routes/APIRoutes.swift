import Hummingbird
import Kernel
import Markup
import Scenario

/// The API's own description.
enum APIRoutes {
    static let all: [Route] = [
        .api(
            .get, "/openapi.json", .visit, LocalizedText("Tài liệu OpenAPI này", "This OpenAPI document"),
            answers: [.ok(LocalizedText("Tài liệu", "The document"), .any("OpenAPI 3.1"))]
        ) { request in
            .json(Array(document(for: request).text.utf8))
        },
        .page("/api", .visit, LocalizedText("API cho chương trình", "The API for programs")) { request in
            request.page(PageFrame(Texts.Frame.api)) { page in
                page.element("p", ["class": "lead"], Texts.API.forPrograms)
                page.element("p") { $0.element("a", ["href": "/api/v1/openapi.json"], "/api/v1/openapi.json") }
                let api = request.site.table.routes.filter { $0.kind == .api }
                page.table(
                    id: "routes", caption: Texts.API.routes,
                    columns: [Column(Texts.API.route), Column(Texts.API.purpose), Column(Texts.API.permission)],
                    rows: api.map { route in
                        [
                            .code("\(route.method.rawValue) \(route.path)"), .text(route.summary),
                            .code(route.permission.rawValue),
                        ]
                    })
            }
        },
    ]

    private static func document(for request: WebRequest) -> OpenAPIDocument {
        OpenAPIDocument(
            routes: request.site.table.routes, language: request.language,
            version: request.site.configuration.version)
    }
}
