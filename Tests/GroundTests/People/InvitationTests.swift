import Testing

@testable import Ground

struct InvitationTests {
    private func invite(
        _ test: TestGround, role: Role = .participant, exercise: Int64? = nil, team: Int64? = nil, uses: Int = 1
    ) async throws -> IssuedInvitation {
        let home = try await test.ground.organisations().first?.id ?? 0
        return try await test.ground.createInvitation(
            NewInvitation(
                role: role, organisation: home, exercise: exercise, team: team, uses: uses,
                expires: test.clock.time + 86_400_000),
            by: .tester)
    }

    @Test func anInvitationMakesAccountsUntilItIsUsedUp() async throws {
        let test = try TestGround()
        _ = try await test.ground.makeAccount("host")
        let issued = try await invite(test, role: .instructor, uses: 2)
        #expect(try await test.ground.invitation(secret: issued.secret) == issued.invitation)
        let welcome = try await test.ground.redeem(secret: issued.secret, as: .person("one"), address: "")
        #expect(welcome.account.role == .instructor)
        #expect(welcome.seat == nil)
        // Who fails does not use it up.
        for login in ["one", "x"] {
            #expect(
                await refusal {
                    _ = try await test.ground.redeem(secret: issued.secret, as: .person(login), address: "")
                } != nil)
        }
        #expect(try await test.ground.invitations(organisation: 1).map(\.usesLeft) == [1])
        _ = try await test.ground.redeem(secret: issued.secret, as: .person("two"), address: "")
        #expect(
            await refusal {
                _ = try await test.ground.redeem(secret: issued.secret, as: .person("three"), address: "")
            } == .notFound)
        #expect(try await test.ground.invitations(organisation: 1).isEmpty)
    }

    @Test func manyAtOnceNeverUseItTooOften() async throws {
        let test = try TestGround()
        _ = try await test.ground.makeAccount("host")
        let issued = try await invite(test, uses: 5)
        let made = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<20 {
                group.addTask {
                    await refusal {
                        _ = try await test.ground.redeem(
                            secret: issued.secret, as: .person("user\(number)"), address: "")
                    } == nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(made == 5)
        #expect(try await test.ground.accounts().count == 6)
    }

    @Test func invitationsEndOrAreTakenBack() async throws {
        let test = try TestGround()
        _ = try await test.ground.makeAccount("host")
        let late = try await invite(test)
        let taken = try await invite(test)
        #expect(
            await refusal {
                try await test.ground.revokeInvitation(taken.invitation.id, organisation: 2, by: .tester)
            } == .notFound)
        try await test.ground.revokeInvitation(taken.invitation.id, organisation: 1, by: .tester)
        #expect(await refusal { _ = try await test.ground.invitation(secret: taken.secret) } == .notFound)
        test.clock.advance(hours: 24)
        #expect(await refusal { _ = try await test.ground.invitation(secret: late.secret) } == .notFound)
    }

    @Test func anInvitationIntoATeamGivesASeat() async throws {
        let test = try TestGround()
        let (exercise, teams) = try await test.ground.makeExercise(teams: 2)
        let issued = try await invite(test, exercise: exercise.id, team: teams[1].id, uses: 5)
        let welcome = try await test.ground.redeem(
            secret: issued.secret, as: .person("one"), team: teams[0].id, address: "")
        let seat = Seat(exercise: exercise.id, team: teams[1].id, account: welcome.account.id, duty: "")
        #expect(welcome.seat == seat)
        // Following the link once more changes nothing and costs nothing.
        let again = try await test.ground.redeem(secret: issued.secret, account: welcome.account.id, address: "")
        #expect(again.seat == seat)
        #expect(try await test.ground.invitation(secret: issued.secret).usesLeft == 4)
        // Somebody who has an account joins with it and keeps the role.
        let instructor = try await test.ground.makeAccount("teacher", role: .instructor)
        let joined = try await test.ground.redeem(secret: issued.secret, account: instructor.id, address: "")
        #expect(joined.seat?.team == teams[1].id)
        #expect(joined.account.role == .instructor)
        #expect(try await test.ground.seats(team: teams[1].id).count == 2)
    }

    @Test func anInvitationWithoutATeamLetsOneChoose() async throws {
        let test = try TestGround()
        let (exercise, teams) = try await test.ground.makeExercise(teams: 1)
        let (_, others) = try await test.ground.makeExercise(teams: 1)
        let issued = try await invite(test, exercise: exercise.id, uses: 10)
        let chosen = try await test.ground.redeem(
            secret: issued.secret, as: .person("one"), team: teams[0].id, address: "")
        #expect(chosen.seat?.team == teams[0].id)
        #expect(
            await refusal {
                _ = try await test.ground.redeem(
                    secret: issued.secret, as: .person("two"), team: others[0].id, address: "")
            } == .notFound)
        var own = NewAccount.person("three")
        own.displayName = "Đội 1"
        own.track = .ai
        let alone = try await test.ground.redeem(secret: issued.secret, as: own, address: "")
        let team = try await test.ground.team(try #require(alone.seat).team)
        #expect(team.name == "Đội 1 (three)", "A team is called Đội 1 already.")
        #expect(team.track == .ai)
        let plain = try await test.ground.redeem(secret: issued.secret, as: .person("four"), address: "")
        #expect(try await test.ground.team(try #require(plain.seat).team).name == "Người four")
    }

    @Test func particularsThatContradictEachOtherAreRefused() async throws {
        let test = try TestGround()
        let (exercise, teams) = try await test.ground.makeExercise()
        let (other, _) = try await test.ground.makeExercise()
        let now = test.clock.time
        func code(
            role: Role = .participant, organisation: Int64 = 1, exercise: Int64? = nil, team: Int64? = nil,
            uses: Int = 1,
            expires: Int64 = 1_000
        ) async -> GroundError.Code? {
            await refusal {
                _ = try await test.ground.createInvitation(
                    NewInvitation(
                        role: role, organisation: organisation, exercise: exercise, team: team, uses: uses,
                        expires: expires == .max ? .max : now + expires),
                    by: .tester)
            }
        }
        #expect(await code() == nil)
        #expect(await code(role: .observer, exercise: exercise.id) == .invalid)
        #expect(await code(organisation: 9) == .notFound)
        #expect(await code(exercise: 99) == .notFound)
        #expect(await code(exercise: exercise.id, team: 99) == .notFound)
        #expect(await code(exercise: other.id, team: teams[0].id) == .notFound)
        #expect(await code(team: teams[0].id) == .notFound)
        #expect(await code(uses: 0) == .invalid)
        #expect(await code(uses: 1_000_000) == .invalid)
        #expect(await code(expires: 0) == .invalid)
        #expect(await code(expires: .max) == .invalid)
    }
}
