import Kernel
import Scenario

/// A host that it would have paid to cut off, and when most.
public struct MissedMoment: Sendable, Equatable {
    /// The host.
    public var host: Int32
    /// Its name.
    public var hostName: String
    /// The best of the moments that were searched.
    public var time: Milliseconds
    /// Loss spared by cutting it off then rather than leaving the moment to the policy, whole units of the currency. Measured
    /// over other futures than those by which the moment was chosen, so that luck in choosing does not flatter it.
    public var spared: Estimate
    /// Futures a side behind ``spared``.
    public var futures: Int
    /// Futures in which the loss is smaller.
    public var betterIn: Int
    /// The last searched moment at which at least half of that was still to be had.
    public var paidUntil: Milliseconds
    /// What the team had to go by at ``time``.
    public var evidence: EvidenceKind
    /// When what became known.
    public var known: HostEvidence
}

/// How much was at stake at a moment: the run as it stood, with the team's later inputs left out.
public struct MomentPoint: Sendable, Equatable {
    /// The moment.
    public var time: Milliseconds
    /// Expected loss if nobody does anything more, whole units of the currency.
    public var lossUndefended: Estimate
    /// Expected loss if the standard playbook takes over.
    public var lossDefended: Estimate
    /// Their difference: what acting could still spare.
    public var spared: Estimate
    /// Futures in which the adversary reaches its goal if nobody does anything more.
    public var goalsUndefended: Int
    /// Futures in which it does if the playbook takes over.
    public var goalsDefended: Int
}

/// Where acting would have paid most.
public struct MissedMoments: Sendable, Equatable {
    /// Who acts in the futures of ``moments``.
    public var policy: ReviewPolicy
    /// Up to when futures ran.
    public var horizon: Milliseconds
    /// Time between two moments that were searched.
    public var interval: Milliseconds
    /// Futures behind each figure of ``points``.
    public var futures: Int
    /// What was at stake, moment by moment.
    public var points: [MomentPoint]
    /// Hosts that it would clearly have paid to cut off, the dearest first.
    public var moments: [MissedMoment]
}

extension MissedMoments {
    /// Writes it as one JSON object. Money is in whole units of the currency, times are exercise milliseconds.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("policy", policy.rawValue)
            json.member("horizon", horizon)
            json.member("interval", interval)
            json.member("futures", futures)
            json.list("points", points) { point, json in point.write(to: &json) }
            json.list("moments", moments) { moment, json in moment.write(to: &json) }
        }
    }
}

extension MomentPoint {
    /// Writes it as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("time", time)
            json.member("loss-undefended", lossUndefended, decimals: 0)
            json.member("loss-defended", lossDefended, decimals: 0)
            json.member("loss-spared", spared, decimals: 0)
            json.member("goals-undefended", goalsUndefended)
            json.member("goals-defended", goalsDefended)
        }
    }
}

extension MissedMoment {
    /// Writes it as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("host", host)
            json.member("host-name", hostName)
            json.member("time", time)
            json.member("loss-spared", spared, decimals: 0)
            json.member("futures", futures)
            json.member("better-in", betterIn)
            json.member("paid-until", paidUntil)
            json.member("evidence", evidence.rawValue)
            json.key("known")
            known.write(to: &json)
        }
    }
}
