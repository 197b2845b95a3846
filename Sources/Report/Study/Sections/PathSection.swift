import Kernel
import Markup
import Scenario
import Study

/// The ways that losses took, where they could be stopped, and by which techniques they came.
struct PathSection {
    let context: StudyContext

    private var paths: StudyPaths { context.base.paths }

    func write(to page: inout Markup) {
        page.section(id: "ways", title: LocalizedText("Thiệt hại đi đường nào", "Which ways losses took"), lead: lead) {
            section in
            if paths.loss == 0 { return }
            places(&section)
            ways(&section)
            steps(&section)
            techniques(&section)
        }
    }

    private var lead: LocalizedText {
        if paths.loss == 0 {
            return LocalizedText(
                "Không cuộc tấn công nào trong hiện trạng gây ra tác động.", "As things are no attack had an impact.")
        }
        let loss = context.money(paths.loss).filled
        let text = LocalizedText(
            "Hiện trạng: \(loss.vietnamese) một năm đi theo các đường tấn công dưới đây. Phần còn lại là công phòng thủ và dịch vụ "
                + "bị ngừng mà kẻ tấn công chưa gây tác động.",
            "As things are \(loss.english) a year came by the ways below. The rest is work of defenders, and services stopped, in "
                + "attacks without an impact.")
        guard let choke = paths.chokePoints.first else { return text }
        let name = context.name(group: choke.group).filled, share = context.percent(choke.throughMillionths).filled
        return text
            + LocalizedText(
                " Điểm thắt lớn nhất: \(name.vietnamese), \(share.vietnamese) thiệt hại đi qua đó để tới nơi khác.",
                " The largest choke point: \(name.english), through which \(share.english) of the loss passed on its way elsewhere."
            )
    }

    private func places(_ page: inout Markup) {
        let places = paths.places.filter { !$0.group.isEmpty }
        let chart = BarChart(
            rows: places.prefix(12).map { place in
                BarChart.Row(
                    title: context.name(group: place.group),
                    value: context.percent(place.throughMillionths) + " / " + context.percent(place.shareMillionths),
                    parts: [
                        BarPart(value: place.throughMillionths, style: "bar-through"),
                        BarPart(value: place.shareMillionths - place.throughMillionths, style: "bar-carried"),
                    ])
            }, most: 1_000_000)
        page.picture(
            id: "places", title: LocalizedText("Điểm thắt", "Choke points"),
            reading: LocalizedText(
                "Cả vạch là phần thiệt hại đã đi qua nhóm máy ấy; phần màu vàng đi tiếp từ đó tới nơi khác, tức là có thể chặn tại "
                    + "đó trước khi có tác động. Một cuộc tấn công tính ở mọi nhóm máy trên đường, nên các phần cộng lại hơn 100 %. Các số: đi tiếp / tất cả.",
                "The whole bar is the share of the loss that came over these hosts; the amber part went on to elsewhere, so it could "
                    + "be stopped there before the impact. An attack counts at every group on its way: shares add up to more than 100 %. "
                    + "Numbers: passed on / in all."
            ),
            legend: [
                LegendEntry(text: LocalizedText("đi qua để tới nơi khác", "passed through to elsewhere")) {
                    $0.rectangle(Frame(x: 2, y: 5, width: 18, height: 12), radius: 3, class: "bar-through")
                },
                LegendEntry(text: LocalizedText("tác động ngay tại đó", "the impact itself was there")) {
                    $0.rectangle(Frame(x: 2, y: 5, width: 18, height: 12), radius: 3, class: "bar-carried")
                },
            ]
        ) { chart.draw(in: &$0, $1) }
        page.details(LocalizedText("Các con số của hình", "The numbers of the picture")) { details in
            details.table(
                id: "place-table",
                caption: LocalizedText("Nhóm máy trên đường tấn công", "Host groups on the ways"),
                columns: [
                    Column(LocalizedText("Nhóm máy", "Host group")),
                    Column(LocalizedText("Phần thiệt hại", "Share of the loss"), isNumber: true),
                    Column(LocalizedText("Đi qua tới nơi khác", "Passed through"), isNumber: true),
                    Column(LocalizedText("Cuộc tấn công", "Attacks"), isNumber: true),
                ],
                rows: places.map { place in
                    [
                        .heading(context.name(group: place.group)), .text(context.percent(place.shareMillionths)),
                        .text(context.percent(place.throughMillionths)), .text(Figures.number(place.attempts)),
                    ]
                })
        }
    }

    private func ways(_ page: inout Markup) {
        if paths.paths.isEmpty { return }
        let chokes = Set(paths.chokePoints.prefix(3).map(\.group))
        page.element(
            "h3", LocalizedText("Những đường mang nhiều thiệt hại nhất", "The ways that carried most of the loss"))
        page.element(
            "p", ["class": "note"],
            LocalizedText(
                "Từ ngoài vào tới tác động; mỗi ô là một nhóm máy và kỹ thuật đưa kẻ tấn công tới đó. Ô vàng là ba điểm thắt lớn "
                    + "nhất, ô đỏ là nơi có tác động.",
                "From outside to the impact; each box is a host group and the technique that brought the adversary there. Amber boxes "
                    + "are the three largest choke points, the red one is where the impact was."))
        page.element("ol", ["class": "ways"]) { list in
            for path in paths.paths.prefix(6) {
                list.element("li", ["class": "card"]) { item in
                    item.element("p", ["class": "way-head"]) { head in
                        head.element("strong", context.percent(path.shareMillionths))
                        head.element(
                            "span", ["class": "muted"],
                            LocalizedText("thiệt hại, ", "of the loss, ") + Figures.number(path.attempts)
                                + LocalizedText(" cuộc tấn công", path.attempts == 1 ? " attack" : " attacks"))
                    }
                    way(path, chokes, &item)
                }
            }
        }
    }

    private func way(_ path: StudyPaths.Path, _ chokes: Set<String>, _ page: inout Markup) {
        page.element("ol", ["class": "way"]) { list in
            for step in path.steps {
                list.element("li", ["class": chokes.contains(step.group) ? "choke" : "place"]) { box in
                    box.element("span", context.name(group: step.group))
                    if !step.card.isEmpty {
                        box.element("span", ["class": "technique"]) { technique in
                            technique.text(context.name(card: step.card))
                            technique.text(" · \(step.card)")
                        }
                    }
                }
            }
        }
    }

    private func steps(_ page: inout Markup) {
        page.details(LocalizedText("Bước giữa các nhóm máy", "Steps between host groups")) { details in
            details.table(
                id: "step-table",
                caption: LocalizedText(
                    "Xếp theo phần thiệt hại đã đi qua bước ấy", "Ranked by the share of the loss that took the step"),
                columns: [
                    Column(LocalizedText("Từ", "From")), Column(LocalizedText("Tới", "To")),
                    Column(LocalizedText("Phần thiệt hại", "Share of the loss"), isNumber: true),
                    Column(LocalizedText("")),
                ],
                rows: paths.steps.prefix(30).map { step in
                    [
                        .heading(context.name(group: step.from)), .text(context.name(group: step.to)),
                        .text(context.percent(step.shareMillionths)),
                        .drawn { $0.bar([BarPart(value: step.shareMillionths, style: "bar-share")], most: 1_000_000) },
                    ]
                }, more: paths.steps.count - 30)
        }
    }

    private func techniques(_ page: inout Markup) {
        let carrying = paths.techniques.filter { $0.shareMillionths > 0 }
        let chart = BarChart(
            rows: carrying.prefix(12).map { technique in
                BarChart.Row(
                    title: technique.title.or(technique.card) + " · \(technique.attackID)",
                    value: context.percent(technique.shareMillionths),
                    parts: [BarPart(value: technique.shareMillionths, style: "bar-share")])
            }, most: 1_000_000)
        page.picture(
            id: "techniques",
            title: LocalizedText("Kỹ thuật trên đường của thiệt hại", "Techniques on the way of the loss"),
            reading: LocalizedText(
                "Vạch là phần thiệt hại mà kỹ thuật (ATT&CK) ấy nằm trên đường tới. Một đường gồm nhiều kỹ thuật, nên các phần "
                    + "cộng lại hơn 100 %.",
                "The bar is the share of the loss that the technique (ATT&CK) was on the way of. A way has several techniques: "
                    + "shares add up to more than 100 %.")
        ) { chart.draw(in: &$0, $1) }
        page.details(LocalizedText("Các con số của hình", "The numbers of the picture")) { details in
            details.table(
                id: "technique-table",
                caption: LocalizedText(
                    "Kỹ thuật trong hiện trạng, trên đường thiệt hại hay không",
                    "Techniques as things are, on the way of a loss or not"),
                columns: [
                    Column(LocalizedText("Kỹ thuật", "Technique")), Column(LocalizedText("ATT&CK")),
                    Column(LocalizedText("Phần thiệt hại", "Share of the loss"), isNumber: true),
                    Column(LocalizedText("Lần thử", "Tries"), isNumber: true),
                    Column(LocalizedText("Thành công", "Successes"), isNumber: true),
                ],
                rows: paths.techniques.map { technique in
                    [
                        .heading(technique.title.or(technique.card)), .code(technique.attackID),
                        .text(context.percent(technique.shareMillionths)), .text(Figures.number(technique.tries)),
                        .text(Figures.number(technique.successes)),
                    ]
                })
        }
    }
}
