import Kernel
import Scenario

/// What a playbook does that comes to a run under way: see ``Run/takeOver(log:)``.
extension NetworkState {
    /// How long an alert about a recovered host is news: knowledge does not say when the host was set right.
    private static let newsAfterRecovery = Milliseconds.minutes(45)

    mutating func playbookTakesOver(_ program: Program, at now: Milliseconds, _ log: inout EventLog<Event>) {
        playbookTookOver = true
        switch program.options.playbook {
        case .none: return
        case .isolateOnAlert: isolateSuspects(program, at: now, &log)
        case .standard:
            recallIncident()
            answerWhatIsKnown(program, at: now, &log)
            hearUnheardAlerts(program, at: now, &log)
            playbookGoesOn(program, at: now, &log)
        }
    }

    private mutating func isolateSuspects(_ program: Program, at now: Milliseconds, _ log: inout EventLog<Event>) {
        for slot in seats[0].hosts.keys.indices {
            let known = seats[0].hosts.records[slot]
            if known.alerts == 0 || known.isolated || known.inWork > 0 { continue }
            if known.assessment == .clean || known.assessment == .recovered { continue }
            ask(program, .isolateHost, host: seats[0].hosts.keys[slot], at: now, &log)
        }
    }

    /// When others found a compromise, the seat's note of it is missing: the latest look at a fallen host stands for it.
    private mutating func recallIncident() {
        for known in seats[0].hosts.records where known.assessment == .compromised || known.assessment == .recovered {
            seats[0].incidentSince = max(seats[0].incidentSince, known.lookedAt)
        }
    }

    private mutating func answerWhatIsKnown(_ program: Program, at now: Milliseconds, _ log: inout EventLog<Event>) {
        for slot in seats[0].hosts.keys.indices {
            let known = seats[0].hosts.records[slot]
            let host = seats[0].hosts.keys[slot]
            if known.isolated {
                // Whoever cut it off may have begun to set it right.
                if isBeingAnswered(program, host: host) { continue }
                ask(program, known.assessment == .clean ? .releaseHost : .restoreHost, host: host, at: now, &log)
            } else if known.assessment == .compromised {
                answerCompromise(program, host: host, at: now, &log)
            }
        }
        if seats[0].addressKnown { ask(program, .blockAddress, at: now, &log) }
    }

    /// Whether something is in work on a host whose result the playbook listens to.
    private func isBeingAnswered(_ program: Program, host: Int32) -> Bool {
        work.contains { item in
            if item.host != host || item.phase == .finished || item.seat != 0 { return false }
            switch program.actions[Int(item.action)].mechanic {
            case .triageHost, .processList, .memoryCapture, .isolateHost, .removeFoothold, .restoreHost: return true
            default: return false
            }
        }
    }

    /// Alerts in the order of delivery, as if they came now, save those whose host or account was looked into since.
    private mutating func hearUnheardAlerts(_ program: Program, at now: Milliseconds, _ log: inout EventLog<Event>) {
        for index in seats[0].alerts {
            let alert = alerts[Int(index)]
            var host = alert.host
            if host >= 0 {
                let known = seats[0].host(host)
                let isOld = known.assessment == .recovered && now - alert.time > Self.newsAfterRecovery
                if known.lookedAt >= alert.time || known.isolated || isOld { host = -1 }
            }
            if host < 0 && alert.account < 0 { continue }
            playbookHearsAlert(
                program, host: host, account: alert.account, severity: severity(of: alert, program), at: now, &log)
        }
    }

    /// The severity of an alert. One from outside the run does not keep its own: the worst of its host stands for it, and
    /// the middle where it names an account alone.
    private func severity(of alert: Alert, _ program: Program) -> UInt8 {
        if alert.analytic >= 0 { return UInt8(program.analytics[Int(alert.analytic)].severity.ordinal) }
        return alert.host >= 0 ? seats[0].host(alert.host).severity : UInt8(Severity.medium.ordinal)
    }
}
