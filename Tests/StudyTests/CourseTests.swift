import Kernel
import Scenario
import Study
import TestSupport
import Testing

/// A study runs, and its result does not depend on how.
struct CourseTests {
    @Test func aStudyOfTheSmallOfficeRuns() async throws {
        let plan = try OfficeStudy.plan { $0.extent = .years(64) }
        let course = try StudyCourse(plan)
        #expect(try await course.run(workers: 2) == .done)
        let result = try #require(course.result())
        #expect(result.scale.years == 64)
        #expect(result.arms.map(\.name) == ["base", "patching", "mail-filter"])
        print(result.arms.map(\.loss), result.effects, result.ranking as Any)
    }
}
