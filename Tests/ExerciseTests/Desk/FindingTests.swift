import Exercise
import Kernel
import NetworkWorld
import Scenario
import TestSupport
import Testing

struct FindingTests {
    /// An exercise in which red holds pc-002 from the first minute, and nothing else happens by itself.
    private func held(_ action: String, host: Int32 = -1, account: Int32 = -1, network: Int32 = -1) throws
        -> TeamExercise
    {
        var scenario = SmallOffice.scenario
        scenario.exercise = LiveOffice.exercise
        scenario.exercise.scripts = []
        scenario.simulation?.administration = []
        var catalogue = SmallOffice.catalogue
        for index in catalogue.analytics.indices { catalogue.analytics[index].falseAlarmsPerDayThousandths = 0 }
        for index in catalogue.actions.indices { catalogue.actions[index].chance = UncertainNumber(1 << 32) }
        var options = RunOptions()
        options.attack = false
        let program = try Program(scenario: scenario, catalogue: catalogue, options: options)
        var exercise = TeamExercise(program: program, seeds: Seeds(4), settings: ExerciseSettings())
        try exercise.take(.grantFoothold(host: 1), at: .minutes(1), by: .direction(1))
        _ = exercise.drainChanges()
        try exercise.take(.action(action, host: host, account: account, network: network), at: .minutes(2))
        exercise.advance(to: .hours(2))
        return exercise
    }

    @Test(
        arguments: [
            (
                "triage-host", 1, -1, DeskFinding.Verdict.intruder,
                "triage-host, pc-002: signs of an intruder; the outside address that the intruder talks to is known."
            ),
            ("process-list", 1, -1, .intruder, "process-list, pc-002: signs of an intruder."),
            (
                "phone-user", -1, 1, .intruder, "phone-user, pc-002: signs of an intruder."
            ),
            (
                "triage-host", 2, -1, .nothing,
                "triage-host, pc-003: nothing was found, which does not prove that all is well."
            ),
            (
                "account-review", -1, 1, .nothing,
                "account-review, clerks-002: nothing was found, which does not prove that all is well."
            ),
        ] as [(String, Int32, Int32, DeskFinding.Verdict, String)])
    func findingsSayWhatWasFound(
        action: String, host: Int32, account: Int32, verdict: DeskFinding.Verdict, text: String
    ) throws {
        var exercise = try held(action, host: host, account: account)
        let finding = try #require(exercise.deskFindings.first)
        #expect(exercise.deskFindings.count == 1)
        #expect(finding.verdict == verdict)
        #expect(finding.text.english == text)
        #expect(finding.text.vietnamese != finding.text.english)
        #expect(exercise.drainChanges().isSuperset(of: [.findings, .hosts, .work]))
        #expect(exercise.deskHost(1)?.assessment == (verdict == .intruder ? .compromised : .unknown))
    }

    @Test func aReviewOfANetworkPointsAtHosts() throws {
        let exercise = try held("network-review", network: 1)
        let finding = try #require(exercise.deskFindings.first)
        #expect(finding.verdict == .suspicious)
        #expect(finding.suspects.map(\.name) == ["pc-002"])
        #expect(finding.network?.name == "office")
        let other = try held("network-review", network: 2)
        #expect(other.deskFindings.first?.verdict == .nothing)
    }

    @Test func workTellsWhereItStands() throws {
        var exercise = try held("triage-host", host: 1)
        let triage = try #require(exercise.deskWork.first)
        #expect(triage.phase == .finished)
        #expect(triage.asked == .minutes(2))
        #expect(triage.started == .minutes(2))
        #expect(triage.finished == exercise.deskFindings.first?.time)
        #expect(triage.author == .seat(1))
        try exercise.take(.action("isolate-host", host: 21, account: -1, network: -1))
        // A server is not cut off before command agrees.
        #expect(exercise.deskOpenWork.map(\.phase) == [.awaitingApproval])
        exercise.advance(to: .hours(8))
        #expect(exercise.deskOpenWork.isEmpty)
        let isolation = exercise.deskWork[1]
        #expect((isolation.started ?? 0) > isolation.asked)
        #expect(exercise.deskHost(21)?.isIsolated == true)
        // The database went with it, and the portal rests on that: everybody sees it.
        #expect(exercise.deskServices.map(\.downSince) == [isolation.finished])
    }

    @Test func nobodyDoesMoreThanThereIsStaffFor() throws {
        var exercise = try held("process-list", host: 9)
        #expect(exercise.deskClock.staffFree == exercise.deskClock.staffTotal)
        for host in 2...6 as ClosedRange<Int32> {
            try exercise.take(.action("triage-host", host: host, account: -1, network: -1))
        }
        #expect(exercise.deskClock.staffFree == 0)
        #expect(exercise.deskOpenWork.map(\.phase) == [.running, .running, .queued, .queued, .queued])
        #expect(exercise.deskOpenWork[0].expectedEnd == exercise.now + 600_000)
        #expect(exercise.deskOpenWork[2].expectedEnd == nil)
    }
}
