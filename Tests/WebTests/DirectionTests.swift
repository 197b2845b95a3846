import Foundation
import Ground
import HTTPTypes
import Kernel
import Testing

@testable import Web

/// Making, directing and reviewing exercises, from the form to the review.
struct DirectionTests {
    /// What the form of an exercise sends.
    private static let form = [
        ("scenario", "egov"), ("name", "Morning <b>class</b>"), ("pace", "turn-30"), ("seed", "2"),
        ("variant", "shared"), ("grouping", "team"), ("hints", "yes"), ("scoreboard", "yes"), ("teams", "North\nSouth"),
        ("track", "human"),
    ]

    private func made(_ test: TestSite) async throws -> (browser: Browser, root: String, teams: [Team]) {
        var browser = try await test.browser(.instructor)
        let reply = try await browser.post("/exercises/new", Self.form)
        #expect(reply.status == 303)
        let root = String(reply.location.dropLast("/setup".count))
        let live = try await test.site.live.exercise(publicID: String(root.dropFirst("/exercises/".count)))
        return (browser, root, await live.teamList)
    }

    private func pages(_ root: String, _ team: Team) -> [String] {
        let parts = DirectionPart.allCases.map { "\(root)/parts/\($0.rawValue)" }
        let truths = TruthPart.allCases.map { "\(root)/teams/\(team.id)/truth/\($0.rawValue)" }
        return parts + truths + [
            root, root + "/setup", root + "/scoreboard", root + "/scoreboard/part", root + "/projector",
            root + "/projector/part", root + "/review", "\(root)/teams/\(team.id)", "/exercises",
        ]
    }

    @Test func anExerciseIsMadeRunAndReviewed() async throws {
        let test = try await TestSite()
        var (browser, root, teams) = try await made(test)
        #expect(teams.map(\.name) == ["North", "South"])
        for page in pages(root, teams[0]) {
            let reply = try await browser.get(page)
            #expect(reply.status == 200, "\(page)")
            #expect(!reply.text.contains("<b>class"), "\(page)")
        }
        #expect(try await browser.get("\(root)/teams/\(teams[0].id)/review").status == 409)
        for kind in ["start", "step", "freeze-scoreboard", "step", "unfreeze-scoreboard", "pause", "resume"] {
            #expect(try await browser.post(root + "/control", [("kind", kind)]).status == 303, "\(kind)")
        }
        #expect(try await browser.post(root + "/control", [("kind", "start")]).status == 409)
        #expect(try await browser.post(root + "/control", [("kind", "extend"), ("minutes", "0")]).status == 422)
        let text = [("kind", "broadcast"), ("text", "<i>All</i> of you")]
        #expect(try await browser.post(root + "/direct", text).status == 303)
        let screen = try await browser.get(root + "/projector").text
        #expect(screen.contains("&lt;i&gt;All&lt;/i&gt; of you") && !screen.contains("<i>"))
        let foothold = [("kind", "grant-foothold"), ("host", "nowhere"), ("team", "")]
        #expect(try await browser.post(root + "/direct", foothold).status == 422)
        for _ in 1...4 { _ = try await browser.post(root + "/control", [("kind", "step")]) }
        #expect(try await browser.post(root + "/control", [("kind", "close")]).status == 303)
        for page in pages(root, teams[0]) + ["\(root)/teams/\(teams[0].id)/review"] {
            #expect(try await browser.get(page).status == 200, "\(page)")
        }
        for part in ["decisions", "moments"] {
            #expect(try await browser.get("\(root)/teams/\(teams[0].id)/review/\(part)").status == 200)
        }
        let json = try JSONValue.parse(try await browser.get("/api/v1\(root)/teams/\(teams[0].id)/review").text)
        #expect(try json.required("review").required("timeline").required("steps").array().count > 0)
    }

    @Test func truthIsForThoseWhoDirect() async throws {
        let test = try await TestSite()
        var (browser, root, teams) = try await made(test)
        let account = try #require(try await test.ground.account(login: "participant"))
        _ = try await test.ground.takeSeat(team: teams[0].id, account: account.id, by: .system)
        _ = try await browser.post(root + "/control", [("kind", "start")])
        _ = try await browser.post(root + "/control", [("kind", "step")])
        var observer = try await test.browser(.observer)
        let seen = try await observer.get(root)
        #expect(seen.status == 200 && !seen.text.contains("/teams/\(teams[0].id)\""))
        let hidden = [
            "\(root)/teams/\(teams[0].id)", "\(root)/parts/injects", "/api/v1\(root)/teams/\(teams[0].id)/truth",
        ]
        for page in hidden { #expect(try await observer.get(page).status == 404, "\(page)") }
        #expect(try await !observer.get("/api/v1\(root)/overview").text.contains("glance"))
        var participant = try await test.browser(.participant)
        #expect(try await participant.get(root).location == "\(root)/teams/\(teams[0].id)/desk")
        #expect(try await participant.get(root + "/scoreboard").status == 200)
        #expect(try await participant.get("\(root)/teams/\(teams[1].id)/review").status == 404)
        #expect(try await participant.get("\(root)/parts/teams").status == 403)
        var stranger = try await test.browser(.participant)
        _ = try await browser.post("\(root)/teams/\(teams[0].id)/seat", [])
        try await test.ground.leaveSeat(
            exercise: try await test.ground.exercises().first?.id ?? 0, account: account.id, by: .system)
        for page in [root, root + "/scoreboard", root + "/review"] {
            #expect(try await stranger.get(page).status == 404, "\(page)")
        }
    }

    @Test func othersOrganisationsDoNotExist() async throws {
        let test = try await TestSite()
        let (_, root, teams) = try await made(test)
        let other = try await test.ground.createOrganisation(name: "Elsewhere", by: .system)
        _ = try await test.ground.createAccount(
            NewAccount(login: "stranger", displayName: "Stranger", password: TestSite.password), role: .instructor,
            organisation: other.id, by: .system)
        let signedIn = try await test.ground.signIn(
            login: "stranger", password: TestSite.password, address: "192.0.2.7", agent: "test")
        var browser = Browser(test: test, cookies: ["session": signedIn.token])
        browser.token = signedIn.access.csrfToken ?? ""
        for page in pages(root, teams[0]) where page != "/exercises" {
            #expect(try await browser.get(page).status == 404, "\(page)")
        }
        for action in ["control", "direct", "delete", "teams", "invitations", "teams/\(teams[0].id)/seat"] {
            #expect(
                try await browser.post("\(root)/\(action)", [("kind", "start"), ("name", "x")]).status == 404,
                "\(action)")
        }
        #expect(try await browser.get("/exercises/new?from=\(root.dropFirst("/exercises/".count))").status == 404)
    }

    @Test func formsSayWhatIsWrong() async throws {
        let test = try await TestSite()
        var browser = try await test.browser(.instructor)
        for (field, value) in [
            ("seed", "-1"), ("minutes", "x"), ("adversary", "nobody"), ("name", ""), ("measure", "none"),
        ] {
            let reply = try await browser.post("/exercises/new", Self.form.filter { $0.0 != field } + [(field, value)])
            #expect(reply.status == 422, "\(field)")
            #expect(reply.text.contains("exercise-form"), "\(field)")
        }
        #expect(try await test.ground.exercises().isEmpty)
        let broken = try await browser.post("/exercises/new/check", [("yaml", "name: x\nsimulation:\n  hostz: <b>\n")])
        #expect(broken.status == 422 && broken.text.contains("diagnostics") && !broken.text.contains("<b>"))
        let own = try #require(test.site.live.shelf["egov"]?.content.scenario.text)
        let fine = try await browser.post("/exercises/new/check", [("yaml", own)])
        #expect(fine.status == 200 && fine.text.contains("exercise-form"))
    }

    @Test func seedsAreForecast() async throws {
        let test = try await TestSite()
        var browser = try await test.browser(.instructor)
        let reply = try await browser.post("/exercises/forecast", Self.form + [("first", "1"), ("count", "3")])
        #expect(reply.status == 200)
        #expect(reply.text.matches(of: /data-seed="/).count == 3)
        #expect(
            try await browser.post("/exercises/forecast", Self.form + [("first", "1"), ("count", "999")]).status == 422)
    }

    @Test func programsDoTheSame() async throws {
        let test = try await TestSite()
        let token = try await test.apiToken(.instructor)
        let fields: HTTPFields = [.authorization: "Bearer \(token)", .contentType: "application/json"]
        let api = { (method: HTTPRequest.Method, path: String, body: String?) in
            try await test.send(method, "/api/v1" + path, fields, body: body)
        }
        let body = #"{"name":"A","scenario":"egov","settings":{"seed":"2","turn":1800000},"teams":[{"name":"T"}]}"#
        let made = try await api(.post, "/exercises", body)
        #expect(made.status == 201)
        let json = try JSONValue.parse(made.text)
        let id = try json.required("exercise").required("exercise").string()
        let team: Int64 = try #require(try json.required("teams").array().first).required("id").integer()
        #expect(try await api(.post, "/exercises/\(id)/control", #"{"kind":"start"}"#).status == 200)
        #expect(try await api(.post, "/exercises/\(id)/control", #"{"kind":"start"}"#).status == 409)
        let inject = try await api(.post, "/exercises/\(id)/direction", #"{"input":{"kind":"broadcast","text":"x"}}"#)
        #expect(inject.status == 200)
        let bad = try await api(
            .post, "/exercises/\(id)/direction", #"{"input":{"kind":"triage","alert":1,"triage":"open"}}"#)
        #expect((400..<500).contains(bad.status))
        for path in ["", "/teams", "/overview", "/scoreboard", "/teams/\(team)/truth"] {
            #expect(try await api(.get, "/exercises/\(id)\(path)", nil).status == 200, "\(path)")
        }
        #expect(try await api(.get, "/exercises/\(id)/review", nil).status == 409)
        let link = try await api(.post, "/exercises/\(id)/invitations", #"{"team":\#(team),"uses":2}"#)
        #expect(link.status == 201)
        #expect(try await api(.delete, "/exercises/\(id)", nil).status == 409)
        // The scoreboard is remembered for a moment, but not beyond a change.
        #expect(try await api(.get, "/exercises/\(id)/scoreboard", nil).text.contains(#""phase":"running""#))
        #expect(try await api(.post, "/exercises/\(id)/control", #"{"kind":"close"}"#).status == 200)
        #expect(try await api(.get, "/exercises/\(id)/scoreboard", nil).text.contains(#""phase":"closed""#))
        #expect(try await api(.get, "/exercises/\(id)/review", nil).status == 200)
        let check = try await api(.post, "/scenarios/check", #"{"yaml":"name: x\nhostz: 1\n"}"#)
        #expect(check.status == 200 && check.text.contains("\"line\""))
    }

    /// Whoever plays alone gets a team, and the exercise knows of it at once.
    @Test func aLinkMakesATeamOfOnesOwn() async throws {
        let test = try await TestSite()
        let (_, root, _) = try await made(test)
        let live = try await test.site.live.exercise(publicID: String(root.dropFirst("/exercises/".count)))
        let issued = try await test.ground.createInvitation(
            NewInvitation(
                role: .participant, organisation: test.home.id, exercise: live.id, uses: 5,
                expires: GroundOptions.systemClock() + 1_000_000),
            by: .system)
        var visitor = try await test.browser()
        _ = try await visitor.get("/join/\(issued.secret)")
        let reply = try await visitor.post(
            "/join/\(issued.secret)",
            [("login", "alone"), ("displayName", "Alone"), ("password", TestSite.password), ("team", "")])
        #expect(reply.location == root)
        #expect(await live.teamList.count == 3)
        let desk = try await visitor.get(root).location
        #expect(try await visitor.get(desk).status == 200)
    }
}
