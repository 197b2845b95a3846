import Markup
import Scenario
import Study

/// Effects with their intervals, one line each, around a line at zero.
struct ForestPlot {
    let context: StudyContext

    func draw(in svg: inout Markup, _ width: PictureWidth) -> Int {
        let effects = context.effects
        let isNarrow = width == .narrow
        let row = isNarrow ? 46 : 30
        let top = 24
        let left = isNarrow ? 6 : width.units * 32 / 100, right = isNarrow ? 6 : 250
        let axis = Axis(
            start: left + 8, end: width.units - right - 8, low: Double(effects.map(\.avoided.low).min() ?? 0),
            high: Double(effects.map(\.avoided.high).max() ?? 1), ticks: isNarrow ? 3 : 5)
        let bottom = top + effects.count * row
        for tick in axis.ticks {
            svg.path("M\(axis.place(tick)) \(top - 4)V\(bottom + 4)", class: tick == 0 ? "chart-zero" : "grid")
        }
        for tick in axis.labelled(width: isNarrow ? 100 : 84) {
            svg.label(
                context.short(Int64(tick)), at: Point(x: axis.place(tick), y: bottom + 20),
                class: isNarrow ? tickClass(tick, axis) : "tick")
        }
        let zero = axis.place(0.0)
        svg.label(
            LocalizedText("0: không đổi gì", "0: changes nothing"), at: Point(x: zero, y: 12),
            class: zero > width.units * 2 / 3 ? "chart-note end" : zero > left + 60 ? "chart-note middle" : "chart-note"
        )
        for (index, effect) in effects.enumerated() {
            line(effect, y: top + index * row, axis, &svg, width, left)
        }
        return bottom + 26
    }

    private func tickClass(_ tick: Double, _ axis: Axis) -> String {
        if tick == axis.ticks.first { return "tick start" }
        return tick == axis.ticks.last ? "tick end" : "tick"
    }

    private func line(
        _ effect: StudyEffect, y: Int, _ axis: Axis, _ svg: inout Markup, _ width: PictureWidth, _ left: Int
    ) {
        let name = context.name(factor: effect.factor)
        let value = context.short(effect.avoided.mean) + " (" + context.range(effect.avoided) + ")"
        let middle: Int
        if width == .narrow {
            svg.label(name, at: Point(x: 0, y: y + 16), class: "chart-label", width: width.units - 90)
            svg.label(
                context.short(effect.avoided.mean), at: Point(x: width.units, y: y + 16), class: "chart-value end")
            middle = y + 30
        } else {
            svg.label(name, at: Point(x: left - 8, y: y + 19), class: "chart-label end", width: left - 8)
            svg.label(value, at: Point(x: width.units, y: y + 19), class: "chart-value end")
            middle = y + 15
        }
        let (low, mean, high) = (
            axis.place(effect.avoided.low), axis.place(effect.avoided.mean), axis.place(effect.avoided.high)
        )
        let style = effect.verdict.rawValue
        svg.path(
            "M\(low) \(middle - 5)v10M\(low) \(middle)H\(high)M\(high) \(middle - 5)v10", class: "interval \(style)")
        svg.circle(
            at: Point(x: mean, y: middle), radius: 6, class: "effect \(style)",
            tooltip: name + ": " + value + ", " + context.name(effect.verdict))
    }

    /// What the three kinds of marks mean.
    var legend: [LegendEntry] {
        let kinds: [(StudyEffect.Verdict, LocalizedText)] = [
            (.helps, LocalizedText("có ích, chắc chắn sau hiệu chỉnh Holm", "helps, certain after Holm's correction")),
            (.unclear, LocalizedText("chưa rõ: có thể chỉ là ngẫu nhiên", "unclear: may be chance alone")),
            (.harms, LocalizedText("có hại, chắc chắn sau hiệu chỉnh Holm", "harms, certain after Holm's correction")),
        ]
        return kinds.filter { kind in context.effects.contains { $0.verdict == kind.0 } }.map { verdict, text in
            LegendEntry(text: text) { svg in
                svg.path("M1 11H21", class: "interval \(verdict.rawValue)")
                svg.circle(at: Point(x: 11, y: 11), radius: 6, class: "effect \(verdict.rawValue)")
            }
        }
    }
}
