import Exercise
import Kernel
import NetworkWorld
import Testing

/// Teams side by side.
struct ComparisonTests {
    private let fixture: ReviewFixture

    init() throws { fixture = try ReviewFixture() }

    @Test func whoDidNothingIsNobody() throws {
        let line = try fixture.reviewed([fixture.foothold(3, "pc-001")]).line(team: "idle")
        #expect(line.outcome == line.nobody)
        #expect(line.minutesToAct == nil && line.actionCount == 0)
        #expect(line.standard != line.nobody)
    }

    @Test func actingIsCounted() throws {
        let entries = [
            fixture.foothold(3, "pc-001"), fixture.action(10, "isolate-host", "pc-001"),
            fixture.action(11, "isolate-host", "pc-001"),
        ]
        let line = try fixture.reviewed(entries).line(team: "quick")
        #expect(line.minutesToAct == 7 && line.actionCount == 1)
        #expect(line.outcome.staffMinutes == 10)
        #expect(line.nobody.staffMinutes == 0)
    }

    @Test func teamsStandInTheOrderGiven() throws {
        let reviewed = try fixture.reviewed([])
        let comparison = ReviewComparison(teams: ["b", "a"].map { reviewed.line(team: $0) })
        var json = JSONWriter()
        comparison.write(to: &json)
        let teams = try JSONValue.parse(json.bytes).required("teams").array()
        #expect(try teams.map { try $0.required("name").string() } == ["b", "a"])
        #expect(try teams[0].required("triage").content == .null)
    }

    @Test func anExerciseIsReviewedAsItStands() throws {
        var exercise = TeamExercise(program: fixture.program, seeds: Seeds(3), settings: ExerciseSettings())
        exercise.advance(to: .minutes(30))
        let reviewed = try ReviewedRun(exercise)
        #expect(reviewed.end == .minutes(30))
        #expect(reviewed.entries == exercise.networkJournal)
        let line = reviewed.line(team: "a", triage: exercise.triageScore)
        #expect(line.triage == exercise.triageScore)
        #expect(line.outcome == exercise.outcome)
    }
}
