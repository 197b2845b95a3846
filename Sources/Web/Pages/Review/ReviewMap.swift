import Exercise
import Kernel
import Markup
import NetworkWorld
import Report
import Scenario

/// The network as the replay shows it: hosts that anything happened to by name, the others as squares, or counted where
/// they are many.
struct ReviewMap {
    /// Most untouched hosts of a network that are drawn.
    private static let mostSquares = 120

    /// A network with what is drawn of it.
    struct Panel {
        var title: LocalizedText
        var range: String
        var zone: Zone
        var touched: [Int32]
        var untouched: Int
    }

    let panels: [Panel]
    private let program: Program

    /// The map of a run. Untouched networks without hosts are left out.
    ///
    /// - Complexity: O(groups + what happened).
    init(_ program: Program, _ timeline: ReviewTimeline) {
        self.program = program
        var isTouched = Set<Int32>()
        var order: [Int32] = []
        let hosts =
            timeline.steps.flatMap { [$0.source, $0.target] } + timeline.frames.changes.map(\.host)
            + timeline.actions.map(\.action.host)
        for host in hosts where host >= 0 && isTouched.insert(host).inserted { order.append(host) }
        panels = program.simulation.networks.enumerated().compactMap { index, network in
            let number = index + 1
            let groups = program.hostGroups.filter { Int($0.network) == number }
            let count = groups.reduce(0) { $0 + Int($1.count) }
            guard count > 0 else { return nil }
            let touched = order.filter { Int(program.hostGroups[program.group(ofHost: $0)].network) == number }
            return Panel(
                title: network.title.or(network.name),
                range: "\(Figures.address(network.baseAddress))/\(network.prefixLength)", zone: network.zone,
                touched: touched, untouched: count - touched.count)
        }
    }

    /// Writes it, with every host clean.
    func write(to page: inout Markup) {
        page.element("div", ["class": "replay-map"]) { page in
            for panel in panels {
                page.element("section", ["class": "replay-network"]) { page in
                    page.element("h3") { page in
                        page.text(panel.title)
                        page.element("span", ["class": "muted small"], LocalizedText(" · ") + panel.zone.title)
                    }
                    page.element("code", ["class": "muted small"], panel.range)
                    if !panel.touched.isEmpty {
                        page.element("ul", ["class": "replay-hosts"]) { page in
                            for host in panel.touched { self.host(host, &page) }
                        }
                    }
                    if panel.untouched > 0 { untouched(panel.untouched, &page) }
                }
            }
        }
    }

    private func host(_ host: Int32, _ page: inout Markup) {
        page.element("li", ["data-host": String(host), "data-standing": HostStanding.clean.rawValue]) { page in
            page.element("span", ["class": "standing-mark", "aria-hidden": "true"])
            page.element("span", ["class": "replay-name"], program.hostName(host))
            page.element("span", ["class": "standing-word small"], HostStanding.clean.title)
        }
    }

    private func untouched(_ count: Int, _ page: inout Markup) {
        if count <= Self.mostSquares {
            let columns = 24
            let rows = (count + columns - 1) / columns
            page.element(
                "svg",
                [
                    "class": "squares", "viewBox": "0 0 \(columns * 10) \(rows * 10)", "aria-hidden": "true",
                    "width": String(columns * 10), "height": String(rows * 10),
                ]
            ) { svg in
                for index in 0..<count {
                    svg.rectangle(
                        Frame(x: index % columns * 10, y: index / columns * 10, width: 8, height: 8), radius: 2,
                        class: "square")
                }
            }
        }
        page.element("p", ["class": "muted small"], Figures.number(count) + " " + Texts.Review.untouched)
    }
}
