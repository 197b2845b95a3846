import GRDB
import Synchronization
import Testing

@testable import Ground

struct JournalTests {
    private func numbers(_ lines: KeptLines) async throws -> [Int] {
        var numbers: [Int] = []
        for try await kept in lines { numbers.append(kept.line.number) }
        return numbers
    }

    @Test func linesComeBackAsTheyWere() async throws {
        let test = try TestGround()
        let (exercise, teams) = try await test.ground.makeExercise(teams: 2)
        let first = JournalLine(
            exercise: exercise.id, team: teams[0].id, number: 1, time: 60_000, account: 7,
            json: #"{"text":"tiếng Việt: '); DROP TABLE journal; --"}"#)
        let second = JournalLine(
            exercise: exercise.id, team: nil, number: 1, time: 70_000, account: nil, json: "{}")
        let third = JournalLine(
            exercise: exercise.id, team: teams[1].id, number: 1, time: 65_000, account: 8, json: "[]")
        try await test.ground.journal.append([first, second])
        test.clock.advance(seconds: 5)
        try await test.ground.journal.append([third])
        var kept: [KeptLine] = []
        for try await line in test.ground.lines(exercise: exercise.id) { kept.append(line) }
        #expect(kept.map(\.line) == [first, second, third])
        #expect(kept[2].wallTime - kept[0].wallTime == 5_000)
        #expect(kept[0].position < kept[1].position && kept[1].position < kept[2].position)
        #expect(try await numbers(test.ground.lines(exercise: exercise.id, after: kept[1].position)).count == 1)
        #expect(try await numbers(test.ground.lines(ofExerciseItself: exercise.id)) == [1])
        // The time of the last acknowledged input is the highest, whichever team's clock was behind.
        #expect(try await test.ground.exercise(exercise.id).time == 70_000)
    }

    @Test func manyWritersShareTransactionsAndKeepTheirOrder() async throws {
        let test = try TestGround()
        let (exercise, teams) = try await test.ground.makeExercise(teams: 20)
        await withTaskGroup(of: Void.self) { group in
            for team in teams {
                group.addTask {
                    // Handed over without waiting, in order; then all are waited for.
                    let receipts = (1...100).compactMap { number in
                        try? test.ground.journal.submit([.sample(team, number, time: Int64(number))])
                    }
                    for receipt in receipts { _ = await refusal { try await receipt.durable() } }
                }
            }
        }
        for team in teams { #expect(try await numbers(test.ground.lines(team: team.id)) == Array(1...100)) }
        let statistics = test.ground.journal.statistics
        #expect(statistics.lines == 2_000)
        #expect(statistics.refused == 0)
        #expect(statistics.transactions < 1_000)
        #expect(try await test.ground.lineCount(exercise: exercise.id) == 2_000)
    }

    @Test func anActorsCallsKeepTheirOrder() async throws {
        actor Desk {
            let ground: Ground
            let team: Team
            var next = 1
            init(_ ground: Ground, _ team: Team) { (self.ground, self.team) = (ground, team) }
            func act() async throws {
                let number = next
                next += 1
                try await ground.journal.append([.sample(team, number)])
            }
        }
        let test = try TestGround()
        let (_, teams) = try await test.ground.makeExercise()
        let desk = Desk(test.ground, teams[0])
        await withTaskGroup(of: GroundError.Code?.self) { group in
            for _ in 0..<300 { group.addTask { await refusal { try await desk.act() } } }
            for await code in group { #expect(code == nil) }
        }
        #expect(try await numbers(test.ground.lines(team: teams[0].id)) == Array(1...300))
    }

    @Test func aStreamHasNoGapsAndNoDoubles() async throws {
        let test = try TestGround()
        let (_, teams) = try await test.ground.makeExercise(teams: 2)
        let journal = test.ground.journal
        #expect(await refusal { try await journal.append([.sample(teams[0], 2)]) } == .conflict)
        try await journal.append([.sample(teams[0], 1), .sample(teams[0], 2)])
        #expect(await refusal { try await journal.append([.sample(teams[0], 2)]) } == .conflict)
        #expect(await refusal { try await journal.append([.sample(teams[0], 4)]) } == .conflict)
        // All lines of a call or none: the first two would do.
        #expect(
            await refusal {
                try await journal.append([.sample(teams[0], 3), .sample(teams[1], 1), .sample(teams[0], 5)])
            } == .conflict)
        #expect(try await numbers(test.ground.lines(team: teams[1].id)) == [])
        try await journal.append([.sample(teams[0], 3)])
        #expect(try await numbers(test.ground.lines(team: teams[0].id)) == [1, 2, 3])
        // The numbers are known again after reopening.
        await test.ground.close()
        let again = try test.reopened()
        #expect(await refusal { try await again.journal.append([.sample(teams[0], 3)]) } == .conflict)
        try await again.journal.append([.sample(teams[0], 4)])
        await again.close()
    }

    @Test func oneRefusedCallDoesNotTouchOthers() async throws {
        let test = try TestGround()
        let (_, teams) = try await test.ground.makeExercise(teams: 2)
        let journal = test.ground.journal
        var stranger = JournalLine.sample(teams[0], 1)
        stranger.team = 999
        let receipts = [
            try journal.submit([.sample(teams[0], 1)]), try journal.submit([stranger]),
            try journal.submit([.sample(teams[0], 3)]), try journal.submit([.sample(teams[1], 1)]),
            try journal.submit([.sample(teams[0], 2)]),
        ]
        var codes: [GroundError.Code?] = []
        for receipt in receipts { codes.append(await refusal { try await receipt.durable() }) }
        #expect(codes == [nil, .notFound, .conflict, nil, nil])
        // Asking again gives the same.
        #expect(await refusal { try await receipts[2].durable() } == .conflict)
        #expect(try await numbers(test.ground.lines(team: teams[0].id)) == [1, 2])
    }

    @Test func teamsOfOtherExercisesAreRefused() async throws {
        let test = try TestGround()
        let (_, teams) = try await test.ground.makeExercise()
        let (other, _) = try await test.ground.makeExercise()
        for (exercise, team) in [(other.id, teams[0].id), (999, nil)] {
            let line = JournalLine(exercise: exercise, team: team, number: 1, time: 0, account: nil, json: "{}")
            #expect(await refusal { try await test.ground.journal.append([line]) } == .notFound)
        }
    }

    @Test func linesThatCannotBeTakenAreRefusedAtOnce() async throws {
        let test = try TestGround()
        let (_, teams) = try await test.ground.makeExercise()
        func code(_ change: (inout JournalLine) -> Void) -> GroundError.Code? {
            var line = JournalLine.sample(teams[0], 1)
            change(&line)
            do { try test.ground.journal.submit([line]) } catch { return error.code }
            return nil
        }
        #expect(code { $0.number = 0 } == .invalid)
        #expect(code { $0.time = -1 } == .invalid)
        #expect(code { $0.json = "" } == .invalid)
        #expect(code { $0.json = "{\n}" } == .invalid)
        #expect(code { $0.json = "{\u{0}}" } == .invalid)
        #expect(code { $0.json = String(repeating: "x", count: GroundLimits.journalLine + 1) } == .limit)
        #expect(code { $0.phase = .running } == .invalid)
        let many = (1...1_001).map { JournalLine.sample(teams[0], $0) }
        #expect(throws: GroundError.self) { try test.ground.journal.submit(many) }
        #expect(try await test.ground.lineCount(exercise: teams[0].exercise) == 0)
    }

    @Test func longJournalsAreReadInPages() async throws {
        let test = try TestGround()
        let (exercise, teams) = try await test.ground.makeExercise()
        for start in [1, 301, 601] {
            try await test.ground.journal.append((start..<start + 300).map { .sample(teams[0], $0) })
        }
        #expect(try await numbers(test.ground.lines(team: teams[0].id)) == Array(1...900))
        #expect(try await numbers(test.ground.lines(team: teams[0].id, after: 255)) == Array(256...900))
        #expect(try await numbers(test.ground.lines(exercise: exercise.id)) == Array(1...900))
        #expect(try await numbers(test.ground.lines(team: teams[0].id, after: 900)) == [])
    }

    @Test func linesAreNeverAltered() async throws {
        let test = try TestGround()
        let (_, teams) = try await test.ground.makeExercise()
        try await test.ground.journal.append([.sample(teams[0], 1)])
        #expect(
            await refusal {
                try await test.ground.database.write { try $0.execute(sql: "UPDATE journal SET json = '{}'") }
            } != nil)
    }

    @Test func afterClosingNothingIsTaken() async throws {
        let test = try TestGround()
        let (_, teams) = try await test.ground.makeExercise()
        let receipts = try (1...50).map { try test.ground.journal.submit([.sample(teams[0], $0)]) }
        await test.ground.close()
        for receipt in receipts { try await receipt.durable() }
        #expect(throws: GroundError.self) { try test.ground.journal.submit([.sample(teams[0], 51)]) }
        #expect(throws: GroundError.self) {
            try test.ground.activity.note(
                Activity(exercise: 1, team: 1, account: 1, time: 0, kind: "view", text: "x"))
        }
        let again = try test.reopened()
        #expect(try await numbers(again.lines(team: teams[0].id)) == Array(1...50))
        await again.close()
    }
}
