import Exercise
import Kernel
import NetworkWorld
import Scenario
import TestSupport
import Testing

struct ScoreTests {
    /// An exercise whose attack was noticed by some alert and took records.
    private func attacked() throws -> TeamExercise {
        for seed in 1...100 as ClosedRange<UInt64> {
            var exercise = try LiveOffice.start(seed: seed)
            exercise.advance(to: .hours(8))
            if exercise.outcome.recordsStolen > 0 && exercise.outcome.trueAlerts > 0 { return exercise }
        }
        throw TeamInputError(.unknown, LocalizedText(english: "no seed is attacked and noticed"))
    }

    /// Hosts, accounts and techniques as they were.
    private func truth(_ exercise: TeamExercise) -> SituationReport {
        var report = SituationReport()
        for event in exercise.events {
            switch event.kind {
            case .footholdGained: if !report.hosts.contains(event.target) { report.hosts.append(event.target) }
            case .credentialGained:
                if !report.accounts.contains(event.account) { report.accounts.append(event.account) }
            case .attackStep:
                let id = exercise.program.catalogue.cards[Int(event.card)].attackID
                if !report.techniques.contains(id) { report.techniques.append(id) }
            default: break
            }
        }
        report.startMinute = exercise.outcome.firstCompromise.map { $0 / 60_000 }
        report.recordsAtRisk = exercise.outcome.recordsStolen
        return report
    }

    /// Points, open points and most points of a part.
    private func numbers(_ score: TeamScore, _ part: ScoreComponent.Part) -> [Int64] {
        score.components.filter { $0.part == part }.flatMap { [$0.points, $0.open, $0.maximum] }
    }

    @Test func triageCountsBothWays() throws {
        var exercise = try attacked()
        let truths = exercise.knowledge.alerts.map { exercise.run.state.alerts[Int($0)].step > 0 }
        var other = exercise
        for (index, isTrue) in truths.enumerated() {
            try exercise.take(.triage(alert: index + 1, isTrue ? .closedTrue : .closedFalse))
            try other.take(.triage(alert: index + 1, isTrue ? .closedFalse : .closedTrue))
        }
        #expect(exercise.triageScore.right == truths.count)
        #expect(exercise.triageScore.precision == 100)
        #expect(exercise.triageScore.points == TriageScore.maximum)
        #expect(other.triageScore.precision == 0)
        #expect(other.triageScore.points == 0)
        #expect(other.triageScore.missed == truths.count(where: \.self))
        let first = try #require(exercise.outcome.firstCompromise)
        // Nothing was recognised before the end of the day, when the alerts were closed.
        #expect(exercise.score().minutesToRecognise == (.hours(8) - first) / 60_000)
        #expect(other.score().minutesToRecognise == nil)
    }

    @Test func aTrueReportIsWorthAllAndAFalseOneNothing() throws {
        var exercise = try attacked()
        let truth = truth(exercise)
        try exercise.take(.report(truth))
        #expect(exercise.reportScores.map(\.percent) == [100])
        #expect(exercise.reportScores.map(\.points) == [20])
        var wrong = SituationReport()
        wrong.hosts = (0..<24).filter { !truth.hosts.contains($0) }
        wrong.techniques = ["T1499"]
        wrong.recordsAtRisk = 7_000_000
        try exercise.take(.report(wrong))
        #expect(exercise.reportScores.last?.percent == 0)
        try exercise.take(.mark(subject: .report(2), points: 4, comment: "viết rõ"), by: .direction(1))
        #expect(exercise.reportScores.map(\.points) == [20, 4])
        // The last one counts.
        #expect(numbers(exercise.score(), .reports) == [4, 0, 30])
    }

    @Test func namingEverythingIsNotKnowing() throws {
        var exercise = try attacked()
        let truth = truth(exercise)
        var everything = truth
        everything.hosts = Array(0..<24)
        try exercise.take(.report(everything))
        let line = try #require(exercise.reportScores[0].lines.first { $0.subject == .hosts })
        let held = truth.hosts.count
        #expect(line.percent == Int64(200 * held * held / (held * held + held * 24)))
        #expect(line.right == held)
    }

    @Test func theParentOfATechniqueIsHalfRight() throws {
        var exercise = try attacked()
        var report = truth(exercise)
        report.techniques = report.techniques.map { String($0.prefix(5)) }
        try exercise.take(.report(report))
        let line = try #require(exercise.reportScores[0].lines.first { $0.subject == .techniques })
        #expect((line.percent ?? 0) > 40 && (line.percent ?? 0) < 100)
    }

    @Test func whereThereWasNothingToSayALineDoesNotCount() throws {
        var exercise = try LiveOffice.start()
        try exercise.take(.report(SituationReport()))
        #expect(exercise.reportScores.map(\.percent) == [nil])
        #expect(exercise.reportScores[0].lines.allSatisfy { $0.percent == nil })
    }

    @Test func marksOfPeopleEnterMetricsAndEvaluations() throws {
        var exercise = try LiveOffice.start()
        #expect(exercise.score().marking.metrics.map(\.score) == [10, 0, nil, nil])
        try exercise.take(.mark(subject: .metric("m-spoken"), points: 3, comment: "khá"), by: .direction(1))
        try exercise.take(.mark(subject: .metric("m-written"), points: 6, comment: ""), by: .direction(1))
        let score = exercise.score()
        #expect(score.marking.metrics.map(\.score) == [10, 0, 3, 6])
        #expect(score.marking.evaluations.map(\.open) == [0])
        #expect(numbers(score, .metrics) == [19, 0, 25])
        #expect(exercise.deskScore.total == 9)
    }

    @Test func aScoreIsWrittenWhole() throws {
        var exercise = try attacked()
        try exercise.take(.report(truth(exercise)))
        var json = JSONWriter()
        exercise.score().write(to: &json)
        let root = try JSONValue.parse(json.text)
        let total: Int64 = try root.required("total").integer()
        #expect(total == exercise.score().total)
        #expect(try root.required("components").array().count == ScoreComponent.Part.allCases.count)
    }
}
