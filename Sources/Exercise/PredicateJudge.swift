import NetworkWorld
import Scenario

/// What predicates ask of a run's events, folded in as they come, so that asking again costs nothing that happened before.
struct PredicateFacts: Sendable {
    private struct FinishedAction: Sendable, Equatable {
        var action: Int16
        /// Host group of the target, or −1.
        var group: Int32
    }

    private var finished: [FinishedAction] = []
    private var severest = -1

    init() {}

    mutating func fold(_ event: Event, _ program: Program) {
        switch event.kind {
        case .actionFinished:
            let group = event.target >= 0 ? Int32(program.group(ofHost: event.target)) : -1
            let action = FinishedAction(action: event.card, group: group)
            if !finished.contains(action) { finished.append(action) }
        case .alertDelivered:
            guard program.analytics.indices.contains(Int(event.card)) else { return }
            severest = max(severest, program.analytics[Int(event.card)].severity.rank)
        default: break
        }
    }

    func wasTaken(_ action: String, on group: String, _ program: Program) -> Bool {
        guard let index = program.catalogue.actions.firstIndex(where: { $0.id == action }) else { return false }
        return finished.contains { done in
            Int(done.action) == index
                && (group.isEmpty || done.group >= 0 && program.simulation.hosts[Int(done.group)].name == group)
        }
    }

    func wasAlerted(atLeast severity: Severity) -> Bool { severest >= severity.rank }
}

/// Decides predicates over a run, finished or not.
struct PredicateJudge {
    let program: Program
    let facts: PredicateFacts
    let outcome: Outcome

    init(program: Program, facts: PredicateFacts, outcome: Outcome) {
        self.program = program
        self.facts = facts
        self.outcome = outcome
    }

    /// - Complexity: O(events).
    init(program: Program, events: [Event], outcome: Outcome) {
        var facts = PredicateFacts()
        for event in events { facts.fold(event, program) }
        self.init(program: program, facts: facts, outcome: outcome)
    }

    func holds(_ predicate: Predicate) -> Bool {
        switch predicate {
        case .atMost(let figure, let bound): figure.value(in: outcome).map { $0 <= bound } ?? false
        case .atLeast(let figure, let bound): figure.value(in: outcome).map { $0 >= bound } ?? true
        case .actionTaken(let action, let group): facts.wasTaken(action, on: group, program)
        case .alerted(let severity): facts.wasAlerted(atLeast: severity)
        case .all(let predicates): predicates.allSatisfy { holds($0) }
        case .any(let predicates): predicates.contains { holds($0) }
        case .not(let inner): !holds(inner)
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
