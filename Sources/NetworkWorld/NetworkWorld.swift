import Kernel
import Scenario

/// The compiled scenario under a name that the world's own `Program` does not hide.
public typealias NetworkProgram = Program
/// The event under a name that the world's own `Event` does not hide.
public typealias NetworkEvent = Event

/// The cyber range: networks, hosts, accounts, an adversary and those who defend, as discrete events.
public enum NetworkWorld: World {
    /// The compiled scenario.
    public typealias Program = NetworkProgram
    /// What changes.
    public typealias State = NetworkState
    /// What enters from outside.
    public typealias Input = NetworkInput
    /// What is reported.
    public typealias Event = NetworkEvent

    /// The name in journals.
    public static var name: String { "network" }
    /// Raised whenever a journal would give another run.
    public static var rulesVersion: Int { 1 }

    /// The state at time zero: the adversary, false alarms, habits and visits are on the agenda.
    public static func begin(_ program: NetworkProgram, seeds: Seeds) -> NetworkState {
        var state = NetworkState(program: program, seeds: seeds)
        if program.options.attack { state.scheduleRedStart(program) }
        state.scheduleGreen(program)
        return state
    }

    /// Performs one entry of the agenda.
    public static func perform(
        _ entry: Agenda.Entry, _ program: NetworkProgram, _ state: inout NetworkState,
        _ log: inout EventLog<NetworkEvent>
    ) {
        let now = entry.time
        switch AgendaKind(rawValue: entry.kind) {
        case .redDecides: state.redDecides(program, at: now, &log)
        case .redStepEnds: state.redStepEnds(program, number: entry.first, at: now, &log)
        case .alertArrives: state.alertArrives(program, alert: entry.first, at: now, &log)
        case .actionApproved: state.actionApproved(program, item: entry.first, at: now, &log)
        case .actionEnds: state.actionEnds(program, item: entry.first, at: now, &log)
        case .falseAlarm: state.falseAlarm(program, analytic: entry.first, number: entry.second, at: now)
        case .habit: state.habitHappens(program, habit: entry.first, number: entry.second, at: now, &log)
        case .visit: state.visitHappens(program, group: entry.first, number: entry.second, at: now, &log)
        case .processRestored: state.processRestored(program, host: entry.first, at: now, &log)
        case nil: preconditionFailure("agenda entry of unknown kind \(entry.kind)")
        }
    }

    /// Takes in one input.
    public static func apply(
        _ input: NetworkInput, at time: Milliseconds, _ program: NetworkProgram, _ state: inout NetworkState,
        _ log: inout EventLog<NetworkEvent>
    ) {
        switch input {
        case .action(let seat, let action, let host, let account, let network):
            let index = program.catalogue.actions.firstIndex { $0.id == action } ?? -1
            state.request(
                program, action: index, seat: Int(seat), host: host, account: account, network: network, at: time, &log)
        case .grantFoothold(let host):
            guard host >= 0, Int(host) < program.hostCount, !program.isRemoved(host: host) else { return }
            log.append(Event(time: time, kind: .footholdGranted, target: host))
            state.gainFoothold(program, host: host, administrator: false, from: -1, with: -1, step: 0, at: time, &log)
        case .externalAlert(let host, let account, let severity):
            guard host < Int32(program.hostCount), account < Int32(program.accountCount) else { return }
            state.deliverExternalAlert(
                program, host: max(-1, host), account: max(-1, account),
                severity: min(severity, UInt8(Severity.critical.ordinal)), at: time, &log)
        }
    }
}

/// What may be on the agenda of the network world.
enum AgendaKind: UInt32 {
    case redDecides = 1
    case redStepEnds
    case alertArrives
    case actionApproved, actionEnds
    case falseAlarm
    case habit
    case visit
    case processRestored
}
