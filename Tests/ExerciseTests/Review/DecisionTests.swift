@testable import Exercise
import Kernel
import NetworkWorld
import Scenario
import Synchronization
import Testing

/// The value of decisions.
struct DecisionTests {
    private let fixture: ReviewFixture

    init() throws { fixture = try ReviewFixture() }

    private func review(
        _ entries: [JournalEntry<NetworkInput>], _ policy: ReviewPolicy = .standard, workers: Int = 2
    ) async throws -> DecisionReview {
        var settings = ReviewFixture.settings
        settings.policy = policy
        return try await fixture.reviewed(entries).decisions(settings, workers: workers)
    }

    @Test func cuttingTheAttackerOffHelps() async throws {
        let fixture = try ReviewFixture(slow: true)
        var settings = ReviewFixture.settings
        settings.policy = .nobody
        let entries = [fixture.foothold(0, "pc-001"), fixture.action(2, "isolate-host", "pc-001")]
        let review = try await fixture.reviewed(entries).decisions(settings, workers: 2)
        let decision = try #require(review.decisions.first)
        #expect(decision.verdict == .helped)
        #expect(decision.spared.low > 0 && decision.spared.mean < decision.spared.high)
        #expect(decision.lossWith < decision.lossWithout)
        #expect(decision.goalsWith < decision.goalsWithout)
        #expect(decision.recordsSpared.mean > 0)
        #expect(decision.betterIn > decision.worseIn)
        #expect(decision.action.id == "isolate-host" && decision.action.target == "pc-001")
        #expect(!decision.policyDoesTheSame)
    }

    @Test func cuttingAServerOffForNothingHurts() async throws {
        let review = try await review([fixture.action(1, "isolate-host", "database")], .nobody)
        let decision = try #require(review.decisions.first)
        #expect(decision.verdict == .hurt)
        #expect(decision.serviceTimeSpared.high < 0)
        #expect(decision.worseIn > decision.betterIn)
    }

    /// Looking where nothing is costs ten minutes of work, and that is no mistake.
    @Test func lookingInVainIsNotCalledAMistake() async throws {
        let review = try await review([fixture.action(1, "triage-host", "pc-009")], .nobody)
        let decision = try #require(review.decisions.first)
        #expect(decision.verdict == .unclear)
        #expect(decision.spared.mean < 0 && decision.spared.mean == -30_000)
        #expect(decision.spared.standardError == 0)
    }

    @Test func whatThePolicyDoesAnywayIsSaid() async throws {
        let entries = [
            fixture.foothold(0, "pc-001"), fixture.action(1, "triage-host", "pc-001"),
            fixture.action(20, "isolate-host", "pc-001"),
        ]
        let decisions = try await review(entries).decisions
        #expect(decisions.map(\.policyDoesTheSame) == [false, true])
        #expect(decisions[1].spared.mean == 0)
    }

    @Test func laterInputsOfPeopleAreLeftOut() async throws {
        let first = [fixture.foothold(0, "pc-001"), fixture.action(5, "account-review", "clerks-001")]
        let alone = try await review(first)
        let followed = try await review(
            first + [
                fixture.action(6, "isolate-host", "pc-001"),
                JournalEntry(
                    time: .minutes(30), content: .input(.externalAlert(host: 3, account: -1, severity: 3))),
                JournalEntry(time: .minutes(40), content: .future(9)),
            ])
        #expect(followed.decisions.count == 2)
        #expect(followed.decisions.first == alone.decisions.first)
        // What the direction enters stays, and makes the future another.
        let granted = try await review(first + [fixture.foothold(60, "pc-007")])
        #expect(granted.decisions.first?.lossWith != alone.decisions.first?.lossWith)
    }

    @Test func refusedActionsAndThoseBeyondTheLimitAreTold() async throws {
        let entries = [
            fixture.action(1, "triage-host", "pc-001"), fixture.action(1, "triage-host", "pc-001"),
            fixture.action(2, "no-such-action"), fixture.action(2, "isolate-host", "pc-002"),
            fixture.action(3, "isolate-host", "pc-003"),
        ]
        var settings = ReviewFixture.settings
        settings.decisionLimit = 2
        let review = try await fixture.reviewed(entries).decisions(settings, workers: 1)
        #expect(review.refused == [1, 2])
        #expect(review.decisions.map(\.entry) == [0, 3])
        #expect(review.leftOut == 1)
        #expect(review.horizon == fixture.program.duration)
    }

    @Test func theNumberOfWorkersDoesNotMatter() async throws {
        let entries = [
            fixture.foothold(0, "pc-001"), fixture.action(4, "triage-host", "pc-001"),
            fixture.action(9, "reset-credential", "clerks-001"),
        ]
        let reviews = [try await review(entries, workers: 1), try await review(entries, workers: 3)]
        #expect(reviews[0] == reviews[1])
        #expect(reviews[0].decisions.count == 2)
        var texts = reviews.map { review in
            var json = JSONWriter()
            review.write(to: &json)
            return json.text
        }
        #expect(texts[0] == texts[1])
        let parsed = try JSONValue.parse(Array(texts.removeLast().utf8))
        #expect(try parsed.required("decisions").array().count == 2)
        #expect(try parsed.required("policy").string() == "standard")
    }

    @Test func progressIsToldAndCancellingEnds() async throws {
        let told = Mutex<[Int]>([])
        let entries = (1...4).map { fixture.action($0, "triage-host", "pc-00\($0)") }
        let reviewed = try fixture.reviewed(entries)
        _ = try await reviewed.decisions(ReviewFixture.settings, workers: 1) { done, total in
            #expect(total == 160)
            told.withLock { $0.append(done) }
        }
        let steps = told.withLock { $0 }
        #expect(steps.last == 160 && steps == steps.sorted())

        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await reviewed.decisions(ReviewFixture.settings, workers: 1)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    private static let wrongSettings: [@Sendable (inout ReviewSettings) -> Void] = [
        { $0.futures = 19 }, { $0.futures = 10_001 }, { $0.momentFutures = 0 }, { $0.decisionLimit = 0 },
        { $0.momentLimit = 101 }, { $0.momentInterval = 1_000 }, { $0.horizon = .minutes(239) }, { $0.horizon = .max },
    ]

    @Test(arguments: wrongSettings.indices)
    func settingsOutOfRangeAreRefused(number: Int) async throws {
        var settings = ReviewSettings()
        Self.wrongSettings[number](&settings)
        let (reviewed, wrong) = (try fixture.reviewed([]), settings)
        await #expect(throws: ReviewError.self) { try await reviewed.decisions(wrong, workers: 1) }
        await #expect(throws: ReviewError.self) { try await reviewed.missedMoments(wrong, workers: 1) }
    }

    @Test func runsThatCannotBeReviewedAreRefused() throws {
        let late = fixture.action(10, "triage-host", "pc-001")
        #expect(throws: ReviewError.self) { try fixture.reviewed([late, fixture.action(9, "mail-search")]) }
        #expect(throws: ReviewError.self) { try fixture.reviewed([late], until: 5) }
        #expect(throws: ReviewError.self) { try fixture.reviewed([], until: -1) }
        var options = RunOptions()
        options.seats = 2
        let program = try Program(
            scenario: fixture.program.scenario, catalogue: fixture.program.catalogue, options: options)
        #expect(throws: ReviewError.self) {
            try ReviewedRun(program: program, seeds: Seeds(1), entries: [], end: 0)
        }
    }

    @Test(arguments: [
        ([], 0.0, 0.0), ([5], 5, 0), ([1, 3], 2, 1), ([2, 2, 2, 2], 2, 0), ([0, 0, 0, 8], 2, 2),
    ])
    func estimatesAreMeansWithTheirErrors(values: [Int64], mean: Double, error: Double) {
        let estimate = Estimate(of: values.map(Double.init))
        #expect(estimate.mean == mean && estimate.standardError == error)
        #expect(estimate.low <= mean && estimate.high >= mean)
    }
}
