import Kernel
import NetworkWorld
import Scenario

/// The traces of technique cards: of attack steps, and of administrators' habits that look like them.
extension TelemetryStream {
    /// Leaves a card's traces over the duration of an event, in the card's order, those of success last.
    mutating func leaveTraces(of event: Event, label: TruthLabel) {
        guard event.card >= 0 else { return }
        var emitter = emitter(event, label: label)
        unique(&emitter)
        emitter.card = label == .benign ? -1 : event.card
        // A habit's event has no duration of its own: the card's likely one stands for it.
        let habit = event.kind == .administrativeHabit
        let duration = max(habit ? program.cards[Int(event.card)].duration.likely : event.detail, 1)
        let step = TraceStep(
            card: Int(event.card), source: event.source, target: event.target, account: event.account,
            number: event.step, success: event.success, duration: duration, isHabit: habit)
        emitter.leave(step, library)
        take(emitter)
    }
}

/// What traces are left of: a step of an attack, or the same done by somebody who may.
struct TraceStep {
    var card: Int
    var source: Int32
    var target: Int32
    var account: Int32
    /// The attack step; decides from where outside it comes.
    var number: Int32
    var success: Bool
    var duration: Milliseconds
    /// Whether an administrator does it as a matter of habit.
    var isHabit = false
    /// Whether only some of the traces are left: one of four.
    var isThin = false

    /// The host that it happens to.
    var victim: Int32 { target >= 0 ? target : source }
}

extension RecordEmitter {
    /// Leaves the traces of one way of doing a card, from the emitter's time on.
    mutating func leave(_ step: TraceStep, _ library: TemplateLibrary) {
        guard let traces = traces(of: step, library) else { return }
        let total = traces.reduce(0) { $0 + $1.count }
        let start = time
        let salt = salt
        var position = 0
        for onSuccess in [false, true] {
            for (index, trace) in traces.enumerated() where trace.onSuccess == onSuccess {
                for repetition in 0..<trace.count {
                    let slot = position
                    position += 1
                    if onSuccess && !step.success { continue }
                    let draw = seeds.chance(
                        identity, .traceRecord, target: UInt64(index), attempt: UInt32(repetition) + 1)
                    if step.isThin && draw.words[1] >> 30 != 0 { continue }
                    let from = step.duration * Int64(slot) / Int64(total)
                    let to = max(step.duration * Int64(slot + 1) / Int64(total), from + 1)
                    time = start + from + Int64((UInt64(draw.words[0]) &* UInt64(to - from)) >> 32)
                    // The first of each trace share what is drawn, so that a file has one name in all of them. Processes
                    // go by the upper bits and are the same throughout.
                    self.salt = repetition == 0 ? salt : salt & ~0xFFFF | UInt64(draw.words[2] & 0xFFFF)
                    ordinal = UInt32(index) << 8 | UInt32(repetition)
                    leave(trace, step, draw)
                }
            }
        }
        (actor, process) = (1, 2)
    }

    /// Leaves one trace by itself, once.
    mutating func leave(alone trace: TraceTemplate, _ step: TraceStep) {
        leave(trace, step, seeds.chance(salt, .traceRecord))
        (actor, process) = (1, 2)
    }

    /// What is left in the way that the step takes; nil where there is nothing.
    private func traces(of step: TraceStep, _ library: TemplateLibrary) -> [TraceTemplate]? {
        guard step.victim >= 0 else { return nil }
        let family = ground.groups[Int(ground.program.groupOfHost[Int(step.victim)])].family
        let fitting = library.variants[step.card].filter { $0.family == nil || $0.family == family }
        let own = fitting.filter { $0.doer == .administrators }
        let ways = step.isHabit && !own.isEmpty ? own : fitting.filter { $0.doer != .administrators }
        let total = ways.reduce(0) { $0 + $1.weight }
        if total == 0 { return nil }
        var drawn = seeds.chance(identity, .traceVariant).below(total)
        for way in ways {
            drawn -= way.weight
            if drawn < 0 { return way.traces.isEmpty ? nil : way.traces }
        }
        return nil
    }

    private mutating func leave(_ trace: TraceTemplate, _ step: TraceStep, _ draw: Draw) {
        let inside = step.victim
        let network = ground.groups[Int(ground.program.groupOfHost[Int(inside)])].network
        let host: Int32
        switch trace.place {
        case .source: host = step.source >= 0 ? step.source : step.target
        case .target: host = inside
        case .domainController: host = ground.peer(.domainController, network: network, key: identity)
        }
        guard host >= 0 else { return }
        let group = ground.groups[Int(ground.program.groupOfHost[Int(host)])]
        let outside = Place.outside(adversaryAddress(step, trace, draw))
        var source = step.source >= 0 ? step.source : outside
        var target = step.target >= 0 ? step.target : source
        if target == source && source >= 0 { target = counterpart(of: source, trace) }
        switch trace.way {
        case .outwards: (source, target) = (host, outside)
        case .inwards: (source, target) = (outside, host)
        case nil: break
        }
        let other = Int32(seeds.chance(salt, .traceTarget).below(ground.program.hostCount))
        if trace.each == .target { target = other }
        if trace.each == .source && trace.way == nil { source = other }
        var template = trace.template(group.family)
        var port: UInt16 = trace.ports.isEmpty ? 445 : trace.ports[draw.below(trace.ports.count)]
        if !trace.control.isEmpty {
            let device = target >= 0 ? ground.groups[Int(ground.program.groupOfHost[Int(target)])] : group
            template = trace.control[device.control.position]
            port = device.control.port
        }
        guard let template else { return }
        // Names are looked up at a resolver, which is what such a record calls its host.
        let resolver = trace.isLookup ? ground.peer(.resolver, network: group.network, key: group.path) : host
        (actor, process) = (trace.actor, trace.process)
        emit(
            template, trace.sensor, on: host, from: source, to: target,
            by: account(of: trace, step, host: host, group: group), port: port, site: trace.site, named: resolver)
    }

    private func account(of trace: TraceTemplate, _ step: TraceStep, host: Int32, group: HostGroupGround) -> Int32 {
        if let account = trace.account { return account }
        if trace.each == .account { return ground.anyAccount(key: salt) }
        if step.account >= 0 { return step.account }
        let person = ground.person(onHost: host, group: group, key: identity)
        return person < 0 && trace.place == .domainController ? ground.anyAccount(key: salt) : person
    }

    /// Whom a host speaks to where a step names nobody else.
    private func counterpart(of host: Int32, _ trace: TraceTemplate) -> Int32 {
        let group = ground.groups[Int(ground.program.groupOfHost[Int(host)])]
        let purpose: PeerPurpose
        switch trace.ports.first {
        case 88, 389, 135, 49_667: purpose = .domainController
        case 1433, 5432: purpose = .database
        case ServiceKind.backup.usualPort: purpose = .backup
        case 443: purpose = .management
        case 102, 502, 2404, 20000: purpose = .control
        default: purpose = .files
        }
        let peer = ground.peer(purpose, network: group.network, key: identity)
        return peer >= 0 ? peer : host
    }

    /// Where the adversary is: one of four addresses a step, another with every record where the card says so.
    private func adversaryAddress(_ step: TraceStep, _ trace: TraceTemplate, _ draw: Draw) -> UInt32 {
        let number = trace.each == .source ? UInt64(draw.words[3]) : UInt64(bitPattern: Int64(step.number)) & 3
        let fact = seeds.fact(ground.program.adversary.path, .outsideAddress, target: number)
        return UInt32(truncatingIfNeeded: fact.below(Int(ground.outsideCount)))
    }
}
