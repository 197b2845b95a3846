import Exercise
import Kernel
import NetworkWorld
import Scenario
import Testing

/// What those who direct see of a team.
struct DirectionTests {
    @Test func injectsSayWhenTheyComeAndWhetherTheyAreIn() throws {
        var exercise = try LiveOffice.start()
        try exercise.take(.inject("spare"), at: .minutes(2), by: .direction(1))
        let injects = exercise.plannedInjects
        #expect(injects.map(\.name) == ["briefing", "gossip", "call", "leak", "spare"])
        #expect(injects.map(\.planned) == [0, .minutes(30), .minutes(30), nil, nil])
        #expect(injects.map(\.isIn) == [true, false, false, false, true])
        #expect(injects.map(\.message) == [1, nil, nil, nil, 2])
        #expect(injects.map { $0.conditions.map(\.english) } == [[], [], [], ["taken"], []])
        #expect(injects.map(\.grantsFoothold) == [nil, nil, "pc", nil, nil])
    }

    @Test func aGlanceSetsTruthBesideTheView() throws {
        var exercise = try LiveOffice.start()
        #expect(exercise.glance.stage == .outside)
        #expect(exercise.glance.unanswered == 1)
        try exercise.take(.reply(message: 1, "Đã rõ."), at: 1_000)
        try exercise.take(.grantFoothold(host: 4), at: 2_000, by: .direction(1))
        try exercise.take(.armRule("title: Lạ"))
        try exercise.take(.ruleAlert(rule: 1, host: 4, account: -1, severity: 3), by: .system)
        try exercise.take(.report(SituationReport()), at: 3_000)
        let glance = exercise.glance
        #expect(glance.stage == .inside)
        #expect(glance.hostsHeld == 1)
        #expect(glance.hostsKnown == 0)
        #expect(glance.alerts == 1 && glance.alertsOpen == 1 && glance.alertsTrue == 0)
        #expect(glance.unanswered == 0)
        #expect(glance.unmarkedReports == 1)
        #expect(glance.lastInput == 3_000)
        try exercise.take(.action("isolate-host", host: 4, account: -1, network: -1))
        #expect(exercise.glance.openWork == 1)
        exercise.advance(to: .minutes(29))
        #expect(exercise.deskHost(4)?.isIsolated == true)
        #expect(exercise.glance.openWork == 0)
    }
}
