import Exercise
import Kernel
import Markup
import NetworkWorld
import Scenario

/// What the run cost: by cause, by service, by process, and what defending cost.
struct LossSection {
    let context: ReportContext

    func write(to page: inout Markup) {
        let total = context.money(context.outcome.totalLoss)
        page.section(
            id: "losses", title: LocalizedText("Thiệt hại", "What was lost"),
            lead: LocalizedText("Tổng cộng ", "In all ") + total + "."
        ) { section in
            causeTable(&section)
            downtime(&section)
            measureTable(&section)
        }
    }

    private func causeTable(_ page: inout Markup) {
        let outcome = context.outcome
        let service = outcome.serviceLost.reduce(0, +)
        let byDefence = outcome.serviceLostByDefence.reduce(0, +)
        let process = outcome.processLost.reduce(0, +)
        let minutes = Figures.number(outcome.staffMinutes).filled
        let causes: [(LocalizedText, LocalizedText, Int64, String)] = [
            (
                LocalizedText("Dữ liệu bị lấy", "Records taken"),
                Figures.number(outcome.recordsStolen) + LocalizedText(" bản ghi", " records"), outcome.recordLoss,
                "bar-attack"
            ),
            (
                LocalizedText("Dịch vụ ngừng", "Services down"),
                byDefence > 0
                    ? Figures.duration(service) + LocalizedText(", trong đó do phòng thủ ", ", of it by the defence ")
                        + Figures.duration(byDefence) : Figures.duration(service),
                outcome.serviceLoss, "bar-attack"
            ),
            (
                LocalizedText("Quá trình bị phá", "Processes disturbed"), Figures.duration(process),
                outcome.processLoss, "bar-attack"
            ),
            (
                LocalizedText("Công của người phòng thủ", "Work of the defenders"),
                LocalizedText("\(minutes.vietnamese) phút công", "\(minutes.english) staff minutes"),
                outcome.staffCost, "bar-administrator"
            ),
            (
                LocalizedText("Cài lại máy bị mã hóa", "Setting up encrypted hosts"),
                LocalizedText(
                    Figures.number(outcome.hostsEncrypted).vietnamese + " máy",
                    Figures.number(outcome.hostsEncrypted).english + " hosts"),
                outcome.recoveryCost, "bar-attack"
            ),
        ]
        let most = max(causes.map(\.2).max() ?? 1, 1)
        var rows: [[TableCell]] = causes.map { title, amount, loss, style in
            [
                .heading(title), .text(context.money(loss)),
                .drawn { $0.bar([BarPart(value: loss, style: style)], most: most) }, .text(amount),
            ]
        }
        rows.append([
            .heading(LocalizedText("Tổng cộng", "Total")), .text(context.money(outcome.totalLoss)), .plain(""),
            .plain(""),
        ])
        page.table(
            id: "causes", caption: LocalizedText("Thiệt hại theo nguyên nhân", "Losses by cause"),
            columns: [
                Column(LocalizedText("Nguyên nhân", "Cause")),
                Column(LocalizedText("Số tiền", "Amount"), isNumber: true), Column(LocalizedText("Tỷ lệ", "Share")),
                Column(LocalizedText("Mức độ", "Extent")),
            ], rows: rows)
    }

    // MARK: Services and processes

    private struct Line {
        var title: LocalizedText
        var outages: [RunStory.Outage]
        var lost: Milliseconds
        var lossPerHour: Int64
        var isProcess: Bool
    }

    private func lines() -> [Line] {
        var lines: [Line] = []
        for (index, service) in context.simulation.businessServices.enumerated() {
            lines.append(
                Line(
                    title: service.title.or(service.name), outages: context.story.services[index],
                    lost: context.outcome.serviceLost.indices.contains(index)
                        ? context.outcome.serviceLost[index] : 0, lossPerHour: service.lossPerHour.likely,
                    isProcess: false))
        }
        for (index, process) in context.simulation.processes.enumerated() {
            lines.append(
                Line(
                    title: process.title.or(process.name), outages: context.story.processes[index],
                    lost: context.outcome.processLost.indices.contains(index)
                        ? context.outcome.processLost[index] : 0, lossPerHour: process.lossPerHour.likely,
                    isProcess: true))
        }
        return lines
    }

    private func downtime(_ page: inout Markup) {
        let lines = lines()
        if lines.isEmpty { return }
        page.element("h3", LocalizedText("Dịch vụ và quá trình", "Services and processes"))
        let shown = lines.filter { !$0.outages.isEmpty }.prefix(30)
        if !shown.isEmpty {
            page.element("figure", ["class": "card drawing"]) { figure in
                for (name, width) in [("wide", 1_120), ("medium", 720), ("narrow", 340)] {
                    draw(Array(shown), width: width, name: name, &figure)
                }
                figure.element("figcaption") { legend(Array(shown), &$0) }
            }
        }
        page.table(
            id: "services", caption: LocalizedText("Thời gian mất", "Time lost"),
            columns: [
                Column(LocalizedText("Dịch vụ hoặc quá trình", "Service or process")),
                Column(LocalizedText("Thời gian mất", "Time lost"), isNumber: true),
                Column(LocalizedText("Số lần", "Times"), isNumber: true),
                Column(LocalizedText("Thiệt hại mỗi giờ", "Loss per hour"), isNumber: true),
            ],
            rows: lines.map { line in
                [
                    .heading(line.title), .text(line.lost == 0 ? LocalizedText("0") : Figures.duration(line.lost)),
                    .text(Figures.number(line.outages.count)), .text(context.money(line.lossPerHour)),
                ]
            })
    }

    private func draw(_ lines: [Line], width: Int, name: String, _ page: inout Markup) {
        let isNarrow = width < 700
        let gutter = isNarrow ? 8 : 220
        let rowHeight = isNarrow ? 44 : 30
        let bottom = 8 + lines.count * rowHeight
        let scale = TimeScale(
            start: gutter, width: width - gutter - 20, end: context.story.end, clock: context.clock)
        page.drawing(
            id: "downtime-\(name)", width: width, height: bottom + 24, class: "downtime \(name)",
            title: LocalizedText(
                "Khi nào mỗi dịch vụ ngừng; bảng bên dưới nói cùng nội dung",
                "When each service was down; the table below says the same")
        ) { svg in
            scale.draw(in: &svg, top: 8, bottom: bottom)
            for (index, line) in lines.enumerated() {
                let y = 8 + index * rowHeight
                svg.label(
                    NetworkDiagram.clip(line.title, to: isNarrow ? 48 : 32),
                    at: Point(x: isNarrow ? 8 : 12, y: isNarrow ? y + 13 : y + 17), class: "row-label")
                let track = Frame(
                    x: gutter, y: isNarrow ? y + 20 : y + 4, width: scale.width, height: 18)
                svg.rectangle(track, radius: 4, class: "bar-track")
                for outage in line.outages { draw(outage, line, track, scale, &svg) }
            }
        }
    }

    private func draw(
        _ outage: RunStory.Outage, _ line: Line, _ track: Frame, _ scale: TimeScale, _ svg: inout Markup
    ) {
        let start = scale.x(outage.start)
        let style = line.isProcess ? "outage-process" : outage.byDefence ? "outage-defence" : "outage-attack"
        svg.rectangle(
            Frame(
                x: start, y: outage.byDefence ? track.y + 5 : track.y, width: max(2, scale.x(outage.end) - start),
                height: outage.byDefence ? 8 : track.height), radius: 2, class: style,
            tooltip: line.title + "\n" + context.clock.time(outage.start) + " – " + context.clock.time(outage.end))
    }

    private func legend(_ lines: [Line], _ page: inout Markup) {
        let outages = lines.filter { !$0.isProcess }.flatMap(\.outages)
        let entries: [(Bool, String, Int, LocalizedText)] = [
            (
                outages.contains { !$0.byDefence }, "outage-attack", 14,
                LocalizedText("Ngừng do cuộc tấn công", "Down because of the attack")
            ),
            (
                outages.contains { $0.byDefence }, "outage-defence", 7,
                LocalizedText("Ngừng do hành động phòng thủ (vạch mảnh)", "Down because of a defender's action (thin)")
            ),
            (
                lines.contains { $0.isProcess && !$0.outages.isEmpty }, "outage-process", 14,
                LocalizedText("Quá trình bị phá", "Process disturbed")
            ),
        ]
        page.element("ul", ["class": "legend"]) { list in
            for (isShown, style, height, title) in entries where isShown {
                list.element("li") { item in
                    item.sample { svg in
                        svg.rectangle(
                            Frame(x: 2, y: 12 - height / 2, width: 20, height: height), radius: 2, class: style)
                    }
                    item.text(title)
                }
            }
        }
    }

    // MARK: Measures

    private func measureTable(_ page: inout Markup) {
        let measures = context.simulation.measures.filter { context.program.options.measures.contains($0.name) }
        if measures.isEmpty { return }
        page.table(
            id: "measures", caption: LocalizedText("Biện pháp đã áp dụng", "Measures in force"),
            columns: [
                Column(LocalizedText("Biện pháp", "Measure")),
                Column(LocalizedText("Chi phí mỗi năm", "Cost per year"), isNumber: true),
                Column(LocalizedText("Nguồn", "Source")),
            ],
            rows: measures.map { measure in
                [
                    .heading(measure.title.or(measure.name)), .text(context.money(measure.cost.likely)),
                    .plain(measure.cost.source),
                ]
            })
    }
}
