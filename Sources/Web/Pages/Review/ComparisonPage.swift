import Exercise
import Ground
import Hummingbird
import Kernel
import Markup
import NetworkWorld
import Scenario

/// The teams of a closed exercise side by side.
enum ComparisonPage {
    /// The page.
    static func response(_ request: WebRequest) async throws -> Response {
        let live = try await request.visibleExercise()
        let watches = request.watches(live)
        let teams = await live.teamList
        var own: Int64?
        if !watches { own = try await request.ownSeat().team }
        let isClosed = await live.status.phase == .closed
        let comparison = isClosed ? try await comparison(live) : ReviewComparison(teams: [])
        let body = { (page: inout Markup) in
            guard isClosed else { return page.emptyState(Texts.Review.title, Texts.Review.opensAtClose) }
            page.card(Texts.Review.compare, id: "compare", lead: Texts.Review.compareLead) { page in
                table(zip(teams, comparison.teams), live, linksTo: { watches || $0 == own }, &page)
            }
            chart(Array(zip(teams, comparison.teams)), live, &page)
            page.element("p", ["class": "buttons"]) { page in
                page.element(
                    "a",
                    [
                        "class": "button", "href": "/api/v1/exercises/\(live.stored.publicID)/review",
                        "download": "review-\(live.stored.publicID).json",
                    ], Texts.Review.download)
            }
        }
        if watches { return try await request.direction().page(.review, body) }
        var frame = PageFrame(Texts.Review.compare + " · " + live.stored.name, place: .exercises)
        frame.styles = ["direction.css", "review.css"]
        return request.page(frame, body)
    }

    /// The teams of an exercise side by side.
    ///
    /// - Throws: `conflict` before it is closed.
    static func comparison(_ live: LiveExercise) async throws -> ReviewComparison {
        var lines: [TeamLine] = []
        for team in await live.teamList { lines.append(try await live.review(team: team.id).line) }
        return ReviewComparison(teams: lines)
    }

    private static func table(
        _ lines: some Sequence<(Team, TeamLine)>, _ live: LiveExercise, linksTo: @escaping (Int64) -> Bool,
        _ page: inout Markup
    ) {
        let number = { (value: Int64?) in TableCell.text(value.map { Figures.number($0) } ?? Texts.none) }
        page.table(
            id: "comparison", caption: Texts.Exercises.teams,
            columns: [
                Column(Texts.Exercises.team), Column(Texts.Review.detect, isNumber: true),
                Column(Texts.Review.act, isNumber: true), Column(Texts.Review.contain, isNumber: true),
                Column(Texts.Review.records, isNumber: true), Column(Texts.Review.precision, isNumber: true),
                Column(Texts.Exercises.goal), Column(Texts.Review.loss, isNumber: true),
            ],
            rows: lines.map { team, line in
                let target = "/exercises/\(live.stored.publicID)/teams/\(team.id)/review"
                let triage = line.triage
                return [
                    linksTo(team.id) ? .link(LocalizedText(team.name), target) : .heading(LocalizedText(team.name)),
                    number(line.outcome.minutesToDetect), number(line.minutesToAct),
                    number(line.outcome.minutesToContain), number(line.outcome.recordsStolen),
                    .text(
                        triage.closedTrue > 0
                            ? Figures.percent(Int64(triage.rightlyTrue), of: Int64(triage.closedTrue)) : Texts.none),
                    line.outcome.goalReached
                        ? .chip(Texts.Exercises.goal, .bad) : .chip(Texts.Exercises.notReached, .good),
                    .text(Figures.short(line.outcome.totalLoss) + "\u{A0}\(live.program.simulation.currency)"),
                ]
            })
    }

    /// Losses as bars: the team, nobody, the playbook.
    private static func chart(_ lines: [(Team, TeamLine)], _ live: LiveExercise, _ page: inout Markup) {
        let most =
            lines.flatMap { [$0.1.outcome.totalLoss, $0.1.nobody.totalLoss, $0.1.standard.totalLoss] }.max() ?? 1
        page.card(Texts.Review.loss, id: "losses") { page in
            page.element("div", ["class": "loss-bars"]) { page in
                for (team, line) in lines {
                    page.element("h3", team.name)
                    bars(line, most: most, currency: live.program.simulation.currency, &page)
                }
            }
        }
    }

    /// Writes a team's loss beside the two it is held against.
    static func bars(_ line: TeamLine, most: Int64, currency: String, _ page: inout Markup) {
        page.element("dl", ["class": "bars"]) { page in
            for (title, loss, style) in [
                (Texts.Review.yours, line.outcome.totalLoss, "bar-own"),
                (Texts.Review.playbook, line.standard.totalLoss, "bar-playbook"),
                (Texts.Review.nobody, line.nobody.totalLoss, "bar-nobody"),
            ] {
                page.element("dt", title)
                page.element("dd") { page in
                    page.bar([BarPart(value: loss, style: style)], most: most)
                    page.element("span", ["class": "number"], Figures.short(loss) + "\u{A0}\(currency)")
                }
            }
        }
    }
}
