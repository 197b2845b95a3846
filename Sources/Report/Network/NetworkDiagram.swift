import Exercise
import Kernel
import Markup
import NetworkWorld
import Scenario

/// Draws a network as a person would: internet, firewall, zones, hosts by role, and how red went through them.
struct NetworkDiagram {
    let program: Program
    let story: RunStory
    let layout: DiagramLayout
    let places: DiagramPlaces
    let names: RunNames
    let clock: Clock
    /// Prefix of ids, different for each drawing of a page.
    let id: String

    init(program: Program, story: RunStory, model: DiagramModel, width: Int, id: String) {
        self.program = program
        self.story = story
        self.id = id
        layout = DiagramLayout(model, width: width)
        places = DiagramPlaces(layout, program: program)
        names = RunNames(program: program)
        clock = Clock(program.simulation)
    }

    /// Appends the drawing.
    func draw(in page: inout Markup, class name: String) {
        let title = LocalizedText(
            "Sơ đồ mạng và đường đi của kẻ tấn công; các bảng bên dưới nói cùng nội dung",
            "The network and the way of the attack through it; the tables below say the same")
        page.drawing(
            id: id, width: layout.width, height: layout.height, class: "network \(name)", title: title
        ) { svg in
            drawMarkers(&svg)
            drawFirewall(&svg)
            drawFlows(&svg)
            drawInternet(&svg)
            for zone in layout.zones { drawGround(zone, &svg) }
            // Arrows lie on the ground, under names and symbols, so that no arrow strikes a name out.
            drawArrows(&svg)
            for zone in layout.zones { drawContent(zone, &svg) }
        }
    }

    private func drawMarkers(_ svg: inout Markup) {
        svg.element("defs") { defs in
            for kind in ["attack", "data"] {
                defs.element(
                    "marker",
                    [
                        "id": "\(id)-\(kind)", "viewBox": "0 0 8 8", "refX": "6", "refY": "4", "markerWidth": "5",
                        "markerHeight": "5", "orient": "auto-start-reverse",
                    ]
                ) { $0.path("M0 0L8 4L0 8z", class: "head-\(kind)") }
            }
        }
    }

    private func drawInternet(_ svg: inout Markup) {
        let frame = layout.internet
        svg.element("g", ["transform": "translate(\(frame.x) \(frame.y))"]) { group in
            group.path(Glyphs.cloud, class: "cloud")
            group.label(names.outside, at: Point(x: 74, y: 46), class: "internet-label")
        }
        let x = frame.x + frame.width + 6
        svg.label(
            Self.clip(names.adversary, to: (layout.width - x) * 10 / 78), at: Point(x: x, y: frame.y + 32),
            class: "adversary-label")
    }

    private func drawFirewall(_ svg: inout Markup) {
        let frame = layout.firewall
        svg.rectangle(frame, radius: 8, class: "firewall")
        let top = Frame(x: frame.centre.x - 10, y: frame.y + 8, width: 20, height: 20)
        svg.path("M\(frame.centre.x) \(layout.internet.centre.y)V\(frame.y + 8)", class: "uplink")
        svg.glyph("wall", in: top, class: "firewall-glyph")
        if frame.width >= 60 {
            svg.label(
                LocalizedText("Tường lửa", "Firewall"), at: Point(x: frame.centre.x, y: frame.y + 42),
                class: "firewall-label")
        }
    }

    private func drawGround(_ zone: DiagramLayout.PlacedZone, _ svg: inout Markup) {
        svg.rectangle(zone.frame, radius: 12, class: "zone")
        for panel in zone.panels {
            let edge = panel.isLeft ? panel.frame.x + panel.frame.width : panel.frame.x
            svg.path("M\(panel.port.x) \(panel.port.y)H\(edge)", class: "plug")
            svg.rectangle(panel.frame, radius: 8, class: "panel")
        }
    }

    private func drawContent(_ zone: DiagramLayout.PlacedZone, _ svg: inout Markup) {
        svg.label(
            zone.zone.title, at: Point(x: zone.frame.x + 14, y: zone.frame.y + 18), class: "zone-label")
        for panel in zone.panels { drawPanel(panel, &svg) }
    }

    private func drawPanel(_ panel: DiagramLayout.PlacedPanel, _ svg: inout Markup) {
        let limit = (panel.frame.width - 24) / 7 - panel.panel.range.utf8.count
        svg.label(
            Self.clip(panel.panel.title, to: limit), at: Point(x: panel.frame.x + 12, y: panel.frame.y + 22),
            class: "panel-label")
        svg.label(
            LocalizedText(panel.panel.range),
            at: Point(x: panel.frame.x + panel.frame.width - 12, y: panel.frame.y + 22), class: "panel-range")
        for cell in panel.cells {
            drawCell(cell, &svg)
            drawBadges(cell, &svg)
        }
    }

    private func drawCell(_ placed: DiagramLayout.PlacedCell, _ svg: inout Markup) {
        let frame = placed.frame
        svg.element("g") { group in
            group.tooltip(tooltip(of: placed.cell))
            group.label(
                Self.clip(placed.cell.title, to: frame.width * 10 / 66), at: Point(x: frame.x, y: frame.y + 12),
                class: "cell-label")
            group.label(placed.cell.subtitle, at: Point(x: frame.x, y: frame.y + 26), class: "cell-detail")
            drawSquares(placed, &group)
            if let stack = placed.stack { drawStack(placed.cell, stack, &group) }
        }
        for (host, frame) in zip(placed.cell.symbols, placed.symbols) { drawHost(host, frame, &svg) }
    }

    /// One path for all squares of a standing: a page with ten thousand hosts stays small.
    private func drawSquares(_ placed: DiagramLayout.PlacedCell, _ svg: inout Markup) {
        for standing in DiagramModel.Standing.allCases {
            var data = ""
            for (square, frame) in zip(placed.cell.squares, placed.squares) where square == standing {
                data += "M\(frame.x) \(frame.y)h\(frame.width)v\(frame.height)h-\(frame.width)z"
                if standing == .encrypted || standing == .disturbed {
                    data += "M\(frame.x) \(frame.y)l\(frame.width) \(frame.height)"
                }
            }
            if !data.isEmpty { svg.path(data, class: "square is-\(standing)") }
        }
    }

    private func drawStack(_ cell: DiagramModel.Cell, _ frame: Frame, _ svg: inout Markup) {
        // The symbol speaks for most of the group; how many came to harm stands beside it.
        let most = cell.others.indices.max { cell.others[$0] < cell.others[$1] } ?? 0
        let standing = DiagramModel.Standing(rawValue: most) ?? .untouched
        for offset in [6, 3, 0] {
            svg.rectangle(
                Frame(x: frame.x + offset, y: frame.y + offset, width: 28, height: 28), radius: 6,
                class: "host is-\(standing)")
        }
        svg.glyph(
            cell.role.glyph, in: Frame(x: frame.x + 5, y: frame.y + 5, width: 18, height: 18),
            class: "on-\(standing)")
        svg.label(
            Figures.number(cell.otherCount), at: Point(x: frame.x + 44, y: frame.y + 15), class: "stack-count")
        let taken = cell.otherCount - cell.others[0]
        if taken > 0 {
            let number = Figures.number(taken).filled
            svg.label(
                LocalizedText("\(number.vietnamese) bị hại", "\(number.english) affected"),
                at: Point(x: frame.x + 44, y: frame.y + 31), class: "stack-affected")
        }
    }

    private func drawHost(_ host: Int32, _ frame: Frame, _ svg: inout Markup) {
        let standing = DiagramModel.standing(of: story.touched(host))
        let role = program.hostGroups[program.group(ofHost: host)].role
        svg.element("g", ["class": program.isRemoved(host: host) ? "removed" : "present"]) { group in
            group.tooltip(tooltip(of: host))
            group.rectangle(frame, radius: 7, class: "host is-\(standing)")
            group.glyph(
                role.glyph, in: Frame(x: frame.x + 6, y: frame.y + 6, width: 18, height: 18), class: "on-\(standing)")
        }
    }

    /// Shortens a text to about what fits.
    static func clip(_ text: String, to limit: Int) -> String {
        text.count <= limit ? text : String(text.prefix(max(limit - 1, 1))) + "…"
    }

    static func clip(_ text: LocalizedText, to limit: Int) -> LocalizedText {
        let text = text.filled
        return LocalizedText(clip(text.vietnamese, to: limit), clip(text.english, to: limit))
    }
}
