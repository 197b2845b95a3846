import Kernel
import Markup
import Scenario
import Study

/// What all parts of a study's page share: names, amounts, and the order in which things are shown.
struct StudyContext {
    /// At most so many arms are drawn or listed one by one.
    static let mostArms = 40

    let report: StudyReport
    /// Effects, the one that avoids most first.
    let effects: [StudyEffect]

    init(_ report: StudyReport) {
        self.report = report
        effects = report.result.effects.sorted {
            $0.avoided.mean != $1.avoided.mean ? $0.avoided.mean > $1.avoided.mean : $0.factor < $1.factor
        }
    }

    var result: StudyResult { report.result }
    var base: StudyArm { result.arms[0] }
    var title: LocalizedText { result.title.or(result.name) }

    /// The arm that the answer recommends: the best set for the budget, else the factor that avoids most, where it helps.
    var recommended: Int? {
        if let buying = result.buying { return buying.best == 0 ? nil : buying.best }
        guard let first = effects.first, first.verdict == .helps else { return nil }
        return result.arms.firstIndex { $0.factors == [first.factor] }
    }

    /// Arms as they are shown: the base, then by rising loss; at most ``mostArms``.
    var shownArms: [Int] {
        let others = result.arms.indices.dropFirst().sorted {
            let (left, right) = (result.arms[$0].loss.mean, result.arms[$1].loss.mean)
            return left != right ? left < right : $0 < $1
        }
        return Array(([0] + others).prefix(Self.mostArms))
    }

    // MARK: Names

    func name(factor: Int) -> LocalizedText { result.factors[factor].title.or(result.factors[factor].name) }

    func name(arm: Int) -> LocalizedText {
        let factors = result.arms[arm].factors
        if factors.isEmpty { return LocalizedText("Hiện trạng", "As things are") }
        return factors.map { name(factor: $0) }.joined(separator: " + ")
    }

    func name(attacker: Int) -> LocalizedText {
        result.adversaries[attacker].title.or(result.adversaries[attacker].name)
    }

    /// A host group of the base's ways; empty: outside.
    func name(group: String) -> LocalizedText {
        if group.isEmpty { return LocalizedText("Internet", "Outside") }
        return base.paths.places.first { $0.group == group }?.title.or(group) ?? LocalizedText(group)
    }

    /// A technique of the base's ways.
    func name(card: String) -> LocalizedText {
        base.paths.techniques.first { $0.card == card }?.title.or(card) ?? LocalizedText(card)
    }

    func name(_ verdict: StudyEffect.Verdict) -> LocalizedText {
        switch verdict {
        case .helps: LocalizedText("có ích", "helps")
        case .harms: LocalizedText("có hại", "harms")
        case .unclear: LocalizedText("chưa rõ", "unclear")
        }
    }

    func tone(_ verdict: StudyEffect.Verdict) -> Tone {
        switch verdict {
        case .helps: .good
        case .harms: .bad
        case .unclear: .neutral
        }
    }

    // MARK: Figures

    /// An amount in a few digits, without its currency.
    func short(_ amount: Int64) -> LocalizedText {
        if amount >= 0 { return Figures.short(amount) }
        return LocalizedText("−") + Figures.short(amount == .min ? .max : -amount)
    }

    func money(_ amount: Int64) -> LocalizedText { short(amount) + "\u{A0}\(result.currency)" }

    func range(_ figure: StudyFigure) -> LocalizedText { short(figure.low) + " … " + short(figure.high) }

    func percent(_ millionths: Int64) -> LocalizedText { Figures.percent(millionths, of: 1_000_000) }

    func percent(_ part: Int64, of whole: Int64) -> LocalizedText { Figures.percent(part, of: whole) }

    /// A number in thousandths with up to three digits behind the point.
    func decimal(_ thousandths: Int64) -> LocalizedText {
        let whole = Figures.number(thousandths / 1_000)
        var digits = String(thousandths.magnitude % 1_000 + 1_000).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        let sign = thousandths < 0 && thousandths > -1_000 ? "−" : ""
        if digits.isEmpty { return whole }
        return LocalizedText(sign) + whole + LocalizedText(",\(digits)", ".\(digits)")
    }

    /// What an exceedance says of an arm, where enough years lie beyond.
    func exceeded(_ arm: StudyArm, oneIn years: Int64) -> Int64? {
        arm.years.exceedance.first { $0.years == years }?.amount
    }
}
