import Exercise
import Ground
import Hummingbird
import Kernel
import LogSearch
import Markup
import Scenario
import Telemetry

/// The log search, for programs. Times are exercise milliseconds.
enum DeskLogAPIRoutes {
    private static let root = DeskAPIRoutes.root

    static let all: [Route] = [
        .api(
            .get, root + "/logs/search", .ownAccount, Texts.Logs.search, parameters: DeskRecords.path, query: query,
            answers: [.ok(Texts.Logs.search, DeskRecords.logs)]
        ) { request in
            let (live, team) = try await request.visibleTeam()
            let asked = try await asked(request, live, team)
            let result = try await live.search(
                asked, text: asked.query.text, team: team, account: try request.account.id)
            return .json { write(result, to: &$0) }
        },
        .api(
            .get, root + "/logs/fields", .ownAccount, Texts.Logs.fieldNames, parameters: DeskRecords.path,
            answers: [
                .ok(
                    Texts.Logs.fieldNames,
                    .array(
                        of: .object([
                            .required("name", .string()), .required("kind", .choice(["keyword", "text", "exact"])),
                            .required("records", .integer()), .required("thousandths", .integer()),
                            .required("example", .string()),
                        ])))
            ]
        ) { request in
            let (live, team) = try await request.visibleTeam()
            let fields = try await live.log(team: team).fields
            return .json { json in
                json.array { json in
                    for field in fields {
                        json.object { json in
                            json.member("name", field.name)
                            json.member("kind", field.kind.rawValue)
                            json.member("records", field.recordCount)
                            json.member("thousandths", field.thousandths)
                            json.member("example", field.example)
                        }
                    }
                }
            }
        },
        .api(
            .get, root + "/logs/export", .ownAccount, Texts.Logs.export, parameters: DeskRecords.path,
            query: query + [
                Route.Parameter(
                    name: "format", summary: Texts.Logs.download,
                    schema: .choice(TelemetryFormat.allCases.map(\.rawValue)))
            ],
            answers: [
                Route.Answer(status: .ok, summary: Texts.Logs.export, schema: nil, mediaType: "application/x-ndjson")
            ]
        ) { request in
            let (live, team) = try await request.visibleTeam()
            var asked = try await asked(request, live, team)
            let now = try await live.log(team: team).now
            asked.to = min(asked.to ?? now, now)
            return try await DeskLogRoutes.download(asked, asked.query.text, request, live, team)
        },
        .api(
            .get, root + "/searches", .takePart, Texts.Logs.saved, parameters: DeskRecords.path,
            answers: [.ok(Texts.Logs.saved, .array(of: DeskRecords.savedSearch))]
        ) { request in
            let (_, team) = try await request.ownTeam()
            let searches = try await request.site.ground.savedSearches(team: team, account: try request.account.id)
            return .json { json in json.array { json in for search in searches { write(search, to: &json) } } }
        },
        .api(
            .post, root + "/searches", .takePart, Texts.Logs.save, parameters: DeskRecords.path,
            body: .object([
                .required("name", .string("", 1...GroundLimits.name)),
                .required("query", .string("", 0...GroundLimits.query)),
                .optional("shared", .boolean("Whether the whole team sees it")),
            ]), answers: [.created(Texts.Logs.saved, DeskRecords.savedSearch)]
        ) { request in
            let (_, team) = try await request.ownTeam()
            let search = try await request.site.ground.saveSearch(
                team: team, account: try request.account.id, name: try request.json.required("name").string(),
                query: try request.json.required("query").string(),
                shared: try request.json["shared"]?.bool() ?? false)
            return .json(status: .created) { write(search, to: &$0) }
        },
        .api(
            .delete, root + "/searches/{search}", .takePart, Texts.Logs.delete,
            parameters: DeskRecords.path + [Records.number("search")], answers: [.nothing(Notice.searchDeleted.text)]
        ) { request in
            _ = try await request.ownTeam()
            try await request.site.ground.deleteSearch(
                try request.number("search"), account: try request.account.id)
            return .nothing
        },
    ]

    private static let query: [Route.Parameter] = [
        parameter("q", "Câu tìm", "The search", .string("", 0...LogQuery.longestText)),
        parameter("from", "Từ lúc", "The earliest moment", DeskRecords.time),
        parameter("to", "Trước lúc", "The moment before which records are wanted", DeskRecords.time),
        parameter("order", "Thứ tự", "Which rows come first", .choice(["newest", "oldest"])),
        parameter("limit", "Số bản ghi", "How many records", .integer("", 0...Int64(SearchRequest.mostRows))),
        parameter("after", "Trang kế", "Where to go on: `next` of the page before", .string("", 0...64)),
        parameter("buckets", "Số cột", "Parts of the histogram", .integer("", 0...Int64(SearchRequest.mostBuckets))),
        parameter("fields", "Thống kê", "Fields whose values are counted, with commas between", .string("", 0...1_000)),
    ]

    private static func parameter(
        _ name: String, _ vietnamese: String, _ english: String, _ schema: Schema
    ) -> Route.Parameter {
        Route.Parameter(name: name, summary: LocalizedText(vietnamese, english), schema: schema)
    }

    /// What a query asks of a team's log.
    private static func asked(
        _ request: WebRequest, _ live: LiveExercise, _ team: Int64
    ) async throws -> SearchRequest {
        let text = request.query("q", limit: LogQuery.longestText * 2) ?? ""
        let known = try await live.log(team: team).base.schema.catalogue
        var asked: SearchRequest
        do throws(LogQueryError) {
            asked = SearchRequest(try LogQuery(parsing: text, fields: known))
        } catch {
            throw Problem.invalid(LocalizedText(error.description), field: "q")
        }
        let moments = -TeamLimits.longest...TeamLimits.longest * 2
        asked.from = try request.query("from", in: moments)
        asked.to = try request.query("to", in: moments)
        if let order = request.query("order") {
            guard let order = SearchRequest.Order(rawValue: order) else {
                throw Problem.invalid(Texts.API.oneOf(["newest", "oldest"]), field: "order")
            }
            asked.order = order
        }
        asked.limit = Int(try request.query("limit", in: 0...Int64(SearchRequest.mostRows)) ?? 100)
        asked.buckets = Int(try request.query("buckets", in: 0...Int64(SearchRequest.mostBuckets)) ?? 0)
        let fields = request.query("fields", limit: 1_000) ?? ""
        asked.statistics = fields.split(separator: ",").prefix(SearchRequest.mostStatistics).map(String.init)
        if let after = request.query("after", limit: 64), !after.isEmpty {
            guard let cursor = SearchCursor(text: after) else {
                throw Problem.invalid(Texts.Errors.malformed, field: "after")
            }
            asked.after = cursor
        }
        return asked
    }

    private static func write(_ result: SearchResult, to json: inout JSONWriter) {
        json.object { json in
            json.member("total", result.total)
            json.member("from", result.covered.lowerBound)
            json.member("to", result.covered.upperBound)
            json.member("scanned", result.scanned)
            json.member("partial", result.isPartial)
            json.member("building", result.isBuilding)
            json.key("next")
            if let next = result.next { json.value(next.text) } else { json.null() }
            json.member("bucket-length", result.bucketLength)
            json.list("histogram", result.histogram) { bucket, json in
                json.object { json in
                    json.member("start", bucket.start)
                    json.member("count", bucket.count)
                }
            }
            json.list("statistics", result.statistics) { field, json in
                json.object { json in
                    json.member("field", field.field)
                    json.member("values", field.valueCount)
                    json.member("distinct", field.distinctCount)
                    json.member("capped", field.isCapped)
                    json.list("top", field.top) { value, json in
                        json.object { json in
                            json.member("value", value.value)
                            json.member("count", value.count)
                        }
                    }
                }
            }
            json.list("records", result.rows) { row, json in
                json.object { json in
                    json.member("time", row.time)
                    json.member("id", row.id)
                    json.list("fields", row.fields) { field, json in
                        json.array { json in
                            json.value(field.name)
                            json.value(field.value)
                        }
                    }
                }
            }
        }
    }

    private static func write(_ search: SavedSearch, to json: inout JSONWriter) {
        json.object { json in
            json.member("id", search.id)
            json.member("account", search.account)
            json.member("name", search.name)
            json.member("query", search.query)
            json.member("shared", search.shared)
            json.member("created", search.created)
        }
    }
}
