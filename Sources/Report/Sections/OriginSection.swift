import Exercise
import Kernel
import Markup
import NetworkWorld
import Scenario

/// How the run was made: what to give to get it again, what was assumed, and where its numbers come from.
struct OriginSection {
    let context: ReportContext

    func write(to page: inout Markup) {
        page.section(
            id: "origin", title: LocalizedText("Nguồn gốc", "How it was made"),
            lead: LocalizedText(
                "Cùng kịch bản, hạt giống và lựa chọn thì cho đúng lần chạy này, trên mọi máy.",
                "The same scenario, seeds and choices give exactly this run, on every machine.")
        ) { section in
            facts(&section)
            assumptions(&section)
            cardTable(&section)
            numberTable(&section)
        }
    }

    private func facts(_ page: inout Markup) {
        let report = context.report
        var pairs: [(LocalizedText, String)] = [
            (LocalizedText("Kịch bản", "Scenario"), context.program.scenario.name),
            (LocalizedText("Hạt giống của thế giới", "World seed"), "\(report.seeds.world)"),
            (LocalizedText("Hạt giống của tương lai", "Future seed"), "\(report.seeds.future)"),
        ]
        if !report.provenance.generator.isEmpty {
            pairs.append((LocalizedText("Tạo bởi", "Made by"), report.provenance.generator))
        }
        for hash in report.provenance.hashes { pairs.append((LocalizedText(hash.name), hash.hash)) }
        page.element("dl", ["class": "card facts"]) { list in
            for (term, description) in pairs {
                list.element("div") { pair in
                    pair.element("dt", term)
                    pair.element("dd") { $0.element("code", description) }
                }
            }
            if let records = report.records { write(records, to: &list) }
            if !report.provenance.command.isEmpty {
                list.element("div") { pair in
                    pair.element("dt", LocalizedText("Chạy lại bằng", "To run it again"))
                    pair.element("dd") { $0.element("code", report.provenance.command) }
                }
            }
        }
    }

    private func write(_ records: RecordCounts, to list: inout Markup) {
        let total = Figures.number(records.total).filled
        let share = Figures.percent(Int64(records.attack), of: Int64(records.total)).filled
        let size = Figures.number(Int64(records.bytes) / 1_000_000).filled
        list.element("div") { pair in
            pair.element("dt", LocalizedText("Bản ghi của cảm biến", "Records of sensors"))
            pair.element(
                "dd",
                LocalizedText(
                    "\(total.vietnamese) (\(size.vietnamese) MB), \(share.vietnamese) thuộc cuộc tấn công",
                    "\(total.english) (\(size.english) MB), \(share.english) belong to the attack"))
        }
    }

    private func assumptions(_ page: inout Markup) {
        let assumptions = context.simulation.assumptions
        if assumptions.isEmpty { return }
        let count = assumptions.count
        page.details(LocalizedText("Giả định (\(count))", "Assumptions (\(count))")) { details in
            details.element("ul", ["class": "list"]) { list in
                for assumption in assumptions.prefix(500) { list.element("li", assumption) }
            }
        }
    }

    private func cardTable(_ page: inout Markup) {
        var used: [Int] = []
        for step in context.story.steps where !used.contains(step.card) { used.append(step.card) }
        if used.isEmpty { return }
        page.details(
            LocalizedText("Thẻ kỹ thuật đã dùng (\(used.count))", "Technique cards used (\(used.count))")
        ) { details in
            details.table(
                id: "cards",
                caption: LocalizedText(
                    "Khả năng thành công trước các biện pháp kiểm soát, và thời gian",
                    "Chance of success before controls, and duration"),
                columns: [
                    Column(LocalizedText("Kỹ thuật", "Technique")),
                    Column(LocalizedText("Khả năng: thấp", "Chance: low"), isNumber: true),
                    Column(LocalizedText("hay gặp", "likely"), isNumber: true),
                    Column(LocalizedText("cao", "high"), isNumber: true),
                    Column(LocalizedText("Thời gian hay gặp", "Likely duration"), isNumber: true),
                    Column(LocalizedText("Nguồn", "Source")),
                ],
                rows: used.map { index in
                    let card = context.program.catalogue.cards[index]
                    return [
                        .heading(context.names.technique(index)), .text(Self.share(card.chance.low)),
                        .text(Self.share(card.chance.likely)), .text(Self.share(card.chance.high)),
                        .text(Figures.duration(card.durationMilliseconds.likely)),
                        .text(Self.source(card.chance.source)),
                    ]
                })
        }
    }

    private func numberTable(_ page: inout Markup) {
        let simulation = context.simulation
        var numbers: [(LocalizedText, UncertainNumber)] = []
        for asset in simulation.assets {
            numbers.append(
                (
                    LocalizedText("Mỗi bản ghi bị lấy: ", "Per record taken: ") + asset.title.or(asset.name),
                    asset.lossPerRecord
                ))
        }
        for service in simulation.businessServices {
            numbers.append(
                (
                    LocalizedText("Mỗi giờ không có: ", "Per hour without: ") + service.title.or(service.name),
                    service.lossPerHour
                ))
        }
        for process in simulation.processes {
            numbers.append(
                (
                    LocalizedText("Mỗi giờ bị phá: ", "Per hour disturbed: ") + process.title.or(process.name),
                    process.lossPerHour
                )
            )
        }
        numbers.append(
            (LocalizedText("Mỗi phút công", "Per minute of staff"), simulation.staff.costPerMinute))
        page.details(LocalizedText("Số liệu về tiền và nguồn", "Amounts of money and their sources")) { details in
            details.table(
                id: "numbers",
                caption: LocalizedText("Số tiền theo \(simulation.currency)", "Amounts in \(simulation.currency)"),
                columns: [
                    Column(LocalizedText("Điều gì", "What")), Column(LocalizedText("Thấp", "Low"), isNumber: true),
                    Column(LocalizedText("Hay gặp", "Likely"), isNumber: true),
                    Column(LocalizedText("Cao", "High"), isNumber: true), Column(LocalizedText("Nguồn", "Source")),
                ],
                rows: numbers.prefix(200).map { title, number in
                    [
                        .heading(title), .text(Figures.number(number.low)), .text(Figures.number(number.likely)),
                        .text(Figures.number(number.high)), .text(Self.source(number.source)),
                    ]
                }, more: numbers.count - 200)
        }
    }

    private static func share(_ parts: Int64) -> LocalizedText { Figures.percent(parts, of: 1 << 32) }

    private static func source(_ source: String) -> LocalizedText {
        source == "judgement" ? LocalizedText("nhận định", "judgement") : LocalizedText(source)
    }
}
