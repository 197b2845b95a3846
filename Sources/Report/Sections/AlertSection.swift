import Exercise
import Kernel
import Markup
import NetworkWorld
import Scenario

/// Alerts against the truth, and what nobody saw.
struct AlertSection {
    let context: ReportContext

    private static let mostRows = 200

    func write(to page: inout Markup) {
        let outcome = context.outcome
        let detected: LocalizedText =
            if outcome.firstCompromise == nil {
                LocalizedText("Kẻ tấn công không vào được máy nào.", "The adversary got into no host.")
            } else if let time = outcome.detected, let first = outcome.firstCompromise, time < first {
                LocalizedText(
                    "Cảnh báo đúng đầu tiên tới trước khi kẻ tấn công vào được.",
                    "The first true alert arrived before the adversary got in.")
            } else if let time = outcome.detected, let first = outcome.firstCompromise {
                LocalizedText("Cảnh báo đúng đầu tiên tới ", "The first true alert arrived ")
                    + Figures.duration(max(0, time - first))
                    + LocalizedText(" sau khi kẻ tấn công vào được.", " after the adversary got in.")
            } else {
                LocalizedText("Không cảnh báo nào nói về cuộc tấn công.", "No alert spoke of the attack.")
            }
        page.section(
            id: "alerts", title: LocalizedText("Cảnh báo so với sự thật", "Alerts against the truth"), lead: detected
        ) {
            section in
            figures(&section)
            analyticTable(&section)
            missedTable(&section)
        }
    }

    private func figures(_ page: inout Markup) {
        let counts = RunStory.AlertTruth.allCases.map { truth in
            Int64(context.story.alerts.count { $0.truth == truth })
        }
        let all = counts.reduce(0, +)
        let steps = Int64(context.story.steps.count)
        let noticed = Int64(context.story.steps.count { $0.alerts > 0 })
        let facts: [(LocalizedText, LocalizedText, LocalizedText)] = [
            (
                LocalizedText("Độ chính xác", "Precision"), Figures.percent(counts[0], of: all),
                Figures.number(counts[0]) + " / " + Figures.number(all) + LocalizedText(" cảnh báo", " alerts")
            ),
            (
                LocalizedText("Bước bị phát hiện", "Steps noticed"), Figures.percent(noticed, of: steps),
                Figures.number(noticed) + " / " + Figures.number(steps) + LocalizedText(" bước", " steps")
            ),
            (
                LocalizedText("Việc quản trị", "Administrators' work"), Figures.percent(counts[1], of: all),
                Figures.number(counts[1]) + LocalizedText(" cảnh báo", counts[1] == 1 ? " alert" : " alerts")
            ),
            (
                LocalizedText("Báo động giả", "False alarms"), Figures.percent(counts[2], of: all),
                Figures.number(counts[2]) + LocalizedText(" cảnh báo", counts[2] == 1 ? " alert" : " alerts")
            ),
        ]
        page.element("ul", ["class": "tiles small"]) { tiles in
            for (title, value, note) in facts {
                tiles.element("li", ["class": "tile neutral"]) { tile in
                    tile.element("span", ["class": "tile-title"], title)
                    tile.element("span", ["class": "tile-value"], value)
                    tile.element("span", ["class": "tile-note"], note)
                }
            }
        }
    }

    private func analyticTable(_ page: inout Markup) {
        let counts = context.story.alertCounts
        let spoke = counts.indices.filter { counts[$0].reduce(0, +) > 0 }
            .sorted { left, right in
                let (first, second) = (counts[left].reduce(0, +), counts[right].reduce(0, +))
                return first == second ? left < right : first > second
            }
        guard !spoke.isEmpty else {
            page.element("p", ["class": "note"], LocalizedText("Không có cảnh báo nào.", "There were no alerts."))
            return
        }
        let most = Int64(spoke.map { counts[$0].reduce(0, +) }.max() ?? 1)
        page.table(
            id: "analytics", caption: LocalizedText("Cảnh báo theo luật phân tích", "Alerts by analytic"),
            columns: [
                Column(LocalizedText("Luật phân tích", "Analytic")), Column(LocalizedText("Cảm biến", "Sensor")),
                Column(LocalizedText("Mức", "Severity")),
                Column(LocalizedText("Tấn công", "Attack"), isNumber: true),
                Column(LocalizedText("Quản trị", "Administrator"), isNumber: true),
                Column(LocalizedText("Giả", "False"), isNumber: true), Column(LocalizedText("Tỷ lệ", "Shares")),
            ],
            rows: spoke.prefix(Self.mostRows).map { row($0, counts[$0], most) }, more: spoke.count - Self.mostRows)
        page.element("ul", ["class": "legend"]) { list in
            for truth in RunStory.AlertTruth.allCases {
                list.element("li") { item in
                    item.sample { svg in
                        svg.rectangle(
                            Frame(x: 3, y: 6, width: 18, height: 12), radius: 2, class: Self.style(truth))
                    }
                    item.text(truth.title)
                }
            }
        }
    }

    private static func style(_ truth: RunStory.AlertTruth) -> String { "bar-\(truth)" }

    private func row(_ analytic: Int, _ counts: [Int], _ most: Int64) -> [TableCell] {
        let records = context.program.analytics
        let known = records.indices.contains(analytic)
        return [
            .heading(context.names.analytic(analytic)),
            .text(known ? context.names.sensor(records[analytic].sensor) : LocalizedText("–")),
            .text(known ? records[analytic].severity.title : LocalizedText("–")),
            .text(Figures.number(counts[0])), .text(Figures.number(counts[1])), .text(Figures.number(counts[2])),
            .drawn { cell in
                cell.bar(
                    RunStory.AlertTruth.allCases.map {
                        BarPart(value: Int64(counts[$0.rawValue]), style: Self.style($0))
                    }, most: most)
            },
        ]
    }

    private func missedTable(_ page: inout Markup) {
        let missed = context.story.missed(program: context.program, seeds: context.report.seeds)
        page.element("h3", LocalizedText("Những bước không ai thấy", "Steps that nobody noticed"))
        guard !missed.isEmpty else {
            page.element(
                "p", ["class": "note"],
                context.story.steps.isEmpty
                    ? LocalizedText("Không có bước nào.", "There were no steps.")
                    : LocalizedText("Mọi bước đều có cảnh báo.", "There was an alert for every step."))
            return
        }
        page.table(
            id: "missed",
            caption: LocalizedText(
                "Kỹ thuật không có cảnh báo, và cảm biến lẽ ra có thể thấy",
                "Techniques without an alert, and the sensors that could have seen them"),
            columns: [
                Column(LocalizedText("Kỹ thuật", "Technique")),
                Column(LocalizedText("Số bước", "Steps"), isNumber: true),
                Column(LocalizedText("Lần đầu", "First")), Column(LocalizedText("Ở đâu", "Where")),
                Column(LocalizedText("Cảm biến lẽ ra có thể thấy", "Sensors that could have seen it")),
            ],
            rows: missed.prefix(Self.mostRows).map { row($0) }, more: missed.count - Self.mostRows)
    }

    private func row(_ missed: RunStory.MissedTechnique) -> [TableCell] {
        let first = missed.steps.first?.start
        return [
            .heading(context.names.technique(missed.card)), .text(Figures.number(missed.steps.count)),
            .text(context.time(first)), .code(places(of: missed.steps)),
            .drawn { cell in
                if missed.sensors.isEmpty {
                    cell.text(
                        LocalizedText("Không cảm biến nào có dấu vết này", "No sensor has traces of it"))
                    return
                }
                cell.element("ul", ["class": "plain"]) { list in
                    for blindness in RunStory.Blindness.allCases {
                        let sensors = missed.sensors.filter { $0.blindness == blindness }
                        if sensors.isEmpty { continue }
                        list.element("li") { item in
                            item.element("span", ["class": "muted"], blindness.title + ": ")
                            item.text(sensors.map { context.names.sensor($0.sensor) }.joined(separator: ", "))
                        }
                    }
                }
            },
        ]
    }

    /// The hosts of steps, or the accounts where a step was aimed at people; the first few.
    private func places(of steps: [RunStory.Step]) -> String {
        var names: [String] = []
        for step in steps {
            let host = step.target >= 0 ? step.target : step.source
            let name = host >= 0 ? context.program.hostName(host) : context.names.account(step.account)
            if !names.contains(name) { names.append(name) }
        }
        let shown = names.prefix(4).joined(separator: ", ")
        return names.count > 4 ? shown + ", … (\(names.count))" : shown
    }
}
