import HTTPTypes
import Kernel
import Markup
import Scenario

/// The description of the API that programs read, in OpenAPI 3.1, made from the routes.
struct OpenAPIDocument {
    var routes: [Route]
    var language: PageLanguage
    var version: String

    /// The document. The same routes give the same bytes.
    var text: String {
        var json = JSONWriter(indent: 2)
        let api = routes.filter { $0.kind == .api }
        json.object { json in
            json.member("openapi", "3.1.0")
            json.key("info")
            json.object { json in
                json.member("title", "Thao Trường")
                json.member("version", version)
                json.member("description", Texts.API.about[language])
                json.key("license")
                json.object { json in
                    json.member("name", "Apache-2.0")
                    json.member("identifier", "Apache-2.0")
                }
            }
            json.key("servers")
            json.array { json in json.object { $0.member("url", "/") } }
            json.key("security")
            json.array { json in
                json.object { json in
                    json.key("token")
                    json.array { _ in }
                }
            }
            json.key("paths")
            json.object { json in
                for path in Set(api.map(\.path)).sorted() {
                    json.key(path)
                    json.object { json in
                        for route in api where route.path == path { write(route, to: &json) }
                    }
                }
            }
            json.key("components")
            json.object { json in writeComponents(api, to: &json) }
        }
        return json.text
    }

    private func write(_ route: Route, to json: inout JSONWriter) {
        json.key(route.method.rawValue.lowercased())
        json.object { json in
            json.member("operationId", Self.operation(route))
            json.member("summary", route.summary[language])
            json.member("description", "\(Texts.API.permission[language]): `\(route.permission.rawValue)`.")
            let names = route.parameterNames
            if !names.isEmpty || !route.query.isEmpty || route.isUnsafe {
                json.key("parameters")
                json.array { json in
                    for name in names {
                        let parameter = route.parameters.first { $0.name == name }
                        write(parameter ?? Self.pathParameter(name), in: "path", to: &json)
                    }
                    for parameter in route.query { write(parameter, in: "query", to: &json) }
                    if route.isUnsafe { json.object { $0.member("$ref", "#/components/parameters/IdempotencyKey") } }
                }
            }
            if let body = route.body {
                json.key("requestBody")
                json.object { json in
                    json.member("required", true)
                    content("application/json", body, to: &json)
                }
            }
            json.key("responses")
            json.object { json in writeAnswers(of: route, to: &json) }
            if PermissionTable.allows(route.permission, to: nil) {
                json.key("security")
                json.array { _ in }
            }
        }
    }

    private func writeAnswers(of route: Route, to json: inout JSONWriter) {
        for answer in route.answers {
            json.key(String(answer.status.code))
            json.object { json in
                json.member("description", answer.summary[language])
                if let schema = answer.schema { content(answer.mediaType, schema, to: &json) }
            }
        }
        json.key("default")
        json.object { $0.member("$ref", "#/components/responses/Problem") }
    }

    private func write(_ parameter: Route.Parameter, in place: String, to json: inout JSONWriter) {
        json.object { json in
            json.member("name", parameter.name)
            json.member("in", place)
            json.member("required", place == "path" || parameter.isRequired)
            if !parameter.summary.isEmpty { json.member("description", parameter.summary[language]) }
            json.key("schema")
            parameter.schema.write(to: &json)
        }
    }

    private func content(_ mediaType: String, _ schema: Schema, to json: inout JSONWriter) {
        json.key("content")
        json.object { json in
            json.key(mediaType)
            json.object { json in
                json.key("schema")
                schema.write(to: &json)
            }
        }
    }

    private func writeComponents(_ api: [Route], to json: inout JSONWriter) {
        var schemas: [String: Schema] = [:]
        Problem.schema.collect(into: &schemas)
        for route in api {
            route.body?.collect(into: &schemas)
            for answer in route.answers { answer.schema?.collect(into: &schemas) }
            for parameter in route.parameters + route.query { parameter.schema.collect(into: &schemas) }
        }
        json.key("schemas")
        json.object { json in
            for (name, schema) in schemas.sorted(by: { $0.key < $1.key }) {
                json.key(name)
                schema.write(to: &json)
            }
        }
        json.key("parameters")
        json.object { json in
            json.key("IdempotencyKey")
            json.object { json in
                json.member("name", "Idempotency-Key")
                json.member("in", "header")
                json.member("required", false)
                json.member("description", Texts.API.idempotency[language])
                json.key("schema")
                Schema.string("", 1...200).write(to: &json)
            }
        }
        json.key("responses")
        json.object { json in
            json.key("Problem")
            json.object { json in
                json.member("description", Texts.API.problem[language])
                content("application/problem+json", Problem.schema, to: &json)
            }
        }
        json.key("securitySchemes")
        json.object { json in
            json.key("token")
            json.object { json in
                json.member("type", "http")
                json.member("scheme", "bearer")
            }
        }
    }

    /// A path parameter of which nothing is said.
    static func pathParameter(_ name: String) -> Route.Parameter {
        Route.Parameter(name: name, summary: LocalizedText(), schema: .string("", 1...100), isRequired: true)
    }

    /// A name for programs that are made from the document: `getPeopleAccount`.
    private static func operation(_ route: Route) -> String {
        let words = route.path.dropFirst("/api/v1".count).split { !$0.isLetter && !$0.isNumber }
        return route.method.rawValue.lowercased() + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
