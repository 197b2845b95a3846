import Kernel
import NetworkWorld
import Scenario

/// A run's events put in order for people: steps with their ends, hosts with what happened to them, alerts with their
/// truth, actions, outages.
package struct RunStory {
    /// How a step of the attack ended.
    package enum StepResult: Equatable {
        case succeeded, failed, lost, unfinished
    }

    /// One step of the attack.
    package struct Step {
        package var number: Int32
        package var card: Int
        package var start: Milliseconds
        package var end: Milliseconds
        package var source: Int32
        package var target: Int32
        package var account: Int32
        package var result: StepResult
        /// Number of alerts that speak of it.
        package var alerts = 0
    }

    /// A host that red ever had access to, or that came to harm.
    package struct TouchedHost {
        package var host: Int32
        /// Place in the order of taking, from 1; 0 where red had no access of its own (encrypted from elsewhere).
        package var order = 0
        package var taken: Milliseconds?
        package var administrator = false
        /// Step that took it; 0: none.
        package var step: Int32 = 0
        /// Access was granted by the directors.
        package var granted = false
        package var lost: Milliseconds?
        package var encrypted: Milliseconds?
        package var disturbed: Milliseconds?
        /// Step that encrypted it or made it disturb its process; 0: none.
        package var harmStep: Int32 = 0
        package var isolated: Milliseconds?
        package var restored: Milliseconds?
    }

    /// What an alert spoke of.
    package enum AlertTruth: Int, CaseIterable {
        case attack, administrator, none
    }

    /// An alert that reached a defender.
    package struct Alert {
        package var time: Milliseconds
        package var analytic: Int
        package var target: Int32
        package var account: Int32
        package var step: Int32
        package var truth: AlertTruth
    }

    /// An action of a defender.
    package struct Action {
        package var start: Milliseconds
        package var end: Milliseconds?
        package var action: Int
        package var target: Int32
        package var account: Int32
        package var success: Bool
    }

    /// A time without a service, or with a disturbed process.
    package struct Outage {
        package var start: Milliseconds
        package var end: Milliseconds
        package var byDefence = false
    }

    /// A moment that the story turns on.
    package struct Moment {
        package var time: Milliseconds
        package var kind: Event.Kind
        package var host: Int32
        package var amount: Int64
        package var step: Int32
    }

    /// Number of alerts by analytic and truth; the last row is for detectors outside the run.
    package var alertCounts: [[Int]] = []
    package var steps: [Step] = []
    package var touched: [TouchedHost] = []
    package var alerts: [Alert] = []
    package var actions: [Action] = []
    package var services: [[Outage]] = []
    package var processes: [[Outage]] = []
    package var moments: [Moment] = []
    /// When the run ended.
    package var end: Milliseconds

    private var stepIndex: [Int32: Int] = [:]
    private var touchedIndex: [Int32: Int] = [:]
    private var takenCount = 0
    /// Controllers of each process that disturb it now.
    private var disturbed: [Int] = []

    /// Puts the events of a run in order.
    ///
    /// - Parameter end: when the run ended; the scenario's duration where not given.
    /// - Complexity: O(events).
    package init(program: Program, events: [Event], end: Milliseconds? = nil) {
        self.end = max(end ?? program.duration, events.last?.time ?? 0)
        services = Array(repeating: [], count: program.simulation.businessServices.count)
        processes = Array(repeating: [], count: program.simulation.processes.count)
        disturbed = Array(repeating: 0, count: processes.count)
        alertCounts = Array(
            repeating: Array(repeating: 0, count: AlertTruth.allCases.count), count: program.analytics.count + 1)
        for event in events {
            takeAttack(event, program)
            takeDefence(event)
            takeHarm(event)
            if event.kind == .alertDelivered { takeAlert(event) }
        }
    }

    /// What happened to a host, or nil where nothing did.
    package func touched(_ host: Int32) -> TouchedHost? { touchedIndex[host].map { touched[$0] } }

    /// The step of that number.
    package func step(_ number: Int32) -> Step? { stepIndex[number].map { steps[$0] } }

    private mutating func takeAttack(_ event: Event, _ program: Program) {
        switch event.kind {
        case .attackStep:
            guard program.catalogue.cards.indices.contains(Int(event.card)) else { return }
            stepIndex[event.step] = steps.count
            steps.append(
                Step(
                    number: event.step, card: Int(event.card), start: event.time,
                    end: min(event.time + max(event.detail, 0), end), source: event.source, target: event.target,
                    account: event.account, result: .unfinished))
        case .stepEnded, .stepLost:
            guard let index = stepIndex[event.step] else { return }
            steps[index].end = event.time
            steps[index].result = event.kind == .stepLost ? .lost : event.success ? .succeeded : .failed
        case .footholdGained, .footholdGranted:
            guard event.target >= 0 else { return }
            change(event.target) { host, order in
                if host.taken == nil {
                    host.taken = event.time
                    host.order = order
                    host.step = event.step
                    host.granted = event.kind == .footholdGranted
                }
                host.administrator = host.administrator || event.detail == 2
            }
        case .footholdLost:
            change(event.target) { host, _ in host.lost = event.time }
        case .recordsStolen, .goalReached, .noPathLeft, .withdrew, .backupsDestroyed:
            moments.append(
                Moment(
                    time: event.time, kind: event.kind, host: event.target, amount: event.detail, step: event.step))
        default: break
        }
    }

    private mutating func takeHarm(_ event: Event) {
        switch event.kind {
        case .hostEncrypted:
            change(event.target) { host, _ in
                host.encrypted = host.encrypted ?? event.time
                host.harmStep = event.step
            }
        case .processDisturbed:
            change(event.target) { host, _ in
                host.disturbed = host.disturbed ?? event.time
                host.harmStep = event.step
            }
            guard disturbed.indices.contains(Int(event.detail)) else { return }
            disturbed[Int(event.detail)] += 1
            Self.open(&processes, Int(event.detail), at: event.time, until: end)
        case .processRestored:
            guard disturbed.indices.contains(Int(event.detail)) else { return }
            disturbed[Int(event.detail)] -= 1
            // The process is whole again when its last controller is.
            if disturbed[Int(event.detail)] == 0 { Self.close(&processes, Int(event.detail), at: event.time) }
        case .serviceDown: Self.open(&services, Int(event.detail), at: event.time, until: end, byDefence: event.success)
        case .serviceUp: Self.close(&services, Int(event.detail), at: event.time)
        default: break
        }
    }

    private mutating func takeDefence(_ event: Event) {
        switch event.kind {
        case .actionStarted:
            actions.append(
                Action(
                    start: event.time, end: nil, action: Int(event.card), target: event.target,
                    account: event.account, success: false))
        case .actionFinished:
            let index = actions.lastIndex { action in
                action.end == nil && action.action == Int(event.card) && action.target == event.target
                    && action.account == event.account
            }
            guard let index else { return }
            actions[index].end = event.time
            actions[index].success = event.success
        case .hostIsolated: change(event.target) { host, _ in host.isolated = event.time }
        case .hostReleased: change(event.target) { host, _ in host.isolated = nil }
        case .hostRestored: change(event.target) { host, _ in host.restored = event.time }
        default: break
        }
    }

    private mutating func takeAlert(_ event: Event) {
        let external = alertCounts.count - 1
        let analytic = (0..<external).contains(Int(event.card)) ? Int(event.card) : external
        let truth: AlertTruth = event.step > 0 ? .attack : event.success ? .administrator : .none
        alertCounts[analytic][truth.rawValue] += 1
        alerts.append(
            Alert(
                time: event.time, analytic: analytic, target: event.target, account: event.account, step: event.step,
                truth: truth))
        if let index = stepIndex[event.step] { steps[index].alerts += 1 }
    }

    private mutating func change(_ host: Int32, _ body: (inout TouchedHost, Int) -> Void) {
        guard host >= 0 else { return }
        let taken = takenCount + 1
        if let index = touchedIndex[host] {
            let before = touched[index].order
            body(&touched[index], taken)
            if before == 0 && touched[index].order > 0 { takenCount += 1 }
        } else {
            var record = TouchedHost(host: host)
            body(&record, taken)
            if record.order > 0 { takenCount += 1 }
            touchedIndex[host] = touched.count
            touched.append(record)
        }
    }

    private static func open(
        _ outages: inout [[Outage]], _ index: Int, at time: Milliseconds, until end: Milliseconds,
        byDefence: Bool = false
    ) {
        guard outages.indices.contains(index) else { return }
        if let last = outages[index].last, last.end > time { return }
        outages[index].append(Outage(start: time, end: end, byDefence: byDefence))
    }

    private static func close(_ outages: inout [[Outage]], _ index: Int, at time: Milliseconds) {
        guard outages.indices.contains(index), let last = outages[index].indices.last else { return }
        if outages[index][last].end > time { outages[index][last].end = time }
    }
}
