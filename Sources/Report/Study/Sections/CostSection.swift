import Kernel
import Markup
import Scenario
import Study

/// What arms cost and what they avoid, and for a budget what to buy in which order.
struct CostSection {
    let context: StudyContext

    func write(to page: inout Markup) {
        let priced = context.result.arms.filter { $0.cost > 0 }
        page.section(
            id: "costs", title: LocalizedText("Chi phí và thiệt hại tránh được", "Cost against avoided loss"),
            lead: lead
        ) { section in
            if priced.isEmpty { return }
            let plot = CostPlot(context: context)
            section.picture(
                id: "cost-plot",
                title: LocalizedText("Chi phí một năm và thiệt hại tránh được", "Cost a year and loss avoided"),
                reading: LocalizedText(
                    "Càng cao thì tránh được càng nhiều, càng sang trái thì càng rẻ. Trên đường chấm, mức tránh được trung bình "
                        + "lớn hơn chi phí hay gặp; dưới đường ấy thì không đáng tiền. Các chấm chưa mang theo khoảng tin cậy: xem "
                        + "bảng.",
                    "Higher avoids more, further left is cheaper. Above the dashed line the mean of what is avoided exceeds the "
                        + "likely cost; below it a measure is not worth its money. Dots carry no intervals: these are in the table."
                ),
                legend: plot.legend
            ) { plot.draw(in: &$0, $1) }
            table(&section, plot)
            order(&section)
            candidates(&section)
        }
    }

    private var lead: LocalizedText {
        let best = context.effects.filter { $0.net.low > 0 }.count
        return LocalizedText(
            "Với \(best) yếu tố, phần tránh được trừ chi phí lớn hơn 0 trên toàn khoảng 95 %.",
            "For \(best) \(best == 1 ? "factor" : "factors") what is avoided less the cost is above 0 over the whole 95 % interval."
        )
    }

    private func table(_ page: inout Markup, _ plot: CostPlot) {
        page.table(
            id: "cost-table",
            caption: LocalizedText(
                "Các con số của hình (\(context.result.currency) một năm)",
                "The numbers of the picture (\(context.result.currency) a year)"),
            columns: [
                Column(LocalizedText("Số", "No."), isNumber: true), Column(LocalizedText("Phương án", "Arm")),
                Column(LocalizedText("Chi phí", "Cost"), isNumber: true),
                Column(LocalizedText("Tránh được", "Avoids"), isNumber: true),
                Column(LocalizedText("Khoảng 95 %", "95 % interval"), isNumber: true),
            ],
            rows: plot.numbered.enumerated().map { row($0 + 1, $1) } + plot.others.map { row(nil, $0) },
            more: context.result.arms.count - 1 - plot.numbered.count - plot.others.count)
    }

    private func row(_ number: Int?, _ arm: Int) -> [TableCell] {
        let sums = context.result.arms[arm]
        return [
            .plain(number.map { String($0) } ?? ""), .heading(context.name(arm: arm)), .text(context.short(sums.cost)),
            .text(context.short(sums.comparison?.avoided.mean ?? 0)),
            .text(sums.comparison.map { context.range($0.avoided) } ?? LocalizedText("–")),
        ]
    }

    private func order(_ page: inout Markup) {
        guard let buying = context.result.buying, !buying.order.isEmpty else { return }
        page.element("h3", LocalizedText("Mua theo thứ tự nào", "In which order to buy"))
        page.table(
            id: "order",
            caption: LocalizedText(
                "Tiếp theo luôn là thứ tránh được nhiều nhất trên mỗi đồng, cộng với những gì đã mua",
                "Next always comes what avoids most per cost on top of what has been bought"),
            columns: [
                Column(LocalizedText("Bước", "Step"), isNumber: true), Column(LocalizedText("Mua", "Buy")),
                Column(LocalizedText("Chi phí cộng dồn", "Cost so far"), isNumber: true),
                Column(LocalizedText("Tránh thêm được", "Avoids in addition"), isNumber: true),
                Column(LocalizedText("Khoảng 95 %", "95 % interval"), isNumber: true),
            ],
            rows: buying.order.enumerated().map { index, step in
                [
                    .plain("\(index + 1)"), .heading(context.name(factor: step.factor)),
                    .text(context.short(step.costSoFar)), .text(context.short(step.avoids.mean)),
                    .text(context.range(step.avoids)),
                ]
            })
        page.element(
            "p", ["class": "note"],
            buying.isExhaustive
                ? LocalizedText(
                    "Mọi tập hợp mà ngân sách trả nổi đều đã được chạy.", "Every set that the budget pays was run.")
                : LocalizedText(
                    "Các tập hợp được chọn bằng tìm kiếm: có thể bỏ sót tập hợp tốt hơn mà phải đổi hai biện pháp cùng lúc mới tới.",
                    "A search chose which sets were run: one that only two exchanges at once would reach can be missed."
                ))
    }

    private func candidates(_ page: inout Markup) {
        guard let buying = context.result.buying, buying.candidates.count > 1 else { return }
        let chart = BarChart(
            rows: buying.candidates.map { candidate in
                BarChart.Row(
                    title: context.name(arm: candidate.arm), value: context.percent(candidate.winsMillionths),
                    parts: [BarPart(value: candidate.winsMillionths, style: "bar-share")])
            }, most: 1_000_000)
        page.picture(
            id: "candidates", title: LocalizedText("Tập hợp nào có thể là tốt nhất", "Which set could be the best"),
            reading: LocalizedText(
                "Vạch dài bao nhiêu thì tập hợp ấy tốt nhất trong bấy nhiêu phần của 1.000 lần lấy mẫu lại các con số.",
                "The bar says in which share of 1,000 resamples of the draws the set is the best.")
        ) { chart.draw(in: &$0, $1) }
        page.details(LocalizedText("Các con số của hình", "The numbers of the picture")) { details in
            details.table(
                id: "candidate-table",
                caption: LocalizedText("Tốt nhất trong bao nhiêu phần", "Share in which it is the best"),
                columns: [
                    Column(LocalizedText("Tập hợp", "Set")), Column(LocalizedText("Thắng", "Wins"), isNumber: true),
                ],
                rows: buying.candidates.map {
                    [.heading(context.name(arm: $0.arm)), .text(context.percent($0.winsMillionths))]
                })
        }
    }
}
