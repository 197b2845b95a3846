import Exercise
import Ground
import HTTPTypes
import Kernel
import Markup
import Scenario
import Testing

@testable import Web

/// Problems, languages, preferences, headers.
struct AnswerTests {
    @Test(
        arguments: [
            (GroundError.Code.notFound, 404), (.forbidden, 403), (.unauthenticated, 401), (.conflict, 409),
            (.invalid, 422), (.tooMany, 429), (.limit, 422), (.storage, 503),
        ] as [(GroundError.Code, Int)])
    func refusalsOfTheGroundHaveTheirStatus(code: GroundError.Code, status: Int) {
        let problem = Problem(GroundError(code, "secret path /var/x", field: "f"))
        #expect(problem.status.code == status)
        #expect(problem.field == "f")
        #expect(problem.text.english.contains("/var/x") == (code != .storage))
    }

    @Test(
        arguments: [
            (TeamInputError.Code.unknown, 422), (.wrongTarget, 422), (.notNow, 409), (.tooLong, 422), (.tooMany, 422),
            (.alreadySo, 409), (.notAllowed, 403),
        ] as [(TeamInputError.Code, Int)])
    func refusalsOfAnExerciseHaveTheirStatus(code: TeamInputError.Code, status: Int) {
        let problem = Problem(TeamInputError(code, Texts.cancel, field: "host"))
        #expect(problem.status.code == status && problem.code == code.rawValue && problem.field == "host")
    }

    @Test func programsGetProblemDocuments() async throws {
        let test = try await TestSite()
        let token = try await test.apiToken(.participant)
        let fields: HTTPFields = [.authorization: "Bearer \(token)", .acceptLanguage: "en"]
        for (method, target, status) in [
            (HTTPRequest.Method.get, "/api/v1/audit", 403), (.get, "/api/v1/nothing", 404),
            (.delete, "/api/v1/me", 405), (.delete, "/api/v1/me/tokens/999", 404),
        ] {
            let reply = try await test.send(method, target, fields)
            #expect(reply.status == status, "\(target)")
            #expect(reply.fields[.contentType] == "application/problem+json", "\(target)")
            let json = try JSONValue.parse(reply.text)
            try Problem.schema.check(json)
            #expect(try json.required("status").integer(Int.self) == status)
        }
        let missing = try await test.send(.delete, "/api/v1/me", fields)
        #expect(missing.fields[.allow] == "GET, HEAD, PATCH")
    }

    @Test func peopleGetPages() async throws {
        let test = try await TestSite()
        let reply = try await test.send(.get, "/nothing", [.acceptLanguage: "en"])
        #expect(reply.status == 404)
        #expect(reply.fields[.contentType] == "text/html; charset=utf-8")
        #expect(reply.text.contains("<h1>Not found</h1>"))
        #expect(try await test.send(.head, "/nothing").text.isEmpty)
        #expect(try await test.send(.head, "/about").status == 200)
    }

    @Test(
        arguments: [
            ("", .vietnamese), ("en", .english), ("en-GB,vi;q=0.9", .english), ("fr, en;q=0.5", .english),
            ("vi;q=0.1, en;q=0.2", .english), ("de", .vietnamese), ("en;q=0", .vietnamese), ("EN", .english),
            ("en;q=1.000", .english), ("en;q=2x,vi;q=0.001", .vietnamese), (";;;,,,", .vietnamese),
            ("vi,en", .vietnamese),
        ] as [(String, PageLanguage)])
    func browsersAreAskedForTheirLanguage(accepted: String, language: PageLanguage) {
        #expect(LanguageChoosing.negotiated(accepted) == language)
    }

    @Test func theAccountsLanguageComesFirstThenTheCookie() async throws {
        let test = try await TestSite()
        #expect(try await test.send(.get, "/about", [.acceptLanguage: "en"]).text.contains("lang=\"en\""))
        let chosen: HTTPFields = [.acceptLanguage: "en", .cookie: "language=vi"]
        #expect(try await test.send(.get, "/about", chosen).text.contains("lang=\"vi\""))
        var browser = try await test.browser(.observer)
        browser.cookies["language"] = "en"
        #expect(try await browser.get("/about").text.contains("lang=\"vi\""))
        let reply = try await browser.post("/preferences", [("language", "en"), ("return", "/about")])
        #expect(reply.location == "/about")
        #expect(try await browser.get("/about").text.contains("lang=\"en\""))
        #expect(try await test.ground.account(login: "observer")?.language == .english)
    }

    @Test func theThemeIsRemembered() async throws {
        let test = try await TestSite()
        var browser = Browser(test: test)
        _ = try await browser.get("/about")
        _ = try await browser.post("/preferences", [("theme", "dark"), ("return", "//evil.example")])
        #expect(try await browser.get("/about").text.contains("data-theme=\"dark\""))
        browser.cookies["theme"] = "\"><script>"
        #expect(try await browser.get("/about").text.contains("<script>") == false)
    }

    /// Pages in English hold no Vietnamese but names, and the other way round no text is missing.
    @Test func everyPageIsInBothLanguages() async throws {
        let test = try await TestSite()
        _ = try await test.ground.renameOrganisation(test.home.id, to: "Model Office", by: .system)
        var browser = try await test.browser(.administrator)
        let marked = /[ăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]/
        for language in ["en", "vi"] {
            _ = try await browser.post("/preferences", [("language", language)])
            for route in Routes.all where route.kind == .page && route.parameterNames.isEmpty {
                var text = try await browser.get(route.path).text
                text = text.replacing("Thao Trường", with: "").replacing("Tiếng Việt", with: "")
                    .replacing("thao trường", with: "").replacing("Sở Mẫu", with: "").replacing("Vĩnh Sa", with: "")
                let found = text.firstMatch(of: marked)
                #expect((found == nil) == (language == "en") || text.isEmpty, "\(route.path) \(language)")
            }
        }
    }

    @Test func everyAnswerIsStrict() async throws {
        let test = try await TestSite()
        for target in ["/about", "/api/v1/openapi.json", "/health", "/nothing", test.site.assets.path("style.css")] {
            let reply = try await test.send(.get, target)
            #expect(reply.fields[.xContentTypeOptions] == "nosniff", "\(target)")
            #expect(reply.fields[.referrerPolicy] == "same-origin", "\(target)")
            #expect(reply.fields[.requestID] != nil, "\(target)")
            #expect(reply.fields[.cacheControl]?.isEmpty == false, "\(target)")
        }
        let style = try await test.send(.get, test.site.assets.path("style.css"))
        #expect(style.fields[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(try await test.send(.get, "/assets/old/style.css").fields[.cacheControl] == "no-store")
    }

    @Test func noticesShowOnce() async throws {
        let test = try await TestSite()
        var browser = try await test.browser(.participant)
        _ = try await browser.post("/account", [("displayName", "X"), ("track", "human")])
        #expect(try await browser.get("/account").text.contains("Đã lưu."))
        #expect(try await !browser.get("/account").text.contains("Đã lưu."))
    }

    @Test func scriptsGetJSONFromActions() async throws {
        let test = try await TestSite()
        var browser = try await test.browser(.participant)
        let json: HTTPFields = [.accept: "application/json"]
        let done = try await browser.post("/account", [("displayName", "X"), ("track", "human")], json)
        #expect(done.status == 200 && done.text.contains("\"location\":\"/account\""))
        let refused = try await browser.post("/account", [("displayName", "")], json)
        #expect(refused.status == 422 && refused.text.contains("\"field\":\"displayName\""))
    }
}
