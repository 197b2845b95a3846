import Kernel
import Markup
import Scenario
import Study

/// What each measure and playbook changed, with its interval.
struct EffectSection {
    let context: StudyContext

    func write(to page: inout Markup) {
        let helping = context.effects.filter { $0.verdict == .helps }.count
        page.section(
            id: "effects", title: LocalizedText("Tác dụng của từng yếu tố", "What each factor changes"),
            lead: LocalizedText(
                "\(helping) trong \(context.effects.count) yếu tố giảm thiệt hại một cách chắc chắn; với số còn lại thì sau khi "
                    + "hiệu chỉnh cho số lần so sánh không thể nói như vậy.",
                "\(helping) of \(context.effects.count) factors certainly reduce the loss; of the others this cannot be said once "
                    + "the number of comparisons is allowed for.")
        ) { section in
            if context.effects.isEmpty { return }
            let plot = ForestPlot(context: context)
            section.picture(
                id: "forest", title: LocalizedText("Thiệt hại tránh được mỗi năm", "Loss avoided a year"),
                reading: reading, legend: plot.legend
            ) { plot.draw(in: &$0, $1) }
            table(&section)
            interactions(&section)
        }
    }

    private var reading: LocalizedText {
        let against =
            context.result.design == .oneAtATime
            ? LocalizedText("so với hiện trạng, trên cùng những năm", "against things as they are, over the same years")
            : LocalizedText(
                "trung bình trên mọi tổ hợp của các yếu tố khác đã chạy",
                "as the mean over the combinations of the other factors that were run")
        let currency = context.result.currency
        return LocalizedText(
            "Mỗi dòng là một yếu tố, tránh được nhiều nhất ở trên. Chấm là mức trung bình, vạch ngang là khoảng 95 %: ",
            "Each line is one factor, the one that avoids most on top. The dot is the mean, the bar its 95 % interval: "
        )
            + against
            + LocalizedText(
                " (\(currency)). Vạch chạm đường 0 thì có thể yếu tố ấy không đổi gì. Kết luận “có ích” còn được hiệu chỉnh vì "
                    + "nhiều yếu tố cùng được so sánh, nên nghiêm hơn riêng khoảng 95 %.",
                " (\(currency)). A bar that touches the line at 0 may mean no change at all. The verdict “helps” is corrected for "
                    + "the number of factors compared (Holm), so it asks for more than the interval alone.")
    }

    private func table(_ page: inout Markup) {
        page.table(
            id: "effect-table",
            caption: LocalizedText(
                "Các con số của hình, và phần còn lại sau chi phí (\(context.result.currency) một năm)",
                "The numbers of the picture, and what is left after the cost (\(context.result.currency) a year)"),
            columns: [
                Column(LocalizedText("Yếu tố", "Factor")), Column(LocalizedText("Kết luận", "Verdict")),
                Column(LocalizedText("Tránh được, khoảng 95 %", "Avoids, 95 % interval"), isNumber: true),
                Column(LocalizedText("Chi phí", "Cost"), isNumber: true),
                Column(LocalizedText("Còn lợi, khoảng 95 %", "Net, 95 % interval"), isNumber: true),
                Column(LocalizedText("Mỗi đồng chi ra", "Per unit of cost"), isNumber: true),
                Column(LocalizedText("p (Holm)", "p (Holm)"), isNumber: true),
            ],
            rows: context.effects.map { effect in
                let factor = context.result.factors[effect.factor]
                let isMeasure = factor.kind == .measure && factor.cost.likely > 0
                return [
                    .heading(context.name(factor: effect.factor)),
                    .drawn { $0.chip(context.name(effect.verdict), context.tone(effect.verdict)) },
                    figure(effect.avoided),
                    .text(isMeasure ? context.short(factor.cost.likely) : LocalizedText("–")),
                    figure(effect.net),
                    .text(effect.returnThousandths.map { context.decimal($0 / 10 * 10) } ?? LocalizedText("–")),
                    .text(probability(effect.correctedMillionths)),
                ]
            })
        descriptions(&page)
    }

    /// A mean with its interval below it.
    private func figure(_ figure: StudyFigure) -> TableCell {
        .drawn { cell in
            cell.text(context.short(figure.mean))
            cell.element("span", ["class": "block muted"], context.range(figure))
        }
    }

    private func descriptions(_ page: inout Markup) {
        let described = context.effects.filter { !context.result.factors[$0.factor].description.isEmpty }
        if described.isEmpty { return }
        page.details(LocalizedText("Các yếu tố là gì", "What the factors are")) { details in
            details.element("ul", ["class": "list"]) { list in
                for effect in described {
                    list.element("li") { item in
                        item.element("strong", context.name(factor: effect.factor))
                        item.text(LocalizedText(": "))
                        item.text(context.result.factors[effect.factor].description)
                    }
                }
            }
        }
    }

    private func probability(_ millionths: Int64) -> LocalizedText {
        if millionths < 1_000 { return LocalizedText("< 0,001", "< 0.001") }
        return context.decimal(min(1_000_000, millionths) / 1_000)
    }

    private func interactions(_ page: inout Markup) {
        let interactions = context.result.interactions
        if interactions.isEmpty { return }
        page.details(LocalizedText("Hai yếu tố cùng nhau", "Two factors together")) { details in
            details.table(
                id: "interactions",
                caption: LocalizedText(
                    "Tránh được thêm so với tổng của từng yếu tố; dưới 0 là chồng lên nhau, trên 0 là giúp nhau",
                    "Avoided beyond the sum of each alone: below 0 they overlap, above they help each other"),
                columns: [
                    Column(LocalizedText("Hai yếu tố", "Factors")),
                    Column(LocalizedText("Ngoài tổng", "Beyond the sum"), isNumber: true),
                    Column(LocalizedText("Khoảng 95 %", "95 % interval"), isNumber: true),
                ],
                rows: interactions.prefix(200).map { pair in
                    [
                        .heading(context.name(factor: pair.first) + " × " + context.name(factor: pair.second)),
                        .text(context.short(pair.beyondSum.mean)), .text(context.range(pair.beyondSum)),
                    ]
                }, more: interactions.count - 200)
        }
    }
}
