import Markup
import NetworkWorld
import Scenario

extension NetworkDiagram {
    /// Most lines in the firewall; the table has them all.
    private static let mostFlows = 160

    private struct Line {
        var from: Int
        var to: Int
        var forth: [String]
        var back: [String]
    }

    /// Draws what the firewall lets pass as lines inside it, from plug to plug.
    func drawFlows(_ svg: inout Markup) {
        let panels = layout.zones.flatMap(\.panels)
        var panelOfNetwork = [Int](repeating: -1, count: program.networkCount)
        for (index, panel) in panels.enumerated() {
            for network in panel.panel.networks { panelOfNetwork[network] = index }
        }
        var lines: [Line] = []
        for flow in Flow.all(of: program) {
            let from = flow.from == 0 ? -1 : panelOfNetwork[flow.from]
            let to = panelOfNetwork[flow.to]
            if from == to || to < 0 { continue }
            if let index = lines.firstIndex(where: { $0.from == from && $0.to == to }) {
                if lines[index].forth.count < 4 { lines[index].forth.append(flow.serviceNames) }
            } else if let index = lines.firstIndex(where: { $0.from == to && $0.to == from }) {
                if lines[index].back.count < 4 { lines[index].back.append(flow.serviceNames) }
            } else if lines.count < Self.mostFlows {
                lines.append(Line(from: from, to: to, forth: [flow.serviceNames], back: []))
            }
        }
        for line in lines {
            let to = panels[line.to]
            let from = line.from < 0 ? nil : panels[line.from]
            let title = from?.panel.title ?? names.outside
            var text = title + " → " + to.panel.title + ": " + line.forth.joined(separator: "; ")
            if !line.back.isEmpty {
                text = text + "\n" + to.panel.title + " → " + title + ": " + line.back.joined(separator: "; ")
            }
            svg.path(curve(from: from, to: to), class: "flow", tooltip: text)
        }
        for panel in panels {
            svg.element("circle", ["cx": "\(panel.port.x)", "cy": "\(panel.port.y)", "r": "3", "class": "port"])
        }
    }

    private func curve(from: DiagramLayout.PlacedPanel?, to: DiagramLayout.PlacedPanel) -> String {
        let frame = layout.firewall
        let end = to.port
        guard let from else {
            let start = Point(x: frame.centre.x, y: frame.y + (frame.width >= 60 ? 48 : 30))
            return "M\(start.x) \(start.y)C\(start.x) \(end.y) \(start.x) \(end.y) \(end.x) \(end.y)"
        }
        let start = from.port
        if from.isLeft != to.isLeft {
            let middle = frame.centre.x
            return "M\(start.x) \(start.y)C\(middle) \(start.y) \(middle) \(end.y) \(end.x) \(end.y)"
        }
        let bulge = min(frame.width - 8, 14 + abs(end.y - start.y) / 8)
        let x = from.isLeft ? start.x + bulge : start.x - bulge
        return "M\(start.x) \(start.y)C\(x) \(start.y) \(x) \(end.y) \(end.x) \(end.y)"
    }
}
