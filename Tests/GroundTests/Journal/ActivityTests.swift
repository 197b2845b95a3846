import Testing

@testable import Ground

struct ActivityTests {
    private func sample(_ team: Team, _ text: String, account: Int64 = 1) -> Activity {
        Activity(exercise: team.exercise, team: team.id, account: account, time: 5_000, kind: "search", text: text)
    }

    @Test func whatIsNotedIsReadInOrder() async throws {
        let test = try TestGround()
        let (exercise, teams) = try await test.ground.makeExercise(teams: 2)
        for number in 0..<200 {
            try test.ground.activity.note(sample(teams[number % 2], "q\(number)", account: Int64(number % 3)))
        }
        let all = try await test.ground.activities(exercise: exercise.id)
        #expect(all.map(\.activity.text) == (0..<200).map { "q\($0)" })
        #expect(all[0].wallTime == test.clock.time)
        let ofTeam = try await test.ground.activities(exercise: exercise.id, team: teams[1].id, account: 0)
        #expect(ofTeam.allSatisfy { $0.activity.team == teams[1].id && $0.activity.account == 0 })
        #expect(ofTeam.count == 33)
        let page = try await test.ground.activities(exercise: exercise.id, after: all[9].id, limit: 5)
        #expect(page == Array(all[10..<15]))
    }

    @Test func itReachesTheDiskByItself() async throws {
        let test = try TestGround()
        let (exercise, teams) = try await test.ground.makeExercise()
        try test.ground.activity.note(sample(teams[0], "q"))
        // Closing writes what waits, whether or not its time had come.
        await test.ground.close()
        let again = try test.reopened()
        #expect(try await again.activities(exercise: exercise.id).count == 1)
        await again.close()
    }

    @Test func aDeletedExerciseHoldsNothingUp() async throws {
        let test = try TestGround()
        let (gone, goneTeams) = try await test.ground.makeExercise()
        let (exercise, teams) = try await test.ground.makeExercise()
        try test.ground.activity.note(sample(goneTeams[0], "a"))
        try test.ground.activity.note(sample(teams[0], "b"))
        try await test.ground.deleteExercise(gone.id, by: .tester)
        #expect(try await test.ground.activities(exercise: exercise.id).map(\.activity.text) == ["b"])
        #expect(try await test.ground.activities(exercise: gone.id).isEmpty)
    }

    @Test func longTextsAreRefused() async throws {
        let test = try TestGround()
        let (_, teams) = try await test.ground.makeExercise()
        #expect(throws: GroundError.self) {
            try test.ground.activity.note(sample(teams[0], String(repeating: "x", count: 4_001)))
        }
        #expect(throws: GroundError.self) { try test.ground.activity.note(sample(teams[0], "a\u{0}b")) }
    }
}
