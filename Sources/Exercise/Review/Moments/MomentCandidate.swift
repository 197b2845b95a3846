import Kernel
import NetworkWorld

/// A host that could have been cut off, over the moments searched so far.
struct MomentCandidate: Sendable {
    let host: Int32
    /// The best moment so far.
    private(set) var best: SearchedMoment
    private(set) var evidence: EvidenceKind
    /// Every moment at which it could have been cut off, with the mean of what that would have spared.
    private(set) var course: [(time: Milliseconds, mean: Double)]

    private(set) var bestMean: Double

    init(host: Int32, _ moment: SearchedMoment, mean: Double, evidence: EvidenceKind) {
        self.host = host
        best = moment
        bestMean = mean
        self.evidence = evidence
        course = [(moment.time, mean)]
    }

    mutating func take(_ moment: SearchedMoment, mean: Double, evidence: EvidenceKind) {
        course.append((moment.time, mean))
        if mean <= bestMean { return }
        best = moment
        bestMean = mean
        self.evidence = evidence
    }

    /// The last moment at which at least half of the best was to be had.
    var paidUntil: Milliseconds {
        course.last { $0.mean >= bestMean / 2 }?.time ?? best.time
    }
}
