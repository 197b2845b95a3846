import Markup
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
        let sentences = [loss, answer, certainty].map { TextWrap.lines(of: $0) }.joined(separator: "\n")
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

    // MARK: Sentences

    private var loss: String {
        let base = result.arms[0]
        var text = say(
            "Hiện nay một năm thiệt hại trung bình \(money(base.loss.mean)) (khoảng 95 %: \(range(base.loss))).",
            "As things are a year costs \(money(base.loss.mean)) on average (95 % interval: \(range(base.loss))).")
        if let tenth = base.years.exceedance.first(where: { $0.years == 10 }) {
            text += say(
                " Cứ mười năm có một năm mất hơn \(money(tenth.amount)).",
                " One year in ten loses more than \(money(tenth.amount)).")
        }
        return text
    }

    private var answer: String {
        if let buying = result.buying { return purchase(buying) }
        guard let first = result.ranking?.places.first?.factor ?? result.effects.first?.factor,
            let effect = result.effects.first(where: { $0.factor == first }), effect.verdict == .helps
        else {
            return say(
                "Không yếu tố nào giảm thiệt hại một cách rõ ràng.", "No factor clearly reduces the loss.")
        }
        return say(
            "\(name(first)) tránh được nhiều nhất: \(money(effect.avoided.mean)) một năm (\(range(effect.avoided))).",
            "\(name(first)) avoids most: \(money(effect.avoided.mean)) a year (\(range(effect.avoided))).")
    }

    private func purchase(_ buying: StudyBuying) -> String {
        let best = result.arms[buying.best]
        if best.factors.isEmpty { return say("Không mua gì là tốt nhất.", "Buying nothing is best.") }
        let names = buying.order.isEmpty ? best.factors : buying.order.map(\.factor)
        let list = names.map { name($0) }.joined(separator: ", ")
        let budget = buying.budget.map { money($0) }
        let avoided = best.comparison.map { money($0.avoided.mean) } ?? ""
        return say(
            (budget.map { "Với \($0) một năm" } ?? "Không giới hạn ngân sách")
                + ", nên mua theo thứ tự: \(list) (\(money(best.cost)) một năm, tránh được \(avoided)).",
            (budget.map { "For \($0) a year" } ?? "Without a budget's limit")
                + ", buy in this order: \(list) (\(money(best.cost)) a year, avoids \(avoided)).")
    }

    private var certainty: String {
        if let buying = result.buying {
            let sure = percent(buying.sureMillionths)
            return say(
                "Cùng tập hợp ấy thắng trong \(sure) số lần lấy mẫu lại.",
                "The same set wins in \(sure) of resamples of the draws.")
        }
        guard let ranking = result.ranking, let first = ranking.places.first, result.scale.drawsNumbers else {
            return ""
        }
        var text = say(
            "\(name(first.factor)) đứng đầu trong \(percent(first.firstMillionths)) số lần lấy mẫu các con số chưa chắc chắn",
            "\(name(first.factor)) comes first in \(percent(first.firstMillionths)) of the draws of the uncertain numbers"
        )
        if let survives = ranking.survivesMillionths {
            text += say(
                "; nếu bỏ phần ngẫu nhiên thì hơn yếu tố thứ hai trong khoảng \(percent(survives)).",
                "; with chance left out it beats the second in about \(percent(survives)).")
        } else {
            text += "."
        }
        return text
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

    private func name(_ factor: Int) -> String {
        result.factors[factor].title.or(result.factors[factor].name)[language]
    }

    private func money(_ amount: Int64) -> String { short(amount) + " " + result.currency }

    private func short(_ amount: Int64) -> String {
        let text = Figures.short(amount < 0 ? -amount : amount)[language]
        return amount < 0 ? "−" + text : text
    }

    private func range(_ figure: StudyFigure) -> String { short(figure.low) + " … " + short(figure.high) }

    private func percent(_ millionths: Int64) -> String { Figures.percent(millionths, of: 1_000_000)[language] }

    private func say(_ vietnamese: String, _ english: String) -> String {
        language == .vietnamese ? vietnamese : english
    }
}
