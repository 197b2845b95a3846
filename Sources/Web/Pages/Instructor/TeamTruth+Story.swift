import Exercise
import Ground
import Kernel
import Markup
import NetworkWorld
import Scenario

/// What truly happens, and what the team has of it.
extension TeamTruth {
    func writeGlance(to page: inout Markup) {
        let glance = exercise.glance
        let tiles: [(LocalizedText, LocalizedText, LocalizedText)] = [
            (Texts.Direction.attack, glance.stage.title, LocalizedText()),
            (
                Texts.Direction.knows, LocalizedText("\(glance.hostsHeldAndKnown) / \(glance.hostsHeld)"),
                LocalizedText()
            ),
            (
                Texts.Direction.alerts, LocalizedText("\(glance.alerts - glance.alertsOpen) / \(glance.alerts)"),
                glance.alertsTrueOpen > 0
                    ? LocalizedText("\(glance.alertsTrueOpen) ") + Texts.Direction.trueOpen : LocalizedText()
            ),
            (
                Texts.Direction.lossNow, Figures.short(glance.loss) + "\u{A0}\(direction.currency)", LocalizedText()
            ),
        ]
        page.element("ul", ["class": "tiles"]) { page in
            for (title, value, note) in tiles {
                page.element("li", ["class": "tile"]) { page in
                    page.element("span", ["class": "tile-note"], title)
                    page.element("span", ["class": "tile-value"], value)
                    if !note.isEmpty { page.element("span", ["class": "tile-note warning-words"], note) }
                }
            }
        }
    }

    func writeStory(to page: inout Markup) {
        let all = timeline?.steps ?? []
        if all.isEmpty {
            page.emptyState(Texts.Direction.noAttack, Texts.Direction.noAttackLead)
            return
        }
        let steps = all.suffix(200)
        page.table(
            id: "steps", caption: Texts.Direction.story + Texts.Direction.latestFirst,
            columns: [
                Column(Texts.Direction.time), Column(Texts.Direction.stepTitle), Column(Texts.Direction.fromTo),
                Column(Texts.Direction.outcome), Column(Texts.Direction.noticed),
            ],
            rows: steps.reversed().map { step in
                [
                    .text(clock.time(step.start)), .drawn { Self.technique(step, &$0) },
                    .drawn { page in
                        page.text(host(step.source).map { LocalizedText($0) } ?? Texts.Direction.outside)
                        page.text(" → ")
                        page.text(host(step.target).map { LocalizedText($0) } ?? Texts.none)
                    },
                    .chip(step.result.title, step.result.tone), .drawn { noticed(step, &$0) },
                ]
            }, more: all.count - steps.count)
    }

    /// Writes what a technique is called.
    static func technique(_ step: TimelineStep, _ page: inout Markup) {
        page.text(step.title.or(step.technique))
        page.text(" ")
        page.element("code", ["class": "muted"], step.technique)
    }

    private func noticed(_ step: TimelineStep, _ page: inout Markup) {
        if let first = step.alerts.first {
            let more = step.alerts.count > 1 ? " +\(step.alerts.count - 1)" : ""
            page.chip(Texts.Direction.noticedBy + "\(first)\(more)", .good)
        } else if step.sights.isEmpty {
            page.element("span", ["class": "muted"], Texts.Direction.noTrace)
        } else {
            page.element("span", ["class": "muted"], Texts.Direction.onlyLogs)
        }
    }

    func writeAlerts(to page: inout Markup) {
        let alerts = exercise.deskAlerts.suffix(100)
        if alerts.isEmpty { return page.element("p", ["class": "muted"], Texts.Direction.empty) }
        let truths = Dictionary((timeline?.alerts ?? []).map { ($0.number, $0.truth) }) { first, _ in first }
        page.table(
            id: "alert-list", caption: Texts.Direction.truthBeside,
            columns: [
                Column(Texts.Direction.time), Column(Texts.Direction.alert), Column(Texts.Direction.truth),
                Column(Texts.Direction.triage),
            ],
            rows: alerts.reversed().map { alert in
                let truth = truths[alert.number] ?? .none
                return [
                    .text(clock.time(alert.time)),
                    .drawn { page in
                        page.text(alert.title)
                        if let host = alert.host {
                            page.text(" ")
                            page.element("code", ["class": "muted"], host.name)
                        }
                    },
                    .chip(truth.title, truth.tone),
                    .drawn { page in
                        page.chip(alert.triage.title, alert.triage.tone)
                        if alert.triagedBy != nil {
                            page.element("span", ["class": "muted small"], LocalizedText(" ") + name(alert.triagedBy))
                        }
                    },
                ]
            }, more: exercise.alertCount - alerts.count)
    }

    func writeActions(to page: inout Markup) {
        let work = exercise.deskWork.suffix(100)
        if work.isEmpty { return page.element("p", ["class": "muted"], Texts.Direction.empty) }
        page.table(
            id: "work-list", caption: Texts.Direction.actions + Texts.Direction.latestFirst,
            columns: [
                Column(Texts.Direction.time), Column(Texts.Direction.action), Column(Texts.Direction.target),
                Column(Texts.Direction.state), Column(Texts.Direction.who),
            ],
            rows: work.reversed().map { item in
                let target = item.host ?? item.account ?? item.network
                return [
                    .text(clock.time(item.asked)), .text(item.title),
                    target.map { .code($0.name) } ?? .text(Texts.none), .chip(item.phase.title, item.phase.tone),
                    .text(name(item.author)),
                ]
            })
    }

    func writeSearches(to page: inout Markup) {
        if searches.isEmpty { return page.element("p", ["class": "muted"], Texts.Direction.empty) }
        page.table(
            id: "search-list", caption: Texts.Direction.searches + Texts.Direction.latestFirst,
            columns: [Column(Texts.Direction.time), Column(Texts.Direction.query), Column(Texts.Direction.who)],
            rows: searches.prefix(50).map { kept in
                [
                    .text(clock.time(kept.activity.time)),
                    kept.activity.text.isEmpty ? .text(Texts.none) : .code(String(kept.activity.text.prefix(200))),
                    .plain(names[kept.activity.account] ?? ""),
                ]
            })
    }
}
