import Exercise
import Kernel
import NetworkWorld
import Scenario
import TestSupport
import Testing

struct AlertTests {
    @Test func alertsOfRulesBearTheRulesTitle() throws {
        var exercise = try LiveOffice.start()
        try exercise.take(.armRule("# mine\ntitle: 'Lạ quá'\nlogsource:\n"))
        try exercise.take(.ruleAlert(rule: 1, host: 3, account: 4, severity: 2), at: .minutes(3), by: .system)
        let alert = try #require(exercise.deskAlerts.first { $0.rule == 1 })
        #expect(alert.title.vietnamese == "Lạ quá")
        #expect(alert.severity == .high)
        #expect(alert.host?.name == "pc-004")
        #expect(alert.account?.name == "clerks-005")
        #expect(alert.time == .minutes(3))
        #expect(exercise.deskRules.map(\.alerts) == [1])
        #expect(exercise.deskHost(3)?.assessment == .suspect)
        #expect(exercise.drainChanges().isSuperset(of: [.alerts, .rules, .hosts]))
    }

    @Test(arguments: [
        ("title: Plain rule", "Plain rule"), ("id: 1\ntitle:   \"Two: words\"  \n", "Two: words"),
        ("  title: nested\n", "Sigma"), ("title:\n", "Sigma"), ("title: \"\n", "\""), ("", "Sigma"),
    ])
    func aRulesTitleIsReadFromItsText(text: String, title: String) throws {
        var exercise = try LiveOffice.start()
        try exercise.take(.armRule(text + "\n#"))
        #expect(exercise.deskRules.map(\.title) == [title])
    }

    @Test func alertsOfAnalyticsBearTheirTitleAndWhatTheyLookFor() throws {
        var exercise = try LiveOffice.start()
        exercise.advance(to: .hours(8))
        let alerts = exercise.deskAlerts
        #expect(!alerts.isEmpty)
        #expect(alerts.map(\.time) == alerts.map(\.time).sorted())
        for alert in alerts {
            #expect(alert.rule == nil)
            #expect(
                [["T1003.001", "T1021.001"], ["T1566.001"]].contains(alert.techniques))
        }
        #expect(exercise.deskAlert(0) == nil)
        #expect(exercise.deskAlert(1) == alerts.first)
        #expect(exercise.deskAlert(alerts.count + 1) == nil)
    }

    @Test func triageKeepsWhoAndWhen() throws {
        var exercise = try LiveOffice.start()
        exercise.advance(to: .hours(8))
        try exercise.take(.triage(alert: 1, .owned), by: .seat(5))
        try exercise.take(.triage(alert: 1, .closedFalse), by: .seat(6))
        let alert = try #require(exercise.deskAlert(1))
        #expect(alert.triage == .closedFalse)
        #expect(alert.triagedBy == .seat(6))
        #expect(alert.triagedAt == .hours(8))
    }
}
