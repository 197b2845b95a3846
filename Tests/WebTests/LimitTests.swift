import Ground
import HTTPTypes
import Testing

@testable import Web

/// What is too much is refused, whatever it is.
struct LimitTests {
    @Test func largeBodiesAreNotRead() async throws {
        let test = try await TestSite()
        let token = try await test.apiToken(.participant)
        let fields: HTTPFields = [.authorization: "Bearer \(token)", .contentType: "application/json"]
        let large = "{\"displayName\":\"" + String(repeating: "x", count: Route.bodyLimit) + "\"}"
        let reply = try await test.send(.patch, "/api/v1/me", fields, body: large)
        #expect(reply.status == 413)
        #expect(reply.fields[.connection] == "close")
        #expect(reply.fields[.contentType] == "application/problem+json")
        // An announced length is believed before anything is read, a missing one does not help.
        let announced = try await test.send(.patch, "/api/v1/me", fields + [.contentLength: "99999999"], body: "{}")
        #expect(announced.status == 413)
        let unannounced = try await test.send(.patch, "/api/v1/me", fields + [.contentLength: "x"], body: large)
        #expect(unannounced.status == 413)
    }

    @Test func formsHaveAtMostAThousandFields() {
        let pair = "a=1&"
        #expect(FormFields(encoded: String(repeating: pair, count: 1_000))?.all("a").count == 1_000)
        #expect(FormFields(encoded: String(repeating: pair, count: 1_001)) == nil)
    }

    @Test(arguments: [
        "{", "[]", "null", "{\"displayName\":1}", "{\"unknown\":1}", "{\"track\":\"robot\"}",
        "{\"displayName\":\"\"}", "{\"displayName\":\"a\",\"displayName\":\"b\"}",
        String(repeating: "[", count: 10_000), "{\"displayName\":\"\u{0}\"}", "",
    ])
    func wrongJSONIsToldWhereItIsWrong(body: String) async throws {
        let test = try await TestSite()
        let token = try await test.apiToken(.participant)
        let fields: HTTPFields = [.authorization: "Bearer \(token)", .contentType: "application/json"]
        let reply = try await test.send(.patch, "/api/v1/me", fields, body: body)
        #expect([400, 422].contains(reply.status), "\(body.prefix(40)): \(reply.status) \(reply.text)")
        #expect(reply.text.contains("\"detail\""))
    }

    @Test(arguments: [
        "/people/-1", "/people/99999999999999999999", "/people/abc", "/people/%00", "/people/%ff", "/people/1%2F2",
        "/people?after=-1", "/people?after=x", "/audit?before=0", "/audit?before=99999999999999999999",
        "/people?q=%", "/people?q=%C3", "/people/", "//people", "/assets/x/..%2Fstyle.css", "/assets/x/style.css",
        "/join/" + String(repeating: "a", count: 5_000), "/?next=" + String(repeating: "%41", count: 4_000),
    ])
    func oddTargetsNeverFail(target: String) async throws {
        let test = try await TestSite()
        var browser = try await test.browser(.administrator)
        let reply = try await browser.get(target)
        #expect(reply.status < 500, "\(target): \(reply.status)")
        #expect(!test.log.lines.contains { $0.contains("\"level\":\"error\"") })
    }
}
