import Exercise
import Kernel
import NetworkWorld
import Testing

/// Teams side by side.
struct ComparisonTests {
    private let fixture: ReviewFixture

    init() throws { fixture = try ReviewFixture() }

    @Test func whoDidNothingIsNobody() throws {
        let line = try fixture.reviewed([fixture.foothold(3, "pc-001")]).line(team: "idle", closed: [])
        #expect(line.outcome == line.nobody)
        #expect(line.minutesToAct == nil && line.actionCount == 0)
        #expect(line.standard != line.nobody)
    }

    @Test func actingIsCounted() throws {
        let entries = [
            fixture.foothold(3, "pc-001"), fixture.action(10, "isolate-host", "pc-001"),
            fixture.action(11, "isolate-host", "pc-001"),
        ]
        let line = try fixture.reviewed(entries).line(team: "quick", closed: [])
        #expect(line.minutesToAct == 7 && line.actionCount == 1)
        #expect(line.outcome.staffMinutes == 10)
        #expect(line.nobody.staffMinutes == 0)
    }

    @Test func triageIsHeldAgainstTruth() throws {
        let reviewed = try fixture.reviewed([fixture.foothold(0, "pc-001")], seed: 5, until: 480)
        let alerts = reviewed.timeline().alerts
        let attacks = alerts.filter { $0.truth == .attack }.map(\.number)
        let others = alerts.filter { $0.truth != .attack }.map(\.number)
        #expect(!attacks.isEmpty && !others.isEmpty)
        let perfect = reviewed.line(
            team: "perfect",
            closed: attacks.map { ClosedAlert(number: $0, isTrue: true) }
                + others.map { ClosedAlert(number: $0, isTrue: false) })
        #expect(perfect.triage.precision == 1 && perfect.triage.recall == 1)
        #expect(perfect.triage.rightlyFalse == others.count)
        let wrong = reviewed.line(
            team: "wrong",
            closed: others.map { ClosedAlert(number: $0, isTrue: true) } + [
                ClosedAlert(number: 0, isTrue: true), ClosedAlert(number: 99_999, isTrue: true),
            ])
        #expect(wrong.triage.precision == 0 && wrong.triage.recall == 0)
        #expect(wrong.triage.closedTrue == others.count)
        // The last word counts.
        let undecided = reviewed.line(
            team: "undecided",
            closed: [
                ClosedAlert(number: attacks[0], isTrue: false), ClosedAlert(number: attacks[0], isTrue: true),
            ])
        #expect(undecided.triage.closedTrue == 1 && undecided.triage.closedFalse == 0)
        #expect(reviewed.line(team: "none", closed: []).triage.precision == nil)
    }

    @Test func teamsStandInTheOrderGiven() throws {
        let reviewed = try fixture.reviewed([])
        let comparison = ReviewComparison(teams: ["b", "a"].map { reviewed.line(team: $0, closed: []) })
        var json = JSONWriter()
        comparison.write(to: &json)
        let teams = try JSONValue.parse(json.bytes).required("teams").array()
        #expect(try teams.map { try $0.required("name").string() } == ["b", "a"])
    }

    @Test func anExerciseIsReviewedAsItStands() throws {
        var exercise = TeamExercise(program: fixture.program, seeds: Seeds(3), settings: ExerciseSettings())
        exercise.advance(to: .minutes(30))
        let reviewed = try ReviewedRun(exercise)
        #expect(reviewed.end == .minutes(30))
        #expect(reviewed.entries == exercise.networkJournal)
    }
}
