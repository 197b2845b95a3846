import Testing

@testable import Ground

struct TokenTests {
    @Test(arguments: Role.allCases, Role.allCases)
    func aTokenMayNoMoreThanItsAccountAndItsCeiling(role: Role, ceiling: Role) async throws {
        let test = try TestGround()
        let account = try await test.ground.makeAccount("agent", role: role)
        let issued = try await test.ground.createToken(
            for: account.id, name: "Tác tử", ceiling: ceiling, expires: nil, by: .tester)
        #expect(issued.secret.hasPrefix("thao_"))
        let access = try await test.ground.access(bearer: issued.secret)
        #expect(access.role == min(role, ceiling))
        #expect(access.kind == .token(issued.token.id))
        #expect(access.csrfToken == nil)
        #expect(await refusal { _ = try await test.ground.access(session: issued.secret) } == .unauthenticated)
    }

    @Test func tokensEnd() async throws {
        let test = try TestGround()
        let account = try await test.ground.makeAccount("agent")
        let end = test.clock.time + 3_600_000
        let short = try await test.ground.createToken(
            for: account.id, name: "ngắn", ceiling: .participant, expires: end, by: .tester)
        let long = try await test.ground.createToken(
            for: account.id, name: "dài", ceiling: .participant, expires: nil, by: .tester)
        #expect(
            await refusal {
                _ = try await test.ground.createToken(
                    for: account.id, name: "cũ", ceiling: .participant, expires: end - 3_600_000, by: .tester)
            } == .invalid)
        _ = try await test.ground.access(bearer: short.secret)
        test.clock.advance(hours: 1)
        #expect(await refusal { _ = try await test.ground.access(bearer: short.secret) } == .unauthenticated)
        test.clock.advance(hours: 10_000)
        _ = try await test.ground.access(bearer: long.secret)
        #expect(try await test.ground.tokens(of: account.id).map(\.lastUsed) == [test.clock.time, end - 3_600_000])
        #expect(
            await refusal {
                try await test.ground.revokeToken(long.token.id, of: account.id + 1, by: .tester)
            } == .notFound)
        try await test.ground.revokeToken(long.token.id, of: account.id, by: .tester)
        #expect(await refusal { _ = try await test.ground.access(bearer: long.secret) } == .unauthenticated)
    }

    @Test func aDisabledAccountsTokenOpensNothingUntilItIsEnabled() async throws {
        let test = try TestGround()
        let account = try await test.ground.makeAccount("agent")
        let issued = try await test.ground.createToken(
            for: account.id, name: "t", ceiling: .participant, expires: nil, by: .tester)
        var changes = AccountChanges()
        for isDisabled in [true, false] {
            _ = try? await test.ground.access(bearer: issued.secret)
            changes.disabled = isDisabled
            _ = try await test.ground.updateAccount(account.id, changes, by: .tester)
            let code = await refusal { _ = try await test.ground.access(bearer: issued.secret) }
            #expect(code == (isDisabled ? .unauthenticated : nil))
        }
    }

    @Test func anAccountHasSoManyTokens() async throws {
        let test = try TestGround()
        let account = try await test.ground.makeAccount("agent")
        for number in 0..<GroundLimits.tokens {
            _ = try await test.ground.createToken(
                for: account.id, name: "\(number)", ceiling: .participant, expires: nil, by: .tester)
        }
        #expect(
            await refusal {
                _ = try await test.ground.createToken(
                    for: account.id, name: "x", ceiling: .participant, expires: nil, by: .tester)
            } == .limit)
    }
}
