import Kernel
import NetworkWorld
import Scenario

/// A part of a team's points.
public struct ScoreComponent: Sendable, Equatable {
    /// Parts, in the order in which they are shown.
    public enum Part: String, Sendable, CaseIterable {
        /// The scenario's metrics, those that the run decides and those that people mark.
        case metrics
        /// Answers to questions.
        case answers
        /// What hints cost; never positive.
        case hints
        /// Alerts told apart.
        case triage
        /// The last situation report.
        case reports
    }

    /// Which part.
    public var part: Part
    /// Points so far.
    public var points: Int64
    /// Points that people may still give, or that are marked at the close.
    public var open: Int64
    /// Most points.
    public var maximum: Int64
}

/// What a team has come to, by the truth: for the direction while the exercise runs, for everybody once it is closed.
public struct TeamScore: Sendable, Equatable {
    /// Exercise time in milliseconds.
    public var time: Milliseconds
    /// Whether the exercise is closed.
    public var isFinal: Bool
    /// Points by part, in the order of ``ScoreComponent/Part``.
    public var components: [ScoreComponent]
    /// Conditions, metrics, evaluations, objectives and goals of the scenario, and the right answers.
    public var marking: Marking
    /// How well alerts were told apart.
    public var triage: TriageScore
    /// Situation reports against the truth.
    public var reports: [ReportScore]
    /// What the run came to.
    public var outcome: Outcome
    /// Minutes from the first access to the first true alert; nil where there was none of either.
    public var minutesToDetect: Int64?
    /// Minutes from the first access until the team showed that it knew: it escalated a true alert or closed it as true, or
    /// an investigation found the intruder. Nil where it never did.
    public var minutesToRecognise: Int64?
    /// Minutes from the first access until the adversary was out; nil while it is not.
    public var minutesToContain: Int64?
    /// Loss so far, in whole units of the currency.
    public var loss: Int64
    /// What it would have been by now had nobody defended, or nil where that was not computed.
    public var lossUndefended: Int64?
    /// What it would have been by now under the built-in playbook, or nil where that was not computed.
    public var lossUnderPlaybook: Int64?

    /// All points together.
    public var total: Int64 { components.reduce(0) { $0 + $1.points } }
    /// Most points.
    public var maximum: Int64 { components.reduce(0) { $0 + $1.maximum } }

    /// Writes the score as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("time", time)
            json.member("final", isFinal)
            json.member("total", total)
            json.member("maximum", maximum)
            json.list("components", components) { component, json in
                json.object { json in
                    json.member("part", component.part.rawValue)
                    json.member("points", component.points)
                    json.member("open", component.open)
                    json.member("maximum", component.maximum)
                }
            }
            json.key("triage")
            triage.write(to: &json)
            json.list("reports", reports) { $0.write(to: &$1) }
            json.member(ifAny: "minutes-to-detect", minutesToDetect)
            json.member(ifAny: "minutes-to-recognise", minutesToRecognise)
            json.member(ifAny: "minutes-to-contain", minutesToContain)
            json.member("records-stolen", outcome.recordsStolen)
            json.member("hosts-compromised", outcome.hostsCompromised)
            json.member("hosts-encrypted", outcome.hostsEncrypted)
            json.member("service-minutes-lost", outcome.serviceLost.reduce(0, +) / 60_000)
            json.member("false-isolations", outcome.falseIsolations)
            json.member("goal-reached", outcome.goalReached)
            json.member("loss", loss)
            json.member(ifAny: "loss-undefended", lossUndefended)
            json.member(ifAny: "loss-under-playbook", lossUnderPlaybook)
            json.key("marking")
            marking.write(to: &json)
        }
    }
}
