import Kernel
import NetworkWorld
import Scenario

/// A run's events put in order for people: steps with their ends, hosts with what happened to them, alerts with their
/// truth, actions, outages.
struct RunStory {
    /// How a step of the attack ended.
    enum StepResult: Equatable {
        case succeeded, failed, lost, unfinished
    }

    /// One step of the attack.
    struct Step {
        var number: Int32
        var card: Int
        var start: Milliseconds
        var end: Milliseconds
        var source: Int32
        var target: Int32
        var account: Int32
        var result: StepResult
        /// Number of alerts that speak of it.
        var alerts = 0
    }

    /// A host that red ever had access to, or that came to harm.
    struct TouchedHost {
        var host: Int32
        /// Place in the order of taking, from 1; 0 where red had no access of its own (encrypted from elsewhere).
        var order = 0
        var taken: Milliseconds?
        var administrator = false
        /// Step that took it; 0: none.
        var step: Int32 = 0
        /// Access was granted by the directors.
        var granted = false
        var lost: Milliseconds?
        var encrypted: Milliseconds?
        var disturbed: Milliseconds?
        /// Step that encrypted it or made it disturb its process; 0: none.
        var harmStep: Int32 = 0
        var isolated: Milliseconds?
        var restored: Milliseconds?
    }

    /// What an alert spoke of.
    enum AlertTruth: Int, CaseIterable {
        case attack, administrator, none
    }

    /// An alert that reached a defender.
    struct Alert {
        var time: Milliseconds
        var analytic: Int
        var target: Int32
        var step: Int32
        var truth: AlertTruth
    }

    /// An action of a defender.
    struct Action {
        var start: Milliseconds
        var end: Milliseconds?
        var action: Int
        var target: Int32
        var account: Int32
        var success: Bool
    }

    /// A time without a service, or with a disturbed process.
    struct Outage {
        var start: Milliseconds
        var end: Milliseconds
        var byDefence = false
    }

    /// A moment that the story turns on.
    struct Moment {
        var time: Milliseconds
        var kind: Event.Kind
        var host: Int32
        var amount: Int64
        var step: Int32
    }

    /// Number of alerts by analytic and truth; the last row is for detectors outside the run.
    var alertCounts: [[Int]] = []
    var steps: [Step] = []
    var touched: [TouchedHost] = []
    var alerts: [Alert] = []
    var actions: [Action] = []
    var services: [[Outage]] = []
    var processes: [[Outage]] = []
    var moments: [Moment] = []
    /// When the run ended.
    var end: Milliseconds

    private var stepIndex: [Int32: Int] = [:]
    private var touchedIndex: [Int32: Int] = [:]
    private var takenCount = 0
    /// Controllers of each process that disturb it now.
    private var disturbed: [Int] = []

    /// Puts the events of a run in order.
    ///
    /// - Complexity: O(events).
    init(program: Program, events: [Event]) {
        end = max(program.duration, events.last?.time ?? 0)
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
    func touched(_ host: Int32) -> TouchedHost? { touchedIndex[host].map { touched[$0] } }

    /// The step of that number.
    func step(_ number: Int32) -> Step? { stepIndex[number].map { steps[$0] } }

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
            Alert(time: event.time, analytic: analytic, target: event.target, step: event.step, truth: truth))
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
