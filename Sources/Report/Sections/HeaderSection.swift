import Kernel
import Markup
import NetworkWorld
import Scenario

/// The first part: what was run, and what it came to in one sentence and a few figures.
struct HeaderSection {
    let context: ReportContext

    /// The parts of the page, by id.
    static let links: [(id: String, title: LocalizedText)] = [
        ("network", LocalizedText("Mạng", "The network")),
        ("attack", LocalizedText("Cuộc tấn công", "The attack")),
        ("alerts", LocalizedText("Cảnh báo", "Alerts")),
        ("losses", LocalizedText("Thiệt hại", "Losses")),
        ("exercise", LocalizedText("Mục tiêu", "Objectives")),
        ("origin", LocalizedText("Nguồn gốc", "How it was made")),
    ]

    /// Appends title, verdict, choices and key figures.
    func write(to page: inout Markup) {
        let outcome = context.outcome
        page.element("section", ["class": "opening", "aria-labelledby": "title"]) { section in
            section.element("h1", ["id": "title"], context.names.title)
            if !context.program.scenario.description.isEmpty {
                section.element("p", ["class": "description"], context.program.scenario.description)
            }
            let tone: Tone = outcome.goalReached ? .bad : outcome.firstCompromise == nil ? .good : .warning
            section.element("div", ["class": "verdict \(tone.rawValue)"]) { verdict in
                verdict.chip(
                    outcome.goalReached
                        ? LocalizedText("Đạt mục tiêu", "Goal reached")
                        : LocalizedText("Không đạt mục tiêu", "Goal not reached"), tone)
                verdict.element("p", VerdictSentence.text(outcome, program: context.program))
            }
            choices(&section)
            section.element("ul", ["class": "tiles"]) { tiles in
                for tile in self.tiles() { tile.write(to: &tiles) }
            }
        }
    }

    private func choices(_ page: inout Markup) {
        let options = context.program.options
        let measures = context.names.measures
        let seeds = context.report.seeds
        let seed = seeds.world == seeds.future ? "\(seeds.world)" : "\(seeds.world) / \(seeds.future)"
        let removed = options.withoutHosts + options.withoutAccounts
        var pairs: [(LocalizedText, LocalizedText)] = [
            (LocalizedText("Kẻ tấn công", "Adversary"), context.names.adversary),
            (
                LocalizedText("Biện pháp", "Measures"),
                measures.isEmpty ? LocalizedText("không có", "none") : measures.joined(separator: ", ")
            ),
            (LocalizedText("Cách phòng thủ", "Playbook"), options.playbook.title),
            (LocalizedText("Hạt giống", "Seed"), LocalizedText(seed)),
            (LocalizedText("Bắt đầu", "Start"), LocalizedText(context.clock.start)),
            (LocalizedText("Thời lượng", "Length"), Figures.duration(context.program.duration)),
        ]
        if !removed.isEmpty {
            pairs.append((LocalizedText("Bỏ đi", "Taken out"), LocalizedText(removed.joined(separator: ", "))))
        }
        page.element("dl", ["class": "choices"]) { list in
            for (term, description) in pairs {
                list.element("div") { pair in
                    pair.element("dt", term)
                    pair.element("dd", description)
                }
            }
        }
    }

    private struct Tile {
        var title: LocalizedText
        var value: LocalizedText
        var note: LocalizedText
        var tone: Tone

        func write(to page: inout Markup) {
            page.element("li", ["class": "tile \(tone.rawValue)"]) { tile in
                tile.element("span", ["class": "tile-title"], title)
                tile.element("span", ["class": "tile-value"], value)
                tile.element("span", ["class": "tile-note"], note)
            }
        }
    }

    private func tiles() -> [Tile] {
        let outcome = context.outcome
        let never = LocalizedText("Không", "Never")
        let hosts = Figures.number(context.program.hostCount).filled
        let since = LocalizedText("sau khi kẻ tấn công vào được", "after the adversary got in")
        let nobody = LocalizedText("kẻ tấn công không vào được", "the adversary never got in")
        let first = outcome.firstCompromise
        func delay(_ end: Int64?) -> LocalizedText {
            guard let first else { return LocalizedText("–") }
            if let end, end < first { return context.clock.time(end) }
            return end.map { Figures.duration(max(0, $0 - first)) } ?? never
        }
        func clock(_ end: Int64?) -> LocalizedText {
            guard let first else { return nobody }
            if let end, end < first {
                return LocalizedText("trước khi kẻ tấn công vào được", "before the adversary got in")
            }
            return end.map { since + " · " + context.clock.time($0) }
                ?? LocalizedText("trong lần chạy này", "in this run")
        }
        return [
            Tile(
                title: LocalizedText("Máy bị chiếm", "Hosts taken"), value: Figures.number(outcome.hostsCompromised),
                note: LocalizedText("trong \(hosts.vietnamese) máy", "of \(hosts.english)"),
                tone: outcome.hostsCompromised == 0 ? .good : .bad),
            harm,
            Tile(
                title: LocalizedText("Thời gian phát hiện", "Time to detect"), value: delay(outcome.detected),
                note: clock(outcome.detected),
                tone: first == nil ? .neutral : outcome.detected == nil ? .bad : .warning),
            Tile(
                title: LocalizedText("Thời gian ngăn chặn", "Time to contain"), value: delay(outcome.contained),
                note: clock(outcome.contained),
                tone: first == nil ? .neutral : outcome.contained == nil ? .bad : .good),
            Tile(
                title: LocalizedText("Cảnh báo đúng", "True alerts"), value: Figures.number(outcome.trueAlerts),
                note: LocalizedText("và ", "and ") + Figures.number(outcome.falseAlerts)
                    + LocalizedText(" không phải tấn công", " not of the attack"),
                tone: .neutral),
            Tile(
                title: LocalizedText("Tổng thiệt hại và chi phí", "Losses and costs"),
                value: Figures.short(outcome.totalLoss),
                note: context.money(outcome.totalLoss), tone: outcome.totalLoss > outcome.staffCost ? .bad : .neutral),
        ]
    }

    /// What the adversary came for decides which harm stands in front.
    private var harm: Tile {
        let outcome = context.outcome
        switch context.program.adversary.goal {
        case .steal:
            return Tile(
                title: LocalizedText("Bản ghi bị lấy", "Records taken"), value: Figures.number(outcome.recordsStolen),
                note: target(
                    context.simulation.assets.indices.contains(context.program.adversary.target)
                        ? context.simulation.assets[context.program.adversary.target].title : LocalizedText()),
                tone: outcome.recordsStolen == 0 ? .good : .bad)
        case .encrypt:
            return Tile(
                title: LocalizedText("Máy bị mã hoá", "Hosts encrypted"),
                value: Figures.number(outcome.hostsEncrypted),
                note: target(LocalizedText()), tone: outcome.hostsEncrypted == 0 ? .good : .bad)
        case .sabotage:
            let lost = outcome.processLost.reduce(0, +)
            return Tile(
                title: LocalizedText("Quá trình bị phá", "Process disturbed"),
                value: lost == 0 ? LocalizedText("0") : Figures.duration(lost),
                note: target(
                    context.simulation.processes.indices.contains(context.program.adversary.target)
                        ? context.simulation.processes[context.program.adversary.target].title : LocalizedText()),
                tone: lost == 0 ? .good : .bad)
        }
    }

    private func target(_ title: LocalizedText) -> LocalizedText {
        title.isEmpty ? LocalizedText("mục tiêu của kẻ tấn công", "what the adversary came for") : title
    }
}
