import Exercise
import Kernel
import Markup
import NetworkWorld
import Scenario

extension NetworkDiagram {
    /// Most arrows; the table has all steps.
    private static let mostArrows = 60

    private struct Arrow {
        var from: Frame
        var to: Frame
        var isData = false
        var tooltip: LocalizedText
    }

    /// Draws how red got from host to host, and where data left.
    func drawArrows(_ svg: inout Markup) {
        for arrow in arrows() {
            let name = arrow.isData ? "data" : "attack"
            svg.element(
                "path",
                [
                    "d": Self.curve(from: arrow.from, to: arrow.to), "class": "arrow-\(name)",
                    "marker-end": "url(#\(id)-\(name))",
                ]
            ) { $0.tooltip(arrow.tooltip) }
        }
    }

    private func arrows() -> [Arrow] {
        var arrows: [Arrow] = []
        func add(_ arrow: Arrow) {
            if arrow.from == arrow.to || arrows.count >= Self.mostArrows { return }
            if arrows.contains(where: { $0.from == arrow.from && $0.to == arrow.to && $0.isData == arrow.isData }) {
                return
            }
            arrows.append(arrow)
        }
        for host in story.touched.filter({ $0.order > 0 }).sorted(by: { $0.order < $1.order }) {
            guard let step = story.step(host.step) else { continue }
            add(arrow(step, to: host.host, prefix: "\(host.order). "))
        }
        for host in story.touched where host.harmStep > 0 && host.disturbed != nil {
            guard let step = story.step(host.harmStep) else { continue }
            add(arrow(step, to: host.host, prefix: ""))
        }
        for moment in story.moments where moment.kind == .recordsStolen && moment.host >= 0 {
            let count = Figures.number(moment.amount).filled
            add(
                Arrow(
                    from: places.frame(of: moment.host), to: places.frame(of: -1), isData: true,
                    tooltip: names.host(moment.host)
                        + LocalizedText(
                            " → Internet: \(count.vietnamese) bản ghi, ", " → Internet: \(count.english) records, ")
                        + clock.time(moment.time)))
        }
        return arrows
    }

    private func arrow(_ step: RunStory.Step, to target: Int32, prefix: String) -> Arrow {
        Arrow(
            from: places.frame(of: step.source), to: places.frame(of: target),
            tooltip: LocalizedText(prefix) + names.technique(step.card) + "\n" + names.host(step.source) + " → "
                + names.host(target) + ", " + clock.time(step.end))
    }

    /// A curve from edge to edge that bows to one side, so that ways there and back do not cover each other.
    private static func curve(from: Frame, to: Frame) -> String {
        let start = from.centre
        let end = to.centre
        let (dx, dy) = (Double(end.x - start.x), Double(end.y - start.y))
        let length = max((dx * dx + dy * dy).squareRoot(), 1)
        if length < 64 && abs(dy) < 12 {
            return "M\(start.x) \(from.y)Q\((start.x + end.x) / 2) \(from.y - 16) \(end.x) \(to.y - 3)"
        }
        let bow = min(64, length * 0.2)
        let controlX = (Double(start.x + end.x) / 2 - dy / length * bow)
        let controlY = (Double(start.y + end.y) / 2 + dx / length * bow)
        let first = edge(of: from, towards: controlX, controlY, margin: 1)
        let last = edge(of: to, towards: controlX, controlY, margin: 5)
        return "M\(first.x) \(first.y)Q\(Int(controlX)) \(Int(controlY)) \(last.x) \(last.y)"
    }

    /// Where a line from the middle of a frame to a point leaves the frame.
    private static func edge(of frame: Frame, towards x: Double, _ y: Double, margin: Double) -> Point {
        let (dx, dy) = (x - Double(frame.centre.x), y - Double(frame.centre.y))
        let halfWidth = Double(frame.width) / 2 + margin
        let halfHeight = Double(frame.height) / 2 + margin
        let scale = min(
            dx == 0 ? Double.infinity : halfWidth / abs(dx), dy == 0 ? Double.infinity : halfHeight / abs(dy))
        if !scale.isFinite { return frame.centre }
        return Point(
            x: frame.centre.x + Int((dx * scale).rounded()), y: frame.centre.y + Int((dy * scale).rounded()))
    }

    /// Draws the number in the order of taking, and marks for encrypted, disturbed, isolated and restored hosts.
    func drawBadges(_ placed: DiagramLayout.PlacedCell, _ svg: inout Markup) {
        for (host, frame) in zip(placed.cell.symbols, placed.symbols) {
            guard let touched = story.touched(host) else { continue }
            if touched.order > 0 { drawNumber(touched.order, at: Point(x: frame.x + 29, y: frame.y + 2), &svg) }
            let corner = Frame(x: frame.x + 20, y: frame.y + 19, width: 13, height: 13)
            if touched.disturbed != nil {
                drawBadge("bolt", corner, &svg)
            } else if touched.encrypted != nil {
                drawBadge("lock", corner, &svg)
            }
            if touched.isolated != nil && touched.restored == nil {
                svg.rectangle(
                    Frame(x: frame.x - 3, y: frame.y - 3, width: frame.width + 6, height: frame.height + 6), radius: 9,
                    class: "isolated")
            }
        }
    }

    private func drawNumber(_ number: Int, at point: Point, _ svg: inout Markup) {
        let width = number < 10 ? 15 : number < 100 ? 20 : 26
        svg.rectangle(
            Frame(x: point.x - width / 2, y: point.y - 7, width: width, height: 15), radius: 7, class: "order")
        svg.label(LocalizedText("\(number)"), at: Point(x: point.x, y: point.y + 4), class: "order-number")
    }

    private func drawBadge(_ glyph: String, _ frame: Frame, _ svg: inout Markup) {
        svg.rectangle(frame, radius: 4, class: "badge")
        svg.glyph(
            glyph, in: Frame(x: frame.x + 2, y: frame.y + 2, width: 9, height: 9), class: "badge-glyph")
    }
}
