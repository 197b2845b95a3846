import Exercise
import Ground
import Hummingbird
import Kernel
import Markup
import Scenario

/// The pages of a team's desk and their parts. Who directs or observes sees what the team sees, without its buttons.
enum DeskRoutes {
    /// Where the desks are.
    static let root = "/exercises/{exercise}/teams/{team}/desk"

    static let all: [Route] =
        [
            .page("/exercises/{exercise}/desk", .takePart, Texts.Desk.desk) { request in
                let (live, team) = try await request.ownSeat()
                return .redirect(to: "/exercises/\(live.stored.publicID)/teams/\(team)/desk")
            },
            page(.situation) { desk in try await desk.page(.situation) { try await desk.writeSituation(to: &$0) } },
            page(.alerts) { desk in
                let choice = AlertChoice(desk.request)
                return try await desk.page(.alerts) { page in
                    desk.writeAlertFilters(choice, to: &page)
                    try await desk.live(.alerts, in: &page, query: choice.query)
                }
            },
            page(.hosts) { desk in try await desk.page(.hosts) { try await desk.writeHostPage(to: &$0) } },
            .page(root + "/hosts/{host}", .ownAccount, Texts.Desk.host) { request in
                let desk = try await request.desk()
                let host = try desk.host(number: Int32(clamping: try request.number("host")))
                return try await desk.page(.hosts, title: LocalizedText(host.name)) { page in
                    try await desk.panel(.host, host.id, in: &page)
                }
            },
            .page(root + "/accounts/{account}", .ownAccount, Texts.Desk.account) { request in
                let desk = try await request.desk()
                let account = try desk.account(number: Int32(clamping: try request.number("account")))
                return try await desk.page(.hosts, title: LocalizedText(account.name)) { page in
                    try await desk.panel(.account, account.id, in: &page)
                }
            },
            page(.work) { desk in try await desk.page(.work) { try await desk.writeWorkPage(to: &$0) } },
            .page(root + "/act", .takePart, Texts.Work.ask) { request in
                let desk = try await request.desk()
                let act = try Act(desk)
                return try await desk.page(.work, title: act.action.title) { page in
                    page.element("section", ["class": "card narrow"]) { desk.writeAct(act, to: &$0) }
                }
            },
            page(.messages) { desk in
                try await desk.page(.messages) { try await desk.writeMessagePage(.empty, to: &$0) }
            },
            page(.questions) { desk in try await desk.page(.questions) { try await desk.live(.questions, in: &$0) } },
            page(.rules) { desk in
                try await desk.page(.rules) { page in
                    try await desk.writeRulePage(Desk.starterRule, hours: 4, to: &page) { _ in }
                }
            },
            page(.talk) { desk in try await desk.page(.talk) { try await desk.writeTalkPage(to: &$0) } },
            page(.scoreboard) { desk in try await desk.page(.scoreboard) { try await desk.live(.scoreboard, in: &$0) }
            },
            .fragment(
                root + "/parts/{part}", .ownAccount,
                LocalizedText("Một phần của bàn làm việc", "A part of the desk")
            ) { request in
                guard let part = DeskPart(rawValue: try request.parameter("part")) else { throw Problem.notFound }
                let desk = try await request.desk()
                var markup = request.markup
                try await desk.write(part, to: &markup)
                return .html(markup)
            },
        ] + DeskActRoutes.all + DeskLogRoutes.all + DeskAPIRoutes.all

    private static func page(
        _ section: DeskSection, _ handler: @escaping @Sendable (Desk) async throws -> Response
    ) -> Route {
        .page(root + section.path, .ownAccount, section.title) { request in try await handler(try await request.desk())
        }
    }
}
