import Exercise
import Kernel

/// The review of one team, as far as it has been computed.
public struct TeamReview: Sendable {
    /// The story of the run, with its truth.
    public var timeline: ReviewTimeline
    /// The team beside nobody and the playbook on its own seeds.
    public var line: TeamLine
    /// What each decision was worth; nil until it is computed.
    public var decisions: DecisionReview?
    /// When acting would have paid most; nil until it is computed.
    public var moments: MissedMoments?
    /// How much of decisions and moments is computed, in thousandths.
    public var progress = 0
    /// Why it could not be computed, where that is so.
    public var failure: String?

    /// Whether everything is there.
    public var isComplete: Bool { decisions != nil && moments != nil }

    /// Writes the review as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("progress-thousandths", progress)
            json.key("team")
            line.write(to: &json)
            json.key("timeline")
            timeline.write(to: &json)
            if let decisions {
                json.key("decisions")
                decisions.write(to: &json)
            }
            if let moments {
                json.key("missed-moments")
                moments.write(to: &json)
            }
            if let failure { json.member("failure", failure) }
        }
    }
}

extension TeamExercise {
    /// The alerts that the team closed, as its triage says.
    var closedAlerts: [ClosedAlert] {
        deskAlerts.compactMap { alert in
            switch alert.triage {
            case .closedTrue: ClosedAlert(number: alert.number, isTrue: true)
            case .closedFalse: ClosedAlert(number: alert.number, isTrue: false)
            case .open, .owned, .escalated: nil
            }
        }
    }
}
