import Ground
import HTTPTypes
import Testing

@testable import Web

/// Getting in and out.
struct SignInTests {
    private let right = [("login", "instructor"), ("password", TestSite.password)]

    @Test func aNewSecretIsGivenAtEverySignIn() async throws {
        let test = try await TestSite()
        var browser = Browser(test: test)
        // A secret that somebody planted before is not taken over.
        browser.cookies["session"] = "planted"
        _ = try await browser.get("/sign-in")
        let reply = try await browser.post("/sign-in", right)
        #expect(reply.status == 303 && reply.location == "/")
        let first = try #require(browser.cookies["session"])
        #expect(first != "planted")
        _ = try await browser.get("/")
        var again = Browser(test: test)
        _ = try await again.get("/sign-in")
        _ = try await again.post("/sign-in", right)
        #expect(again.cookies["session"] != first)
    }

    @Test func signingOutEndsTheSession() async throws {
        let test = try await TestSite()
        var browser = try await test.browser(.instructor)
        let secret = browser.cookies["session"]
        #expect(try await browser.get("/account").status == 200)
        #expect(try await browser.post("/sign-out").location == "/sign-in")
        #expect(browser.cookies["session"] == nil)
        browser.cookies["session"] = secret
        #expect(try await browser.get("/account").location == "/sign-in?next=%2Faccount")
    }

    @Test func guessingIsSlowedDown() async throws {
        let test = try await TestSite()
        var browser = Browser(test: test)
        _ = try await browser.get("/sign-in")
        var statuses: [Int] = []
        for attempt in 0..<12 {
            let reply = try await browser.post("/sign-in", [("login", "instructor"), ("password", "wrong\(attempt)")])
            statuses.append(reply.status)
            if reply.status == 429 { #expect(reply.fields[.retryAfter] != nil) }
        }
        #expect(statuses.first == 401 && statuses.contains(429))
        #expect(try await browser.post("/sign-in", right).status == 429)
    }

    @Test(
        arguments: [
            ("/people?q=a", "/people?q=a"), ("https://evil.example/", "/"), ("//evil.example", "/"),
            ("/\\evil.example", "/"), ("/a b", "/"), ("", "/"), ("javascript:alert(1)", "/"), ("/\r\nX: y", "/"),
        ])
    func signInLeadsOnlyToOwnPlaces(next: String, location: String) async throws {
        let test = try await TestSite()
        var browser = Browser(test: test)
        _ = try await browser.get("/sign-in")
        #expect(try await browser.post("/sign-in", right + [("next", next)]).location == location)
    }

    @Test(arguments: [false, true])
    func cookiesAreOutOfReach(isSecure: Bool) async throws {
        let test = try await TestSite { if isSecure { $0.certificate = ("chain.pem", "key.pem") } }
        var browser = Browser(test: test)
        _ = try await browser.get("/sign-in")
        let reply = try await browser.post("/sign-in", right)
        let cookies = reply.fields[values: .setCookie]
        #expect(cookies.contains { $0.hasPrefix(isSecure ? "__Host-session=" : "session=") })
        for cookie in cookies {
            #expect(cookie.contains("; Path=/; HttpOnly; SameSite=Lax"))
            #expect(cookie.contains("; Secure") == isSecure)
            #expect(!cookie.contains("Domain"))
        }
        #expect((reply.fields[.strictTransportSecurity] != nil) == isSecure)
    }

    @Test func theFirstLinkWorksOnce() async throws {
        let test = try await TestSite(hasPeople: false)
        let link = "/first/" + (try #require(try await test.ground.firstRunToken()))
        var browser = Browser(test: test)
        #expect(try await browser.get("/first/anything").status == 404)
        #expect(try await browser.get(link).status == 200)
        let short = [("organisation", "Sở"), ("login", "first"), ("displayName", "Đầu"), ("password", "short")]
        #expect(try await browser.post(link, short).status == 422)
        let good = [("organisation", "Sở"), ("login", "first"), ("displayName", "Đầu"), ("password", "long-enough-1")]
        #expect(try await browser.post(link, good).location == "/")
        #expect(try await browser.get("/people").status == 200)
        var second = Browser(test: test)
        #expect(try await second.get(link).status == 404)
        _ = try await second.get("/sign-in")
        #expect(try await second.post(link, good).status == 404)
        #expect(try await test.ground.firstRunToken() == nil)
    }

    @Test func invitationsLetPeopleIn() async throws {
        let test = try await TestSite()
        let issued = try await test.ground.createInvitation(
            NewInvitation(role: .participant, organisation: test.home.id, expires: test.site.now() + 3_600_000),
            by: .system)
        var browser = Browser(test: test)
        #expect(try await browser.get("/join/\(issued.secret)").text.contains("Sở Mẫu"))
        let new = [("login", "lan"), ("displayName", "Lan"), ("password", "short")]
        let refused = try await browser.post("/join/\(issued.secret)", new)
        #expect(refused.status == 422)
        #expect(refused.text.contains("value=\"lan\"") && !refused.text.contains("value=\"short\""))
        let good = [("login", "lan"), ("displayName", "Lan"), ("password", "long-enough-1")]
        #expect(try await browser.post("/join/\(issued.secret)", good).location == "/")
        #expect(try await browser.get("/").text.contains("Lan"))
        #expect(try await Browser(test: test).test.send(.get, "/join/\(issued.secret)").status == 404)
    }

    @Test func registrationIsClosedUnlessOpened() async throws {
        let closed = try await TestSite()
        #expect(try await closed.send(.get, "/register").status == 404)
        let open = try await TestSite { $0.isRegistrationOpen = true }
        var browser = Browser(test: open)
        #expect(try await browser.get("/register").status == 200)
        let new = [("login", "minh"), ("displayName", "Minh"), ("password", "long-enough-1")]
        #expect(try await browser.post("/register", new).status == 303)
        #expect(try await open.ground.account(login: "minh")?.role == .participant)
    }
}
