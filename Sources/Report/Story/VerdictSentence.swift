import Kernel
import Markup
import NetworkWorld
import Scenario

/// The run in one sentence, the same on the page and in the terminal.
enum VerdictSentence {
    static func text(_ outcome: Outcome, program: Program) -> LocalizedText {
        var parts = [goal(outcome, program)]
        if outcome.recordsStolen > 0 {
            let count = Figures.number(outcome.recordsStolen).filled
            parts.append(
                LocalizedText("\(count.vietnamese) bản ghi bị lấy đi", "\(count.english) records left"))
        }
        if outcome.hostsEncrypted > 0 {
            let count = Figures.number(outcome.hostsEncrypted).filled
            parts.append(
                LocalizedText(
                    "\(count.vietnamese) máy bị mã hoá",
                    "\(count.english) \(outcome.hostsEncrypted == 1 ? "host" : "hosts") encrypted"))
        }
        parts.append(contentsOf: defence(outcome))
        return parts.joined(separator: "; ") + "."
    }

    private static func goal(_ outcome: Outcome, _ program: Program) -> LocalizedText {
        if outcome.goalReached {
            guard let reached = outcome.goalTime, let first = outcome.firstCompromise else {
                return LocalizedText("Kẻ tấn công đạt mục tiêu", "The adversary reached its goal")
            }
            let after = Figures.duration(max(0, reached - first)).filled
            return LocalizedText(
                "Kẻ tấn công đạt mục tiêu \(after.vietnamese) sau khi vào được",
                "The adversary reached its goal \(after.english) after it got in")
        }
        if !program.options.attack { return LocalizedText("Ngày không có tấn công", "A day without an attack") }
        if outcome.noPathLeft {
            return LocalizedText(
                "Kẻ tấn công không đạt mục tiêu: không còn đường nào tới đích",
                "The adversary failed: no path to its goal was left")
        }
        if outcome.firstCompromise == nil {
            return LocalizedText("Kẻ tấn công không vào được", "The adversary never got in")
        }
        let length = Figures.duration(program.duration).filled
        return LocalizedText(
            "Kẻ tấn công không đạt mục tiêu trong \(length.vietnamese)",
            "The adversary did not reach its goal within \(length.english)")
    }

    private static func defence(_ outcome: Outcome) -> [LocalizedText] {
        guard let first = outcome.firstCompromise else {
            return outcome.detected == nil
                ? [] : [LocalizedText("có cảnh báo về việc thử", "its attempts were noticed")]
        }
        guard let detected = outcome.detected else {
            return [
                LocalizedText("không ai phát hiện", "never detected"),
                contained(outcome, since: first),
            ]
        }
        if detected < first {
            return [
                LocalizedText("phát hiện trước khi vào được", "detected before it got in"),
                contained(outcome, since: first),
            ]
        }
        let delay = Figures.duration(detected - first)
        return [
            LocalizedText("phát hiện sau ", "detected after ") + delay,
            contained(outcome, since: first),
        ]
    }

    private static func contained(_ outcome: Outcome, since first: Milliseconds) -> LocalizedText {
        guard let contained = outcome.contained else {
            return LocalizedText("không ngăn chặn được", "never contained")
        }
        return LocalizedText("ngăn chặn sau ", "contained after ") + Figures.duration(max(0, contained - first))
    }
}
