import Kernel
import Markup
import Scenario
import Study

/// How long until somebody is alerted, and until the adversary is out.
struct TimeSection {
    let context: StudyContext

    func write(to page: inout Markup) {
        page.section(
            id: "times", title: LocalizedText("Phát hiện và ngăn chặn", "Time to detect and to contain"), lead: lead
        ) { section in
            let rows = rows
            if !rows.isEmpty {
                let plot = TimePlot(rows: rows)
                section.picture(
                    id: "time-plot",
                    title: LocalizedText(
                        "Từ lúc vào được tới cảnh báo đầu, tới lúc bị đẩy ra",
                        "From first access to alert and to containment"),
                    reading: LocalizedText(
                        "Hộp chứa nửa số cuộc tấn công ở giữa, vạch dọc là trung vị (số đứng sau), vạch ngang từ 10 % tới 90 %. "
                            + "Chỉ tính những cuộc đã bị phát hiện hay đã bị ngăn chặn: bảng cho biết bao nhiêu. Trục ngang gấp đôi "
                            + "đều nhau.",
                        "A box holds the middle half of attacks, the upright line is the median (the number behind it), the thin line "
                            + "reaches from 10% to 90%. Only attacks that were detected, or contained, count: the table says how many. "
                            + "Times double at equal distances."),
                    legend: plot.legend
                ) { plot.draw(in: &$0, $1) }
            }
            table(&section)
        }
    }

    private var lead: LocalizedText {
        let attackers = context.base.adversaries
        let compromised = attackers.reduce(0) { $0 + $1.compromised }
        let contained = attackers.reduce(0) { $0 + $1.contained }, attempts = attackers.reduce(0) { $0 + $1.attempts }
        let detected = attackers.reduce(0) { $0 + $1.detected }
        let (a, b, c) = (
            context.percent(compromised, of: attempts).filled, context.percent(detected, of: attempts).filled,
            context.percent(contained, of: compromised).filled
        )
        return LocalizedText(
            "Hiện trạng: \(a.vietnamese) số cuộc tấn công vào được, \(b.vietnamese) gây ra cảnh báo, \(c.vietnamese) số đã vào "
                + "được thì cuối cùng bị đẩy ra.",
            "As things are \(a.english) of attacks got in, \(b.english) raised an alert, and \(c.english) of those that got in were "
                + "driven out in the end.")
    }

    /// Base, and the recommended arm beside it, adversary by adversary.
    private var rows: [TimePlot.Row] {
        let arms = [0] + (context.recommended.map { [$0] } ?? [])
        var rows: [TimePlot.Row] = []
        for attacker in context.result.adversaries.indices.prefix(6) {
            for isContainment in [false, true] {
                for arm in arms {
                    let sums = context.result.arms[arm].adversaries[attacker]
                    let minutes = isContainment ? sums.minutesToContain : sums.minutesToDetect
                    if minutes.quantiles.isEmpty { continue }
                    let what =
                        isContainment ? LocalizedText("ngăn chặn", "contain") : LocalizedText("phát hiện", "detect")
                    rows.append(
                        TimePlot.Row(
                            title: (arms.count > 1 ? situation(arm) + ", " : LocalizedText("")) + what + ": "
                                + context.name(attacker: attacker),
                            minutes: minutes, isContainment: isContainment))
                }
            }
        }
        return rows
    }

    private func situation(_ arm: Int) -> LocalizedText {
        arm == 0 ? LocalizedText("hiện nay", "now") : LocalizedText("theo câu trả lời", "with the answer")
    }

    private func table(_ page: inout Markup) {
        let arms = context.shownArms.prefix(12)
        var rows: [[TableCell]] = []
        for arm in arms {
            for attacker in context.result.adversaries.indices.prefix(6) {
                let sums = context.result.arms[arm].adversaries[attacker]
                rows.append([
                    .heading(context.name(arm: arm)), .text(context.name(attacker: attacker)),
                    .text(Figures.number(sums.attempts)), .text(context.percent(sums.compromised, of: sums.attempts)),
                    .text(context.percent(sums.goalReached, of: sums.attempts)),
                    .text(context.percent(sums.detected, of: sums.attempts)), .text(median(sums.minutesToDetect)),
                    .text(context.percent(sums.contained, of: sums.compromised)), .text(median(sums.minutesToContain)),
                ])
            }
        }
        page.details(LocalizedText("Các con số, mọi phương án", "The numbers, for all arms")) { details in
            details.table(
                id: "time-table",
                caption: LocalizedText(
                    "Tỷ lệ theo số cuộc tấn công; “ngăn chặn” theo số đã vào được",
                    "Shares of all attacks; “contained” of those that got in"),
                columns: [
                    Column(LocalizedText("Phương án", "Arm")), Column(LocalizedText("Kẻ tấn công", "Adversary")),
                    Column(LocalizedText("Cuộc tấn công", "Attacks"), isNumber: true),
                    Column(LocalizedText("Vào được", "Got in"), isNumber: true),
                    Column(LocalizedText("Đạt mục tiêu", "Reached goal"), isNumber: true),
                    Column(LocalizedText("Có cảnh báo", "Alerted"), isNumber: true),
                    Column(LocalizedText("Trung vị phát hiện", "Median to detect"), isNumber: true),
                    Column(LocalizedText("Ngăn chặn", "Contained"), isNumber: true),
                    Column(LocalizedText("Trung vị ngăn chặn", "Median to contain"), isNumber: true),
                ],
                rows: rows,
                more: context.result.arms.count * context.result.adversaries.count - rows.count)
        }
    }

    private func median(_ distribution: StudyDistribution) -> LocalizedText {
        TimePlot.quantile(distribution, 500_000).map { Figures.duration($0 * 60_000) } ?? LocalizedText("–")
    }
}
