import Exercise
import Markup
import Scenario

extension Desk {
    /// Writes the questions with answers, attempts and hints.
    func writeQuestions(to page: inout Markup) async throws {
        let questions = exercise.deskQuestions
        if questions.isEmpty {
            page.emptyState(Texts.Questions.none, Texts.Questions.noneHere)
            return
        }
        let names = try await names(of: questions.flatMap { $0.attempts.map(\.author) })
        for question in questions {
            page.element(
                "section",
                [
                    "class": "card question", "data-key": "question-\(question.name)",
                    "aria-labelledby": "q-\(question.name)",
                ]
            ) {
                page in
                page.element("div", ["class": "question-head"]) { page in
                    page.element("h2", ["id": "q-\(question.name)"], question.text)
                    page.element("p", ["class": "panel-chips"]) { page in
                        page.chip(Texts.Questions.worth(question.points), .neutral)
                        if question.isSolved {
                            page.chip(Texts.Questions.right, .good)
                        } else if question.isMarkedAtClose {
                            page.chip(Texts.Questions.atClose, .neutral)
                        }
                    }
                }
                attempts(question, names, &page)
                hints(question, &page)
                if isOpen && !question.isSolved { answerForm(question, &page) }
            }
        }
    }

    private func attempts(_ question: DeskQuestion, _ names: AuthorNames, _ page: inout Markup) {
        if question.attempts.isEmpty { return }
        page.element("ul", ["class": "attempts"]) { page in
            for attempt in question.attempts {
                page.element("li") { page in
                    page.element("code", title(of: attempt.text, in: question))
                    if let points = attempt.points {
                        page.chip(
                            points > 0 ? Texts.Questions.right : Texts.Questions.wrong, points > 0 ? .good : .bad)
                    } else {
                        page.chip(Texts.Questions.waits, .neutral)
                    }
                    page.element("span", ["class": "muted small"]) { page in
                        page.text(names[attempt.author] + " · \(time.clock(attempt.time).prefix(5))")
                    }
                }
            }
        }
    }

    private func title(of text: String, in question: DeskQuestion) -> String {
        question.choices.first { $0.value == text }.map { $0.title.filled[request.language] } ?? text
    }

    private func hints(_ question: DeskQuestion, _ page: inout Markup) {
        for hint in question.hints {
            if let text = hint.text {
                page.element("p", ["class": "hint-text"]) { page in
                    page.element("strong", Texts.Questions.hint(hint.number))
                    page.text(" ")
                    page.text(text)
                }
            } else if isOpen {
                let confirm = Texts.Questions.confirm(hint.cost)[request.language]
                page.element(
                    "form",
                    [
                        "method": "post",
                        "action": "\(root)/questions/\(PercentCoding.encoded(question.name))/hints/\(hint.number)",
                        "data-fetch": "", "data-stay": "", "data-refresh": "questions score", "data-confirm": confirm,
                        "class": "hint-form",
                    ]
                ) { page in
                    page.empty("input", ["type": "hidden", "name": "_csrf", "value": request.formToken])
                    page.element("button", ["class": "small"], Texts.Questions.buy(hint.number, hint.cost))
                }
            }
        }
    }

    private func answerForm(_ question: DeskQuestion, _ page: inout Markup) {
        if question.attemptsLeft == 0 {
            page.element("p", ["class": "muted"], Texts.Questions.noneLeft)
            return
        }
        page.element(
            "form",
            [
                "method": "post", "action": "\(root)/questions/\(PercentCoding.encoded(question.name))",
                "data-fetch": "",
                "data-stay": "", "data-refresh": "questions score", "class": "answer", "accept-charset": "utf-8",
            ]
        ) { page in
            page.empty("input", ["type": "hidden", "name": "_csrf", "value": request.formToken])
            let id = "answer-\(question.name)"
            page.element("div", ["class": "field"]) { page in
                page.element("label", ["for": id], Texts.Questions.answer)
                if question.choices.isEmpty {
                    page.empty(
                        "input",
                        [
                            "id": id, "name": "text", "required": "", "maxlength": String(TeamLimits.answerBytes),
                            "autocomplete": "off",
                        ])
                } else {
                    page.element("select", ["id": id, "name": "text"]) { list in
                        for choice in question.choices {
                            list.element("option", ["value": choice.value], choice.title.or(choice.value))
                        }
                    }
                }
                page.element("p", ["class": "hint"], Texts.Questions.left(question.attemptsLeft))
            }
            page.element("button", ["class": "primary"], Texts.Questions.send)
        }
    }
}
