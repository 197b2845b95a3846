import Kernel
import NetworkWorld
import Scenario

extension ReviewTimeline {
    /// Writes the timeline as one JSON object. Hosts and accounts are indices, −1 for none; times are exercise milliseconds.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("end", end)
            json.list("steps", steps) { step, json in step.write(to: &json) }
            json.list("alerts", alerts) { alert, json in alert.write(to: &json) }
            json.list("actions", actions) { action, json in action.write(to: &json) }
            json.list("outages", outages) { outage, json in outage.write(to: &json) }
            json.list("moments", moments) { moment, json in moment.write(to: &json) }
            json.key("frames")
            frames.write(to: &json)
        }
    }
}

extension TimelineStep {
    /// Writes the step as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("number", number)
            json.member("start", start)
            json.member("end", end)
            json.member("technique", technique)
            json.member("title", title)
            json.member("source", source)
            json.member("target", target)
            json.member("account", account)
            json.member("result", result.rawValue)
            json.member("alerts", alerts)
            json.list("sights", sights) { sight, json in
                json.object { json in
                    json.member("sensor", sight.sensor)
                    json.member("host", sight.host)
                }
            }
        }
    }
}

extension TimelineAlert {
    /// Writes the alert as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("number", number)
            json.member("time", time)
            json.member("analytic", optional: analytic)
            json.member("title", title)
            json.member("host", host)
            json.member("account", account)
            json.member("truth", truth.rawValue)
            json.member("step", step)
        }
    }
}

extension TimelineAction {
    /// Writes the action as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("entry", optional: entry.map { Int64($0) })
            json.key("action")
            action.write(to: &json)
            json.member("asked", asked)
            json.member("started", optional: started)
            json.member("finished", optional: finished)
            json.key("success")
            if let success { json.value(success) } else { json.null() }
            json.list("results", results) { result, json in
                json.object { json in
                    json.member("finding", Self.key(of: result.finding))
                    json.member("host", result.host)
                    json.member("account", result.account)
                }
            }
        }
    }

    private static func key(of finding: Finding) -> String {
        switch finding {
        case .clean: "clean"
        case .compromised: "compromised"
        case .accountCompromised: "account-compromised"
        case .explained: "explained"
        case .addressKnown: "address-known"
        }
    }
}

extension TimelineOutage {
    /// Writes the outage as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.member("title", title)
            json.member("process", isProcess)
            json.member("start", start)
            json.member("end", end)
            json.member("by-defence", byDefence)
        }
    }
}

extension TimelineMoment {
    /// Writes the moment as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("time", time)
            json.member("kind", kind.rawValue)
            json.member("host", host)
            json.member("amount", amount)
        }
    }
}

extension HostFrames {
    /// Writes the changes as one JSON object: the names of the standings, then changes as `[time, host, standing]`, the last
    /// as a place among those names.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("standings", HostStanding.allCases.map(\.rawValue))
            json.list("changes", changes) { change, json in
                json.array { json in
                    json.value(change.time)
                    json.value(change.host)
                    json.value(change.standing.ordinal)
                }
            }
        }
    }
}
