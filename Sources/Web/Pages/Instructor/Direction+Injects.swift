import Exercise
import Ground
import Kernel
import Markup
import NetworkWorld
import Scenario

/// What the scenario puts in, and what the direction can put in beside it.
extension Direction {
    /// The scenario's injects as each team stands to them.
    private var planned: [(inject: PlannedInject, teams: [Team])] {
        let plans = snapshots.map { ($0.team, $0.exercise.plannedInjects) }
        // Before there is a team, the plan of a day that has not begun.
        let all =
            plans.first?.1
            ?? TeamExercise(program: program, seeds: live.settings.seeds(team: 1), settings: live.settings)
            .plannedInjects
        return all.enumerated().map { index, inject in
            (inject, plans.filter { !$0.1[index].isIn }.map(\.0))
        }
    }

    func writeInjects(to page: inout Markup) {
        let planned = planned
        if planned.isEmpty {
            page.element("p", ["class": "muted"], Texts.Direction.noInjects)
            return
        }
        page.element("ul", ["class": "queue"]) { page in
            for item in planned.sorted(by: Self.precedes) {
                page.element("li", ["data-key": item.inject.name]) { inject(item.inject, waiting: item.teams, &$0) }
            }
        }
    }

    private static func precedes(
        _ first: (inject: PlannedInject, teams: [Team]), _ second: (inject: PlannedInject, teams: [Team])
    ) -> Bool {
        (first.inject.planned ?? .max) < (second.inject.planned ?? .max)
    }

    private func inject(_ inject: PlannedInject, waiting: [Team], _ page: inout Markup) {
        let isIn = waiting.isEmpty && !snapshots.isEmpty
        page.element("div", ["class": "queue-head"]) { page in
            page.element("strong", inject.title.or(inject.name))
            page.chip(
                isIn
                    ? Texts.Direction.allIn
                    : LocalizedText("\(snapshots.count - waiting.count) / \(snapshots.count)"),
                isIn ? .good : .neutral)
        }
        page.element("p", ["class": "muted small"]) { page in
            if let time = inject.planned {
                page.text(clock.time(time))
                page.text(inject.conditions.isEmpty ? "" : " · ")
            }
            if !inject.conditions.isEmpty {
                page.text(Texts.Direction.whenever + inject.conditions.joined(separator: "; "))
            }
            if inject.planned == nil && inject.conditions.isEmpty { page.text(Texts.Direction.onRequest) }
            if let group = inject.grantsFoothold { page.text(LocalizedText(" · ") + Texts.Direction.grants + group) }
        }
        page.element("p", ["class": "small"], inject.text)
        guard directs, !waiting.isEmpty, status.phase == .running || status.phase == .paused else { return }
        page.form(request, action: root + "/direct", class: "inline", isFetched: true) { page in
            page.empty("input", ["type": "hidden", "name": "kind", "value": "inject"])
            page.empty("input", ["type": "hidden", "name": "inject", "value": inject.name])
            teamChoice(waiting, id: "for-\(inject.name)", &page)
            page.element("button", ["class": "small"], Texts.Direction.putIn)
        }
    }

    /// Writes the choice of a team or all.
    func teamChoice(_ teams: [Team], id: String, _ page: inout Markup) {
        page.element("label", ["class": "unseen", "for": id], Texts.Direction.forWhom)
        page.element("select", ["name": "team", "id": id]) { page in
            page.element("option", ["value": "", "selected": ""], Texts.Direction.everyTeam)
            for team in teams { page.element("option", ["value": String(team.id)], team.name) }
        }
    }

    /// Writes the forms of an announcement and of a foothold.
    func writeTools(to page: inout Markup) {
        let teams = snapshots.map(\.team)
        page.card(Texts.Direction.announce, id: "announce", lead: Texts.Direction.announceLead) { page in
            page.form(request, action: root + "/direct", isFetched: true) { page in
                page.empty("input", ["type": "hidden", "name": "kind", "value": "broadcast"])
                var text = Field("text", Texts.Direction.text)
                text.rows = 3
                text.most = TeamLimits.reportBytes
                page.field(text, id: "announce")
                page.element("div", ["class": "inline"]) { page in
                    teamChoice(teams, id: "announce-team", &page)
                    page.element("button", ["class": "primary"], Texts.Direction.send)
                }
            }
        }
        page.card(Texts.Direction.foothold, id: "foothold", lead: Texts.Direction.footholdLead) { page in
            page.form(request, action: root + "/direct", isFetched: true) { page in
                page.empty("input", ["type": "hidden", "name": "kind", "value": "grant-foothold"])
                var host = Field("host", Texts.Direction.host)
                host.completion = "off"
                host.list = "host-names"
                page.field(host, id: "foothold")
                page.element("datalist", ["id": "host-names"]) { page in
                    for name in hostNames { page.empty("option", ["value": name]) }
                }
                page.element("div", ["class": "inline"]) { page in
                    teamChoice(teams, id: "foothold-team", &page)
                    page.element(
                        "button", ["class": "danger", "data-confirm": page.words(Texts.Direction.sureGrant)],
                        Texts.Direction.grant)
                }
            }
        }
    }

    /// Names to complete to: one of each group where there are many hosts.
    private var hostNames: [String] {
        let count = program.simulation.hosts.reduce(0) { $0 + $1.count }
        if count <= 400 { return (0..<Int32(count)).map { program.hostName($0) } }
        return program.hostGroups.prefix(400).map { program.hostName($0.first) }
    }
}
