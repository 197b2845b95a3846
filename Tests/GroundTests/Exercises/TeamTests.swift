import Testing

@testable import Ground

struct TeamTests {
    @Test func numbersAreNeverGivenTwice() async throws {
        let test = try TestGround()
        let (exercise, teams) = try await test.ground.makeExercise(teams: 3)
        #expect(teams.map(\.number) == [1, 2, 3])
        try await test.ground.removeTeam(teams[2].id, by: .tester)
        let next = try await test.ground.createTeam(exercise: exercise.id, name: "Đội 3", track: .ai, by: .tester)
        #expect(next.number == 4)
        #expect(try await test.ground.teams(exercise: exercise.id) == [teams[0], teams[1], next])
        let (_, others) = try await test.ground.makeExercise(teams: 1)
        #expect(others[0].number == 1)
    }

    @Test func namesAreUniqueWithinAnExercise() async throws {
        let test = try TestGround()
        let (exercise, teams) = try await test.ground.makeExercise(teams: 2)
        #expect(
            await refusal {
                _ = try await test.ground.createTeam(exercise: exercise.id, name: "ĐỘI 1", by: .tester)
            } == .conflict)
        #expect(
            await refusal { _ = try await test.ground.updateTeam(teams[1].id, name: "đội 1", by: .tester) } == .conflict
        )
        let same = try await test.ground.updateTeam(teams[0].id, name: "ĐỘI 1", track: .humanWithAI, by: .tester)
        #expect(same.name == "ĐỘI 1")
        #expect(same.track == .humanWithAI)
        #expect(await refusal { _ = try await test.ground.updateTeam(99, name: "x", by: .tester) } == .notFound)
    }

    @Test func anAccountHasOneSeatInAnExercise() async throws {
        let test = try TestGround()
        let ground = test.ground
        let (exercise, teams) = try await ground.makeExercise(teams: 2)
        let account = try await ground.makeAccount("an.nguyen")
        #expect(try await ground.seat(exercise: exercise.id, account: account.id) == nil)
        _ = try await ground.takeSeat(team: teams[0].id, account: account.id, duty: "Trưởng ca", by: .tester)
        // Before the start one may move.
        _ = try await ground.takeSeat(team: teams[1].id, account: account.id, by: .tester)
        #expect(try await ground.seats(exercise: exercise.id).map(\.team) == [teams[1].id])
        try await ground.enter(.running, exercise.id, number: 1)
        #expect(
            await refusal { _ = try await ground.takeSeat(team: teams[0].id, account: account.id, by: .tester) }
                == .conflict)
        let duty = try await ground.takeSeat(team: teams[1].id, account: account.id, duty: "Nhật ký", by: .tester)
        #expect(try await ground.seat(exercise: exercise.id, account: account.id) == duty)
        #expect(await refusal { try await ground.removeTeam(teams[0].id, by: .tester) } == .conflict)
        try await ground.leaveSeat(exercise: exercise.id, account: account.id, by: .tester)
        #expect(
            await refusal { try await ground.leaveSeat(exercise: exercise.id, account: account.id, by: .tester) }
                == .notFound)
        try await ground.enter(.closed, exercise.id, number: 2)
        #expect(
            await refusal { _ = try await ground.takeSeat(team: teams[1].id, account: account.id, by: .tester) }
                == .conflict)
        #expect(
            await refusal { _ = try await ground.createTeam(exercise: exercise.id, name: "Muộn", by: .tester) }
                == .conflict)
        #expect(
            await refusal { _ = try await ground.takeSeat(team: 99, account: account.id, by: .tester) } == .notFound)
        #expect(
            await refusal { _ = try await ground.takeSeat(team: teams[0].id, account: 99, by: .tester) } == .notFound)
    }

    @Test func aRememberedSeatIsForgottenWithEveryChange() async throws {
        let test = try TestGround()
        let ground = test.ground
        let (exercise, teams) = try await ground.makeExercise(teams: 3)
        let account = try await ground.makeAccount("an.nguyen")
        func team() async throws -> Int64? {
            // Asked for twice: the second answer comes from memory.
            _ = try await ground.seat(exercise: exercise.id, account: account.id)
            return try await ground.seat(exercise: exercise.id, account: account.id)?.team
        }
        #expect(try await team() == nil)
        _ = try await ground.takeSeat(team: teams[0].id, account: account.id, by: .tester)
        #expect(try await team() == teams[0].id)
        _ = try await ground.takeSeat(team: teams[1].id, account: account.id, by: .tester)
        #expect(try await team() == teams[1].id)
        // The seat goes with its team, without a statement about seats.
        try await ground.removeTeam(teams[1].id, by: .tester)
        #expect(try await team() == nil)
        _ = try await ground.takeSeat(team: teams[2].id, account: account.id, by: .tester)
        #expect(try await team() == teams[2].id)
        try await ground.leaveSeat(exercise: exercise.id, account: account.id, by: .tester)
        #expect(try await team() == nil)
    }

    @Test func savedSearchesAreOnesOwnUntilTheyAreShared() async throws {
        let test = try TestGround()
        let ground = test.ground
        let (_, teams) = try await ground.makeExercise(teams: 2)
        let an = try await ground.makeAccount("an.nguyen")
        let binh = try await ground.makeAccount("binh.tran")
        let mine = try await ground.saveSearch(
            team: teams[0].id, account: an.id, name: "Đăng nhập lạ", query: "event:logon AND NOT user:\"an\"",
            shared: false)
        _ = try await ground.saveSearch(team: teams[0].id, account: an.id, name: "B", query: "*", shared: true)
        #expect(try await ground.savedSearches(team: teams[0].id, account: an.id).map(\.name) == ["B", "Đăng nhập lạ"])
        #expect(try await ground.savedSearches(team: teams[0].id, account: binh.id).map(\.name) == ["B"])
        #expect(try await ground.savedSearches(team: teams[1].id, account: an.id).isEmpty)
        #expect(
            await refusal { _ = try await ground.shareSearch(mine.id, account: binh.id, shared: true) } == .notFound)
        #expect(try await ground.shareSearch(mine.id, account: an.id, shared: true).shared)
        #expect(try await ground.savedSearches(team: teams[0].id, account: binh.id).count == 2)
        #expect(await refusal { try await ground.deleteSearch(mine.id, account: binh.id) } == .notFound)
        try await ground.deleteSearch(mine.id, account: an.id)
        #expect(try await ground.savedSearches(team: teams[0].id, account: binh.id).count == 1)
        #expect(
            await refusal {
                _ = try await ground.saveSearch(
                    team: teams[0].id, account: an.id, name: "x", query: String(repeating: "x", count: 4_001),
                    shared: false)
            } == .limit)
        #expect(
            await refusal {
                _ = try await ground.saveSearch(team: 99, account: an.id, name: "x", query: "x", shared: false)
            } == .notFound)
    }
}
