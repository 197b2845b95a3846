import Testing

@testable import Ground

struct IdempotencyTests {
    private let answer = IdempotentAnswer(status: 201, contentType: "application/json", body: Array(#"{"id":1}"#.utf8))

    private func begin(
        _ ground: Ground, account: Int64 = 1, key: String = "k", route: String = "POST /x", digest: [UInt8] = [1]
    ) async throws -> IdempotencyState {
        try await ground.beginIdempotent(account: account, key: key, route: route, digest: digest)
    }

    private func claim(_ state: IdempotencyState) throws -> IdempotencyClaim {
        guard case .fresh(let claim) = state else { throw GroundError(.conflict, "answered") }
        return claim
    }

    @Test func anAnswerIsGivenAgainForADay() async throws {
        let test = try TestGround()
        try await test.ground.finish(try claim(try await begin(test.ground)), with: answer)
        #expect(try await begin(test.ground) == .answered(answer))
        await test.ground.close()
        let again = try test.reopened()
        test.clock.advance(hours: 23)
        #expect(try await begin(again) == .answered(answer))
        // Another person's key, or another key, is another matter.
        again.abandon(try claim(try await begin(again, account: 2)))
        again.abandon(try claim(try await begin(again, key: "other")))
        test.clock.advance(hours: 1)
        try await again.finish(try claim(try await begin(again, digest: [2])), with: answer)
        await again.close()
    }

    @Test func anotherRequestWithTheSameKeyIsRefused() async throws {
        let test = try TestGround()
        try await test.ground.finish(try claim(try await begin(test.ground)), with: answer)
        #expect(await refusal { _ = try await begin(test.ground, route: "POST /y") } == .conflict)
        #expect(await refusal { _ = try await begin(test.ground, digest: [2]) } == .conflict)
        #expect(try await begin(test.ground) == .answered(answer))
    }

    @Test func ofManyAtOnceOneActs() async throws {
        let test = try TestGround()
        let claims = await withTaskGroup(of: IdempotencyClaim?.self) { group in
            for _ in 0..<20 { group.addTask { try? claim(try await begin(test.ground)) } }
            return await group.reduce(into: [IdempotencyClaim]()) { $0 += $1.map { [$0] } ?? [] }
        }
        #expect(claims.count == 1)
        #expect(await refusal { _ = try await begin(test.ground) } == .conflict)
        test.ground.abandon(claims[0])
        _ = try claim(try await begin(test.ground))
    }

    @Test func theJournalKeepsLineAndAnswerTogether() async throws {
        let test = try TestGround()
        let (exercise, teams) = try await test.ground.makeExercise()
        let first = try claim(try await begin(test.ground))
        try await test.ground.journal.append([.sample(teams[0], 1)], answer: (first, answer))
        test.ground.abandon(first)
        #expect(try await begin(test.ground) == .answered(answer))
        // A line that is refused leaves no answer, and an answer that is there refuses the line.
        let second = try claim(try await begin(test.ground, key: "second"))
        #expect(
            await refusal {
                try await test.ground.journal.append([.sample(teams[0], 7)], answer: (second, answer))
            } == .conflict)
        test.ground.abandon(second)
        test.ground.abandon(try claim(try await begin(test.ground, key: "second")))
        #expect(
            await refusal {
                try await test.ground.journal.append([.sample(teams[0], 2)], answer: (first, answer))
            } == .conflict)
        #expect(try await test.ground.lineCount(exercise: exercise.id) == 1)
    }

    @Test(arguments: ["", String(repeating: "k", count: 201), "a\u{0}b"])
    func otherKeysAreRefused(key: String) async throws {
        let test = try TestGround()
        #expect(await refusal { _ = try await begin(test.ground, key: key) } == .invalid)
    }

    @Test func largeAnswersAreRefusedAndTheClaimEnds() async throws {
        let test = try TestGround()
        let claim = try claim(try await begin(test.ground))
        let large = IdempotentAnswer(
            status: 200, contentType: "text/plain", body: Array(repeating: 0, count: 256 * 1024 + 1))
        #expect(await refusal { try await test.ground.finish(claim, with: large) } == .limit)
        #expect(try await begin(test.ground) == .fresh(claim))
    }
}
