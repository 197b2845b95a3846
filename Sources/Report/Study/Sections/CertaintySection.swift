import Kernel
import Markup
import Scenario
import Study

/// Whether the ranking holds where the model's numbers are others, and how much of the spread is chance.
struct CertaintySection {
    let context: StudyContext

    func write(to page: inout Markup) {
        page.section(
            id: "certainty", title: LocalizedText("Chắc chắn tới đâu", "How sure this is"), lead: lead
        ) { section in
            if let ranking = context.result.ranking, context.result.scale.drawsNumbers { chart(&section, ranking) }
            facts(&section)
        }
    }

    private var lead: LocalizedText {
        let scale = context.result.scale
        if !scale.drawsNumbers {
            return LocalizedText(
                "Các con số của mô hình được giữ ở giá trị hay gặp: các khoảng chỉ chứa phần ngẫu nhiên, không chứa phần chưa biết.",
                "The model's numbers were held at their likely values: intervals hold chance only, not what nobody knows."
            )
        }
        return LocalizedText(
            "Nghiên cứu xét \(scale.draws) thế giới khả dĩ: trong mỗi thế giới, mọi con số chưa chắc chắn có một giá trị giữa thấp và "
                + "cao, và mọi phương án gặp cùng những cuộc tấn công.",
            "The study looks at \(scale.draws) possible worlds: in each, every uncertain number has one value between its low and its "
                + "high, and all arms meet the same attacks.")
    }

    private func chart(_ page: inout Markup, _ ranking: StudyRanking) {
        let chart = BarChart(
            rows: ranking.places.prefix(20).map { place in
                BarChart.Row(
                    title: context.name(factor: place.factor), value: context.percent(place.firstMillionths),
                    parts: [BarPart(value: place.firstMillionths, style: "bar-share")])
            }, most: 1_000_000)
        page.picture(
            id: "ranking",
            title: LocalizedText("Đứng đầu trong bao nhiêu thế giới", "In how many worlds each comes first"),
            reading: LocalizedText(
                "Vạch là phần các thế giới khả dĩ mà yếu tố ấy tránh được nhiều nhất. Phần này còn chứa ngẫu nhiên của số ít năm "
                    + "trong mỗi thế giới: chạy dài hơn thì yếu tố thật sự đứng đầu có vạch dài hơn.",
                "The bar is the share of possible worlds in which the factor avoids most. It still holds the chance of the few years of "
                    + "each world: with longer runs the factor that is truly first gets a longer bar.")
        ) { chart.draw(in: &$0, $1) }
        page.details(LocalizedText("Các con số của hình", "The numbers of the picture")) { details in
            details.table(
                id: "ranking-table",
                caption: LocalizedText("Thứ hạng trên các thế giới khả dĩ", "Places over the possible worlds"),
                columns: [
                    Column(LocalizedText("Yếu tố", "Factor")),
                    Column(LocalizedText("Đứng đầu", "Comes first"), isNumber: true),
                    Column(LocalizedText("Hạng trung bình", "Mean place"), isNumber: true),
                ],
                rows: ranking.places.map { place in
                    [
                        .heading(context.name(factor: place.factor)), .text(context.percent(place.firstMillionths)),
                        .text(context.decimal(place.meanPlaceThousandths / 10 * 10)),
                    ]
                })
        }
    }

    private func facts(_ page: inout Markup) {
        let result = context.result
        var pairs: [(LocalizedText, LocalizedText)] = []
        if let ranking = result.ranking, result.scale.drawsNumbers {
            if let survives = ranking.survivesMillionths {
                pairs.append(
                    (
                        LocalizedText(
                            "Thứ nhất hơn thứ hai, bỏ phần ngẫu nhiên", "First beats second, chance left out"),
                        LocalizedText("trong khoảng ", "in about ") + context.percent(survives)
                            + LocalizedText(" các giá trị khả dĩ của con số", " of plausible values of the numbers")
                    ))
            }
            if let share = ranking.numbersShareMillionths {
                pairs.append(
                    (
                        LocalizedText("Độ tản mát của yếu tố thứ nhất", "Spread of the first one's effect"),
                        context.percent(share)
                            + LocalizedText(
                                " do con số chưa chắc chắn, còn lại là ngẫu nhiên",
                                " comes from uncertain numbers, the rest is chance")
                    ))
            }
        }
        let reached = context.money(result.scale.reachedPrecision)
        pairs.append(
            (
                LocalizedText("Khoảng 95 % rộng nhất của phần tránh được", "Widest 95 % interval of avoided loss"),
                LocalizedText("± ") + reached
                    + (result.scale.wishedPrecision.map {
                        LocalizedText(" (mong muốn ± ", " (wished for ± ") + context.money($0) + ")"
                    } ?? LocalizedText(""))
            ))
        let numbers = result.assumptions.filter { $0.unit != .none }
        let judged = numbers.filter { $0.number.source == "judgement" }.count
        pairs.append(
            (
                LocalizedText("Con số dựa trên nhận định", "Numbers that rest on judgement"),
                LocalizedText("\(judged) trong \(numbers.count)", "\(judged) of \(numbers.count)")
            ))
        page.element("dl", ["class": "card facts"]) { list in
            for (term, description) in pairs {
                list.element("div") { pair in
                    pair.element("dt", term)
                    pair.element("dd", description)
                }
            }
        }
    }
}
