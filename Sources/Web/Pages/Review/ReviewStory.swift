import Exercise
import Ground
import Kernel
import Markup
import NetworkWorld
import Scenario

/// One thing that happened, for the list beside the replay.
struct ReviewHappening {
    /// Which lane it belongs to.
    enum Lane: String {
        case attack, alerts, searches, investigations, responses, moments
    }

    var time: Milliseconds
    var lane: Lane
    var title: LocalizedText
    var detail: String
}

extension TeamReviewPage {
    /// Most happenings that are listed.
    private static let mostHappenings = 1_500

    /// Everything in one list, by time.
    var happenings: [ReviewHappening] {
        var all: [ReviewHappening] = timeline.steps.map { step in
            let target = host(step.target) ?? ""
            return ReviewHappening(
                time: step.start, lane: .attack,
                title: step.title.or(step.technique) + " (" + step.result.title + ")",
                detail: host(step.source).map { "\($0) → \(target)" } ?? target)
        }
        all += timeline.alerts.map { alert in
            ReviewHappening(
                time: alert.time, lane: .alerts,
                title: (exercise.deskAlert(alert.number)?.title ?? alert.title) + " (" + alert.truth.title + ")",
                detail: host(alert.host) ?? "")
        }
        all += searches.map { search in
            ReviewHappening(
                time: search.time, lane: .searches,
                title: search.text.isEmpty
                    ? Texts.Review.opened : Texts.Review.searched + String(search.text.prefix(200)),
                detail: names[search.account] ?? "")
        }
        all += timeline.actions.map { action in
            ReviewHappening(
                time: action.asked, lane: action.action.kind == .investigation ? .investigations : .responses,
                title: action.action.title.or(action.action.id), detail: action.action.target ?? "")
        }
        all += timeline.moments.map { moment in
            let amount = moment.amount > 0 ? LocalizedText(": ") + Figures.number(moment.amount) : LocalizedText()
            return ReviewHappening(
                time: moment.time, lane: .moments, title: moment.kind.title + amount, detail: host(moment.host) ?? "")
        }
        let order = all.indices.sorted { (all[$0].time, $0) < (all[$1].time, $1) }
        return order.prefix(Self.mostHappenings).map { all[$0] }
    }

    /// Writes map, slider and list.
    func writeReplay(to page: inout Markup) {
        page.element(
            "div",
            [
                "id": "replayer", "data-end": String(timeline.end), "data-start": String(clock.localSeconds(at: 0)),
                "data-source": "/api/v1/exercises/\(live.stored.publicID)/teams/\(team.id)/review",
            ]
        ) { page in
            slider(&page)
            legend(&page)
            page.element("div", ["class": "replay-body"]) { page in
                ReviewMap(program, timeline).write(to: &page)
                page.element("section", ["class": "replay-list", "aria-labelledby": "happened"]) { page in
                    page.element("h3", ["id": "happened"], Texts.Review.events)
                    page.element("ol", ["id": "replay-events", "tabindex": "0"]) { page in
                        for happening in happenings {
                            page.element(
                                "li", ["data-time": String(happening.time), "data-lane": happening.lane.rawValue]
                            ) { page in
                                page.element("span", ["class": "clock small"], clock.time(happening.time))
                                page.element("span", happening.title)
                                if !happening.detail.isEmpty {
                                    page.element("code", ["class": "muted"], happening.detail)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func slider(_ page: inout Markup) {
        page.element("div", ["class": "replay-tools", "hidden": "", "id": "replay-tools"]) { page in
            page.element(
                "button",
                ["type": "button", "id": "replay-before", "aria-label": page.words(Texts.Review.before)], "⏮")
            page.element(
                "button",
                [
                    "type": "button", "id": "replay-play", "class": "primary",
                    "data-play": page.words(Texts.Review.play), "data-pause": page.words(Texts.Review.pause),
                ], Texts.Review.play)
            page.element(
                "button",
                ["type": "button", "id": "replay-after", "aria-label": page.words(Texts.Review.after)], "⏭")
            page.element("output", ["id": "replay-time", "class": "clock", "for": "replay-slider"], clock.time(0))
            page.element("label", ["for": "replay-slider", "class": "unseen"], Texts.Review.moment)
            page.empty(
                "input",
                [
                    "type": "range", "id": "replay-slider", "min": "0", "max": String(timeline.end),
                    "step": "60000", "value": String(timeline.end),
                ])
        }
    }

    private func legend(_ page: inout Markup) {
        page.element("ul", ["class": "replay-legend", "id": "replay-legend"]) { page in
            for standing in HostStanding.allCases {
                page.element("li", ["data-standing": standing.rawValue]) { page in
                    page.element("span", ["class": "standing-mark", "aria-hidden": "true"])
                    page.element("span", ["class": "standing-word"], standing.title)
                }
            }
        }
    }
}
