import Ground
import Hummingbird
import Kernel
import Markup
import Scenario

/// Who did what.
enum AuditRoutes {
    private static let pageSize = 100
    private static let query: [Route.Parameter] = [
        Route.Parameter(
            name: "before", summary: LocalizedText("Chỉ các dòng có số nhỏ hơn", "Only rows of lower number"),
            schema: .integer("", 1...Int64.max)),
        Route.Parameter(
            name: "account", summary: LocalizedText("Chỉ việc của tài khoản này", "Only what this account did"),
            schema: .integer("", 1...Int64.max)),
    ]

    static let all: [Route] = [
        .page("/audit", .readAudit, Texts.Audit.title) { request in
            let entries = try await entries(for: request)
            let names = try await request.site.ground.accounts(Set(entries.compactMap(\.account)))
            let isChecked = request.query("check") != nil
            let verdict = isChecked ? try await request.site.ground.verifyAudit() : nil
            return request.page(PageFrame(Texts.Audit.title, place: .audit)) { page in
                page.element("p", ["class": "lead"], Texts.Audit.lead)
                if let verdict { show(verdict, &page) }
                page.element("p") {
                    $0.element("a", ["class": "button", "href": "/audit?check=1"], Texts.Audit.verify)
                }
                table(entries, names, &page)
                if entries.count == pageSize, let last = entries.last {
                    page.element("p") {
                        $0.element("a", ["class": "button", "href": "/audit?before=\(last.number)"], Texts.Audit.older)
                    }
                }
            }
        },
        .api(
            .get, "/audit", .readAudit, Texts.Audit.title, query: query,
            answers: [.ok(LocalizedText("Mới nhất trước", "Newest first"), .array(of: Records.auditEntry))]
        ) { request in
            let entries = try await entries(for: request)
            return .json { json in json.array { json in for entry in entries { entry.write(to: &json) } } }
        },
    ]

    private static func entries(for request: WebRequest) async throws -> [AuditEntry] {
        try await request.site.ground.auditEntries(
            before: try request.query("before", in: 1...Int64.max) ?? .max,
            account: try request.query("account", in: 1...Int64.max), limit: pageSize)
    }

    private static func show(_ verdict: AuditVerdict, _ page: inout Markup) {
        page.element("div", ["class": "card", "role": "status"]) { page in
            page.element("p") { page in
                if let row = verdict.firstBroken {
                    page.chip(Texts.Audit.broken(row), .bad)
                } else {
                    page.chip(Texts.Audit.intact(verdict.intact), .good)
                }
            }
            page.element("p", ["class": "small muted"]) { $0.element("code", verdict.head) }
        }
    }

    private static func table(_ entries: [AuditEntry], _ names: [Int64: Account], _ page: inout Markup) {
        page.table(
            id: "audit", caption: entries.isEmpty ? Texts.Audit.nothing : Texts.Audit.title,
            columns: [
                Column(Texts.Audit.number, isNumber: true), Column(Texts.Audit.time), Column(Texts.Audit.who),
                Column(Texts.Audit.what), Column(Texts.Audit.subject), Column(Texts.Audit.detail),
                Column(Texts.Audit.address),
            ],
            rows: entries.map { entry in
                [
                    .plain(String(entry.number)), .moment(entry.wallTime),
                    entry.account.map { .plain(names[$0]?.login ?? "#\($0)") } ?? .text(Texts.Audit.system),
                    .code(entry.action), .code(entry.subject), .plain(entry.detail), .code(entry.address),
                ]
            })
    }
}
