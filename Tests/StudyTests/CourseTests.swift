import Kernel
import Scenario
import TestSupport
import Testing

@testable import Study

/// A study's result does not depend on how it was run.
struct CourseTests {
    private static func whole(_ plan: StudyPlan, workers: Int = 2) async throws -> StudyResult {
        let course = try StudyCourse(plan)
        #expect(try await course.run(workers: workers) == .done)
        return try #require(course.result())
    }

    @Test func workersChangeNothing() async throws {
        let plan = try OfficeStudy.plan { $0.extent = .years(32) }
        let one = try await Self.whole(plan, workers: 1), three = try await Self.whole(plan, workers: 3)
        #expect(one == three)
        #expect(one.json() == three.json())
        #expect(one.arms.map(\.name) == ["base", "patching", "mail-filter"])
        #expect(one.scale.years == 32)
    }

    /// Stopped after some blocks, again and again, each time going on from the text of its part in a new course.
    @Test(.timeLimit(.minutes(10))) func interruptsChangeNothing() async throws {
        let plan = try OfficeStudy.plan { $0.extent = .years(32) }
        let whole = try await Self.whole(plan)
        var text = try StudyCourse(plan).part()
        var interrupts = 0
        while true {
            let course = try StudyCourse.resuming(plan, from: text)
            let already = course.progress.done
            let end = try await interrupted(course, after: already + 3)
            text = course.part()
            if end == .done {
                #expect(course.result()?.json() == whole.json())
                break
            }
            #expect(course.progress.done > already)
            #expect(course.result() == nil)
            interrupts += 1
        }
        #expect(interrupts >= 2)
    }

    /// Runs a course until so many blocks are done; then its only worker finds itself cancelled.
    private func interrupted(_ course: StudyCourse, after blocks: Int) async throws -> StudyCourse.End {
        try await course.run(workers: 1) { done, _ in
            if done >= blocks { withUnsafeCurrentTask { $0?.cancel() } }
        }
    }

    @Test func partsAreReadAsTheyWereWritten() async throws {
        let plan = try OfficeStudy.plan { $0.extent = .years(24) }
        let course = try StudyCourse(plan)
        _ = try await course.run(workers: 2)
        let text = course.part()
        #expect(try StudyCourse.resuming(plan, from: text).part() == text)
    }

    @Test(arguments: [2, 3, 7]) func shardsMergeToTheWhole(count: Int) async throws {
        let plan = try OfficeStudy.plan { $0.extent = .years(24) }
        let whole = try await Self.whole(plan)
        var parts: [(name: String, text: String)] = []
        for number in (1...count).reversed() {
            let shard = try #require(StudyShard(number: number, of: count))
            let course = try StudyCourse(plan, shard: shard)
            #expect(try await course.run(workers: 2) == .done)
            parts.append((name: "part-\(number)", text: course.part()))
        }
        #expect(try StudyCourse.merging(plan, parts: parts).result()?.json() == whole.json())
        if count > 1 {
            #expect(throws: StudyError.self) { try StudyCourse.merging(plan, parts: Array(parts.dropLast())) }
            #expect(throws: StudyError.self) { try StudyCourse.merging(plan, parts: parts + [parts[0]]) }
        }
    }

    @Test func partsOfOtherStudiesAreRefused() async throws {
        let plan = try OfficeStudy.plan { $0.extent = .years(24) }
        let text = try StudyCourse(plan).part()
        let other = try StudyPlan(
            plan.study, scenario: SmallOffice.scenario, catalogue: SmallOffice.catalogue, contentHash: 8)
        #expect(throws: JSONError.self) { try StudyCourse.resuming(other, from: text) }
        #expect(throws: JSONError.self) { try StudyCourse.resuming(plan, from: "{}") }
        #expect(throws: JSONError.self) { try StudyCourse.resuming(plan, from: String(text.dropLast(9))) }
        // One digit of one sum: only the digest can tell.
        let damaged = text.replacing("\"moments\":[0,0,0]", with: "\"moments\":[0,0,1]", maxReplacements: 1)
        #expect(damaged != text)
        #expect(throws: JSONError.self) { try StudyCourse.resuming(plan, from: damaged) }
    }

    @Test func aResultSurvivesItsText() async throws {
        for design in [StudyDesign.oneAtATime, .factorial, .optimiser] {
            let plan = try OfficeStudy.plan {
                $0.extent = .years(24)
                $0.design = design
                if design != .oneAtATime { $0.budget = 1_000 }
                if design == .factorial { $0.playbooks = ["none"] }
            }
            let result = try await Self.whole(plan)
            #expect(try StudyResult(json: result.json()) == result, "\(design)")
            #expect(result.effects.count == plan.factors.count)
        }
    }

    @Test func damagedResultsAreRefusedWithAPosition() async throws {
        let text = try await Self.whole(try OfficeStudy.plan { $0.extent = .years(16) }).json()
        for (old, new) in [("thao-study", "study"), ("\"years\"", "\"yaers\""), ("\"factor\": 0", "\"factor\": 9")] {
            #expect(text.contains(old))
            #expect(throws: JSONError.self) { try StudyResult(json: text.replacing(old, with: new)) }
        }
    }

    /// A precision is reached, or as nearly as the spread of the first years promised; the study is longer for it.
    @Test func aWishedPrecisionDecidesHowFar() async throws {
        let short = try await Self.whole(
            try OfficeStudy.plan { $0.extent = .precision(.share(1 << 31), atMost: 1_000_000) })
        let long = try await Self.whole(
            try OfficeStudy.plan { $0.extent = .precision(.share(1 << 29), atMost: 1_000_000) })
        #expect(long.scale.years > short.scale.years)
        let wished = try #require(long.scale.wishedPrecision)
        #expect(long.scale.reachedPrecision < wished * 3 / 2)
        let capped = try await Self.whole(try OfficeStudy.plan { $0.extent = .precision(.money(1), atMost: 300) })
        #expect(capped.scale.runs < 4_000)
    }

    @Test func whatDependsOnAllYearsCannotBeSplit() throws {
        let shard = try #require(StudyShard(number: 1, of: 2))
        let precise = try OfficeStudy.plan { $0.extent = .precision(.money(1), atMost: 300) }
        #expect(throws: StudyError.self) { try StudyCourse(precise, shard: shard) }
        let search = try OfficeStudy.plan(setsLimit: 2) {
            $0.design = .optimiser
            $0.budget = 1_000
        }
        #expect(throws: StudyError.self) { try StudyCourse(search, shard: shard) }
        #expect(StudyShard(number: 3, of: 2) == nil)
    }
}
