import Kernel
import Markup
import Scenario
import Study

/// The answer of a study in three sentences, the same on the page and in the terminal: what a year costs as things are,
/// what to pay for first, and how sure that is.
public struct StudyAnswer {
    private let context: StudyContext

    /// The answer of a study.
    public init(_ result: StudyResult) { context = StudyContext(StudyReport(result)) }

    init(_ context: StudyContext) { self.context = context }

    /// The three sentences.
    public var sentences: [LocalizedText] { [loss, choice, certainty] }

    private var result: StudyResult { context.result }

    private var loss: LocalizedText {
        let base = context.base
        let mean = context.money(base.loss.mean).filled, range = context.range(base.loss).filled
        var text = LocalizedText(
            "Hiện nay một năm thiệt hại trung bình \(mean.vietnamese) (khoảng 95 %: \(range.vietnamese))",
            "As things are a year costs \(mean.english) on average (95 % interval: \(range.english))")
        if let tenth = context.exceeded(base, oneIn: 10) {
            let amount = context.money(tenth).filled
            text =
                text
                + LocalizedText(
                    "; cứ mười năm có một năm mất hơn \(amount.vietnamese)",
                    "; one year in ten loses more than \(amount.english)")
        }
        return text + "."
    }

    private var choice: LocalizedText {
        if let buying = result.buying { return purchase(buying) }
        guard let effect = context.effects.first else {
            return LocalizedText("Nghiên cứu này không so sánh gì.", "This study compares nothing.")
        }
        let name = context.name(factor: effect.factor).filled
        let mean = context.money(effect.avoided.mean).filled, range = context.range(effect.avoided).filled
        if effect.verdict != .helps {
            return LocalizedText(
                "Không yếu tố nào giảm thiệt hại một cách rõ ràng; gần nhất là \(name.vietnamese) với \(mean.vietnamese) "
                    + "một năm (\(range.vietnamese)).",
                "No factor clearly reduces the loss; \(name.english) comes nearest with \(mean.english) a year "
                    + "(\(range.english)).")
        }
        let text = LocalizedText(
            "\(name.vietnamese) tránh được nhiều nhất: \(mean.vietnamese) một năm (\(range.vietnamese))",
            "\(name.english) avoids most: \(mean.english) a year (\(range.english))")
        let cost = result.factors[effect.factor].cost.likely
        if cost == 0 { return text + "." }
        let price = context.money(cost).filled, net = context.money(effect.net.mean).filled
        return text
            + LocalizedText(
                ", với chi phí \(price.vietnamese), tức còn lợi \(net.vietnamese)",
                " for a cost of \(price.english), which leaves \(net.english)") + thrift(first: effect) + "."
    }

    /// Another factor that gives more for each unit of money, where there is one.
    private func thrift(first: StudyEffect) -> LocalizedText {
        let helping = context.effects.filter { $0.verdict == .helps && $0.returnThousandths != nil }
        guard
            let best = helping.max(by: { ($0.returnThousandths ?? 0) < ($1.returnThousandths ?? 0) }),
            best.factor != first.factor, let each = best.returnThousandths
        else { return LocalizedText("") }
        let name = context.name(factor: best.factor).filled, ratio = context.decimal(each / 100 * 100).filled
        return LocalizedText(
            "; tính trên mỗi đồng chi ra thì \(name.vietnamese) được nhiều nhất (\(ratio.vietnamese) đồng)",
            "; for each unit of money \(name.english) gives most (\(ratio.english))")
    }

    private func purchase(_ buying: StudyBuying) -> LocalizedText {
        let best = result.arms[buying.best]
        let limit: LocalizedText
        if let budget = buying.budget {
            let amount = context.money(budget).filled
            limit = LocalizedText("Với \(amount.vietnamese) một năm", "For \(amount.english) a year")
        } else {
            limit = LocalizedText("Không giới hạn ngân sách", "Without a budget's limit")
        }
        if best.factors.isEmpty {
            return limit + LocalizedText(", không mua gì là tốt nhất.", ", buying nothing is best.")
        }
        let order = buying.order.isEmpty ? best.factors : buying.order.map(\.factor)
        let list = order.map { context.name(factor: $0) }.joined(separator: ", ").filled
        let cost = context.money(best.cost).filled
        let mean = context.money(best.comparison?.avoided.mean ?? 0).filled
        let range = best.comparison.map { context.range($0.avoided) }?.filled ?? LocalizedText("–")
        return limit
            + LocalizedText(
                ", nên mua theo thứ tự: \(list.vietnamese) (chi phí \(cost.vietnamese) một năm, tránh được "
                    + "\(mean.vietnamese), khoảng 95 %: \(range.vietnamese)).",
                ", buy in this order: \(list.english) (costs \(cost.english) a year, avoids \(mean.english), "
                    + "95 % interval: \(range.english)).")
    }

    private var certainty: LocalizedText {
        if !result.scale.drawsNumbers {
            return LocalizedText(
                "Các con số chưa chắc chắn chỉ lấy giá trị hay gặp, nên kết quả không nói lên chúng quyết định bao nhiêu.",
                "Uncertain numbers were held at their likely values, so nothing here says how much depends on them.")
        }
        if let buying = result.buying {
            let sure = context.percent(buying.sureMillionths).filled
            return LocalizedText(
                "Cũng tập hợp ấy thắng trong \(sure.vietnamese) số lần lấy mẫu lại.",
                "The same set wins in \(sure.english) of resamples of the draws.")
        }
        guard let ranking = result.ranking, let first = ranking.places.first else {
            return LocalizedText(
                "Chỉ có một yếu tố, nên không có thứ hạng.", "There is one factor only, so nothing to rank.")
        }
        let name = context.name(factor: first.factor).filled, share = context.percent(first.firstMillionths).filled
        let text = LocalizedText(
            "\(name.vietnamese) đứng đầu trong \(share.vietnamese) số lần lấy mẫu các con số chưa chắc chắn",
            "\(name.english) comes first in \(share.english) of the draws of the uncertain numbers")
        guard let survives = ranking.survivesMillionths else { return text + "." }
        let part = context.percent(survives).filled
        return text
            + LocalizedText(
                "; nếu bỏ phần ngẫu nhiên thì hơn yếu tố thứ hai trong khoảng \(part.vietnamese).",
                "; with chance left out it beats the second in about \(part.english).")
    }
}
