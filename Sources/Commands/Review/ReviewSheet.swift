import Exercise
import Kernel
import Markup
import NetworkWorld
import Scenario

/// A review as a terminal shows it.
struct ReviewSheet {
    private let review: RunReview
    private let program: Program
    private let language: PageLanguage
    private let clock: Clock

    init(_ review: RunReview, program: Program, language: PageLanguage) {
        self.review = review
        self.program = program
        self.language = language
        clock = Clock(program.simulation)
    }

    /// The whole sheet, without a line's end behind it.
    var text: String {
        var parts = [head, outcomes]
        parts.append(decisions)
        if let missed = review.moments { parts.append(moments(missed)) }
        parts.append(
            say(
                "Nhìn lại khi đã biết sự thật: các tương lai xuất phát từ những gì thật sự đang diễn ra, điều mà lúc đó "
                    + "không ai biết. Việc con người làm sau đó được bỏ qua.",
                "Hindsight: the futures start from what was really going on, which nobody knew then. What people did "
                    + "later is left out."))
        return parts.joined(separator: "\n\n")
    }

    private var head: String {
        let adversary = program.simulation.adversaries[program.adversary.index]
        return program.scenario.title.or(review.scenario)[language] + "\n"
            + say(
                "\(adversary.title.or(adversary.name)[language]) · hạt giống ",
                "\(adversary.title.or(adversary.name)[language]) · seed ")
            + "\(review.seeds.world)"
    }

    private var outcomes: String {
        var table = TextTable(["", say("THIỆT HẠI", "LOSS"), say("NGĂN CHẶN SAU", "CONTAINED AFTER")])
        let rows = [
            (say("Không ai phòng thủ", "Nobody defends"), review.line.nobody),
            (say("Quy trình chuẩn", "Standard playbook"), review.line.standard),
            (say("Lượt chạy này", "This run"), review.line.outcome),
        ]
        for (name, outcome) in rows {
            let contained = outcome.minutesToContain.map { Figures.duration(.minutes($0))[language] }
            table.add([name, money(outcome.totalLoss), contained ?? "–"])
        }
        return table.text
    }

    private var decisions: String {
        let futures = review.decisions.decisions.first?.futures ?? 0
        if futures == 0 { return say("Không có quyết định nào.", "There was no decision.") }
        var table = TextTable([
            say("LÚC", "TIME"), say("QUYẾT ĐỊNH", "DECISION"), say("THIỆT HẠI TRÁNH ĐƯỢC (95 %)", "LOSS SPARED (95 %)"),
            say("KẾT LUẬN", "VERDICT"),
        ])
        for decision in review.decisions.decisions {
            let target = decision.action.target.map { " " + $0 } ?? ""
            table.add([
                clock.time(decision.time)[language], decision.action.title.or(decision.action.id)[language] + target,
                interval(decision.spared),
                decision.verdict.title[language]
                    + (decision.policyDoesTheSame ? say(" (quy trình cũng làm)", " (the policy does the same)") : ""),
            ])
        }
        var lines = [
            say(
                "\(number(futures)) tương lai mỗi bên, đến \(clock.time(review.decisions.horizon)[language]); sau đó: ",
                "\(number(futures)) futures a side, until \(clock.time(review.decisions.horizon)[language]); afterwards: "
            ) + review.decisions.policy.title[language], table.text,
        ]
        if !review.decisions.refused.isEmpty {
            let count = number(review.decisions.refused.count)
            lines.append(
                say("\(count) yêu cầu bị từ chối và không đổi gì.", "\(count) were refused and changed nothing."))
        }
        if review.decisions.leftOut > 0 {
            let count = number(review.decisions.leftOut)
            lines.append(say("\(count) quyết định sau cùng không được tính.", "The last \(count) were not valued."))
        }
        return lines.joined(separator: "\n")
    }

    private func moments(_ missed: MissedMoments) -> String {
        let title = say(
            "Lẽ ra nên cô lập (so với để quy trình tự xử lý)", "What it would have paid to cut off, beside the policy")
        if missed.moments.isEmpty {
            return title + "\n"
                + say("Không có máy nào thấy rõ là đáng.", "No host for which it would clearly have paid.")
        }
        var table = TextTable([
            say("LÚC", "TIME"), say("MÁY", "HOST"), say("TRÁNH ĐƯỢC (95 %)", "SPARED (95 %)"),
            say("CĂN CỨ LÚC ĐÓ", "WHAT THERE WAS TO GO BY"),
        ])
        for moment in missed.moments {
            table.add([
                clock.time(moment.time)[language], moment.hostName, interval(moment.spared),
                moment.evidence.title[language],
            ])
        }
        return title + "\n" + table.text
    }

    private func say(_ vietnamese: String, _ english: String) -> String {
        language == .vietnamese ? vietnamese : english
    }

    private func number(_ value: Int) -> String { Figures.number(value)[language] }

    private func money(_ amount: Int64) -> String { Figures.money(amount, review.currency)[language] }

    private func interval(_ estimate: Estimate) -> String {
        let (mean, low, high) = (whole(estimate.mean), whole(estimate.low), whole(estimate.high))
        return money(mean) + " (\(Figures.number(low)[language]) … \(Figures.number(high)[language]))"
    }

    private func whole(_ value: Double) -> Int64 { Int64(exactly: value.rounded()) ?? (value < 0 ? .min : .max) }
}
