import Kernel
import NetworkWorld
import Scenario

/// A question, what the team answered, and the hints that it can buy.
public struct DeskQuestion: Sendable, Equatable {
    /// A hint; its text is shown once it is bought.
    public struct Hint: Sendable, Equatable {
        /// Number, from 1.
        public var number: Int
        /// Points that it costs.
        public var cost: Int64
        /// The hint, where it was bought.
        public var text: LocalizedText?
    }

    /// An answer that was given.
    public struct Attempt: Sendable, Equatable {
        /// When, in exercise milliseconds.
        public var time: Milliseconds
        /// Who.
        public var author: Author
        /// What.
        public var text: String
        /// Points for it; nil while it waits for the close.
        public var points: Int64?
    }

    /// One of the answers that can be given.
    public struct Choice: Sendable, Equatable {
        /// What is sent.
        public var value: String
        /// What people read.
        public var title: LocalizedText
    }

    /// Key.
    public var name: String
    /// The question.
    public var text: LocalizedText
    /// Points for a right answer.
    public var points: Int64
    /// Whether answers are marked at the close only, since the right one may still change.
    public var isMarkedAtClose: Bool
    /// The answers that can be given; empty: any text.
    public var choices: [Choice]
    /// Hints.
    public var hints: [Hint]
    /// Answers so far.
    public var attempts: [Attempt]
    /// How many more can be given.
    public var attemptsLeft: Int
    /// Points so far; nil while nothing was marked.
    public var earned: Int64?

    /// Whether nothing more can be won.
    public var isSolved: Bool { earned == points }

    /// Writes the question as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.member("text", text)
            json.member("points", points)
            json.member("marked-at-close", isMarkedAtClose)
            json.list("choices", choices) { choice, json in
                json.object { json in
                    json.member("value", choice.value)
                    json.member("title", choice.title)
                }
            }
            json.list("hints", hints) { hint, json in
                json.object { json in
                    json.member("number", hint.number)
                    json.member("cost", hint.cost)
                    if let text = hint.text { json.member("text", text) }
                }
            }
            json.list("attempts", attempts) { attempt, json in
                json.object { json in
                    json.member("time", attempt.time)
                    json.key("author")
                    attempt.author.write(to: &json)
                    json.member("text", attempt.text)
                    json.member(ifAny: "points", attempt.points)
                }
            }
            json.member("attempts-left", attemptsLeft)
            json.member(ifAny: "earned", earned)
            json.member("solved", isSolved)
        }
    }
}

extension TeamExercise {
    /// Questions in the order of the scenario.
    public var deskQuestions: [DeskQuestion] {
        zip(program.scenario.exercise.questions, questions).map { question, record in
            let hints = question.hints.enumerated().map { index, hint in
                DeskQuestion.Hint(
                    number: index + 1, cost: hint.cost, text: record.hints.contains(index + 1) ? hint.text : nil)
            }
            let attempts = record.attempts.map { attempt in
                DeskQuestion.Attempt(
                    time: attempt.time, author: attempt.author, text: attempt.text, points: attempt.points)
            }
            return DeskQuestion(
                name: question.name, text: question.text, points: question.points,
                isMarkedAtClose: !question.answer.settles, choices: choices(for: question.answer),
                hints: settings.hintsAllowed ? hints : [], attempts: attempts,
                attemptsLeft: max(0, attemptLimit(question) - attempts.count), earned: record.points)
        }
    }

    private func choices(for source: AnswerSource) -> [DeskQuestion.Choice] {
        switch source {
        case .adversaryName:
            program.simulation.adversaries.map { adversary in
                DeskQuestion.Choice(
                    value: adversary.name,
                    title: Program.title(adversary.title, else: adversary.name))
            }
        case .goalReached:
            [
                DeskQuestion.Choice(value: "yes", title: LocalizedText(vietnamese: "Có", english: "Yes")),
                DeskQuestion.Choice(value: "no", title: LocalizedText(vietnamese: "Không", english: "No")),
            ]
        default: []
        }
    }
}
