import Exercise
import Ground
import Kernel
import Markup
import NetworkWorld
import Scenario

/// What only many futures tell: what decisions were worth, and when acting would have paid.
extension TeamReviewPage {
    func writeDecisions(to page: inout Markup) {
        guard let found = review.decisions else { return progress(&page) }
        page.element("p", ["class": "small"]) { page in
            page.chip(Texts.Review.hindsight, .warning)
            page.text(LocalizedText(" ") + Texts.Review.policy + found.policy.title)
            if let first = found.decisions.first {
                page.text(LocalizedText(" · ") + Figures.number(first.futures) + Texts.Review.futures)
            }
        }
        if found.decisions.isEmpty {
            page.element("p", ["class": "muted"], Texts.Review.noDecisions)
            return
        }
        let most = found.decisions.map { max(abs($0.spared.low), abs($0.spared.high)) }.max() ?? 1
        page.table(
            id: "decision-list", caption: Texts.Review.decisions + Texts.Review.byTime,
            columns: [
                Column(Texts.Direction.time), Column(Texts.Review.decision), Column(Texts.Review.verdict),
                Column(Texts.Review.spared), Column(Texts.Review.betterIn, isNumber: true),
            ],
            rows: found.decisions.map { decision in
                [
                    .text(clock.time(decision.time)),
                    .drawn { page in
                        page.text(decision.action.title.or(decision.action.id))
                        if let target = decision.action.target {
                            page.text(" ")
                            page.element("code", target)
                        }
                        if decision.policyDoesTheSame {
                            page.element("span", ["class": "muted small block"], Texts.Review.sameByPolicy)
                        }
                    },
                    .chip(decision.verdict.title, decision.verdict.tone),
                    .drawn { interval(decision.spared, most: most, &$0) },
                    .text(Figures.percent(Int64(decision.betterIn), of: Int64(decision.futures))),
                ]
            })
        if found.leftOut > 0 {
            page.element("p", ["class": "note"], Figures.number(found.leftOut) + " " + Texts.Review.leftOut)
        }
    }

    /// Writes an estimate with its interval, as a drawing and in figures.
    private func interval(_ estimate: Estimate, most: Double, _ page: inout Markup) {
        let place = { (value: Double) in Int((100 + value / max(most, 1) * 95).rounded()) }
        page.element("svg", ["class": "interval", "viewBox": "0 0 200 16", "aria-hidden": "true"]) { svg in
            svg.path("M100 0V16", class: "zero")
            svg.rectangle(
                Frame(
                    x: place(estimate.low), y: 5, width: max(2, place(estimate.high) - place(estimate.low)), height: 6),
                radius: 3, class: estimate.mean >= 0 ? "spared" : "added")
            svg.element("circle", ["cx": "\(place(estimate.mean))", "cy": "8", "r": "4.5", "class": "mean"])
        }
        page.element("span", ["class": "interval-words"]) { page in
            page.text(money(Int64(estimate.mean.rounded())))
            page.element("span", ["class": "muted small"]) { page in
                page.text(LocalizedText(" (") + money(Int64(estimate.low.rounded())))
                page.text(LocalizedText(" … ") + money(Int64(estimate.high.rounded())) + ")")
            }
        }
    }

    private func progress(_ page: inout Markup) {
        if let failure = review.failure {
            page.element("p", ["class": "form-error"], Texts.Review.failed + failure)
            return
        }
        page.element("div", ["class": "computing", "role": "status"]) { page in
            page.element("p", Texts.Review.computing)
            page.empty(
                "progress",
                [
                    "max": "1000", "value": String(review.progress), "aria-label": page.words(Texts.Review.computing),
                ])
        }
    }

    func writeMoments(to page: inout Markup) {
        guard let found = review.moments else { return progress(&page) }
        page.element("p", ["class": "small"]) { page in
            page.chip(Texts.Review.hindsight, .warning)
            page.text(LocalizedText(" ") + Texts.Review.policy + found.policy.title)
        }
        if found.moments.isEmpty {
            page.element("p", ["class": "muted"], Texts.Review.noMissed)
        } else {
            moments(found, &page)
        }
        stake(found, &page)
    }

    private func moments(_ found: MissedMoments, _ page: inout Markup) {
        let most = found.moments.map { max(abs($0.spared.low), abs($0.spared.high)) }.max() ?? 1
        page.table(
            id: "moment-list", caption: Texts.Review.missed + Texts.Review.dearestFirst,
            columns: [
                Column(Texts.Review.host), Column(Texts.Review.best), Column(Texts.Review.paidUntil),
                Column(Texts.Review.evidence), Column(Texts.Review.spared), Column(Texts.Review.look),
            ],
            rows: found.moments.map { moment in
                [
                    .code(moment.hostName), .text(clock.time(moment.time)), .text(clock.time(moment.paidUntil)),
                    .chip(moment.evidence.title, moment.evidence.tone),
                    .drawn { interval(moment.spared, most: most, &$0) },
                    .link(Texts.Review.look, logs(of: moment.hostName, around: moment.known.firstTrace ?? moment.time)),
                ]
            })
    }

    /// What was still at stake, moment by moment, as two lines.
    private func stake(_ found: MissedMoments, _ page: inout Markup) {
        guard let last = found.points.last, found.points.count > 1 else { return }
        let most = max(1, found.points.map { max($0.lossUndefended.mean, $0.lossDefended.mean) }.max() ?? 1)
        let (width, height) = (1_000, 180)
        let point = { (time: Milliseconds, loss: Double) in
            let x = 60 + Int(Double(time) / Double(max(1, last.time)) * Double(width - 80))
            let y = 10 + Int((1 - loss / most) * Double(height - 40))
            return "\(x) \(y)"
        }
        let line = { (loss: (MomentPoint) -> Double) in
            "M" + found.points.map { point($0.time, loss($0)) }.joined(separator: "L")
        }
        page.element("h3", Texts.Review.stake)
        page.element("p", ["class": "muted small"], Texts.Review.stakeLead)
        page.element(
            "div",
            ["class": "scroll chart", "tabindex": "0", "role": "region", "aria-label": page.words(Texts.Review.stake)]
        ) { page in
            page.drawing(id: "stake", width: width, height: height, class: "stake", title: Texts.Review.stake) { svg in
                svg.path("M60 10V\(height - 30)H\(width - 20)", class: "axis")
                svg.label(Figures.short(Int64(most)), at: Point(x: 0, y: 16), class: "lane-clock start")
                let marks = stride(from: 0, to: found.points.count, by: max(1, found.points.count / 8))
                for index in marks {
                    let time = found.points[index].time
                    let x = 60 + Int(Double(time) / Double(max(1, last.time)) * Double(width - 80))
                    svg.label(clock.time(time), at: Point(x: x, y: height - 12), class: "lane-clock")
                }
                svg.path(line { $0.lossUndefended.mean }, class: "line-nobody", tooltip: Texts.Review.nobody)
                svg.path(line { $0.lossDefended.mean }, class: "line-playbook", tooltip: Texts.Review.playbook)
            }
        }
        page.element("ul", ["class": "replay-legend"]) { page in
            for (style, title) in [("key-nobody", Texts.Review.nobody), ("key-playbook", Texts.Review.playbook)] {
                page.element("li") { page in
                    page.element("span", ["class": "key \(style)", "aria-hidden": "true"])
                    page.element("span", title)
                }
            }
        }
    }

    /// The address of a search of the team's logs around a moment.
    func logs(of name: String, around moment: Milliseconds) -> String {
        let time = ExerciseTime(program)
        let query = PercentCoding.encoded("\"\(name)\"")
        let from = PercentCoding.encoded(time.field(moment - .minutes(5)))
        let to = PercentCoding.encoded(time.field(moment + .minutes(15)))
        return "\(root)/desk/logs?q=\(query)&from=\(from)&to=\(to)"
    }
}
