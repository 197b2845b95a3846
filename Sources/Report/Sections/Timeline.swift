import Kernel
import Markup
import NetworkWorld
import Scenario

/// Draws a run over time: a row for each tactic, rows for alerts, a row for what defenders did.
struct Timeline {
    /// A mark in a row.
    struct Mark {
        var start: Milliseconds
        var end: Milliseconds
        var shape: Shape
        var tooltip: LocalizedText
    }

    /// What a mark looks like; shapes differ, so that colour only repeats them.
    enum Shape {
        case succeeded, failed, lost, unfinished, alertAttack, alertAdministrator, alertNone, action, actionFailed
    }

    /// A row with its marks, put into lanes where they would cover each other.
    struct Row {
        var title: LocalizedText
        var marks: [(mark: Mark, lane: Int)]
        var lanes: Int
    }

    /// A moment that crosses all rows.
    struct Flag {
        var time: Milliseconds
        var title: LocalizedText
        var isBad: Bool
    }

    private static let laneHeight = 13
    private static let mostLanes = 5
    /// Rows with more marks do without tooltips, which would make the page large; the table names every step.
    private static let mostTooltips = 150

    let rows: [Row]
    let flags: [(flag: Flag, level: Int, isBefore: Bool)]
    let scale: TimeScale
    let width: Int
    let isNarrow: Bool
    private let top: Int

    init(rows: [(title: LocalizedText, marks: [Mark])], flags: [Flag], end: Milliseconds, clock: Clock, width: Int) {
        self.width = width
        isNarrow = width < 700
        let gutter = isNarrow ? 8 : 200
        let scale = TimeScale(start: gutter, width: width - gutter - 20, end: end, clock: clock)
        self.scale = scale
        self.rows = rows.map { Self.row($0.title, $0.marks, scale) }
        self.flags = Self.levels(flags, scale, right: width)
        top = 12 + ((self.flags.map(\.level).max() ?? -1) + 1) * 17
    }

    /// Puts marks into lanes. Where all lanes are full, marks that would cover another of their kind are left out.
    private static func row(_ title: LocalizedText, _ marks: [Mark], _ scale: TimeScale) -> Row {
        var ends = [Int](repeating: Int.min, count: mostLanes)
        var last: [Shape: Int] = [:]
        var placed: [(Mark, Int)] = []
        for mark in marks {
            let x = scale.x(mark.end)
            let isFull = ends.allSatisfy { $0 > scale.x(mark.start) - 7 }
            if isFull, let before = last[mark.shape], abs(before - x) < 10 { continue }
            last[mark.shape] = x
            let lane = ends.firstIndex { $0 <= scale.x(mark.start) - 7 } ?? placed.count % mostLanes
            ends[lane] = max(ends[lane], x + 7)
            placed.append((mark, lane))
        }
        return Row(title: title, marks: placed, lanes: (placed.map(\.1).max() ?? 0) + 1)
    }

    /// Puts the labels of flags on levels where they do not cover each other.
    private static func levels(
        _ flags: [Flag], _ scale: TimeScale, right: Int
    ) -> [(flag: Flag, level: Int, isBefore: Bool)] {
        var ends: [Int] = []
        return flags.sorted { $0.time < $1.time }.map { flag in
            let text = flag.title.filled
            let width = max(text.vietnamese.count, text.english.count) * 7 + 12
            let isBefore = scale.x(flag.time) + width > right
            let start = isBefore ? scale.x(flag.time) - width : scale.x(flag.time)
            let level = ends.firstIndex { $0 <= start } ?? ends.count
            if level == ends.count { ends.append(start + width) } else { ends[level] = start + width }
            return (flag, level, isBefore)
        }
    }

    private func height(of row: Row) -> Int { row.lanes * Self.laneHeight + 13 + (isNarrow ? 16 : 0) }

    /// Appends the drawing.
    func draw(in page: inout Markup, id: String, class name: String) {
        let bottom = rows.reduce(top) { $0 + height(of: $1) }
        page.drawing(
            id: id, width: width, height: bottom + 24, class: "timeline \(name)",
            title: LocalizedText(
                "Cuộc tấn công theo thời gian; bảng bên dưới nói cùng nội dung",
                "The attack over time; the table below says the same")
        ) { svg in
            var y = top
            for (index, row) in rows.enumerated() {
                let height = height(of: row)
                svg.rectangle(
                    Frame(x: 0, y: y, width: width, height: height), class: index % 2 == 0 ? "band" : "band-plain")
                y += height
            }
            scale.draw(in: &svg, top: top, bottom: bottom)
            drawFlags(&svg, bottom: bottom)
            y = top
            for (index, row) in rows.enumerated() {
                draw(row, y, isOnBand: index % 2 == 0, &svg)
                y += height(of: row)
            }
        }
    }

    private func drawFlags(_ svg: inout Markup, bottom: Int) {
        for (flag, level, isBefore) in flags {
            let x = scale.x(flag.time)
            let y = 14 + level * 17
            let name = flag.isBad ? "bad" : "good"
            svg.path("M\(x) \(y - 10)V\(bottom)", class: "flag-line \(name)")
            svg.label(
                flag.title, at: Point(x: isBefore ? x - 5 : x + 5, y: y),
                class: "flag-label \(name)\(isBefore ? " before" : "")")
        }
    }

    private func draw(_ row: Row, _ y: Int, isOnBand: Bool, _ svg: inout Markup) {
        let height = height(of: row)
        let first = isNarrow ? y + 16 + 12 : y + height / 2 - (row.lanes - 1) * Self.laneHeight / 2
        svg.label(
            row.title, at: Point(x: isNarrow ? 8 : 12, y: isNarrow ? y + 14 : y + height / 2 + 4),
            class: isOnBand ? "row-label on-band" : "row-label")
        let hasTooltips = row.marks.count <= Self.mostTooltips
        for (mark, lane) in row.marks { draw(mark, first + lane * Self.laneHeight, hasTooltips, &svg) }
    }

    private func draw(_ mark: Mark, _ y: Int, _ hasTooltip: Bool, _ svg: inout Markup) {
        let (start, end) = (scale.x(mark.start), scale.x(mark.end))
        svg.element("g", ["class": "mark \(mark.shape)"]) { group in
            if hasTooltip { group.tooltip(mark.tooltip) }
            if end - start > 6 { group.path("M\(start) \(y)H\(end - 5)", class: "span") }
            group.path(Self.path(mark.shape, x: end, y: y), class: "shape")
        }
    }

    /// The outline of a mark.
    static func path(_ shape: Shape, x: Int, y: Int) -> String {
        switch shape {
        case .succeeded, .failed, .unfinished:
            let circle = "M\(x - 5) \(y)a5 5 0 1 0 10 0a5 5 0 1 0-10 0z"
            return shape == .failed ? circle + "M\(x - 2) \(y - 2)l4 4M\(x + 2) \(y - 2)l-4 4" : circle
        case .lost: return "M\(x - 4) \(y - 4)h8v8h-8zM\(x - 4) \(y + 4)l8-8"
        case .alertAttack: return "M\(x) \(y - 6)l6 11h-12z"
        case .alertAdministrator: return "M\(x) \(y - 5)l5 9h-10z"
        case .alertNone: return "M\(x - 5) \(y - 3)h10l-5 8z"
        case .action, .actionFailed: return "M\(x) \(y - 6)l6 6l-6 6l-6-6z"
        }
    }
}
