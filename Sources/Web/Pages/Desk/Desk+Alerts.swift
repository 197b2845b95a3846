import Exercise
import Markup
import NetworkWorld
import Report
import Scenario

extension Desk {
    /// Writes the ways to choose which alerts are listed.
    func writeAlertFilters(_ choice: AlertChoice, to page: inout Markup) {
        page.element("div", ["class": "filters"]) { page in
            filters(
                Texts.Alerts.show,
                AlertChoice.Show.allCases.map { show in
                    (show.title, choice.with { $0.show = show }, choice.show == show)
                }, &page)
            filters(
                Texts.Alerts.severity,
                [(Texts.Alerts.any, choice.with { $0.severity = nil }, choice.severity == nil)]
                    + Severity.allCases.reversed().map { severity in
                        (severity.title, choice.with { $0.severity = severity }, choice.severity == severity)
                    }, &page)
            filters(
                Texts.Alerts.sort,
                AlertChoice.Sort.allCases.map { sort in
                    (sort.title, choice.with { $0.sort = sort }, choice.sort == sort)
                }, &page)
        }
    }

    private func filters(
        _ title: LocalizedText, _ items: [(title: LocalizedText, choice: AlertChoice, isChosen: Bool)],
        _ page: inout Markup
    ) {
        page.element("nav", ["class": "filter", "aria-label": page.words(title)]) { page in
            page.element("span", ["class": "filter-name"], title)
            for item in items {
                page.element(
                    "a",
                    ["href": "\(root)/alerts\(item.choice.query)", "aria-current": item.isChosen ? "true" : nil],
                    item.title)
            }
        }
    }

    /// Writes the list of alerts that is chosen.
    func writeAlerts(_ choice: AlertChoice, to page: inout Markup) async throws {
        let chosen = choice.choose(from: exercise.deskAlerts, of: author)
        let shown = chosen.prefix(choice.count)
        let names = try await names(of: shown.compactMap(\.triagedBy))
        if shown.isEmpty {
            page.emptyState(
                Texts.Alerts.none, exercise.alertCount == 0 ? Texts.Alerts.noneYet : Texts.Alerts.noneChosen)
            return
        }
        page.element(
            "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-labelledby": "alerts-caption"]
        ) {
            page in
            page.element("table", ["id": "alerts", "class": "broad alerts"]) { table in
                table.element("caption", ["id": "alerts-caption"], Texts.Desk.alerts(chosen.count))
                table.element("thead") { head in
                    head.element("tr") { row in
                        for title in [
                            Texts.Alerts.time, Texts.Alerts.severity, Texts.Alerts.alert, Texts.Alerts.place,
                            Texts.Desk.state,
                        ] { row.element("th", ["scope": "col"], title) }
                        if isOpen { row.element("th", ["scope": "col"], Texts.Alerts.triage) }
                    }
                }
                table.element("tbody") { body in for alert in shown { row(alert, names, &body) } }
            }
        }
        if chosen.count > shown.count {
            let more = choice.with { $0.count = choice.count + 200 }
            page.element("p") {
                $0.element("a", ["class": "button", "href": "\(root)/alerts\(more.query)"], Texts.more)
            }
        }
    }

    private func row(_ alert: DeskAlert, _ names: AuthorNames, _ page: inout Markup) {
        page.element("tr", ["data-key": "alert-\(alert.number)", "class": "alert-\(alert.severity.rawValue)"]) { row in
            row.element("td", ["class": "number"]) { cell in
                cell.element("time", ["datetime": time.field(alert.time)], time.clock(alert.time))
                cell.element("span", ["class": "muted small"], " #\(alert.number)")
            }
            row.element("td") { $0.chip(alert.severity.title, alert.severity.tone) }
            row.element("td", ["class": "alert-title"]) { cell in
                cell.element("strong", alert.title)
                cell.element("span", ["class": "alert-notes"]) { cell in
                    for technique in alert.techniques { cell.element("code", technique) }
                    if let rule = alert.rule {
                        cell.element("a", ["href": "\(root)/rules"], Texts.Alerts.byRule(rule))
                    }
                }
            }
            row.element("td") { cell in places(of: alert, &cell) }
            row.element("td") { cell in
                cell.chip(alert.triage.title, alert.triage.tone)
                if let who = alert.triagedBy {
                    cell.element("span", ["class": "muted small block"]) { cell in
                        cell.text(names[who])
                        if let when = alert.triagedAt { cell.text(" · \(time.clock(when).prefix(5))") }
                    }
                }
            }
            if isOpen { row.element("td") { triageForm(alert, &$0) } }
        }
    }

    private func places(of alert: DeskAlert, _ page: inout Markup) {
        if let host = alert.host {
            link(to: host, &page)
            page.element(
                "a",
                [
                    "class": "around", "href": logs(of: host.name, around: alert.time),
                    "title": page.words(Texts.Alerts.around),
                ]
            ) { page in
                Icon.search.draw(in: &page)
                page.element("span", ["class": "unseen"], Texts.Alerts.around)
            }
        }
        if let account = alert.account {
            page.element("span", ["class": "block"]) { link(toAccount: account.id, account.name, &$0) }
        }
    }

    private func triageForm(_ alert: DeskAlert, _ page: inout Markup) {
        page.element(
            "form",
            [
                "method": "post", "action": "\(root)/alerts/\(alert.number)", "class": "triage", "data-fetch": "",
                "data-stay": "", "data-refresh": "alerts",
            ]
        ) { page in
            page.empty("input", ["type": "hidden", "name": "_csrf", "value": request.formToken])
            for triage in [Triage.owned, .escalated, .closedTrue, .closedFalse] where triage != alert.triage {
                page.element(
                    "button",
                    ["class": "small", "name": "triage", "value": triage.rawValue, "title": page.words(triage.title)],
                    triage.order)
            }
        }
    }

    /// Writes alerts in a few words each, for panels.
    func writeShort(_ alerts: some Collection<DeskAlert>, to page: inout Markup, most: Int = 12) {
        if alerts.isEmpty {
            page.element("p", ["class": "muted"], Texts.Alerts.none)
            return
        }
        page.element("ul", ["class": "short-list"]) { page in
            for alert in alerts.prefix(most) {
                page.element("li", ["data-key": "short-\(alert.number)"]) { page in
                    page.element("time", ["class": "muted"], time.clock(alert.time).prefix(5).description)
                    page.chip(alert.severity.title, alert.severity.tone)
                    page.element("a", ["href": "\(root)/alerts?show=all"], alert.title)
                    if let host = alert.host { link(to: host, &page) }
                }
            }
        }
        if alerts.count > most {
            page.element("p") { $0.element("a", ["href": "\(root)/alerts?show=all"], Texts.Alerts.all(alerts.count)) }
        }
    }
}
