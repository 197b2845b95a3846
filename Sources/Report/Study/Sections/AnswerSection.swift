import Kernel
import Markup
import Scenario
import Study

/// The first part: the question, the answer in three sentences, and how large the study was.
struct AnswerSection {
    let context: StudyContext

    /// The parts of the page, by id.
    static let links: [(id: String, title: LocalizedText)] = [
        ("effects", LocalizedText("Tác dụng", "Effects")),
        ("costs", LocalizedText("Chi phí", "Costs")),
        ("years", LocalizedText("Thiệt hại", "Losses")),
        ("ways", LocalizedText("Đường tấn công", "Attack paths")),
        ("times", LocalizedText("Thời gian", "Times")),
        ("certainty", LocalizedText("Độ chắc chắn", "How sure")),
        ("limits", LocalizedText("Không nói gì", "What it does not say")),
        ("assumptions", LocalizedText("Giả định", "Assumptions")),
        ("source", LocalizedText("Chạy lại", "Run it again")),
    ]

    /// Appends title, answer and the size of the study.
    func write(to page: inout Markup) {
        let isClear = context.recommended != nil
        page.element("section", ["class": "opening", "aria-labelledby": "title"]) { section in
            section.element("h1", ["id": "title"], context.title)
            if !context.result.description.isEmpty {
                section.element("p", ["class": "description"], context.result.description)
            }
            section.element("div", ["class": "verdict \(isClear ? Tone.good.rawValue : Tone.warning.rawValue)"]) {
                verdict in
                verdict.chip(LocalizedText("Câu trả lời", "The answer"), isClear ? .good : .warning)
                verdict.element("ol", ["class": "answer"]) { list in
                    for sentence in StudyAnswer(context).sentences { list.element("li", sentence) }
                }
            }
            facts(&section)
        }
    }

    private func facts(_ page: inout Markup) {
        let result = context.result
        let scale = result.scale
        let attackers = result.adversaries.indices.map { attacker in
            let number = result.adversaries[attacker].attemptsPerYear
            let likely = context.decimal(number.likely).filled
            return context.name(attacker: attacker)
                + LocalizedText(" (\(likely.vietnamese) lần/năm)", " (\(likely.english) a year)")
        }
        let pairs: [(LocalizedText, LocalizedText)] = [
            (LocalizedText("Tổ chức", "Organisation"), result.scenarioTitle.or(result.scenario)),
            (LocalizedText("Kẻ tấn công", "Adversaries"), attackers.joined(separator: ", ")),
            (LocalizedText("So sánh", "Compared"), design),
            (
                LocalizedText("Quy mô", "Size"),
                Figures.number(scale.years) + LocalizedText(" năm trong mỗi phương án, ", " years in every arm, ")
                    + Figures.number(scale.runs) + LocalizedText(" cuộc tấn công mô phỏng", " simulated attacks")
            ),
            (
                LocalizedText("Con số chưa chắc chắn", "Uncertain numbers"),
                scale.drawsNumbers
                    ? LocalizedText("lấy mẫu \(scale.draws) lần", "drawn \(scale.draws) times")
                    : LocalizedText("chỉ giá trị hay gặp", "likely values only")
            ),
        ]
        page.element("dl", ["class": "choices"]) { list in
            for (term, description) in pairs {
                list.element("div") { pair in
                    pair.element("dt", term)
                    pair.element("dd", description)
                }
            }
        }
    }

    private var design: LocalizedText {
        let result = context.result
        let factors = result.factors.count, arms = result.arms.count
        switch result.design {
        case .oneAtATime:
            return LocalizedText(
                "\(factors) yếu tố, mỗi lần một yếu tố so với hiện trạng",
                "\(factors) factors, one at a time against things as they are")
        case .factorial:
            return LocalizedText(
                "mọi tổ hợp của \(factors) yếu tố: \(arms) phương án",
                "all combinations of \(factors) factors: \(arms) arms")
        case .optimiser:
            return LocalizedText(
                "các tập hợp của \(factors) yếu tố trong ngân sách: \(arms) phương án",
                "sets of \(factors) factors within the budget: \(arms) arms")
        }
    }
}
