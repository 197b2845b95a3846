import Ground
import HTTPTypes
import Testing

@testable import Web

/// What another site can make a browser send is refused.
struct ForgeryTests {
    @Test func formsNeedTheTokenOfTheirSession() async throws {
        let test = try await TestSite()
        var browser = try await test.browser(.participant)
        let values = [("displayName", "Changed"), ("track", "ai")]
        #expect(try await browser.post("/account", values, token: "").status == 403)
        #expect(try await browser.post("/account", values, token: "wrong").status == 403)
        let other = try await test.browser(.observer)
        #expect(try await browser.post("/account", values, token: other.token).status == 403)
        #expect(try await test.ground.account(login: "participant")?.displayName == "Name of participant")
        #expect(try await browser.post("/account", values).status == 303)
        #expect(try await test.ground.account(login: "participant")?.displayName == "Changed")
    }

    @Test(
        arguments: [
            ([.origin: "http://thao.example"], 303), ([.origin: "https://thao.example"], 303),
            ([.origin: "https://evil.example"], 403), ([.origin: "null"], 403), ([.origin: ""], 403),
            ([.origin: "https://thao.example.evil.example"], 403), ([.fetchSite: "cross-site"], 403),
            ([.fetchSite: "same-site"], 403), ([.fetchSite: "same-origin"], 303), ([.fetchSite: "none"], 303),
        ] as [(HTTPFields, Int)])
    func foreignOriginsAreRefusedEvenWithTheToken(fields: HTTPFields, status: Int) async throws {
        let test = try await TestSite()
        var browser = try await test.browser(.participant)
        let reply = try await browser.post("/account", [("displayName", "X"), ("track", "ai")], fields)
        #expect(reply.status == status)
    }

    @Test func theTokenMayComeInAField() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(.participant)
        let cookie = browser.cookies.map { "\($0.key)=\($0.value)" }.joined()
        let json: HTTPFields = [.cookie: cookie, .contentType: "application/json"]
        let body = #"{"displayName":"By script"}"#
        #expect(try await test.send(.patch, "/api/v1/me", json, body: body).status == 403)
        #expect(try await test.send(.patch, "/api/v1/me", json + [.csrfToken: browser.token], body: body).status == 200)
    }

    @Test func programsWithATokenNeedNone() async throws {
        let test = try await TestSite()
        let token = try await test.apiToken(.participant)
        let fields: HTTPFields = [.authorization: "Bearer \(token)", .contentType: "application/json"]
        let reply = try await test.send(.patch, "/api/v1/me", fields, body: #"{"displayName":"Agent"}"#)
        #expect(reply.status == 200)
    }

    @Test func signingInNeedsTheTokenOfTheVisitor() async throws {
        let test = try await TestSite()
        let values = [("login", "participant"), ("password", TestSite.password)]
        var fresh = Browser(test: test)
        #expect(try await fresh.post("/sign-in", values, token: "").status == 403)
        var browser = Browser(test: test)
        _ = try await browser.get("/sign-in")
        #expect(browser.cookies["visitor"] != nil)
        var thief = Browser(test: test)
        #expect(try await thief.post("/sign-in", values, token: browser.token).status == 403)
        #expect(try await browser.post("/sign-in", values).status == 303)
    }

    @Test func programsSignInWithJSONOnly() async throws {
        let test = try await TestSite()
        let body = #"{"login":"participant","password":"\#(TestSite.password)"}"#
        let reply = try await test.send(.post, "/api/v1/sign-in", [.contentType: "application/json"], body: body)
        #expect(reply.status == 201)
        #expect(reply.text.contains("thao_"))
        #expect(try await test.send(.post, "/api/v1/sign-in", [.contentType: "text/plain"], body: body).status == 403)
        let foreign: HTTPFields = [.contentType: "application/json", .origin: "https://evil.example"]
        #expect(try await test.send(.post, "/api/v1/sign-in", foreign, body: body).status == 403)
    }
}
