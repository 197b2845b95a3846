import Kernel
import NetworkWorld

/// How a seed ends where nobody defends.
public struct SeedForecast: Sendable, Equatable {
    /// The seed.
    public var seed: UInt64
    /// What the run came to.
    public var outcome: Outcome
    /// Alerts of everyday life that arrived before the first true one, or at all where there is none.
    public var falseAlertsBefore: Int

    /// Whether a class can learn from it: the adversary gets in during the first half, a true alert arrives in time to do
    /// something, and the goal is reached where nobody does.
    public func isTeachable(duration: Milliseconds) -> Bool {
        guard outcome.goalReached, let first = outcome.firstCompromise, let detected = outcome.detected,
            let goal = outcome.goalTime
        else { return false }
        return first <= duration / 2 && detected + .minutes(20) <= goal
    }

    /// Writes the forecast as one JSON object; the seed is a text.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("seed", String(seed))
            json.member("goal-reached", outcome.goalReached)
            json.member(ifAny: "goal-time", outcome.goalTime)
            json.member(ifAny: "first-compromise", outcome.firstCompromise)
            json.member(ifAny: "first-alert", outcome.detected)
            json.member("true-alerts", outcome.trueAlerts)
            json.member("false-alerts", outcome.falseAlerts)
            json.member("false-alerts-before", falseAlertsBefore)
            json.member("hosts-compromised", outcome.hostsCompromised)
            json.member("hosts-encrypted", outcome.hostsEncrypted)
            json.member("records-stolen", outcome.recordsStolen)
            json.member("loss", outcome.totalLoss)
        }
    }
}
