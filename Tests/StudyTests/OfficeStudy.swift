import Kernel
import Scenario
import Study
import TestSupport

/// Studies of the small office, whose runs take a fraction of a millisecond.
enum OfficeStudy {
    static func plan(
        setsLimit: Int = 256, scenario: Scenario = SmallOffice.scenario, _ change: (inout StudyDescription) -> Void
    ) throws -> StudyPlan {
        var study = StudyDescription(name: "office-study", scenario: "small-office")
        study.extent = .years(32)
        study.draws = 16
        change(&study)
        return try StudyPlan(
            study, scenario: scenario, catalogue: SmallOffice.catalogue, contentHash: 7, setsLimit: setsLimit)
    }
}
