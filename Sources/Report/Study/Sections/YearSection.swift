import Kernel
import Markup
import Scenario
import Study

/// How losses of years are distributed, and what they are made of.
struct YearSection {
    let context: StudyContext

    private static let parts: [(title: LocalizedText, style: String, amount: @Sendable (StudyLossParts) -> Int64)] =
        [
            (LocalizedText("dữ liệu bị lấy", "records taken"), "bar-records", { $0.records }),
            (LocalizedText("dịch vụ ngừng", "services down"), "bar-services", { $0.services }),
            (LocalizedText("quá trình bị phá", "processes disturbed"), "bar-processes", { $0.processes }),
            (LocalizedText("công của người phòng thủ", "work of defenders"), "bar-staff", { $0.staff }),
            (LocalizedText("cài lại máy bị mã hoá", "setting up encrypted hosts"), "bar-recovery", { $0.recovery }),
        ]

    func write(to page: inout Markup) {
        let years = context.base.years
        let zeros = context.percent(years.zeros, of: years.count).filled
        let largest = context.money(years.largest).filled
        page.section(
            id: "years", title: LocalizedText("Một năm mất bao nhiêu", "What a year loses"),
            lead: LocalizedText(
                "Hiện trạng: \(zeros.vietnamese) số năm không mất gì; năm tệ nhất đã mô phỏng mất \(largest.vietnamese).",
                "As things are \(zeros.english) of years lose nothing; the worst year simulated lost \(largest.english)."
            )
        ) { section in
            curves(&section)
            composition(&section)
            outages(&section)
        }
    }

    private func curves(_ page: inout Markup) {
        let plot = ExceedancePlot(context: context)
        page.picture(
            id: "exceedance",
            title: LocalizedText("Cứ bao nhiêu năm có một năm mất hơn", "One year in so many loses more"),
            reading: LocalizedText(
                "Chọn một chỗ trên trục ngang, ví dụ 10: chiều cao của đường là số tiền mà một năm trong mười mất nhiều hơn. "
                    + "Trục ngang gấp đôi đều nhau; càng sang phải càng hiếm. Mỗi đường kết thúc ở chỗ chỉ còn mười năm nằm ngoài.",
                "Pick a place on the horizontal axis, say 10: the height of a line is what one year in ten loses more than. Years "
                    + "get rarer to the right, doubling at equal distances. A line ends where only ten years lie beyond it."
            ),
            legend: plot.legend
        ) { plot.draw(in: &$0, $1) }
        let returns = Set(context.result.arms.flatMap { $0.years.exceedance.map(\.years) }).sorted()
        page.table(
            id: "exceedance-table",
            caption: LocalizedText(
                "Các con số của hình: một năm trong bấy nhiêu năm mất hơn (\(context.result.currency))",
                "The numbers of the picture: one year in so many loses more than (\(context.result.currency))"),
            columns: [
                Column(LocalizedText("Phương án", "Arm")), Column(LocalizedText("Trung bình", "Mean"), isNumber: true),
                Column(LocalizedText("Không mất gì", "Without loss"), isNumber: true),
            ] + returns.map { Column(LocalizedText("1 trong \($0)", "1 in \($0)"), isNumber: true) },
            rows: context.shownArms.map { index in
                let arm = context.result.arms[index]
                return [
                    .heading(context.name(arm: index)), .text(context.short(arm.loss.mean)),
                    .text(context.percent(arm.years.zeros, of: arm.years.count)),
                ]
                    + returns.map { years in
                        .text(context.exceeded(arm, oneIn: years).map { context.short($0) } ?? LocalizedText("–"))
                    }
            }, more: context.result.arms.count - StudyContext.mostArms)
    }

    private func composition(_ page: inout Markup) {
        let arms = Array(context.shownArms.prefix(12))
        let present = Self.parts.filter { part in
            arms.contains { part.amount(context.result.arms[$0].parts) > 0 }
        }
        let chart = BarChart(
            rows: arms.map { index in
                let arm = context.result.arms[index]
                return BarChart.Row(
                    title: context.name(arm: index), value: context.short(arm.loss.mean),
                    parts: present.map { BarPart(value: $0.amount(arm.parts), style: $0.style) })
            })
        page.picture(
            id: "parts", title: LocalizedText("Thiệt hại gồm những gì", "What the loss is made of"),
            reading: LocalizedText(
                "Mỗi vạch là thiệt hại trung bình một năm của một phương án, chia theo nguyên nhân; số đứng sau là tổng "
                    + "(\(context.result.currency)).",
                "Each bar is an arm's mean loss of a year, divided by cause; the number behind it is the sum "
                    + "(\(context.result.currency))."),
            legend: present.map { part in
                LegendEntry(text: part.title) {
                    $0.rectangle(Frame(x: 2, y: 5, width: 18, height: 12), radius: 3, class: part.style)
                }
            }
        ) { chart.draw(in: &$0, $1) }
        page.details(LocalizedText("Các con số của hình", "The numbers of the picture")) { details in
            details.table(
                id: "part-table",
                caption: LocalizedText(
                    "Trung bình một năm (\(context.result.currency))", "Mean of a year (\(context.result.currency))"),
                columns: [Column(LocalizedText("Phương án", "Arm"))] + present.map { Column($0.title, isNumber: true) },
                rows: arms.map { index in
                    [.heading(context.name(arm: index))]
                        + present.map { .text(context.short($0.amount(context.result.arms[index].parts))) }
                }, more: context.result.arms.count - arms.count)
        }
    }

    private func outages(_ page: inout Markup) {
        let base = context.base
        let best = context.recommended.map { context.result.arms[$0] }
        let rows = [(base.services, best?.services), (base.processes, best?.processes)].flatMap { now, then in
            now.enumerated().map { index, outage -> [TableCell] in
                [.heading(outage.title.or(outage.name)), .text(context.decimal(outage.hoursThousandths / 10 * 10))]
                    + (then.map { [.text(context.decimal($0[index].hoursThousandths / 10 * 10))] } ?? [])
            }
        }
        if rows.isEmpty { return }
        page.details(LocalizedText("Dịch vụ ngừng bao lâu", "How long services are down")) { details in
            details.table(
                id: "outages",
                caption: LocalizedText("Giờ trung bình một năm", "Mean hours a year"),
                columns: [
                    Column(LocalizedText("Dịch vụ, quá trình", "Service, process")),
                    Column(LocalizedText("Hiện trạng", "As things are"), isNumber: true),
                ]
                    + (context.recommended.map { [Column(context.name(arm: $0), isNumber: true)] } ?? []),
                rows: rows)
        }
    }
}
