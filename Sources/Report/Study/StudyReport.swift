import Study

/// Everything that the report of a study is made from.
public struct StudyReport: Sendable {
    /// What the study found.
    public var result: StudyResult
    /// Where it comes from, for those who want to make it again.
    public var provenance: Provenance

    /// A report of a study.
    public init(_ result: StudyResult, provenance: Provenance = Provenance()) {
        self.result = result
        self.provenance = provenance
    }
}
