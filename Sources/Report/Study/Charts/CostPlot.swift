import Kernel
import Markup
import Scenario
import Study

/// What arms cost against what they avoid, with the line where both are equal and the line of best sets.
struct CostPlot {
    let context: StudyContext
    /// Arms with a number, in the order of their numbers.
    let numbered: [Int]
    /// Arms without one.
    let others: [Int]

    init(context: StudyContext) {
        self.context = context
        let arms = context.shownArms.filter { $0 != 0 }
        let frontier = context.result.buying?.frontier.filter { $0 != 0 } ?? []
        let chosen = frontier.isEmpty ? arms : frontier
        numbered = Array(chosen.prefix(20))
        let rest = Set(numbered)
        others = arms.filter { !rest.contains($0) }
    }

    func draw(in svg: inout Markup, _ width: PictureWidth) -> Int {
        let isNarrow = width == .narrow
        let height = isNarrow ? 300 : 380
        let arms = (numbered + others).map { context.result.arms[$0] }
        let avoided = arms.map { $0.comparison?.avoided.mean ?? 0 }
        let costs = Axis(
            start: isNarrow ? 62 : 96, end: width.units - 44, low: 0, high: Double(arms.map(\.cost).max() ?? 1),
            ticks: isNarrow ? 3 : 6)
        let losses = Axis(
            start: height - 46, end: 26, low: Double(avoided.min() ?? 0), high: Double(avoided.max() ?? 1), ticks: 5)
        frame(&svg, costs, losses, height: height, isNarrow: isNarrow)
        if let buying = context.result.buying, buying.frontier.count > 1 {
            let path = buying.frontier.enumerated().map { position, arm in
                let place = point(arm, costs, losses)
                return (position == 0 ? "M" : "L") + "\(place.x) \(place.y)"
            }
            svg.path(path.joined(), class: "frontier")
        }
        for arm in others {
            svg.circle(at: point(arm, costs, losses), radius: 4, class: "set", tooltip: tooltip(arm))
        }
        numbers(&svg, costs, losses)
        return height
    }

    private func frame(_ svg: inout Markup, _ costs: Axis, _ losses: Axis, height: Int, isNarrow: Bool) {
        for tick in losses.ticks {
            svg.path("M\(costs.start) \(losses.place(tick))H\(costs.end)", class: tick == 0 ? "chart-zero" : "grid")
            svg.label(
                context.short(Int64(tick)), at: Point(x: costs.start - 6, y: losses.place(tick) + 4), class: "tick end")
        }
        for tick in costs.ticks {
            let place = costs.place(tick)
            svg.path("M\(place) \(losses.start)v5", class: "chart-zero")
        }
        for tick in costs.labelled(width: 80) {
            svg.label(
                context.short(Int64(tick)), at: Point(x: costs.place(tick), y: losses.start + 19), class: "tick")
        }
        svg.label(
            LocalizedText("Tránh được một năm", "Avoided a year") + " (\(context.result.currency))",
            at: Point(x: 0, y: 12), class: "chart-note")
        svg.label(
            LocalizedText("Chi phí một năm", "Cost a year") + " (\(context.result.currency))",
            at: Point(x: costs.end, y: height - 6), class: "chart-note end")
        // From nothing to where it leaves the drawing.
        let end = min(costs.high, losses.high)
        svg.path(
            "M\(costs.place(0.0)) \(losses.place(0.0))L\(costs.place(end)) \(losses.place(end))", class: "chart-mark")
    }

    private func numbers(_ svg: inout Markup, _ costs: Axis, _ losses: Axis) {
        var taken: [Point] = []
        for (index, arm) in numbered.enumerated() {
            let place = point(arm, costs, losses)
            var label = place
            // Numbers that would cover each other move up, then to the side of the stack.
            var tries = 0
            while taken.contains(where: { abs($0.x - label.x) < 21 && abs($0.y - label.y) < 21 }) {
                tries += 1
                let away = (tries + 1) / 2 * 21
                label = Point(
                    x: min(max(place.x + (tries % 2 == 1 ? away : -away), costs.start + 10), costs.end),
                    y: place.y - (tries > 8 ? 22 : 0))
                if tries > 24 { break }
            }
            taken.append(label)
            if label != place {
                svg.path("M\(place.x) \(place.y)L\(label.x) \(label.y)", class: "leader")
                svg.circle(at: place, radius: 3, class: "set")
            }
            let style = arm == context.recommended ? "number-mark best" : "number-mark"
            svg.circle(at: label, radius: 10, class: style, tooltip: tooltip(arm))
            svg.label(
                LocalizedText("\(index + 1)"), at: Point(x: label.x, y: label.y + 4),
                class: arm == context.recommended ? "mark-number best" : "mark-number")
        }
    }

    private func point(_ arm: Int, _ costs: Axis, _ losses: Axis) -> Point {
        let sums = context.result.arms[arm]
        return Point(x: costs.place(sums.cost), y: losses.place(sums.comparison?.avoided.mean ?? 0))
    }

    private func tooltip(_ arm: Int) -> LocalizedText {
        let sums = context.result.arms[arm]
        return context.name(arm: arm) + LocalizedText("\nchi phí ", "\ncosts ") + context.money(sums.cost)
            + LocalizedText("\ntránh được ", "\navoids ") + context.money(sums.comparison?.avoided.mean ?? 0)
    }

    /// What marks and lines mean.
    var legend: [LegendEntry] {
        var entries = [
            LegendEntry(text: LocalizedText("phương án, số thứ tự như trong bảng", "arm, numbered as in the table")) {
                $0.circle(at: Point(x: 11, y: 11), radius: 8, class: "number-mark")
            }
        ]
        if let arm = context.recommended {
            entries.append(
                LegendEntry(text: LocalizedText("câu trả lời: ", "the answer: ") + context.name(arm: arm)) {
                    $0.circle(at: Point(x: 11, y: 11), radius: 8, class: "number-mark best")
                })
        }
        if !others.isEmpty {
            entries.append(
                LegendEntry(text: LocalizedText("tập hợp có tập rẻ hơn thắng", "set that a cheaper one beats")) {
                    $0.circle(at: Point(x: 11, y: 11), radius: 4, class: "set")
                })
        }
        if context.result.buying != nil {
            entries.append(
                LegendEntry(text: LocalizedText("các tập hợp tốt nhất theo chi phí", "best sets by cost")) {
                    $0.path("M1 16L10 9L21 6", class: "frontier")
                })
        }
        entries.append(
            LegendEntry(
                text: LocalizedText("bằng chi phí: phía trên là có lãi", "equal to the cost: above it, it pays")
            ) { $0.path("M1 18L21 4", class: "chart-mark") })
        return entries
    }
}
