import Foundation
import Ground
import HTTPTypes
import Kernel
import Testing

@testable import Web

/// The API and its description.
struct APITests {
    @Test func theDocumentListsExactlyTheRoutes() async throws {
        let test = try await TestSite()
        let json = try JSONValue.parse(try await test.send(.get, "/api/v1/openapi.json").text)
        var listed: Set<String> = []
        for path in try json.required("paths").object() {
            for operation in try path.value.object() { listed.insert("\(operation.name.uppercased()) \(path.name)") }
        }
        #expect(listed == Set(Routes.all.filter { $0.kind == .api }.map { "\($0.method.rawValue) \($0.path)" }))
    }

    @Test func theDocumentIsSound() async throws {
        let test = try await TestSite()
        let text = try await test.send(.get, "/api/v1/openapi.json").text
        let json = try JSONValue.parse(text)
        #expect(try json.required("openapi").string() == "3.1.0")
        let names = try json.required("components").required("schemas").object().map(\.name)
        for match in text.matches(of: /"#\/components\/schemas\/([A-Za-z]+)"/) {
            #expect(names.contains(String(match.1)), "\(match.1)")
        }
        var operations: Set<String> = []
        for path in try json.required("paths").object() {
            for operation in try path.value.object() {
                let id = try operation.value.required("operationId").string()
                #expect(operations.insert(id).inserted, "\(id) twice")
                #expect(try operation.value.required("responses").object().count >= 2, "\(id)")
                #expect(try !operation.value.required("summary").string().isEmpty, "\(id)")
                let declared = try (operation.value["parameters"]?.array() ?? [])
                    .compactMap { try $0["in"]?.string() == "path" ? $0.required("name").string() : nil }
                let inPath = path.name.matches(of: /\{([^}]+)\}/).map { String($0.1) }
                #expect(declared == inPath, "\(id)")
            }
        }
        #expect(try await test.send(.get, "/api/v1/openapi.json").text == text)
    }

    @Test func answersHaveTheShapeThatIsTold() async throws {
        let test = try await TestSite()
        let token = try await test.apiToken(.administrator)
        let fields: HTTPFields = [.authorization: "Bearer \(token)"]
        for route in Routes.all where route.kind == .api && route.method == .get && route.parameterNames.isEmpty {
            let reply = try await test.send(.get, route.path, fields)
            #expect(reply.status == 200, "\(route.path)")
            let json = try JSONValue.parse(reply.text)
            if let schema = route.answers.first?.schema {
                #expect(throws: Never.self, "\(route.path)") { try schema.check(json) }
            }
        }
    }

    @Test func peopleCanBeManaged() async throws {
        let test = try await TestSite()
        let token = try await test.apiToken(.administrator)
        let fields: HTTPFields = [.authorization: "Bearer \(token)", .contentType: "application/json"]
        func ask(_ method: HTTPRequest.Method, _ path: String, _ body: String?) async throws -> Reply {
            try await test.send(method, "/api/v1" + path, fields, body: body)
        }
        let new = #"{"login":"hoa","displayName":"Hoa","password":"long-enough-1","role":"observer"}"#
        let made = try await ask(.post, "/people", new)
        #expect(made.status == 201)
        let id = try JSONValue.parse(made.text).required("id").integer(Int64.self)
        #expect(try await ask(.post, "/people", new).status == 409)
        #expect(try await ask(.patch, "/people/\(id)", #"{"disabled":true}"#).text.contains("\"disabled\":true"))
        #expect(try await ask(.put, "/people/\(id)/password", #"{"password":"another-long-1"}"#).status == 204)
        let soon = test.site.now() + 3_600_000
        let invited = try await ask(.post, "/invitations", #"{"role":"participant","uses":2,"expires":\#(soon)}"#)
        #expect(invited.status == 201)
        let secret = try JSONValue.parse(invited.text).required("secret").string()
        let join = #"{"login":"binh","displayName":"Bình","password":"long-enough-1","track":"ai"}"#
        let joined = try await test.send(
            .post, "/api/v1/join/\(secret)", [.contentType: "application/json"], body: join)
        #expect(joined.status == 201 && joined.text.contains("\"track\":\"ai\""))
    }

    @Test func aRetryWithItsKeyDoesNotActTwice() async throws {
        let test = try await TestSite()
        let token = try await test.apiToken(.administrator)
        let fields: HTTPFields = [
            .authorization: "Bearer \(token)", .contentType: "application/json", .idempotencyKey: "k1",
        ]
        let body = #"{"name":"Once"}"#
        let first = try await test.send(.post, "/api/v1/organisations", fields, body: body)
        let again = try await test.send(.post, "/api/v1/organisations", fields, body: body)
        #expect(first.status == 201 && again.status == 201)
        #expect(first.text == again.text)
        #expect(again.fields[.idempotencyReplayed] == "true")
        #expect(try await test.ground.organisations().count == 2)
        let other = try await test.send(.post, "/api/v1/organisations", fields, body: #"{"name":"Other"}"#)
        #expect(other.status == 409)
        // A refusal is not kept.
        let retry = fields.replacing(.idempotencyKey, with: "k2")
        #expect(try await test.send(.post, "/api/v1/organisations", retry, body: body).status == 409)
        #expect(try await test.send(.post, "/api/v1/organisations", retry, body: #"{"name":"Two"}"#).status == 201)
    }
}

extension HTTPFields {
    fileprivate func replacing(_ name: HTTPField.Name, with value: String) -> HTTPFields {
        var all = self
        all[name] = value
        return all
    }
}
