import Exercise
import Markup
import NetworkWorld
import Scenario

extension Verdict {
    /// What it is called on a page.
    var title: LocalizedText {
        switch self {
        case .passed: LocalizedText("Đạt", "Passed")
        case .failed: LocalizedText("Không đạt", "Failed")
        case .open: LocalizedText("Chờ chấm", "To be marked")
        }
    }

    /// How it is to be taken.
    var tone: Tone {
        switch self {
        case .passed: .good
        case .failed: .bad
        case .open: .warning
        }
    }
}

/// Goals, objectives, evaluations, metrics, and questions with their answers.
struct ExerciseSection {
    let context: ReportContext

    private var marking: Marking { context.report.marking }

    func write(to page: inout Markup) {
        page.section(
            id: "exercise", title: LocalizedText("Mục tiêu diễn tập", "Exercise objectives"), lead: lead
        ) { section in
            goals(&section)
            evaluationTable(&section)
            metricTable(&section)
            conditionTable(&section)
            questions(&section)
        }
    }

    private var lead: LocalizedText {
        if marking.evaluations.isEmpty && marking.goals.isEmpty && marking.answers.isEmpty {
            return LocalizedText("Kịch bản này không có phần diễn tập.", "This scenario has no exercise half.")
        }
        let passed = marking.evaluations.count { $0.verdict == .passed }
        return LocalizedText(
            "\(passed) trên \(marking.evaluations.count) bài đánh giá đạt. Máy tự chấm từ lần chạy; phần còn lại chờ người chấm.",
            "\(passed) of \(marking.evaluations.count) evaluations passed. Marked from the run itself; "
                + "the rest waits for people to mark.")
    }

    private func goals(_ page: inout Markup) {
        if marking.goals.isEmpty && marking.objectives.isEmpty { return }
        page.element("ul", ["class": "goals"]) { list in
            for goal in marking.goals {
                list.element("li", ["class": "card"]) { item in
                    item.element("h3") { heading in
                        heading.text(goal.title.or(goal.name))
                        heading.literal(" ")
                        heading.chip(goal.verdict.title, goal.verdict.tone)
                    }
                    item.element("ul", ["class": "plain"]) { objectives in
                        for name in goal.objectives {
                            guard let objective = marking.objectives.first(where: { $0.name == name }) else { continue }
                            write(objective, to: &objectives)
                        }
                    }
                }
            }
        }
        let loose = marking.objectives.filter { objective in
            !marking.goals.contains { $0.objectives.contains(objective.name) }
        }
        if loose.isEmpty { return }
        page.element("ul", ["class": "plain card"]) { list in
            for objective in loose { write(objective, to: &list) }
        }
    }

    private func write(_ objective: ObjectiveResult, to page: inout Markup) {
        page.element("li", ["class": "objective"]) { item in
            item.chip(objective.verdict.title, objective.verdict.tone)
            item.element("span") { text in
                text.text(objective.title.or(objective.name))
                if !objective.description.isEmpty {
                    text.element("span", ["class": "muted block"], objective.description)
                }
            }
        }
    }

    private func evaluationTable(_ page: inout Markup) {
        if marking.evaluations.isEmpty { return }
        page.table(
            id: "evaluations", caption: LocalizedText("Bài đánh giá", "Evaluations"),
            columns: [
                Column(LocalizedText("Bài đánh giá", "Evaluation")), Column(LocalizedText("Kết quả", "Result")),
                Column(LocalizedText("Điểm", "Points"), isNumber: true),
                Column(LocalizedText("Cần", "Needed"), isNumber: true),
                Column(LocalizedText("Chờ chấm", "Open"), isNumber: true), Column(LocalizedText("Mức đạt", "Bar")),
            ],
            rows: marking.evaluations.map { evaluation in
                [
                    .heading(evaluation.title.or(evaluation.name)),
                    .drawn { $0.chip(evaluation.verdict.title, evaluation.verdict.tone) },
                    .text(Figures.number(evaluation.score) + " / " + Figures.number(evaluation.maximum)),
                    .text(Figures.number(evaluation.required)), .text(Figures.number(evaluation.open)),
                    .drawn { cell in
                        cell.bar(
                            [
                                BarPart(value: evaluation.score, style: "bar-good"),
                                BarPart(value: evaluation.open, style: "bar-open"),
                            ], most: evaluation.maximum)
                    },
                ]
            })
    }

    private func metricTable(_ page: inout Markup) {
        if marking.metrics.isEmpty { return }
        page.details(LocalizedText("Các chỉ số (\(marking.metrics.count))", "Metrics (\(marking.metrics.count))")) {
            details in
            details.table(
                id: "metrics", caption: LocalizedText("Điểm của từng chỉ số", "Points of each metric"),
                columns: [
                    Column(LocalizedText("Chỉ số", "Metric")), Column(LocalizedText("Điểm", "Points"), isNumber: true),
                    Column(LocalizedText("Tối đa", "Most"), isNumber: true),
                ],
                rows: marking.metrics.map { metric in
                    [
                        .heading(metric.title.or(metric.name)),
                        metric.score.map { .text(Figures.number($0)) }
                            ?? .drawn { $0.chip(Verdict.open.title, .warning) },
                        .text(Figures.number(metric.maximum)),
                    ]
                })
        }
    }

    private func conditionTable(_ page: inout Markup) {
        if marking.conditions.isEmpty { return }
        page.details(
            LocalizedText("Các điều kiện (\(marking.conditions.count))", "Conditions (\(marking.conditions.count))")
        ) { details in
            details.table(
                id: "conditions", caption: LocalizedText("Điều kiện có đúng không", "Whether conditions hold"),
                columns: [Column(LocalizedText("Điều kiện", "Condition")), Column(LocalizedText("Đúng", "Holds"))],
                rows: marking.conditions.map { condition in
                    let holds: LocalizedText =
                        switch condition.holds {
                        case true?: LocalizedText("Có", "Yes")
                        case false?: LocalizedText("Không", "No")
                        case nil: Verdict.open.title
                        }
                    return [.heading(condition.description.or(condition.name)), .text(holds)]
                })
        }
    }

    private func questions(_ page: inout Markup) {
        if marking.answers.isEmpty { return }
        page.details(
            LocalizedText(
                "Câu hỏi và đáp án (\(marking.answers.count)), tính từ lần chạy này",
                "Questions and answers (\(marking.answers.count)), computed from this run")
        ) { details in
            details.table(
                id: "questions", caption: LocalizedText("Đáp án của lần chạy này", "The answers of this run"),
                columns: [
                    Column(LocalizedText("Câu hỏi", "Question")), Column(LocalizedText("Đáp án", "Answer")),
                    Column(LocalizedText("Điểm", "Points"), isNumber: true),
                ],
                rows: marking.answers.map { answer in
                    [
                        .heading(answer.text.or(answer.question)), .text(answer.answer),
                        .text(Figures.number(answer.points)),
                    ]
                })
        }
    }
}
