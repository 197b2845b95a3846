import Kernel
import Markup
import Scenario
import Study

/// All arms against the base, year by year.
struct ArmSection {
    let context: StudyContext

    func write(to page: inout Markup) {
        let arms = context.shownArms
        page.section(
            id: "arms", title: LocalizedText("Mọi phương án", "All arms"),
            lead: LocalizedText(
                "Mọi phương án gặp cùng những năm, nên có thể so từng năm một.",
                "All arms meet the same years, so they can be compared year by year.")
        ) { section in
            section.table(
                id: "arm-table",
                caption: LocalizedText(
                    "So với hiện trạng (\(context.result.currency) một năm); “lợi của ghép cặp”: nếu mỗi phương án có năm riêng thì "
                        + "cần gấp bấy nhiêu lần số năm",
                    "Against things as they are (\(context.result.currency) a year); “pairing gain”: how many times more years unrelated "
                        + "samples would have needed"),
                columns: [
                    Column(LocalizedText("Phương án", "Arm")),
                    Column(LocalizedText("Thiệt hại", "Loss"), isNumber: true),
                    Column(LocalizedText("Khoảng 95 %", "95 % interval"), isNumber: true),
                    Column(LocalizedText("Năm tốt hơn", "Years better"), isNumber: true),
                    Column(LocalizedText("Năm tệ hơn", "Years worse"), isNumber: true),
                    Column(LocalizedText("Lợi của ghép cặp", "Pairing gain"), isNumber: true),
                ]
                    + context.result.adversaries.indices.prefix(6).map {
                        Column(LocalizedText("Do ", "By ") + context.name(attacker: $0), isNumber: true)
                    },
                rows: arms.map { row($0) }, more: context.result.arms.count - arms.count)
        }
    }

    private func row(_ index: Int) -> [TableCell] {
        let arm = context.result.arms[index]
        let dash = LocalizedText("–")
        let cells: [TableCell] = [
            .heading(context.name(arm: index)), .text(context.short(arm.loss.mean)), .text(context.range(arm.loss)),
            .text(arm.comparison.map { context.percent($0.betterMillionths) } ?? dash),
            .text(arm.comparison.map { context.percent($0.worseMillionths) } ?? dash),
            .text(arm.comparison?.pairingGainThousandths.map { context.decimal($0 / 100 * 100) + " ×" } ?? dash),
        ]
        return cells + arm.adversaries.prefix(6).map { .text(context.short($0.yearLoss)) }
    }
}
