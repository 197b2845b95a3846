import NetworkWorld
import Scenario

/// Decides predicates over a finished run.
struct PredicateJudge {
    let program: Program
    let events: [Event]
    let outcome: Outcome

    func holds(_ predicate: Predicate) -> Bool {
        switch predicate {
        case .atMost(let figure, let bound): figure.value(in: outcome).map { $0 <= bound } ?? false
        case .atLeast(let figure, let bound): figure.value(in: outcome).map { $0 >= bound } ?? true
        case .actionTaken(let action, let group): wasTaken(action, on: group)
        case .alerted(let severity): wasAlerted(atLeast: severity)
        case .all(let predicates): predicates.allSatisfy { holds($0) }
        case .any(let predicates): predicates.contains { holds($0) }
        case .not(let inner): !holds(inner)
        }
    }

    private func wasTaken(_ action: String, on group: String) -> Bool {
        guard let index = program.catalogue.actions.firstIndex(where: { $0.id == action }) else { return false }
        return events.contains { event in
            guard event.kind == .actionFinished, Int(event.card) == index else { return false }
            if group.isEmpty { return true }
            return event.target >= 0 && program.simulation.hosts[program.group(ofHost: event.target)].name == group
        }
    }

    private func wasAlerted(atLeast severity: Severity) -> Bool {
        events.contains { event in
            guard event.kind == .alertDelivered, program.analytics.indices.contains(Int(event.card)) else {
                return false
            }
            return program.analytics[Int(event.card)].severity.rank >= severity.rank
        }
    }
}

extension Severity {
    /// The place in the order from low to critical.
    var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        case .critical: 3
        }
    }
}

extension OutcomeFigure {
    /// The figure's value in an outcome; nil where it never came to be.
    public func value(in outcome: Outcome) -> Int64? {
        switch self {
        case .recordsStolen: outcome.recordsStolen
        case .hostsEncrypted: Int64(outcome.hostsEncrypted)
        case .hostsCompromised: Int64(outcome.hostsCompromised)
        case .serviceMinutesLost: outcome.serviceLost.reduce(0, +) / 60_000
        case .processMinutesLost: outcome.processLost.reduce(0, +) / 60_000
        case .minutesToDetect: outcome.minutesToDetect
        case .minutesToContain: outcome.minutesToContain
        case .staffMinutes: outcome.staffMinutes
        case .totalLoss: outcome.totalLoss
        case .goalReached: outcome.goalReached ? 1 : 0
        case .falseIsolations: Int64(outcome.falseIsolations)
        }
    }
}
