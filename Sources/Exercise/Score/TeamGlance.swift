import Kernel
import NetworkWorld
import Scenario

/// Truth beside what a team sees, in one line: for those who direct several teams.
public struct TeamGlance: Sendable, Equatable {
    /// How far the attack has come.
    public enum Stage: String, Sendable, CaseIterable {
        /// It has not begun to act inside.
        case outside
        /// It holds hosts.
        case inside
        /// It holds hosts and has gathered data, or has begun to do damage.
        case acting
        /// It has what it wanted.
        case goal
        /// It held hosts and holds none now.
        case out
    }

    /// How far the attack has come.
    public var stage: Stage
    /// Hosts that the adversary holds now.
    public var hostsHeld: Int
    /// Hosts that it ever held.
    public var hostsEverHeld: Int
    /// Hosts that the team holds to be compromised.
    public var hostsKnown: Int
    /// Of the hosts held now: those that the team holds to be compromised.
    public var hostsHeldAndKnown: Int
    /// Alerts that arrived.
    public var alerts: Int
    /// Of those: belonging to the attack.
    public var alertsTrue: Int
    /// Alerts that nobody has taken.
    public var alertsOpen: Int
    /// Belonging to the attack and not taken by anybody.
    public var alertsTrueOpen: Int
    /// Actions that are not finished.
    public var openWork: Int
    /// Injects of the scenario that were not answered.
    public var unanswered: Int
    /// Situation reports that were not marked.
    public var unmarkedReports: Int
    /// When the team last put something in, in exercise milliseconds, or nil.
    public var lastInput: Milliseconds?
    /// Loss so far, in whole units of the currency.
    public var loss: Int64

    /// Writes the line as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("stage", stage.rawValue)
            json.member("hosts-held", hostsHeld)
            json.member("hosts-ever-held", hostsEverHeld)
            json.member("hosts-known", hostsKnown)
            json.member("hosts-held-and-known", hostsHeldAndKnown)
            json.member("alerts", alerts)
            json.member("alerts-true", alertsTrue)
            json.member("alerts-open", alertsOpen)
            json.member("alerts-true-open", alertsTrueOpen)
            json.member("open-work", openWork)
            json.member("unanswered", unanswered)
            json.member("unmarked-reports", unmarkedReports)
            json.member(ifAny: "last-input", lastInput)
            json.member("loss", loss)
        }
    }
}

extension TeamExercise {
    /// Truth beside what the team sees, at this moment.
    ///
    /// - Complexity: O(alerts + hosts touched + messages).
    public var glance: TeamGlance {
        let knowledge = knowledge
        let outcome = outcome
        let held = run.state.red.footholds
        let open = alertRecords.indices.filter { alertRecords[$0].triage == .open }
        return TeamGlance(
            stage: stage(outcome), hostsHeld: held.count, hostsEverHeld: outcome.hostsCompromised,
            hostsKnown: knowledge.hosts.records.count { $0.assessment == .compromised },
            hostsHeldAndKnown: held.count { knowledge.host($0).assessment == .compromised },
            alerts: alertRecords.count, alertsTrue: alertRecords.indices.count { isTrue(alert: $0) },
            alertsOpen: open.count, alertsTrueOpen: open.count { isTrue(alert: $0) }, openWork: openWork.count,
            unanswered: messages.count { $0.inject >= 0 && $0.replies.isEmpty },
            unmarkedReports: reports.count { $0.mark == nil },
            lastInput: entries.last { if case .seat = $0.author { true } else { false } }?.time,
            loss: outcome.totalLoss)
    }

    private func stage(_ outcome: Outcome) -> TeamGlance.Stage {
        if outcome.goalReached { return .goal }
        guard outcome.firstCompromise != nil else { return .outside }
        if run.state.red.footholds.isEmpty { return .out }
        let hasDamaged = outcome.hostsEncrypted > 0 || outcome.recordsStolen > 0 || processDisturbed.contains { $0 > 0 }
        return hasDamaged || run.state.red.collected > 0 ? .acting : .inside
    }
}
