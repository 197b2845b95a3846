import Exercise
import Foundation
import Ground
import Kernel
import LogSearch
import NetworkWorld
import Scenario
import Testing

@Suite struct LiveExerciseTests {
    @Test func nothingIsTakenBeforeTheStartButTalk() async throws {
        let place = try LivePlace()
        let exercise = try await place.exercise()
        let team = try #require(await exercise.teamList.first).id
        await #expect(throws: GroundError.self) {
            try await exercise.submit(
                .action("triage-host", host: 3, account: -1, network: -1), team: team, by: .seat(1), account: nil)
        }
        _ = try await exercise.submit(.chat("xin chào"), team: team, by: .seat(1), account: nil)
        await place.end()
    }

    @Test func whatWasAcknowledgedComesBackPausedWithTheSameState() async throws {
        let place = try LivePlace()
        let exercise = try await place.exercise(teams: 2) { $0.variant = .perTeam }
        let teams = await exercise.teamList.map(\.id)
        try await exercise.control(.start, by: .system)
        for minute in 1...40 {
            place.clock.pass(1_000)
            let team = teams[minute % 2]
            _ = try await exercise.submit(.note("minute \(minute)", host: -1), team: team, by: .seat(1), account: nil)
            if minute % 10 == 0 {
                _ = try await exercise.submit(
                    .action("triage-host", host: Int32(minute), account: -1, network: -1), team: team, by: .seat(1),
                    account: nil)
            }
        }
        let last = try await exercise.snapshot(team: teams[0]).exercise.now
        var hashes: [UInt64] = []
        for team in teams { hashes.append(try await exercise.snapshot(team: team).exercise.stateHash) }
        // Time that nobody acted in is lost.
        place.clock.pass(500_000)
        await place.end()

        let again = try LivePlace(folder: place.folder)
        try await again.live.openAll()
        let reopened = try await again.live.exercise(id: exercise.id)
        let status = await reopened.status
        #expect(status.phase == .paused)
        #expect(status.time == last)
        for (team, hash) in zip(teams, hashes) {
            #expect(try await reopened.snapshot(team: team).exercise.stateHash == hash)
        }
        try await reopened.control(.resume, by: .system)
        await again.end(gracefully: true)
    }

    @Test func searchesFindTheDaysBeforeTheStartButNotTheFuture() async throws {
        let place = try LivePlace()
        let exercise = try await place.exercise { $0.historyDays = 1 }
        let team = try #require(await exercise.teamList.first).id
        try await exercise.control(.start, by: .system)
        place.clock.pass(1_000)
        var view = try await exercise.log(team: team)
        while view.base.recordCount == 0 {
            try await Task.sleep(for: .milliseconds(50))
            view = try await exercise.log(team: team)
        }
        #expect(view.now == .minutes(1))
        let result = view.search(SearchRequest(try LogQuery(parsing: "")))
        #expect(result.total > 0)
        #expect(result.rows.allSatisfy { $0.time < .minutes(1) })
        #expect(result.rows.contains { $0.time < 0 })
        await place.end()
    }

    @Test func closingMarksKeepsTheOutcomeAndOpensTheReview() async throws {
        let place = try LivePlace()
        let exercise = try await place.exercise()
        let team = try #require(await exercise.teamList.first).id
        try await exercise.control(.start, by: .system)
        place.clock.pass(120_000)
        await #expect(throws: GroundError.self) { try await exercise.review(team: team) }
        try await exercise.control(.close, by: .system)
        #expect(await exercise.status.phase == .closed)
        #expect(try await place.ground.result(.outcome, of: exercise.id)?.contains("\"teams\"") == true)
        let review = try await exercise.review(team: team)
        #expect(review.timeline.end == .hours(2))
        await #expect(throws: GroundError.self) { try await exercise.control(.resume, by: .system) }
        await place.end(gracefully: true)
    }

    @Test func aFrozenScoreboardStandsStillForAllButTheDirection() async throws {
        let place = try LivePlace()
        let exercise = try await place.exercise(teams: 2)
        let teams = await exercise.teamList
        try await exercise.control(.start, by: .system)
        try await exercise.control(.freezeScoreboard, by: .system)
        let metric = try #require(exercise.program.scenario.exercise.metrics.first { $0.condition == nil })
        _ = try await exercise.submit(
            .mark(subject: .metric(metric.name), points: 1, comment: ""), team: teams[1].id, by: .direction(1),
            account: nil)
        #expect(await exercise.scoreboard(forDirection: false).map(\.score.total) == [0, 0])
        #expect(await exercise.scoreboard(forDirection: true).map(\.team.id) == [teams[1].id, teams[0].id])
        // A crash does not thaw it.
        await place.end()
        let again = try LivePlace(folder: place.folder)
        let reopened = try await again.live.exercise(id: exercise.id)
        #expect(await reopened.status.isFrozen)
        #expect(await reopened.scoreboard(forDirection: false).map(\.score.total) == [0, 0])
        try await reopened.control(.unfreezeScoreboard, by: .system)
        #expect(await reopened.scoreboard(forDirection: false).map(\.score.total) == [1, 0])
        await again.end(gracefully: true)
    }

    @Test func signalsReachTheirTeamOnlyAndAddUpForWhoeverIsSlow() async throws {
        let place = try LivePlace()
        let exercise = try await place.exercise(teams: 2)
        let teams = await exercise.teamList.map(\.id)
        let own = try await exercise.signals(team: teams[0])
        _ = try await exercise.submit(.chat("to the others"), team: teams[1], by: .seat(2), account: nil)
        _ = try await exercise.submit(.chat("one"), team: teams[0], by: .seat(1), account: nil)
        _ = try await exercise.submit(.note("two", host: -1), team: teams[0], by: .seat(1), account: nil)
        var iterator = own.makeAsyncIterator()
        let signal = try #require(await iterator.next())
        #expect(signal.changes.contains([.chat, .notes]))
        await place.end(gracefully: true)
        #expect(await iterator.next() == nil)
    }

    @Test func anArmedRuleRaisesAlertsFromTheRecordsThatFollow() async throws {
        let place = try LivePlace()
        let exercise = try await place.exercise()
        let team = try #require(await exercise.teamList.first).id
        try await exercise.control(.start, by: .system)
        let rule = """
            title: Any process
            logsource: {category: process_creation, product: windows}
            detection: {selection: {Image|endswith: '.exe'}, condition: selection}
            level: medium
            """
        _ = try await exercise.submit(.armRule(rule), team: team, by: .seat(1), account: nil)
        for _ in 0..<200 {
            place.clock.pass(500)
            let alerts = try await exercise.snapshot(team: team).exercise.entries.count
            if alerts > 1 { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        let entries = try await exercise.snapshot(team: team).exercise.entries
        #expect(entries.contains { if case .ruleAlert(rule: 1, _, _, _) = $0.input { true } else { false } })
        let trial = try await exercise.tryRule(rule, team: team, range: 0..<Milliseconds.hours(8))
        #expect(trial.hitCount > 0)
        await place.end(gracefully: true)
    }
}
