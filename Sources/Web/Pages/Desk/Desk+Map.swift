import Exercise
import Markup
import NetworkWorld
import Report
import Scenario

extension Desk {
    /// Hosts of a network that are drawn one by one, besides those of which something is known.
    private static let drawn = 18

    /// Writes the network as the team knows it: networks as boxes, hosts as symbols. Of large groups, hosts of which nothing
    /// is known are put together.
    func writeMap(to page: inout Markup) {
        let situation = exercise.deskSituation
        legend(situation, &page)
        page.element("div", ["class": "map"]) { page in
            for zone in Self.zones {
                let networks = situation.networks.filter { $0.zone == zone && !$0.hosts.isEmpty }
                if networks.isEmpty { continue }
                page.element("section", ["class": "map-zone", "aria-label": page.words(zone.title)]) { page in
                    page.element("h3", zone.title)
                    for network in networks { draw(network, &page) }
                }
            }
        }
    }

    /// Zones from the internet inwards.
    private static let zones: [Zone] = [
        .perimeter, .partner, .servers, .management, .office, .branch, .controlCentre, .field,
    ]

    private func draw(_ network: DeskNetwork, _ page: inout Markup) {
        page.element("div", ["class": network.isCutOff ? "map-network cut-off" : "map-network"]) { page in
            page.element("p", ["class": "map-title"]) { page in
                page.element("strong", network.title.or(network.name))
                page.element("code", network.range)
                if network.isCutOff { page.chip(Texts.Desk.cutOff, .warning) }
            }
            let notable = network.hosts.filter(\.isNotable)
            let others = network.hosts.filter { !$0.isNotable }
            let shown = others.count <= Self.drawn ? others.count : 0
            if !notable.isEmpty || shown > 0 {
                page.element("ul", ["class": "map-hosts", "data-rove": ""]) { page in
                    for host in notable + others.prefix(shown) { draw(host, &page) }
                }
            }
            if shown == others.count { return }
            page.element("details", ["class": "map-more", "id": "more-\(network.id)"]) { page in
                page.element("summary") { page in
                    page.text(notable.isEmpty ? Texts.Desk.hosts(others.count) : Texts.Desk.more(others.count))
                }
                page.element("ul", ["class": "map-hosts small", "data-rove": ""]) { page in
                    for host in others { draw(host, &page) }
                }
            }
        }
    }

    private func draw(_ host: DeskHost, _ page: inout Markup) {
        var style = "map-host \(host.assessment.name)"
        if host.isIsolated { style += " isolated" }
        page.element("li") { page in
            page.element(
                "a",
                [
                    "class": style, "href": "\(root)/hosts/\(host.id)",
                    "data-dialog": "\(root)/parts/host?host=\(host.id)",
                    "data-key": "host-\(host.id)", "title": page.words(host.summary),
                ]
            ) { page in
                page.element("svg", ["class": "map-glyph", "viewBox": "0 0 24 24", "aria-hidden": "true"]) {
                    $0.glyph(host.role.glyph, in: Frame(x: 0, y: 0, width: 24, height: 24), class: "glyph")
                }
                page.element("span", ["class": "map-name"], host.name)
                page.element("span", ["class": "unseen"], host.marks)
                marks(of: host, &page)
            }
        }
    }

    private func marks(of host: DeskHost, _ page: inout Markup) {
        page.element("span", ["class": "map-marks", "aria-hidden": "true"]) { page in
            if host.assessment != .unknown { page.shape(host.assessment.shape) }
            if host.isIsolated { page.shape(Self.lock) }
            if host.isInWork { page.shape(Icon.clock.rawValue) }
            if host.alerts > 0 { page.element("span", ["class": "count"]) { $0.number(host.alerts) } }
        }
    }

    private static let lock = "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3"

    private func legend(_ situation: DeskSituation, _ page: inout Markup) {
        let hosts = situation.networks.flatMap(\.hosts)
        page.element("ul", ["class": "map-legend"]) { page in
            for assessment in [Assessment.compromised, .suspect, .clean, .recovered, .unknown] {
                entry(
                    assessment.title, hosts.count { $0.assessment == assessment }, assessment.name, assessment.shape,
                    &page)
            }
            entry(Texts.Desk.isolated, hosts.count(where: \.isIsolated), "isolated", Self.lock, &page)
            entry(Texts.Desk.inWork, hosts.count(where: \.isInWork), "in-work", Icon.clock.rawValue, &page)
        }
    }

    private func entry(_ title: LocalizedText, _ count: Int, _ style: String, _ shape: String, _ page: inout Markup) {
        page.element("li", ["class": style]) { page in
            page.shape(shape)
            page.text(title)
            page.element("strong") { $0.text(Figures.number(count)) }
        }
    }

    /// Writes business services and processes, and whether they work.
    func writeServices(to page: inout Markup) {
        page.element("ul", ["class": "services"]) { page in
            for service in exercise.deskServices {
                page.element("li") { page in
                    page.element("span", service.title.or(service.name))
                    if let since = service.downSince {
                        page.element("span") { page in
                            page.chip(service.isProcess ? Texts.Desk.disturbed : Texts.Desk.down, .bad)
                            page.element(
                                "span", ["class": "muted small"], Texts.Desk.since(String(time.clock(since).prefix(5))))
                        }
                    } else {
                        page.chip(Texts.Desk.works, .good)
                    }
                }
            }
        }
    }
}

extension DeskHost {
    /// Whether more is known of it than that it is there.
    var isNotable: Bool { assessment != .unknown || alerts > 0 || isIsolated || isInWork }

    /// What the marks on the map say, in words.
    var marks: LocalizedText {
        var texts = [assessment.title]
        if isIsolated { texts.append(Texts.Desk.isolated) }
        if isInWork { texts.append(Texts.Desk.inWork) }
        if alerts > 0 { texts.append(Texts.Desk.alerts(alerts)) }
        return texts.joined(separator: ", ")
    }

    /// Name, role, address and marks.
    var summary: LocalizedText { LocalizedText("\(name) · ") + role.title + " · \(address) · " + marks }
}

extension Markup {
    /// Appends a small mark of lines on a square of 24.
    mutating func shape(_ lines: String) {
        element("svg", ["class": "shape", "viewBox": "0 0 24 24", "aria-hidden": "true", "focusable": "false"]) {
            $0.element("path", ["d": lines])
        }
    }
}
