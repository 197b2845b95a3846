import Kernel
import Markup
import Scenario
import Study

/// How much one year in so many loses more than, arm by arm.
struct ExceedancePlot {
    let context: StudyContext
    /// Arms with a line of their own, in the order of the legend.
    let arms: [Int]
    /// Arms drawn thin behind them, without a name.
    let others: [Int]

    /// Lines told apart by colour and dashes.
    static let styles = 5

    init(context: StudyContext) {
        self.context = context
        let shown = context.shownArms
        // The base and what loses least; what loses most besides shows how far apart arms lie.
        arms = Array(shown.prefix(Self.styles))
        others = Array(shown.dropFirst(Self.styles))
    }

    /// A point of a curve: one year in `years` loses more than `amount`.
    private struct Step {
        var years: Double
        var amount: Int64
    }

    /// Ends of bars, where counts are exact, and the quantiles that the result holds; as far as ten years lie beyond.
    private func curve(_ arm: StudyArm) -> [Step] {
        let whole = arm.years.count
        var steps: [Step] = []
        var beyond = whole
        for bar in arm.years.bars {
            beyond -= bar.count
            if beyond < 10 { break }
            steps.append(Step(years: Double(whole) / Double(beyond), amount: bar.high))
        }
        steps += arm.years.exceedance.map { Step(years: Double($0.years), amount: $0.amount) }
        steps.sort { $0.years != $1.years ? $0.years < $1.years : $0.amount < $1.amount }
        // A quantile is the middle of its bin, which can lie a little below the end of the bar before it.
        var highest: Int64 = 0
        return [Step(years: 1, amount: 0)]
            + steps.map { step in
                highest = max(highest, step.amount)
                return Step(years: step.years, amount: highest)
            }
    }

    func draw(in svg: inout Markup, _ width: PictureWidth) -> Int {
        let isNarrow = width == .narrow
        let height = isNarrow ? 260 : 340
        let (left, right, top, bottom) = (isNarrow ? 62 : 96, width.units - 14, 26, height - 46)
        let curves = (arms + others).map { curve(context.result.arms[$0]) }
        let farthest = max(2, curves.compactMap { $0.last?.years }.max() ?? 2)
        let most = curves.compactMap { $0.last?.amount }.max() ?? 1
        let amounts = Axis(start: bottom, end: top, low: 0, high: Double(most), ticks: 5)
        let scale = Double(right - left) / Logarithm.binary(farthest)
        func x(_ years: Double) -> Int { left + Int((Logarithm.binary(years) * scale).rounded()) }
        for tick in amounts.ticks {
            svg.path("M\(left) \(amounts.place(tick))H\(right)", class: "grid")
            svg.label(
                context.short(Int64(tick)), at: Point(x: left - 6, y: amounts.place(tick) + 4), class: "tick end")
        }
        rarities(&svg, farthest, isNarrow: isNarrow, bottom: bottom, x)
        svg.label(
            LocalizedText("Thiệt hại của một năm", "Loss of a year") + " (\(context.result.currency))",
            at: Point(x: 0, y: 12), class: "chart-note")
        svg.label(
            LocalizedText("Cứ bao nhiêu năm có một năm mất hơn", "One year in so many loses more"),
            at: Point(x: right, y: height - 6), class: "chart-note end")
        if farthest >= 10 {
            svg.path("M\(x(10)) \(top)V\(bottom)", class: "chart-mark")
            // The label stands on the side that has room.
            let isRight = right - x(10) > 110
            svg.label(
                LocalizedText("một năm trong mười", "one year in ten"),
                at: Point(x: x(10) + (isRight ? 5 : -5), y: top + 10), class: isRight ? "chart-note" : "chart-note end")
        }
        for (index, curve) in curves.enumerated().reversed() {
            var path = ""
            for (position, step) in curve.enumerated() {
                path += (position == 0 ? "M" : "L") + "\(x(step.years)) \(amounts.place(step.amount))"
            }
            let arm = index < arms.count ? arms[index] : others[index - arms.count]
            svg.path(
                path, class: index < arms.count ? "curve line-\(index)" : "curve line-other",
                tooltip: context.name(arm: arm))
        }
        return height
    }

    private func rarities(
        _ svg: inout Markup, _ farthest: Double, isNarrow: Bool, bottom: Int, _ x: (Double) -> Int
    ) {
        var last = -100
        for years in [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000] where Double(years) <= farthest {
            let place = x(Double(years))
            if place - last < (isNarrow ? 30 : 40) && years != 10 { continue }
            last = place
            svg.path("M\(place) \(bottom)v5", class: "chart-zero")
            svg.label(Figures.number(years), at: Point(x: place, y: bottom + 19), class: "tick")
        }
    }

    /// Which line belongs to which arm.
    var legend: [LegendEntry] {
        var entries = arms.enumerated().map { index, arm in
            LegendEntry(text: context.name(arm: arm)) { $0.path("M1 11H21", class: "curve line-\(index)") }
        }
        if !others.isEmpty {
            let count = others.count
            entries.append(
                LegendEntry(text: LocalizedText("\(count) phương án khác", "\(count) other arms")) {
                    $0.path("M1 11H21", class: "curve line-other")
                })
        }
        return entries
    }
}
