import GRDB
import Testing

@testable import Ground

struct SignInTests {
    private let password = "mật khẩu dài"

    private func signIn(_ test: TestGround, _ login: String = "an.nguyen") async throws -> SignedIn {
        try await test.ground.signIn(login: login, password: password, address: "192.0.2.7", agent: "test")
    }

    @Test func everySignInHasASecretOfItsOwn() async throws {
        let test = try TestGround()
        let account = try await test.ground.makeAccount("an.nguyen")
        let first = try await signIn(test)
        let second = try await signIn(test, "AN.NGUYEN")
        #expect(first.token != second.token)
        #expect(first.access.csrfToken != second.access.csrfToken)
        #expect(first.access.csrfToken != first.token)
        for signedIn in [first, second] {
            let access = try await test.ground.access(session: signedIn.token)
            #expect(access == signedIn.access)
            #expect(access.account.id == account.id)
            #expect(access.account.lastSignIn == test.clock.time)
            #expect(access.role == .participant)
        }
        let kept = try await test.ground.database.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM sessions").map(\.description)
        }
        #expect(kept.count == 2)
        #expect(!kept.joined().contains(first.token), "Only the hash is kept.")
        #expect(try await test.ground.sessions(of: account.id).map(\.address) == ["192.0.2.7", "192.0.2.7"])
    }

    @Test(arguments: [
        ("an.nguyen", "sai mật khẩu"), ("nobody.here", "mật khẩu dài"), ("", ""), ("an.nguyen", ""),
        ("an.nguyen", String(repeating: "x", count: 100_000)), ("' OR 1=1 --", "x"), ("disabled", "mật khẩu dài"),
    ])
    func wrongOnesAllGetTheSameAnswer(login: String, password: String) async throws {
        let test = try TestGround()
        _ = try await test.ground.makeAccount("an.nguyen")
        let disabled = try await test.ground.makeAccount("disabled")
        var changes = AccountChanges()
        changes.disabled = true
        _ = try await test.ground.updateAccount(disabled.id, changes, by: .tester)
        do {
            _ = try await test.ground.signIn(login: login, password: password, address: "::1", agent: "")
            Issue.record("Somebody came in.")
        } catch {
            #expect(error.code == .unauthenticated)
            #expect(error.message == "Login name or password is wrong.")
        }
    }

    @Test func guessesAreSlowedDown() async throws {
        let test = try TestGround()
        _ = try await test.ground.makeAccount("an.nguyen")
        for _ in 0..<10 {
            #expect(
                await refusal {
                    _ = try await test.ground.signIn(
                        login: "an.nguyen", password: "sai", address: "192.0.2.7", agent: "")
                } == .unauthenticated)
        }
        do {
            _ = try await signIn(test)
            Issue.record("The right password came in while its account waits.")
        } catch let error as GroundError {
            #expect(error.code == .tooMany)
            #expect(error.secondsToWait == 1)
        }
        test.clock.advance(seconds: 1)
        _ = try await signIn(test)
    }

    @Test func manyWrongOnesAtOnceDoNotSlipThrough() async throws {
        let test = try TestGround()
        _ = try await test.ground.makeAccount("an.nguyen")
        let looked = await withTaskGroup(of: GroundError.Code?.self) { group in
            for number in 0..<60 {
                group.addTask {
                    await refusal {
                        _ = try await test.ground.signIn(
                            login: "an.nguyen", password: "sai \(number)", address: "192.0.2.7", agent: "")
                    }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 == .unauthenticated ? 1 : 0 }
        }
        #expect(looked == 10)
    }

    @Test func manyNamesFromOneAddressAreSlowedDown() async throws {
        let test = try TestGround()
        var codes: [GroundError.Code?] = []
        for number in 0..<101 {
            codes.append(
                await refusal {
                    _ = try await test.ground.signIn(
                        login: "somebody\(number)", password: "x", address: "2001:db8::\(number)", agent: "")
                })
        }
        #expect(codes.prefix(100).allSatisfy { $0 == .unauthenticated })
        #expect(codes.last == .tooMany)
        // A class that signs in rightly from one address never waits.
        _ = try await test.ground.makeAccount("an.nguyen")
        for _ in 0..<200 { _ = try await signIn(test) }
    }

    @Test func sessionsEndUnusedAndInAnyCase() async throws {
        let test = try TestGround()
        _ = try await test.ground.makeAccount("an.nguyen")
        let idle = try await signIn(test)
        test.clock.advance(hours: 11, seconds: 3_599)
        _ = try await test.ground.access(session: idle.token)
        test.clock.advance(hours: 12)
        #expect(await refusal { _ = try await test.ground.access(session: idle.token) } == .unauthenticated)

        let busy = try await signIn(test)
        for _ in 0..<16 {
            test.clock.advance(hours: 10)
            _ = try await test.ground.access(session: busy.token)
        }
        test.clock.advance(hours: 8)
        #expect(await refusal { _ = try await test.ground.access(session: busy.token) } == .unauthenticated)
    }

    @Test func useIsRememberedOverARestart() async throws {
        let test = try TestGround()
        _ = try await test.ground.makeAccount("an.nguyen")
        let signedIn = try await signIn(test)
        test.clock.advance(hours: 11)
        _ = try await test.ground.access(session: signedIn.token)
        await test.ground.close()
        test.clock.advance(hours: 11)
        let again = try test.reopened()
        #expect(try await again.access(session: signedIn.token).csrfToken == signedIn.access.csrfToken)
        await again.close()
    }

    @Test func signingOutEndsOneOrAll() async throws {
        let test = try TestGround()
        let account = try await test.ground.makeAccount("an.nguyen")
        var all: [SignedIn] = []
        for _ in 0..<3 { all.append(try await signIn(test)) }
        func good() async -> [Bool] {
            var good: [Bool] = []
            for one in all {
                good.append(await refusal { _ = try await test.ground.access(session: one.token) } == nil)
            }
            return good
        }
        #expect(await good() == [true, true, true])
        try await test.ground.signOut(session: all[0].token, address: "")
        try await test.ground.signOut(session: all[0].token, address: "")
        #expect(await good() == [false, true, true])
        try await test.ground.signOutEverywhere(account.id, except: all[2].access.kind, by: .tester)
        #expect(await good() == [false, false, true])
        try await test.ground.signOutEverywhere(account.id, by: .tester)
        #expect(await good() == [false, false, false])
    }

    @Test(arguments: ["role", "organisation", "disabled", "password", "own password"])
    func whatConcernsSecurityEndsSessions(change: String) async throws {
        let test = try TestGround()
        let account = try await test.ground.makeAccount("an.nguyen")
        let other = try await test.ground.createOrganisation(name: "Sở", by: .tester)
        let first = try await signIn(test)
        let second = try await signIn(test)
        for one in [first, second] { _ = try await test.ground.access(session: one.token) }
        var changes = AccountChanges()
        switch change {
        case "role": changes.role = .observer
        case "organisation": changes.organisation = other.id
        case "disabled": changes.disabled = true
        case "password": try await test.ground.setPassword(of: account.id, to: "mật khẩu mới", by: .tester)
        default:
            try await test.ground.changePassword(
                of: account.id, from: password, to: "mật khẩu mới", keeping: second.access.kind, by: .tester)
        }
        if changes != AccountChanges() { _ = try await test.ground.updateAccount(account.id, changes, by: .tester) }
        #expect(await refusal { _ = try await test.ground.access(session: first.token) } == .unauthenticated)
        let second2 = await refusal { _ = try await test.ground.access(session: second.token) }
        #expect(second2 == (change == "own password" ? nil : .unauthenticated))
    }

    @Test func changesOfTasteShowAtOnce() async throws {
        let test = try TestGround()
        let account = try await test.ground.makeAccount("an.nguyen")
        let signedIn = try await signIn(test)
        _ = try await test.ground.access(session: signedIn.token)
        var changes = AccountChanges()
        changes.language = .english
        _ = try await test.ground.updateAccount(account.id, changes, by: .tester)
        #expect(try await test.ground.access(session: signedIn.token).account.language == .english)
    }

    @Test func theOldPasswordIsAskedFor() async throws {
        let test = try TestGround()
        let account = try await test.ground.makeAccount("an.nguyen")
        func change(from old: String, to new: String) async -> GroundError.Code? {
            await refusal {
                try await test.ground.changePassword(of: account.id, from: old, to: new, keeping: nil, by: .tester)
            }
        }
        #expect(await change(from: "sai mật khẩu", to: "mật khẩu mới") == .invalid)
        #expect(await change(from: password, to: "ngắn") == .invalid)
        #expect(await change(from: password, to: "mật khẩu mới") == nil)
        #expect(await refusal { _ = try await signIn(test) } == .unauthenticated)
        _ = try await test.ground.signIn(login: "an.nguyen", password: "mật khẩu mới", address: "", agent: "")
    }

    @Test func dearerHashesReplaceCheapOnes() async throws {
        let test = try TestGround()
        _ = try await test.ground.makeAccount("an.nguyen")
        await test.ground.close()
        let dearer = PasswordCost(logRounds: 6, blockSize: 2, parallelism: 1)
        let again = try test.reopened(cost: dearer)
        func hash() async throws -> String? {
            try await again.database.read { try String.fetchOne($0, sql: "SELECT password FROM accounts") }
        }
        #expect(try await hash()?.hasPrefix("$scrypt$ln=4,r=1,p=1$") == true)
        for _ in 0..<2 {
            _ = try await again.signIn(login: "an.nguyen", password: password, address: "", agent: "")
            #expect(try await hash()?.hasPrefix("$scrypt$ln=6,r=2,p=1$") == true)
        }
        await again.close()
    }

    @Test func oldSessionsMakeRoom() async throws {
        let test = try TestGround()
        let account = try await test.ground.makeAccount("an.nguyen")
        for _ in 0..<(GroundLimits.sessions + 5) { _ = try await signIn(test) }
        #expect(try await test.ground.sessions(of: account.id).count == GroundLimits.sessions)
    }

    @Test(arguments: ["", "x", "thao_", String(repeating: "a", count: 43), String(repeating: "a", count: 10_000)])
    func madeUpSecretsOpenNothing(secret: String) async throws {
        let test = try TestGround()
        #expect(await refusal { _ = try await test.ground.access(session: secret) } == .unauthenticated)
        #expect(await refusal { _ = try await test.ground.access(bearer: secret) } == .unauthenticated)
        #expect(await refusal { _ = try await test.ground.invitation(secret: secret) } == .notFound)
        #expect(try await test.ground.isFirstRunToken(secret) == false)
    }
}
