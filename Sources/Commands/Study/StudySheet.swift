import Markup
import Report
import Scenario
import Study

/// The result of a study as a terminal shows it: three sentences, then a table.
struct StudySheet {
    private let result: StudyResult
    private let language: PageLanguage

    init(_ result: StudyResult, language: PageLanguage) {
        self.result = result
        self.language = language
    }

    /// The whole sheet, without a line's end behind it.
    var text: String {
        let sentences = StudyAnswer(result).sentences.map { TextWrap.lines(of: $0[language]) }.joined(separator: "\n")
        return [head, sentences, result.effects.isEmpty ? "" : effects, result.buying == nil ? "" : sets, note].filter {
            !$0.isEmpty
        }
        .joined(separator: "\n\n")
    }

    private var head: String {
        let scale = result.scale
        let years = Figures.number(scale.years)[language], runs = Figures.number(scale.runs)[language]
        return result.title.or(result.name)[language] + " · "
            + result.scenarioTitle.or(result.scenario)[language] + "\n"
            + say(
                "\(years) năm trong mỗi phương án · \(runs) cuộc tấn công · \(scale.draws) lần lấy mẫu các con số",
                "\(years) years in every arm · \(runs) attacks · \(scale.draws) draws of the numbers")
    }

    // MARK: Tables

    private var effects: String {
        var table = TextTable([
            say("YẾU TỐ", "FACTOR"), say("TRÁNH ĐƯỢC/NĂM", "AVOIDS/YEAR"), say("KHOẢNG 95 %", "95 % INTERVAL"),
            say("CHI PHÍ", "COST"), say("KẾT LUẬN", "VERDICT"),
        ])
        let order = result.effects.sorted {
            $0.avoided.mean != $1.avoided.mean ? $0.avoided.mean > $1.avoided.mean : $0.factor < $1.factor
        }
        for effect in order {
            let factor = result.factors[effect.factor]
            table.add([
                factor.name, short(effect.avoided.mean), range(effect.avoided),
                factor.kind == .measure ? short(factor.cost.likely) : "–", verdict(effect.verdict),
            ])
        }
        return table.text
    }

    private var sets: String {
        var table = TextTable([
            say("TẬP HỢP", "SET"), say("CHI PHÍ", "COST"), say("THIỆT HẠI/NĂM", "LOSS/YEAR"),
        ])
        for arm in result.buying?.frontier ?? [] {
            table.add([result.arms[arm].name, short(result.arms[arm].cost), short(result.arms[arm].loss.mean)])
        }
        return table.text
    }

    private func verdict(_ verdict: StudyEffect.Verdict) -> String {
        switch verdict {
        case .helps: say("có ích", "helps")
        case .harms: say("có hại", "harms")
        case .unclear: say("chưa rõ", "unclear")
        }
    }

    private var note: String {
        TextWrap.lines(
            of: say(
                "Số tiền tính bằng \(result.currency). Kết luận đã hiệu chỉnh theo Holm cho mọi so sánh ở mức 5 %. Mô hình "
                    + "dựa trên những con số ước đoán, xem phần giả định.",
                "Amounts in \(result.currency). Verdicts hold for all comparisons together at 5 % (Holm). The model rests on "
                    + "estimates: see the assumptions."))
    }

    // MARK: Words

    private func short(_ amount: Int64) -> String {
        let text = Figures.short(amount < 0 ? -amount : amount)[language]
        return amount < 0 ? "−" + text : text
    }

    private func range(_ figure: StudyFigure) -> String { short(figure.low) + " … " + short(figure.high) }

    private func say(_ vietnamese: String, _ english: String) -> String {
        language == .vietnamese ? vietnamese : english
    }
}
