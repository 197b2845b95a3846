import Exercise
import Kernel
import NetworkWorld
import Testing

/// Moments at which acting would have paid.
struct MomentTests {
    private let fixture: ReviewFixture

    init() throws { fixture = try ReviewFixture(slow: true) }

    private func search(
        _ entries: [JournalEntry<NetworkInput>], policy: ReviewPolicy = .nobody, workers: Int = 2,
        until minute: Int64 = 90
    ) async throws -> MissedMoments {
        var settings = ReviewFixture.settings
        settings.policy = policy
        return try await fixture.reviewed(entries, until: minute).missedMoments(settings, workers: workers)
    }

    @Test func theHostThatNobodyCutOffIsFound() async throws {
        let missed = try await search([fixture.foothold(0, "pc-001")])
        let moment = try #require(missed.moments.first { $0.host == fixture.host("pc-001") })
        #expect(moment.hostName == "pc-001")
        #expect(moment.spared.low > 0)
        #expect(moment.futures == 40 && moment.betterIn > 0)
        #expect(moment.paidUntil >= moment.time)
        #expect(moment.known.taken == 0 && moment.known.isolated == nil)
        #expect(missed.moments.map(\.spared.mean) == missed.moments.map(\.spared.mean).sorted(by: >))
    }

    @Test func whatWasAtStakeFallsAsTimeGoesBy() async throws {
        let missed = try await search([fixture.foothold(0, "pc-001")], until: 180)
        #expect(missed.points.map(\.time) == (0...12).map { .minutes(15 * $0) })
        let first = try #require(missed.points.first), last = try #require(missed.points.last)
        #expect(first.lossDefended.mean <= last.lossDefended.mean)
        #expect(first.goalsDefended <= first.goalsUndefended)
        for point in missed.points {
            #expect(abs(point.lossUndefended.mean - point.lossDefended.mean - point.spared.mean) < 1)
        }
    }

    @Test func aHostThatWasCutOffIsNoLongerMissed() async throws {
        let missed = try await search([fixture.foothold(1, "pc-001"), fixture.action(2, "isolate-host", "pc-001")])
        #expect(!missed.moments.contains { $0.host == fixture.host("pc-001") })
    }

    @Test func whatTheTeamHadToGoByIsTold() async throws {
        let foothold = fixture.foothold(0, "pc-001")
        let alert = JournalEntry<NetworkInput>(
            time: 0, content: .input(.externalAlert(host: fixture.host("pc-001"), account: -1, severity: 2)))
        let cases: [([JournalEntry<NetworkInput>], EvidenceKind)] = [
            ([foothold], .nothing), ([foothold, alert], .alert),
        ]
        for (entries, evidence) in cases {
            let moments = try await search(entries, until: 1).moments
            #expect(moments.map(\.evidence) == [evidence])
            #expect(moments.map(\.known.firstAlert) == [evidence == .alert ? 0 : nil])
        }
        let looked = try await search([foothold, fixture.action(0, "triage-host", "pc-001")], until: 29)
        #expect(looked.moments.allSatisfy { $0.known.firstFinding == .minutes(10) })
    }

    @Test func theNumberOfWorkersDoesNotMatter() async throws {
        let entries = [fixture.foothold(0, "pc-001"), fixture.foothold(20, "pc-002")]
        let first = try await search(entries, policy: .standard, workers: 1, until: 40)
        #expect(try await search(entries, policy: .standard, workers: 3, until: 40) == first)
        var json = JSONWriter()
        first.write(to: &json)
        let parsed = try JSONValue.parse(json.bytes)
        #expect(try parsed.required("points").array().count == 3)
    }

    @Test func cancellingEnds() async throws {
        let reviewed = try fixture.reviewed([])
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await reviewed.missedMoments(ReviewFixture.settings, workers: 1)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
