import Testing

@testable import Ground

struct FirstRunTests {
    private func create(_ ground: Ground, token: String) async throws -> SignedIn {
        try await ground.createFirstAdministrator(
            token: token, .person("quan.tri"), organisation: "Trường Biển Xanh", address: "::1", agent: "")
    }

    @Test func aLinkMakesTheFirstAdministratorOnce() async throws {
        let test = try TestGround()
        let old = try #require(try await test.ground.firstRunToken())
        let token = try #require(try await test.ground.firstRunToken())
        #expect(await refusal { _ = try await create(test.ground, token: old) } == .notFound)
        #expect(try await test.ground.isFirstRunToken(token))
        let signedIn = try await create(test.ground, token: token)
        #expect(signedIn.access.role == .administrator)
        #expect(try await test.ground.access(session: signedIn.token).account.login == "quan.tri")
        #expect(try await test.ground.organisations().map(\.name) == ["Trường Biển Xanh"])
        #expect(await refusal { _ = try await create(test.ground, token: token) } == .notFound)
        #expect(try await test.ground.firstRunToken() == nil)
    }

    @Test func theLinkIsGoodForNobodyOnceThereIsAnAdministrator() async throws {
        let test = try TestGround()
        let token = try #require(try await test.ground.firstRunToken())
        _ = try await test.ground.makeAccount("other", role: .administrator)
        #expect(await refusal { _ = try await create(test.ground, token: token) } == .notFound)
    }

    @Test func twoWhoFollowItAtOnceMakeOne() async throws {
        let test = try TestGround()
        let token = try #require(try await test.ground.firstRunToken())
        let made = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<8 {
                group.addTask {
                    await refusal {
                        _ = try await test.ground.createFirstAdministrator(
                            token: token, .person("quan.tri\(number)"), organisation: "Trường", address: "", agent: "")
                    } == nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(made == 1)
        #expect(try await test.ground.accounts().count == 1)
    }
}
