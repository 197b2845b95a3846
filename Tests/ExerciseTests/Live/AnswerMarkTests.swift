import Exercise
import Kernel
import NetworkWorld
import Scenario
import TestSupport
import Testing

struct AnswerMarkTests {
    /// An exercise whose attack took records, at the end of the day; with what would be right.
    private static func exercise() throws -> (TeamExercise, [AnswerSource: String]) {
        for seed in 1...100 as ClosedRange<UInt64> {
            var exercise = try LiveOffice.start(seed: seed)
            exercise.advance(to: .hours(8))
            let answers = exercise.score().marking.answers
            guard answers.allSatisfy({ $0.value != nil }), exercise.outcome.recordsStolen > 20 else { continue }
            return (exercise, Dictionary(uniqueKeysWithValues: answers.map { ($0.source, $0.value ?? "") }))
        }
        throw TeamInputError(.unknown, LocalizedText(english: "no seed has all answers"))
    }

    private func points(_ source: AnswerSource, _ spell: (String, Program) -> String) throws -> Int64? {
        var (exercise, right) = try Self.exercise()
        let text = spell(try #require(right[source]), exercise.program)
        try exercise.take(.answer(question: source.rawValue, text: text))
        if source == .firstCompromisedHost { #expect(exercise.drainChanges().contains(.questions)) }
        exercise.close(at: exercise.now)
        return exercise.deskQuestions.first { $0.name == source.rawValue }?.earned
    }

    @Test(arguments: AnswerSource.allCases) func theRightAnswerIsRight(source: AnswerSource) throws {
        #expect(try points(source) { right, _ in right } == 9)
        #expect(try points(source) { right, _ in "  \(right.uppercased())\t" } == 9)
        #expect(try points(source) { _, _ in "nothing like it" } == 0)
    }

    @Test func usualWaysToWriteNamesAreForgiven() throws {
        #expect(try points(.firstCompromisedHost) { right, _ in right + ".corp.example" } == 9)
        #expect(try points(.firstCompromisedHost) { right, _ in right + "0" } == 0)
        #expect(
            try points(.firstCompromisedHost) { right, program in
                AddressText.text(program.address(ofHost: program.host(named: right) ?? 0))
            } == 9)
        #expect(try points(.firstStolenAccount) { right, _ in "CORP\\" + right } == 9)
        #expect(try points(.firstStolenAccount) { right, _ in right + "@corp.example" } == 9)
        #expect(try points(.firstTechnique) { right, _ in "\(right) (bằng thư)" } == 9)
        #expect(try points(.firstCompromisedMinute) { right, _ in "phút thứ \(right)" } == 9)
        #expect(try points(.firstCompromisedMinute) { right, _ in "\((Int64(right) ?? 0) + 5)" } == 9)
        #expect(try points(.firstCompromisedMinute) { right, _ in "\((Int64(right) ?? 0) + 6)" } == 0)
        #expect(try points(.recordsStolen) { right, _ in "\((Int64(right) ?? 0) * 109 / 100) hồ sơ" } == 9)
        #expect(try points(.recordsStolen) { right, _ in "\((Int64(right) ?? 0) * 112 / 100)" } == 0)
        #expect(try points(.compromisedHostCount) { right, _ in "\((Int64(right) ?? 0) + 1)" } == 0)
        #expect(try points(.goalReached) { right, _ in right == "yes" ? "Có" : "không" } == 9)
        #expect(try points(.goalReached) { right, _ in right == "yes" ? "no" : "yes" } == 0)
    }

    @Test func theParentOfATechniqueGivesHalf() throws {
        let given = try points(.firstTechnique) { right, _ in String(right.prefix(5)) }
        let (_, right) = try Self.exercise()
        #expect(given == (right[.firstTechnique]?.contains(".") == true ? 5 : 9))
    }

    @Test func whatCanStillChangeIsMarkedAtTheClose() throws {
        var (exercise, right) = try Self.exercise()
        try exercise.take(.answer(question: "records-stolen", text: right[.recordsStolen] ?? ""))
        try exercise.take(.answer(question: "compromised-host-count", text: right[.compromisedHostCount] ?? ""))
        try exercise.take(.answer(question: "compromised-host-count", text: "0"))
        #expect(exercise.deskScore.answers == 0)
        #expect(exercise.deskScore.answersWaiting == 2)
        exercise.close(at: exercise.now)
        // The second answer took the first one back.
        #expect(exercise.deskScore.answers == 9)
        #expect(exercise.deskScore.answersWaiting == 0)
    }

    @Test func anAnswerBeforeTheFactIsKeptUntilTheClose() throws {
        let (whole, right) = try Self.exercise()
        let source = AnswerSource.firstCompromisedHost
        var exercise = TeamExercise(program: whole.program, seeds: whole.seeds, settings: whole.settings)
        try exercise.take(.answer(question: source.rawValue, text: right[source] ?? ""))
        #expect(exercise.deskQuestions.first { $0.name == source.rawValue }?.earned == nil)
        exercise.close(at: .hours(8))
        #expect(exercise.deskQuestions.first { $0.name == source.rawValue }?.earned == 9)
    }

    @Test func hintsCostWhatTheySayAndShowTheirText() throws {
        var exercise = try LiveOffice.start()
        #expect(exercise.deskQuestions[0].hints.map(\.text) == [nil])
        try exercise.take(.hint(question: "first-compromised-host", number: 1))
        #expect(exercise.deskQuestions[0].hints.map { $0.text?.english } == ["Hint"])
        #expect(exercise.deskScore.hints == 2)
        #expect(exercise.deskScore.total == -2)
        #expect(throws: TeamInputError.self) {
            try exercise.check(.hint(question: "first-compromised-host", number: 1), by: .seat(1))
        }
    }

    @Test func aSolvedQuestionTakesNoMoreAnswers() throws {
        var (exercise, right) = try Self.exercise()
        try exercise.take(.answer(question: "adversary-name", text: right[.adversaryName] ?? ""))
        #expect(exercise.deskScore.answers == 9)
        #expect(throws: TeamInputError.self) {
            try exercise.check(.answer(question: "adversary-name", text: "x"), by: .seat(1))
        }
        #expect(exercise.deskQuestions.first { $0.name == "adversary-name" }?.choices.map(\.value) == ["thief"])
    }
}
