import Kernel
import NetworkWorld

extension ReviewComparison {
    /// Writes the comparison as one JSON object. Money is in whole units of the currency, times are exercise milliseconds.
    public func write(to json: inout JSONWriter) {
        json.object { json in json.list("teams", teams) { team, json in team.write(to: &json) } }
    }
}

extension TeamLine {
    /// Writes the line as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.member("end", end)
            json.member("actions", actionCount)
            json.member("minutes-to-act", optional: minutesToAct)
            Self.write(outcome, "team", to: &json)
            Self.write(nobody, "nobody", to: &json)
            Self.write(standard, "standard", to: &json)
            json.key("triage")
            triage.write(to: &json)
        }
    }

    private static func write(_ outcome: Outcome, _ name: String, to json: inout JSONWriter) {
        json.key(name)
        json.object { json in
            json.member("minutes-to-detect", optional: outcome.minutesToDetect)
            json.member("minutes-to-contain", optional: outcome.minutesToContain)
            json.member("goal-reached", outcome.goalReached)
            json.member("records-stolen", outcome.recordsStolen)
            json.member("hosts-encrypted", outcome.hostsEncrypted)
            json.member("service-minutes-lost", outcome.serviceLost.reduce(0, &+) / 60_000)
            json.member("false-isolations", outcome.falseIsolations)
            json.member("staff-minutes", outcome.staffMinutes)
            json.member("total-loss", outcome.totalLoss)
        }
    }
}

extension TriageFigures {
    /// Writes the figures as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("attacks", attacks)
            json.member("closed-true", closedTrue)
            json.member("rightly-true", rightlyTrue)
            json.member("closed-false", closedFalse)
            json.member("rightly-false", rightlyFalse)
        }
    }
}
