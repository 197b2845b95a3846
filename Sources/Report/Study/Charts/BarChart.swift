import Kernel
import Markup
import Scenario

/// Horizontal bars with names before and numbers behind them; on narrow pages names stand above.
struct BarChart {
    /// One bar.
    struct Row {
        var title: LocalizedText
        var value: LocalizedText
        /// Parts from the left, in any unit that all rows share.
        var parts: [BarPart]
    }

    let rows: [Row]
    /// The longest bar that could be; nil: the longest that there is.
    var most: Int64?

    /// Draws the bars and says how high the drawing became.
    func draw(in svg: inout Markup, _ width: PictureWidth) -> Int {
        let most = max(1, self.most ?? rows.map { $0.parts.reduce(0) { $0 + $1.value } }.max() ?? 1)
        let isNarrow = width == .narrow
        let height = isNarrow ? 40 : 28
        let titleWidth = isNarrow ? 0 : width.units * 36 / 100
        let valueWidth = isNarrow ? 0 : 120
        let whole = width.units - titleWidth - valueWidth - (isNarrow ? 0 : 20)
        for (index, row) in rows.enumerated() {
            let top = index * height
            if isNarrow {
                svg.label(row.title, at: Point(x: 0, y: top + 14), class: "chart-label", width: width.units - 120)
                svg.label(row.value, at: Point(x: width.units, y: top + 14), class: "chart-value end")
            } else {
                svg.label(
                    row.title, at: Point(x: titleWidth, y: top + 19), class: "chart-label end", width: titleWidth)
                svg.label(row.value, at: Point(x: width.units, y: top + 19), class: "chart-value end")
            }
            let start = isNarrow ? 0 : titleWidth + 12
            let y = isNarrow ? top + 20 : top + 6
            svg.rectangle(
                Frame(x: start, y: y, width: whole, height: isNarrow ? 12 : 17), radius: 3, class: "bar-track")
            var sum: Int64 = 0
            for part in row.parts where part.value > 0 {
                // Ends come from sums, so that rounding never adds up.
                let from = start + scaled(sum, most, whole)
                sum += part.value
                let length = max(2, start + scaled(sum, most, whole) - from)
                svg.rectangle(
                    Frame(x: from, y: y, width: min(length, start + whole - from), height: isNarrow ? 12 : 17),
                    radius: 2, class: part.style)
            }
        }
        return max(1, rows.count) * height + 4
    }

    private func scaled(_ value: Int64, _ most: Int64, _ width: Int) -> Int {
        Int((Double(min(value, most)) * Double(width) / Double(most)).rounded())
    }
}
