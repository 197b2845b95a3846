import Ground
import HTTPTypes
import Hummingbird
import Testing

@testable import Web

/// Every route, tried by somebody of every role and by nobody. Handlers are replaced, so that only the gate decides.
struct RoleTests {
    private static let people: [(letter: Character, role: Role?)] = [
        ("a", .administrator), ("i", .instructor), ("o", .observer), ("p", .participant), ("-", nil),
    ]

    private static let reached: [Route] = Routes.all.map { route in
        var route = route
        route.body = nil
        route.handler = { _ in Response(status: .noContent) }
        return route
    }

    private static func target(_ route: Route) -> String {
        route.path.split(separator: "/").map { $0.hasPrefix("{") ? "1" : String($0) }
            .reduce("") { $0 + "/" + $1 }.isEmpty
            ? "/" : "/" + route.path.split(separator: "/").map { $0.hasPrefix("{") ? "1" : $0 }.joined(separator: "/")
    }

    @Test func everyRouteStandsInTheTable() {
        let declared = Set(Routes.all.map { "\($0.method.rawValue) \($0.path)" })
        #expect(declared.subtracting(RoleTable.all.keys) == [])
        #expect(Set(RoleTable.all.keys).subtracting(declared) == [])
    }

    @Test(arguments: people.map(\.letter))
    func routesOpenForThoseOfTheTable(letter: Character) async throws {
        let test = try await TestSite(routes: Self.reached)
        let role = Self.people.first { $0.letter == letter }?.role
        var browser = try await test.browser(role)
        if role == nil {
            // Somebody unknown has the token of a visitor once a page was fetched.
            browser.cookies["visitor"] = "0123"
            browser.token = test.site.visitors.token(of: "0123")
        }
        for route in Self.reached {
            let name = "\(route.method.rawValue) \(route.path)"
            let mayPass = RoleTable.all[name]?.contains(letter) ?? false
            let reply = try await ask(route, test, &browser)
            if mayPass {
                #expect(reply.status == 204, "\(letter) \(name)")
            } else if role == nil {
                #expect(reply.status == 401 || reply.location.hasPrefix("/sign-in?next="), "\(letter) \(name)")
            } else {
                #expect(reply.status == 403, "\(letter) \(name)")
            }
        }
    }

    private func ask(_ route: Route, _ test: TestSite, _ browser: inout Browser) async throws -> Reply {
        let target = Self.target(route)
        if route.method == .get { return try await browser.get(target) }
        if route.method == .post { return try await browser.post(target) }
        let cookies = browser.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        return try await test.send(route.method, target, [.cookie: cookies, .csrfToken: browser.token])
    }

    /// A token may do what its ceiling may, only through the API and live events.
    @Test func tokensAreHeldDownByTheirCeiling() async throws {
        let test = try await TestSite()
        let low = try await test.apiToken(.administrator, ceiling: .participant)
        let high = try await test.apiToken(.administrator)
        #expect(try await test.send(.get, "/api/v1/audit", [.authorization: "Bearer \(low)"]).status == 403)
        #expect(try await test.send(.get, "/api/v1/audit", [.authorization: "Bearer \(high)"]).status == 200)
        #expect(try await test.send(.get, "/metrics", [.authorization: "Bearer \(high)"]).status == 200)
        #expect(try await test.send(.get, "/people", [.authorization: "Bearer \(high)"]).status == 401)
        #expect(try await test.send(.get, "/api/v1/me", [.authorization: "Bearer thao_wrong"]).status == 401)
        #expect(try await test.send(.get, "/api/v1/me", [.authorization: "Basic abc"]).status == 401)
    }

    @Test func instructorsReachOnlyLowerRolesOfTheirOrganisation() async throws {
        let test = try await TestSite()
        let ground = test.ground
        let other = try await ground.createOrganisation(name: "Elsewhere", by: .system)
        let stranger = try await ground.createAccount(
            NewAccount(login: "stranger", displayName: "Stranger", password: TestSite.password), role: .participant,
            organisation: other.id, by: .system)
        var browser = try await test.browser(.instructor)
        #expect(try await browser.get("/people/\(stranger.id)").status == 404)
        #expect(try await browser.get("/people").text.contains("stranger") == false)
        let participant = try #require(try await ground.account(login: "participant"))
        let administrator = try #require(try await ground.account(login: "administrator"))
        #expect(try await browser.get("/people/\(administrator.id)").status == 404)
        #expect(try await browser.post("/people/\(administrator.id)/password", [("password", "x")]).status == 404)
        let promotion = [("displayName", "P"), ("role", "administrator")]
        #expect(try await browser.post("/people/\(participant.id)", promotion).status == 403)
        let invitation = [("role", "administrator"), ("uses", "1"), ("days", "1")]
        #expect(try await browser.post("/people/invitations", invitation).status == 403)
        let elsewhere = [
            ("role", "participant"), ("uses", "1"), ("days", "1"), ("organisation", String(other.id)),
        ]
        #expect(try await browser.post("/people/invitations", elsewhere).status == 403)
        #expect(try await ground.account(participant.id).role == .participant)
    }
}
