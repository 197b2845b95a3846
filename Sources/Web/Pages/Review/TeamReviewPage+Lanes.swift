import Exercise
import Ground
import Kernel
import Markup
import NetworkWorld
import Scenario

/// The lanes: attack above, what the team saw and did below.
extension TeamReviewPage {
    private static let width = 1_200
    private static let left = 130
    private static let laneHeight = 38
    private static let top = 26

    private func x(_ time: Milliseconds) -> Int {
        let share = Double(max(0, min(time, timeline.end))) / Double(max(1, timeline.end))
        return Self.left + Int((share * Double(Self.width - Self.left - 20)).rounded())
    }

    /// Lanes from the top.
    private var lanes: [LocalizedText] {
        [
            Texts.Review.laneAttack, Texts.Review.laneAlerts, Texts.Review.laneSearches,
            Texts.Review.laneInvestigations, Texts.Review.laneResponses, Texts.Review.laneOutages,
        ]
    }

    func writeLanes(to page: inout Markup) {
        let height = Self.top + lanes.count * Self.laneHeight + 12
        page.element(
            "div",
            ["class": "scroll lanes", "tabindex": "0", "role": "region", "aria-labelledby": "lanes-drawing-title"]
        ) { page in
            page.drawing(
                id: "lanes-drawing", width: Self.width, height: height, class: "lanes-drawing",
                title: Texts.Review.lanesLead
            ) {
                svg in
                hours(height, &svg)
                for (index, title) in lanes.enumerated() {
                    let y = Self.top + index * Self.laneHeight
                    svg.rectangle(
                        Frame(x: Self.left, y: y + 2, width: Self.width - Self.left - 20, height: Self.laneHeight - 4),
                        radius: 4, class: "lane")
                    svg.label(title, at: Point(x: 4, y: y + 24), class: "lane-title")
                }
                attack(&svg)
                alerts(&svg)
                seen(&svg)
                work(&svg)
                outages(&svg)
                svg.element(
                    "line",
                    [
                        "id": "lane-cursor", "class": "lane-cursor", "x1": "\(x(0))", "x2": "\(x(0))", "y1": "14",
                        "y2": "\(height - 6)", "data-left": "\(x(0))", "data-right": "\(x(timeline.end))",
                    ])
            }
        }
        page.element("ul", ["class": "replay-legend"]) { page in
            for (style, title) in [
                ("step succeeded", TimelineStep.Result.succeeded.title),
                ("step failed", TimelineStep.Result.failed.title),
                ("alert true", Texts.Review.legendTrue), ("alert false", Texts.Review.legendFalse),
            ] {
                page.element("li") { page in
                    page.element("svg", ["width": "18", "height": "14", "aria-hidden": "true"]) { svg in
                        if style.hasPrefix("step") {
                            svg.rectangle(Frame(x: 0, y: 1, width: 16, height: 12), radius: 2, class: style)
                        } else {
                            svg.element("circle", ["cx": "8", "cy": "7", "r": "5.5", "class": style])
                        }
                    }
                    page.element("span", title)
                }
            }
        }
    }

    private func hours(_ height: Int, _ svg: inout Markup) {
        var step = Milliseconds.minutes(15)
        for wider in [Milliseconds.minutes(30), .hours(1), .hours(2), .hours(4), .hours(12), .hours(24), .hours(96)]
        where timeline.end / step > 14 { step = wider }
        var time: Milliseconds = 0
        while time <= timeline.end {
            svg.path("M\(x(time)) 18V\(height - 10)", class: "lane-hour")
            svg.label(clock.time(time), at: Point(x: x(time), y: 13), class: "lane-clock")
            time += step
        }
    }

    private func attack(_ svg: inout Markup) {
        for step in timeline.steps.prefix(2_000) {
            let from = x(step.start)
            let words = clock.time(step.start) + " " + step.title.or(step.technique) + " · " + step.result.title
            svg.rectangle(
                Frame(x: from, y: Self.top + 8, width: max(3, x(step.end) - from), height: Self.laneHeight - 16),
                radius: 2,
                class: "step \(step.result == .succeeded ? "succeeded" : "failed")", tooltip: words)
        }
        for moment in timeline.moments {
            svg.path(
                "M\(x(moment.time)) \(Self.top + 2)l6 -8h-12z", class: "lane-moment",
                tooltip: clock.time(moment.time) + " " + moment.kind.title)
        }
    }

    private func alerts(_ svg: inout Markup) {
        for alert in timeline.alerts.prefix(2_000) {
            let isTrue = alert.truth == .attack
            svg.element(
                "circle",
                [
                    "cx": "\(x(alert.time))", "cy": "\(Self.top + Self.laneHeight * 3 / 2)", "r": isTrue ? "6" : "4.5",
                    "class": isTrue ? "alert true" : "alert false",
                ]
            ) { $0.tooltip(clock.time(alert.time) + " " + alert.title + " · " + alert.truth.title) }
        }
    }

    private func seen(_ svg: inout Markup) {
        let y = Self.top + 2 * Self.laneHeight + 9
        for search in searches.prefix(2_000) {
            svg.path(
                "M\(x(search.time)) \(y)v\(Self.laneHeight - 18)", class: "search",
                tooltip: clock.time(search.time) + " " + String(search.text.prefix(120)))
        }
    }

    private func work(_ svg: inout Markup) {
        for action in timeline.actions.prefix(2_000) {
            let lane = action.action.kind == .investigation ? 3 : 4
            let from = x(action.asked)
            let y = Self.top + lane * Self.laneHeight + 10
            let words =
                clock.time(action.asked) + " " + action.action.title.or(action.action.id) + " "
                + (action.action.target ?? "")
            let end = x(action.finished ?? timeline.end)
            let start = x(action.started ?? action.finished ?? timeline.end)
            if start > from {
                svg.rectangle(
                    Frame(x: from, y: y + 7, width: start - from, height: 4), class: "work waiting", tooltip: words)
            }
            svg.rectangle(
                Frame(x: start, y: y, width: max(3, end - start), height: Self.laneHeight - 20), radius: 2,
                class: lane == 3 ? "work investigation" : "work response", tooltip: words)
        }
    }

    private func outages(_ svg: inout Markup) {
        let y = Self.top + 5 * Self.laneHeight + 10
        for outage in timeline.outages.prefix(500) {
            svg.rectangle(
                Frame(
                    x: x(outage.start), y: y, width: max(3, x(outage.end) - x(outage.start)),
                    height: Self.laneHeight - 20),
                radius: 2, class: outage.byDefence ? "outage own" : "outage",
                tooltip: clock.time(outage.start) + " " + outage.title.or(outage.name))
        }
    }
}
