import Kernel
import NetworkWorld
import Scenario

extension AnswerSource {
    /// Whether the right answer stays once it exists. The others change until the end, and are marked at the close.
    var settles: Bool {
        switch self {
        case .firstCompromisedHost, .firstTechnique, .firstCompromisedMinute, .firstStolenAccount, .firstAlertedHost,
            .adversaryName:
            true
        case .compromisedHostCount, .recordsStolen, .lastLateralTarget, .goalReached: false
        }
    }
}

extension TeamExercise {
    mutating func answer(_ name: String, _ text: String, by author: Author) {
        guard let index = index(ofQuestion: name) else { return }
        let question = program.scenario.exercise.questions[index]
        let points = question.answer.settles ? points(for: text, question) : nil
        questions[index].attempts.append(
            QuestionRecord.Attempt(time: now, author: author, text: text, points: points))
        changes.formUnion(points == nil ? .questions : [.questions, .score])
    }

    /// Marks the last answer to each question, where it still waits: an earlier one was withdrawn by it.
    mutating func markPendingAnswers() {
        for (index, question) in program.scenario.exercise.questions.enumerated() {
            guard let last = questions[index].attempts.indices.last, questions[index].attempts[last].points == nil
            else { continue }
            questions[index].attempts[last].points = points(for: questions[index].attempts[last].text, question) ?? 0
        }
    }

    /// Points for an answer; nil where the run has no right answer yet.
    private func points(for text: String, _ question: Question) -> Int64? {
        let computer = AnswerComputer(program: program, events: events, outcome: outcome)
        guard let right = computer.answer(to: question).value else { return nil }
        return AnswerMatch(program: program).points(for: text, right: right, question)
    }

    func checkAnswer(_ name: String, _ text: String) throws(TeamInputError) {
        guard let index = index(ofQuestion: name) else { throw Self.noSuchQuestion }
        try TextCheck.check(text, limit: TeamLimits.answerBytes)
        let record = questions[index]
        if record.points == program.scenario.exercise.questions[index].points {
            throw TeamInputError(
                .alreadySo, vi: "Câu này đã được trả lời đúng.", en: "This is answered rightly already.",
                field: "question")
        }
        let limit = attemptLimit(program.scenario.exercise.questions[index])
        if record.attempts.count >= limit {
            throw TeamInputError(
                .tooMany, vi: "Câu này chỉ được trả lời \(limit) lần.",
                en: "This can be answered \(limit) times only.", field: "question")
        }
    }

    /// How many answers a question takes. Whoever could name every adversary in turn would know nothing and be right.
    func attemptLimit(_ question: Question) -> Int {
        guard question.answer == .adversaryName else { return TeamLimits.attempts }
        return max(1, min(TeamLimits.attempts, program.simulation.adversaries.count / 2))
    }

    func checkHint(_ name: String, _ number: Int) throws(TeamInputError) {
        guard let index = index(ofQuestion: name) else { throw Self.noSuchQuestion }
        if !settings.hintsAllowed {
            throw TeamInputError(
                .notNow, vi: "Cuộc diễn tập này không có gợi ý.", en: "This exercise gives no hints.",
                field: "question")
        }
        guard number >= 1, number <= program.scenario.exercise.questions[index].hints.count else {
            throw TeamInputError(.unknown, vi: "Không có gợi ý ấy.", en: "No such hint.", field: "number")
        }
        if questions[index].hints.contains(number) {
            throw TeamInputError(
                .alreadySo, vi: "Gợi ý này đã được mua.", en: "This hint is bought already.", field: "number")
        }
    }

    private static var noSuchQuestion: TeamInputError {
        TeamInputError(.unknown, vi: "Không có câu hỏi ấy.", en: "No such question.", field: "question")
    }
}
