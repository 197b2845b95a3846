import Exercise
import Ground
import HTTPTypes
import Hummingbird
import Kernel
import LogSearch
import Markup
import NIOCore
import Scenario
import Telemetry

/// The log search of a desk.
enum DeskLogRoutes {
    private static let root = DeskRoutes.root

    static let all: [Route] = [
        .page(root + "/logs", .ownAccount, DeskSection.logs.title) { request in
            let desk = try await request.desk()
            let choice = LogChoice(request, desk.time)
            let findings = try await desk.search(choice)
            let saved = try await request.site.ground.savedSearches(
                team: desk.snapshot.team.id, account: try request.account.id)
            return try await desk.page(.logs, scripts: ["search.js"]) { page in
                words(desk, &page)
                desk.writeSearchForm(choice, to: &page)
                desk.writeSavedSearches(saved, choice, to: &page)
                page.element("div", ["id": "log-results", "data-results": "\(desk.root)/logs/results"]) {
                    desk.writeLogs(findings, to: &$0)
                }
            }
        },
        .fragment(
            root + "/logs/results", .ownAccount, LocalizedText("Kết quả của một câu tìm", "What a search brought")
        ) { request in
            let desk = try await request.desk()
            let findings = try await desk.search(LogChoice(request, desk.time))
            return request.fragment { desk.writeLogs(findings, to: &$0) }
        },
        .page(root + "/logs/download", .ownAccount, Texts.Logs.export) { request in
            let desk = try await request.desk()
            let choice = LogChoice(request, desk.time)
            let view = try await desk.live.log(team: desk.snapshot.team.id)
            var asked: SearchRequest
            do throws(LogQueryError) {
                asked = try choice.with { _ in }.request(now: view.now, known: view.base.schema.catalogue)
            } catch {
                throw Problem.invalid(Texts.Logs.mistake + error.description, field: "q")
            }
            asked.to = min(asked.to ?? view.now, view.now)
            return try await download(asked, choice.query, request, desk.live, desk.snapshot.team.id)
        },
        .action(root + "/searches", .takePart, Texts.Logs.save) { request in
            let (live, team) = try await request.ownTeam()
            let form = request.form
            _ = try await request.site.ground.saveSearch(
                team: team, account: try request.account.id, name: form.text("name"), query: form.text("query"),
                shared: form["shared"] != nil)
            let query = PercentCoding.encoded(form.text("query"))
            return request.done(
                .searchSaved, to: "/exercises/\(live.stored.publicID)/teams/\(team)/desk/logs?q=\(query)&range=24h")
        },
        .action(root + "/searches/{search}/delete", .takePart, Texts.Logs.delete) { request in
            let (live, team) = try await request.ownTeam()
            try await request.site.ground.deleteSearch(
                try request.number("search"), account: try request.account.id)
            return request.done(.searchDeleted, to: "/exercises/\(live.stored.publicID)/teams/\(team)/desk/logs")
        },
    ]

    /// Texts and addresses that the script needs.
    private static func words(_ desk: Desk, _ page: inout Markup) {
        let team = "/api/v1/exercises/\(desk.live.stored.publicID)/teams/\(desk.snapshot.team.id)"
        page.element(
            "template",
            [
                "id": "log-words", "data-include": page.words(Texts.Logs.include),
                "data-exclude": page.words(Texts.Logs.exclude), "data-fields": "\(team)/logs/fields",
            ])
    }

    /// A file of the records that a search finds.
    static func download(
        _ asked: SearchRequest, _ text: String, _ request: WebRequest, _ live: LiveExercise, _ team: Int64
    ) async throws -> Response {
        guard let format = TelemetryFormat(rawValue: request.query("format") ?? TelemetryFormat.ecs.rawValue) else {
            throw Problem.invalid(Texts.API.oneOf(TelemetryFormat.allCases.map(\.rawValue)), field: "format")
        }
        let account = try request.account.id
        let export = try await live.export(asked, text: text, format: format, team: team, account: account)
        let body = ResponseBody { writer in
            var export = export
            while let piece = try await export.next() { try await writer.write(ByteBuffer(bytes: piece)) }
            try await writer.finish(nil)
        }
        let name = String(live.stored.scenario.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        let file = "\(name)-\(format.rawValue).\(format.fileExtension)"
        return Response(
            status: .ok,
            headers: [
                .contentType: format.fileExtension == "jsonl" ? "application/x-ndjson" : "text/plain; charset=utf-8",
                .contentDisposition: "attachment; filename=\"\(file)\"", .cacheControl: "no-store",
            ],
            body: body)
    }
}
