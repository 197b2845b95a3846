import Ground
import HTTPTypes
import Testing

@testable import Web

/// Texts of users reach pages as texts, wherever they are typed.
struct HostileTextTests {
    private static let hostile = "<script>alert('x')</script>\"><img src=x onerror=y>&amp;"

    /// The pages that show texts of users, as an administrator sees them.
    @Test func namesAreEscapedOnEveryPage() async throws {
        let test = try await TestSite()
        let ground = test.ground
        let organisation = try await ground.createOrganisation(name: Self.hostile, by: .system)
        let account = try await ground.createAccount(
            NewAccount(login: "mallory", displayName: Self.hostile, password: TestSite.password), role: .administrator,
            organisation: organisation.id, by: .system)
        _ = try await ground.createToken(
            for: account.id, name: Self.hostile, ceiling: .participant, expires: nil, by: .system)
        try await ground.audit("test", subject: Self.hostile, detail: Self.hostile, by: .system)
        let signedIn = try await ground.signIn(
            login: "mallory", password: TestSite.password, address: "192.0.2.9", agent: Self.hostile)
        let second = try await ground.signIn(
            login: "mallory", password: TestSite.password, address: "192.0.2.9", agent: "b")
        var browser = Browser(test: test, cookies: ["session": second.token])
        browser.token = signedIn.access.csrfToken ?? ""
        let pages = [
            "/", "/account", "/account/tokens", "/people", "/people/\(account.id)", "/people/new",
            "/people/invitations", "/organisations", "/audit", "/about", "/api", "/missing",
            "/people?q=" + PercentCoding.encoded(Self.hostile), "/sign-in?next=" + PercentCoding.encoded(Self.hostile),
        ]
        for page in pages {
            let text = try await browser.get(page).text
            #expect(!text.contains("<script>alert"), "\(page)")
            #expect(!text.contains("<img"), "\(page)")
            #expect(!text.contains("onerror=y>"), "\(page)")
        }
        #expect(try await browser.get("/people").text.contains("&lt;script&gt;alert(&#39;x&#39;)"))
    }

    /// Forms that come back with what was typed.
    @Test func whatWasTypedComesBackEscaped() async throws {
        let test = try await TestSite()
        var browser = try await test.browser(.administrator)
        let forms: [(String, [String])] = [
            ("/people/new", ["login", "displayName", "role", "organisation", "track"]),
            ("/people/invitations", ["role", "uses", "days", "organisation"]),
            ("/account", ["displayName", "track"]), ("/account/tokens", ["name", "ceiling", "days"]),
            ("/organisations", ["name"]), ("/preferences", ["return", "language", "theme"]),
        ]
        for (form, fields) in forms {
            for field in fields {
                let reply = try await browser.post(form, [(field, Self.hostile)])
                #expect(!reply.text.contains("<script>alert") && !reply.text.contains("<img"), "\(form) \(field)")
                #expect(!reply.location.contains("<"), "\(form) \(field)")
                #expect(reply.status < 500, "\(form) \(field)")
            }
        }
    }

    @Test func pagesHoldNoScriptOrStyleOfTheirOwn() async throws {
        let test = try await TestSite()
        var browser = try await test.browser(.administrator)
        for route in Routes.all where route.kind == .page && route.parameterNames.isEmpty {
            let reply = try await browser.get(route.path)
            for pattern in [" style=\"", " onclick=", " onload=", "javascript:", "<style", "http://", "https://"] {
                #expect(!reply.text.contains(pattern), "\(route.path): \(pattern)")
            }
            let policy = reply.fields[.contentSecurityPolicy] ?? ""
            #expect(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), "\(route.path)")
        }
    }
}
