import Scenario

/// How large a study will be, told before it runs.
public struct StudySize: Sendable, Equatable {
    /// Names of the arms of the first round; the base comes first.
    public var arms: [String]
    /// Names of the adversaries.
    public var adversaries: [String]
    /// Years in every arm; of a study with a precision, those of its first stage.
    public var years: Int64
    /// Attacks over all arms, as expected; of a search, those of its first round.
    public var expectedRuns: Int64
    /// Whether more follows that depends on what the first years say.
    public var isOpen: Bool
}

extension StudyPlan {
    /// How large the study will be.
    public var size: StudySize {
        let years = firstBlocks * yearsPerBlock
        let arms = firstArms
        return StudySize(
            arms: arms.map(name), adversaries: adversaries.map(\.name), years: Int64(years),
            expectedRuns: Int64(Double(years) * expectedAttempts * Double(arms.count)), isOpen: isSearch || isStaged)
    }

    private var isStaged: Bool {
        if case .precision = study.extent { return true }
        return false
    }
}
