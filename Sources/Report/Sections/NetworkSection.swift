import Exercise
import Markup
import NetworkWorld
import Scenario

/// The drawing of the network with its legend, and tables that say the same.
struct NetworkSection {
    let context: ReportContext

    /// Most rows of a table.
    static let mostRows = 400

    func write(to page: inout Markup) {
        let hosts = Figures.number(context.program.hostCount).filled
        let networks = context.simulation.networks.count
        let plural = (
            hosts: context.program.hostCount == 1 ? "host" : "hosts", networks: networks == 1 ? "network" : "networks"
        )
        page.section(
            id: "network", title: LocalizedText("Mạng", "The network"),
            lead: LocalizedText(
                "\(hosts.vietnamese) máy trong \(networks) mạng. Số là thứ tự các máy bị chiếm; mũi tên là đường đi của kẻ tấn công.",
                "\(hosts.english) \(plural.hosts) in \(networks) \(plural.networks). Numbers give the order in which hosts were "
                    + "taken; arrows show the way of the attack.")
        ) { section in
            let model = DiagramModel(program: context.program, story: context.story)
            section.element("figure", ["class": "card drawing"]) { figure in
                for (name, width) in [("wide", 1_120), ("medium", 720), ("narrow", 340)] {
                    NetworkDiagram(
                        program: context.program, story: context.story, model: model, width: width,
                        id: "network-\(name)"
                    ).draw(in: &figure, class: name)
                }
                figure.element("figcaption") { legend(&$0) }
            }
            takenTable(&section)
            flowTable(&section)
        }
    }

    private func legend(_ page: inout Markup) {
        page.element("ul", ["class": "legend"]) { list in
            for standing in DiagramModel.Standing.allCases where isShown(standing) {
                list.element("li") { item in
                    item.sample { svg in
                        svg.rectangle(Frame(x: 3, y: 3, width: 18, height: 18), radius: 5, class: "host is-\(standing)")
                        if standing == .encrypted || standing == .disturbed {
                            svg.glyph(
                                standing == .encrypted ? "lock" : "bolt", in: Frame(x: 6, y: 6, width: 12, height: 12),
                                class: "on-\(standing)")
                        }
                    }
                    item.text(standing.title)
                }
            }
            if context.story.touched.contains(where: { $0.order > 0 }) {
                item(&list, LocalizedText("Đường tấn công", "Way of the attack")) { svg in
                    svg.path("M2 12H16", class: "arrow-attack")
                    svg.path("M15 8L22 12L15 16z", class: "head-attack")
                }
            }
            if context.outcome.recordsStolen > 0 {
                item(&list, LocalizedText("Dữ liệu ra ngoài", "Data leaving")) { svg in
                    svg.path("M2 12H16", class: "arrow-data")
                    svg.path("M15 8L22 12L15 16z", class: "head-data")
                }
            }
            item(&list, LocalizedText("Được phép qua tường lửa", "Allowed by the firewall")) { svg in
                svg.path("M2 16C10 16 14 8 22 8", class: "flow")
            }
            if context.story.touched.contains(where: { $0.isolated != nil && $0.restored == nil }) {
                item(&list, LocalizedText("Bị cách ly", "Isolated")) { svg in
                    svg.rectangle(Frame(x: 2, y: 2, width: 20, height: 20), radius: 6, class: "isolated")
                }
            }
        }
    }

    private func item(
        _ list: inout Markup, _ title: LocalizedText, _ draw: (inout Markup) -> Void
    ) {
        list.element("li") { item in
            item.sample(draw)
            item.text(title)
        }
    }

    private func isShown(_ standing: DiagramModel.Standing) -> Bool {
        standing == .untouched || context.story.touched.contains { DiagramModel.standing(of: $0) == standing }
    }

    private func takenTable(_ page: inout Markup) {
        let hosts = context.story.touched.filter { DiagramModel.standing(of: $0) != .untouched || $0.order > 0 }
            .sorted { ($0.order == 0 ? Int.max : $0.order) < ($1.order == 0 ? Int.max : $1.order) }
        guard !hosts.isEmpty else {
            page.element("p", ["class": "note"], LocalizedText("Không máy nào bị chiếm.", "No host was taken."))
            return
        }
        let count = Figures.number(hosts.count).filled
        page.details(
            LocalizedText(
                "Các máy bị hại (\(count.vietnamese)), dạng bảng", "Hosts affected (\(count.english)), as a table")
        ) { details in
            details.table(
                id: "taken", caption: LocalizedText("Các máy bị hại theo thứ tự", "Hosts affected, in order"),
                columns: [
                    Column(LocalizedText("Thứ tự", "Order"), isNumber: true), Column(LocalizedText("Máy", "Host")),
                    Column(LocalizedText("Địa chỉ", "Address")), Column(LocalizedText("Vai trò", "Role")),
                    Column(LocalizedText("Mạng", "Network")), Column(LocalizedText("Tình trạng", "State")),
                    Column(LocalizedText("Lúc", "When")), Column(LocalizedText("Bằng", "By")),
                ],
                rows: hosts.prefix(Self.mostRows).map { row($0) }, more: hosts.count - Self.mostRows)
        }
    }

    private func row(_ host: RunStory.TouchedHost) -> [TableCell] {
        let group = context.program.hostGroups[context.program.group(ofHost: host.host)]
        let step = context.story.step(host.step > 0 ? host.step : host.harmStep)
        let by =
            step.map { context.names.technique($0.card) }
            ?? (host.granted ? LocalizedText("Ban tổ chức cho", "Granted by the directors") : LocalizedText("–"))
        return [
            .plain(host.order > 0 ? "\(host.order)" : "–"), .code(context.program.hostName(host.host)),
            .code(Figures.address(context.program.address(ofHost: host.host))), .text(group.role.title),
            .text(context.names.network(Int(group.network))), .text(DiagramModel.standing(of: host).title),
            .text(context.time(host.taken ?? host.encrypted ?? host.disturbed)), .text(by),
        ]
    }

    private func flowTable(_ page: inout Markup) {
        let flows = Flow.all(of: context.program)
        if flows.isEmpty { return }
        page.details(
            LocalizedText(
                "Những gì tường lửa cho qua (\(flows.count)), dạng bảng",
                "What the firewall lets pass (\(flows.count)), as a table")
        ) { details in
            details.table(
                id: "flows",
                caption: LocalizedText("Dịch vụ đi qua được giữa các mạng", "Services that pass between networks"),
                columns: [
                    Column(LocalizedText("Từ", "From")), Column(LocalizedText("Tới", "To")),
                    Column(LocalizedText("Dịch vụ", "Services")),
                ],
                rows: flows.prefix(Self.mostRows).map { flow in
                    [
                        .text(context.names.network(flow.from)), .text(context.names.network(flow.to)),
                        .code(flow.serviceNames),
                    ]
                }, more: flows.count - Self.mostRows)
        }
    }
}

extension Markup {
    /// Appends a small drawing for a legend.
    mutating func sample(_ draw: (inout Markup) -> Void) {
        element("svg", ["class": "sample", "viewBox": "0 0 24 24", "aria-hidden": "true", "focusable": "false"], draw)
    }
}
