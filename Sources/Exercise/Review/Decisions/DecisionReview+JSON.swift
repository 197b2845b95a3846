import Kernel

extension DecisionReview {
    /// Writes the review of the decisions as one JSON object. Money is in whole units of the currency, times are exercise
    /// milliseconds, durations minutes.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("policy", policy.rawValue)
            json.member("horizon", horizon)
            json.member("left-out", leftOut)
            json.member("refused", refused)
            json.list("decisions", decisions) { decision, json in decision.write(to: &json) }
        }
    }
}

extension DecisionValue {
    /// Writes the decision and its value as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("entry", entry)
            json.member("time", time)
            json.key("action")
            action.write(to: &json)
            json.member("verdict", verdict.rawValue)
            json.member("policy-does-the-same", policyDoesTheSame)
            json.member("futures", futures)
            json.member("better-in", betterIn)
            json.member("worse-in", worseIn)
            json.member("goals-with", goalsWith)
            json.member("goals-without", goalsWithout)
            json.member("loss-with", lossWith)
            json.member("loss-without", lossWithout)
            json.member("loss-spared", spared, decimals: 0)
            json.member("records-spared", recordsSpared, decimals: 1)
            json.member("hosts-spared", hostsSpared, decimals: 2)
            json.member("service-minutes-spared", serviceTimeSpared.scaled(by: 1 / 60_000), decimals: 1)
            json.member("process-minutes-spared", processTimeSpared.scaled(by: 1 / 60_000), decimals: 1)
        }
    }
}
