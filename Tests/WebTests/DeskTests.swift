import Foundation
import Ground
import HTTPTypes
import Kernel
import Testing

@testable import Web

/// A team's desk, from the practice exercise's click on.
struct DeskTests {
    /// A practice exercise that somebody began, with the address of its desk.
    private func practice(_ test: TestSite) async throws -> (browser: Browser, desk: String) {
        var browser = try await test.browser(.instructor)
        let reply = try await browser.post("/exercises/practice")
        #expect(reply.status == 303)
        let desk = try await browser.get(reply.location).location
        #expect(desk.hasSuffix("/desk"))
        return (browser, desk)
    }

    @Test func everyPageAndPartIsServed() async throws {
        let test = try await TestSite()
        var (browser, desk) = try await practice(test)
        for section in DeskSection.allCases {
            let reply = try await browser.get(desk + section.path)
            #expect(reply.status == 200, "\(section)")
            #expect(reply.text.contains("data-events"))
        }
        for part in DeskPart.allCases {
            let query = "?host=0&account=0&action=triage-host"
            #expect(try await browser.get("\(desk)/parts/\(part.rawValue)\(query)").status == 200, "\(part)")
        }
        #expect(try await browser.get(desk + "/hosts/0").status == 200)
        #expect(try await browser.get(desk + "/accounts/0").status == 200)
        #expect(try await browser.get(desk + "/hosts/99999").status == 404)
        #expect(try await browser.get(desk + "/parts/none").status == 404)
    }

    @Test func actionsNotesAndAnswersAreTaken() async throws {
        let test = try await TestSite()
        var (browser, desk) = try await practice(test)
        let about = try await browser.get(desk + "/act?action=triage-host&host=0").text
        #expect(about.contains("name=\"host\" value=\"0\""))
        #expect(try await browser.post(desk + "/actions", [("action", "triage-host"), ("host", "0")]).status == 303)
        let again = try await browser.post(
            desk + "/actions", [("action", "triage-host"), ("host", "0")], token: nil, [.accept: "application/json"])
        #expect(again.status == 409)
        #expect(try await browser.get(desk + "/parts/work").text.contains("work-1"))
        let text = "<b>\"x\" & 'y'</b>"
        #expect(try await browser.post(desk + "/notes", [("text", text)]).status == 303)
        #expect(try await browser.post(desk + "/chat", [("text", text)]).status == 303)
        let talk = try await browser.get(desk + "/talk").text
        #expect(!talk.contains("<b>") && talk.contains("&lt;b&gt;"))
        let report = try await browser.post(
            desk + "/reports", [("hosts", "not-there"), ("what-happened", text)])
        #expect(report.status == 200 && report.text.contains("not-there"))
        #expect(try await browser.post(desk + "/reports", [("techniques", "T1566")]).status == 303)
    }

    @Test func othersSeeNothing() async throws {
        let test = try await TestSite()
        let (_, desk) = try await practice(test)
        var stranger = try await test.browser(.participant)
        #expect(try await stranger.get(desk).status == 404)
        #expect(try await stranger.post(desk + "/chat", [("text", "x")]).status == 404)
        #expect(try await stranger.get("/api/v1" + desk.replacing("/desk", with: "/alerts")).status == 404)
        var observer = try await test.browser(.observer)
        let seen = try await observer.get(desk)
        #expect(seen.status == 200 && !seen.text.contains("form-note desk-note\" role=\"status\">You have"))
        #expect(try await observer.post(desk + "/chat", [("text", "x")]).status == 403)
        var administrator = try await test.browser(.administrator)
        #expect(try await administrator.post(desk + "/chat", [("text", "x")]).status == 404)
    }

    @Test func logsAreSearchedOrSayWhatIsWrong() async throws {
        let test = try await TestSite()
        var (browser, desk) = try await practice(test)
        let wrong = try await browser.get(desk + "/logs?q=host.name%3A(a")
        #expect(wrong.status == 200 && wrong.text.contains("class=\"caret\""))
        #expect(try await browser.get(desk + "/logs?q=%3Cscript%3E&range=custom&from=x&to=y").status == 200)
        #expect(
            try await browser.post(desk + "/searches", [("name", "<i>"), ("query", "a"), ("shared", "yes")]).status
                == 303)
        let page = try await browser.get(desk + "/logs").text
        #expect(page.contains("&lt;i&gt;") && !page.contains("<i>"))
    }

    @Test func rulesAreCheckedBeforeTheyAreArmed() async throws {
        let test = try await TestSite()
        var (browser, desk) = try await practice(test)
        let wrong = try await browser.post(desk + "/rules", [("do", "arm"), ("text", "title: x\n")])
        #expect(wrong.status == 200 && wrong.text.contains("class=\"diagnostics\""))
        #expect(try await browser.post(desk + "/rules", [("do", "arm"), ("text", Desk.starterRule)]).status == 303)
        #expect(try await browser.get(desk + "/rules").text.contains("rule-1"))
        #expect(try await browser.post(desk + "/rules/1/disarm").status == 303)
    }

    @Test func programsActOnceForAKey() async throws {
        let test = try await TestSite()
        let (_, desk) = try await practice(test)
        let api = "/api/v1" + desk.dropLast("/desk".count)
        let token = try await test.apiToken(.instructor)
        let fields: HTTPFields = [.authorization: "Bearer \(token)", .contentType: "application/json"]
        let keyed = fields + [.idempotencyKey: "key-1"]
        let first = try await test.send(.post, api + "/chat", keyed, body: "{\"text\":\"hello\"}")
        let second = try await test.send(.post, api + "/chat", keyed, body: "{\"text\":\"hello\"}")
        #expect(first.status == 201 && second.status == 201 && first.text == second.text)
        let chat = try JSONValue.parse(try await test.send(.get, api + "/chat", fields).text)
        #expect(try chat.array().count == 1)
        for path in ["desk", "alerts", "actions", "work", "score"] {
            let reply = try await test.send(.get, "\(api)/\(path)", fields)
            #expect(reply.status == 200, "\(path)")
            let route = Routes.all.first { $0.path == "/api/v1\(DeskAPIRoutes.root)/\(path)" && $0.method == .get }
            let json = try JSONValue.parse(reply.text)
            #expect(throws: Never.self, "\(path)") { try route?.answers.first?.schema?.check(json) }
        }
        let bad = try await test.send(.post, api + "/actions", fields, body: "{\"action\":\"no-such\"}")
        #expect(bad.status == 422)
    }
}
