import Exercise
import Kernel
import NetworkWorld
import Scenario
import Testing

struct CheckTests {
    /// Ten minutes in, with one alert of a rule, one report, and pc-016 under triage.
    private func exercise() throws -> TeamExercise {
        var exercise = try LiveOffice.start()
        try exercise.take(.armRule("title: One"), at: .minutes(10))
        try exercise.take(.ruleAlert(rule: 1, host: 3, account: -1, severity: 1), by: .system)
        try exercise.take(.report(SituationReport()))
        try exercise.take(.action("triage-host", host: 15, account: -1, network: -1))
        try exercise.take(.armRule("title: Two"))
        try exercise.take(.disarmRule(2))
        return exercise
    }

    private static let long = String(repeating: "ă", count: 1_001)

    private static func report(_ change: (inout SituationReport) -> Void) -> TeamInput {
        var report = SituationReport()
        change(&report)
        return .report(report)
    }

    static let refusals: [(TeamInput, Author, TeamInputError.Code, String?)] = [
        (.action("fly", host: -1, account: -1, network: -1), .seat(1), .unknown, "action"),
        (.action("triage-host", host: -1, account: -1, network: -1), .seat(1), .wrongTarget, "host"),
        (.action("triage-host", host: 24, account: -1, network: -1), .seat(1), .unknown, "host"),
        (.action("triage-host", host: -2, account: -1, network: -1), .seat(1), .unknown, "host"),
        (.action("triage-host", host: 1, account: 2, network: -1), .seat(1), .wrongTarget, "account"),
        (.action("triage-host", host: 15, account: -1, network: -1), .seat(2), .alreadySo, "action"),
        (.action("release-host", host: 1, account: -1, network: -1), .seat(1), .alreadySo, "host"),
        (.action("phone-user", host: -1, account: 22, network: -1), .seat(1), .unknown, "account"),
        (.action("network-review", host: -1, account: -1, network: 0), .seat(1), .unknown, "network"),
        (.action("network-review", host: -1, account: -1, network: 3), .seat(1), .unknown, "network"),
        (.action("block-address", host: -1, account: -1, network: -1), .seat(1), .notNow, "action"),
        (.action("triage-host", host: 1, account: -1, network: -1), .direction(1), .notAllowed, nil),
        (.triage(alert: 0, .owned), .seat(1), .unknown, "alert"),
        (.triage(alert: 2, .owned), .seat(1), .unknown, "alert"),
        (.triage(alert: 1, .open), .seat(1), .alreadySo, "triage"),
        (.answer(question: "why", text: "a"), .seat(1), .unknown, "question"),
        (.answer(question: "first-technique", text: " \n"), .seat(1), .unknown, "text"),
        (.answer(question: "first-technique", text: String(long.prefix(101))), .seat(1), .tooLong, "text"),
        (.hint(question: "why", number: 1), .seat(1), .unknown, "question"),
        (.hint(question: "first-technique", number: 2), .seat(1), .unknown, "number"),
        (.note("", host: -1), .seat(1), .unknown, "text"), (.note("a", host: 99), .seat(1), .unknown, "host"),
        (.note(long, host: -1), .seat(1), .tooLong, "text"), (.chat(long), .seat(1), .tooLong, "text"),
        (.reply(message: 2, "a"), .seat(1), .unknown, "message"),
        (.reply(message: 1, long), .seat(1), .tooLong, "text"),
        (.reply(message: .min, "a"), .seat(1), .unknown, "message"),
        (.armRule("title: One"), .seat(1), .alreadySo, "text"),
        (.armRule(String(repeating: "a", count: 65_537)), .seat(1), .tooLong, "text"),
        (.disarmRule(2), .seat(1), .alreadySo, "rule"), (.disarmRule(3), .seat(1), .unknown, "rule"),
        (.inject("briefing"), .direction(1), .alreadySo, "inject"), (.inject("x"), .direction(1), .unknown, "inject"),
        (.inject("leak"), .seat(1), .notAllowed, nil), (.broadcast("a"), .seat(1), .notAllowed, nil),
        (.broadcast(String(repeating: "a", count: 8_001)), .direction(1), .tooLong, "text"),
        (.grantFoothold(host: 99), .direction(1), .unknown, "host"),
        (.grantFoothold(host: 1), .system, .notAllowed, nil),
        (.mark(subject: .metric("m-safe"), points: 1, comment: ""), .direction(1), .wrongTarget, "metric"),
        (.mark(subject: .metric("m-x"), points: 1, comment: ""), .direction(1), .unknown, "metric"),
        (.mark(subject: .metric("m-written"), points: 7, comment: ""), .direction(1), .wrongTarget, "points"),
        (.mark(subject: .metric("m-written"), points: -1, comment: ""), .direction(1), .wrongTarget, "points"),
        (.mark(subject: .metric("m-written"), points: 1, comment: long), .direction(1), .tooLong, "comment"),
        (.mark(subject: .report(2), points: 1, comment: ""), .direction(1), .unknown, "report"),
        (.mark(subject: .report(1), points: 11, comment: ""), .direction(1), .wrongTarget, "points"),
        (.mark(subject: .report(1), points: 1, comment: ""), .seat(1), .notAllowed, nil),
        (.ruleAlert(rule: 1, host: 1, account: -1, severity: 1), .seat(1), .notAllowed, nil),
        (.ruleAlert(rule: 2, host: 1, account: -1, severity: 1), .system, .alreadySo, "rule"),
        (.ruleAlert(rule: 3, host: 1, account: -1, severity: 1), .system, .unknown, "rule"),
        (.ruleAlert(rule: 1, host: 99, account: -1, severity: 1), .system, .unknown, "host"),
        (.ruleAlert(rule: 1, host: 1, account: 99, severity: 1), .system, .unknown, "account"),
        (.ruleAlert(rule: 1, host: 1, account: -1, severity: 4), .system, .unknown, "severity"),
        (report { $0.hosts = [99] }, .seat(1), .unknown, "hosts"),
        (report { $0.accounts = [-1] }, .seat(1), .unknown, "accounts"),
        (report { $0.techniques = ["t1566"] }, .seat(1), .unknown, "techniques"),
        (report { $0.techniques = ["T1566.001 x"] }, .seat(1), .unknown, "techniques"),
        (report { $0.hosts = [Int32](repeating: 1, count: 1_001) }, .seat(1), .tooMany, "hosts"),
        (report { $0.startMinute = -1 }, .seat(1), .wrongTarget, "start-minute"),
        (report { $0.recordsAtRisk = .min }, .seat(1), .wrongTarget, "records-at-risk"),
        (report { $0.unknown = String(repeating: "x", count: 8_001) }, .seat(1), .tooLong, "unknown"),
    ]

    @Test(arguments: refusals.indices) func refusalsSayWhyAndChangeNothing(index: Int) throws {
        let (input, author, code, field) = Self.refusals[index]
        var exercise = try exercise()
        let before = exercise.stateHash
        do throws(TeamInputError) {
            try exercise.take(input, by: author)
            Issue.record("\(input) was taken")
        } catch {
            #expect(error.code == code, "\(input)")
            #expect(error.field == field, "\(input)")
            #expect(!error.message.vietnamese.isEmpty && !error.message.english.isEmpty)
        }
        #expect(exercise.stateHash == before)
        #expect(throws: TeamInputError.self) { try exercise.check(input, by: author) }
    }

    @Test func entriesComeInOrder() throws {
        var exercise = try exercise()
        for (number, time) in [(6, exercise.now), (8, exercise.now), (7, exercise.now - 1), (7, Milliseconds.max)] {
            let entry = TeamEntry(number: number, time: time, author: .seat(1), input: .chat("a"))
            #expect(throws: TeamInputError.self) { try exercise.take(entry) }
        }
        try exercise.take(TeamEntry(number: 7, time: exercise.now, author: .seat(1), input: .chat("a")))
    }

    @Test func onlyMarksComeAfterTheClose() throws {
        var exercise = try exercise()
        exercise.close(at: .hours(1))
        exercise.advance(to: .hours(3))
        #expect(exercise.now == .hours(1))
        do throws(TeamInputError) {
            try exercise.take(.chat("a"))
            Issue.record("chat was taken")
        } catch { #expect(error.code == .notNow) }
        try exercise.take(
            .mark(subject: .report(1), points: 7, comment: "tốt"), at: .hours(30), by: .direction(1))
        #expect(exercise.deskScore.marks.map(\.points) == [7])
        let again = try TeamExercise.replay(
            program: exercise.program, seeds: exercise.seeds, settings: exercise.settings, entries: exercise.entries,
            until: .max, closedAt: .hours(1))
        #expect(again.stateHash == exercise.stateHash)
    }

    @Test func onlySoManyRulesAreArmedAndSoManyAnswersGiven() throws {
        var exercise = try LiveOffice.start()
        for number in 1...TeamLimits.armedRules { try exercise.take(.armRule("title: Rule \(number)")) }
        #expect(throws: TeamInputError.self) { try exercise.check(.armRule("title: one more"), by: .seat(1)) }
        try exercise.take(.disarmRule(1))
        try exercise.check(.armRule("title: one more"), by: .seat(1))
        for _ in 1...TeamLimits.attempts { try exercise.take(.answer(question: "records-stolen", text: "1")) }
        do throws(TeamInputError) {
            try exercise.check(.answer(question: "records-stolen", text: "1"), by: .seat(1))
            Issue.record("an answer too many was taken")
        } catch { #expect(error.code == .tooMany) }
    }

    @Test func allRulesTogetherHaveALimit() throws {
        var exercise = try LiveOffice.start()
        let text = String(repeating: "a", count: TeamLimits.ruleBytes - 20)
        var taken = 0
        while (try? exercise.take(.armRule("title: \(taken)\n" + text))) != nil {
            taken += 1
            try exercise.take(.disarmRule(taken))
        }
        #expect(taken == 64)
    }

    @Test func hintsMayBeForbidden() throws {
        var settings = ExerciseSettings()
        settings.hintsAllowed = false
        let exercise = try LiveOffice.start(settings)
        #expect(throws: TeamInputError.self) {
            try exercise.check(.hint(question: "first-technique", number: 1), by: .seat(1))
        }
        #expect(exercise.deskQuestions.allSatisfy { $0.hints.isEmpty })
    }
}
