import Kernel
import Markup
import Scenario
import Study

/// Times to detect and to contain as boxes on a scale of minutes that doubles.
struct TimePlot {
    /// One distribution.
    struct Row {
        var title: LocalizedText
        var minutes: StudyDistribution
        /// Whether it tells of containment; else of detection.
        var isContainment: Bool
    }

    let rows: [Row]

    private static let ticks: [(Int64, LocalizedText)] = [
        (0, LocalizedText("0")), (1, LocalizedText("1 phút", "1 min")), (5, LocalizedText("5")),
        (15, LocalizedText("15")), (60, LocalizedText("1 giờ", "1 h")), (240, LocalizedText("4")),
        (1_440, LocalizedText("1 ngày", "1 day")), (10_080, LocalizedText("1 tuần", "1 week")),
        (43_200, LocalizedText("30 ngày", "30 days")), (525_600, LocalizedText("1 năm", "1 year")),
    ]

    func draw(in svg: inout Markup, _ width: PictureWidth) -> Int {
        let isNarrow = width == .narrow
        let height = isNarrow ? 46 : 32
        let left = isNarrow ? 8 : width.units * 40 / 100
        let right = width.units - (isNarrow ? 14 : 130)
        let most = max(60, rows.compactMap { $0.minutes.quantiles.last?.amount }.max() ?? 60)
        let bottom = 6 + rows.count * height
        // One minute is the finest that a result holds: log₂(minutes + 1) keeps 0 on the scale.
        let scale = Double(right - left) / Logarithm.binary(Double(most) + 1)
        func x(_ minutes: Int64) -> Int { left + Int((Logarithm.binary(Double(minutes) + 1) * scale).rounded()) }
        for (minutes, title) in Self.ticks where minutes <= most {
            svg.path("M\(x(minutes)) 2V\(bottom)", class: minutes == 0 ? "chart-zero" : "grid")
            svg.label(title, at: Point(x: x(minutes), y: bottom + 16), class: minutes == 0 ? "tick start" : "tick")
        }
        for (index, row) in rows.enumerated() {
            let top = 6 + index * height
            let middle = isNarrow ? top + 31 : top + 16
            let median = Self.quantile(row.minutes, 500_000)
            let value = median.map { Figures.duration($0 * 60_000) } ?? LocalizedText("–")
            if isNarrow {
                svg.label(row.title, at: Point(x: 0, y: top + 15), class: "chart-label", width: width.units - 80)
                svg.label(value, at: Point(x: width.units, y: top + 15), class: "chart-value end")
            } else {
                svg.label(row.title, at: Point(x: left - 12, y: top + 20), class: "chart-label end", width: left - 12)
                svg.label(value, at: Point(x: width.units, y: top + 20), class: "chart-value end")
            }
            box(row, middle, x, &svg)
        }
        return bottom + 22
    }

    private func box(_ row: Row, _ middle: Int, _ x: (Int64) -> Int, _ svg: inout Markup) {
        let style = row.isContainment ? "contain" : "detect"
        if let low = Self.quantile(row.minutes, 100_000), let high = Self.quantile(row.minutes, 900_000) {
            svg.path("M\(x(low)) \(middle)H\(x(high))", class: "whisker \(style)")
        }
        if let low = Self.quantile(row.minutes, 250_000), let high = Self.quantile(row.minutes, 750_000) {
            svg.rectangle(
                Frame(x: x(low), y: middle - 7, width: max(2, x(high) - x(low)), height: 14), radius: 3,
                class: "box \(style)")
        }
        if let median = Self.quantile(row.minutes, 500_000) {
            svg.path("M\(x(median)) \(middle - 9)v18", class: "median")
        }
    }

    /// A quantile that the result holds.
    static func quantile(_ distribution: StudyDistribution, _ millionths: Int64) -> Int64? {
        distribution.quantiles.first { $0.millionths == millionths }?.amount
    }

    /// What boxes and lines mean.
    var legend: [LegendEntry] {
        let kinds = [
            (LocalizedText("phát hiện", "detection"), "detect"), (LocalizedText("ngăn chặn", "containment"), "contain"),
        ]
        return kinds.map { text, style in
            LegendEntry(text: text) {
                $0.rectangle(Frame(x: 2, y: 5, width: 18, height: 12), radius: 3, class: "box \(style)")
            }
        } + [
            LegendEntry(text: LocalizedText("trung vị", "median")) { $0.path("M11 2V20", class: "median") },
            LegendEntry(text: LocalizedText("từ 10 % tới 90 %", "from 10% to 90%")) {
                $0.path("M1 11H21", class: "whisker detect")
            },
        ]
    }
}
