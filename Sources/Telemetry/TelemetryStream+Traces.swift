import Kernel
import NetworkWorld
import Scenario

/// The traces of technique cards: of attack steps, and of administrators' habits that look like them.
extension TelemetryStream {
    /// Leaves a card's traces over the duration of an event, in the card's order, those of success last.
    mutating func leaveTraces(of event: Event, label: TruthLabel) {
        guard event.card >= 0 else { return }
        let card = Int(event.card)
        let traces = library.traces[card]
        let total = traces.reduce(0) { $0 + $1.count }
        if total == 0 { return }
        var emitter = emitter(event, label: label)
        unique(&emitter)
        emitter.card = label == .benign ? -1 : event.card
        let habit = event.kind == .administrativeHabit
        // A habit's event has no duration of its own: the card's likely one stands for it.
        let duration = max(habit ? program.cards[card].duration.likely : event.detail, 1)
        let identity = emitter.identity
        var position = 0
        for onSuccess in [false, true] {
            for (index, trace) in traces.enumerated() where trace.onSuccess == onSuccess {
                for repetition in 0..<trace.count {
                    let slot = position
                    position += 1
                    if onSuccess && !event.success { continue }
                    let draw = seeds.chance(
                        identity, .traceRecord, target: UInt64(index), attempt: UInt32(repetition) + 1)
                    let from = duration * Int64(slot) / Int64(total)
                    let to = max(duration * Int64(slot + 1) / Int64(total), from + 1)
                    emitter.time = event.time + from + Int64((UInt64(draw.words[0]) &* UInt64(to - from)) >> 32)
                    emitter.salt = UInt64(draw.words[2]) << 32 | UInt64(draw.words[3])
                    emitter.ordinal = UInt32(index) << 8 | UInt32(repetition)
                    leave(trace, event, draw, &emitter)
                }
            }
        }
        take(emitter)
    }

    private func leave(_ trace: TraceTemplate, _ event: Event, _ draw: Draw, _ emitter: inout RecordEmitter) {
        let outside = Place.outside(ground.adversaryAddress)
        var source = event.source >= 0 ? event.source : outside
        var target = event.target >= 0 ? event.target : source
        let inside = event.target >= 0 ? event.target : event.source
        var host: Int32
        switch trace.place {
        case .source: host = event.source >= 0 ? event.source : event.target
        case .target: host = event.target >= 0 ? event.target : event.source
        case .domainController:
            let network = inside >= 0 ? ground.groups[Int(program.groupOfHost[Int(inside)])].network : 1
            host = ground.peer(.domainController, network: network, key: emitter.identity)
        }
        guard host >= 0 else { return }
        if trace.manyTargets {
            let other = seeds.chance(emitter.salt, .traceTarget).below(program.hostCount)
            target = Int32(other)
        }
        if trace.outwards {
            source = host
            target = outside
        }
        if trace.fromOutside {
            source = outside
            target = host
        }
        var account = event.account
        if trace.manyAccounts {
            account = ground.anyAccount(key: emitter.salt)
        } else if account < 0 {
            let group = ground.groups[Int(program.groupOfHost[Int(host)])]
            account = ground.person(onHost: host, group: group, key: emitter.identity)
        }
        let group = ground.groups[Int(program.groupOfHost[Int(host)])]
        var template = group.family == .windows ? trace.windows : trace.unix
        var port: UInt16 = 445
        if !trace.ports.isEmpty { port = trace.ports[draw.below(trace.ports.count)] }
        if !trace.control.isEmpty {
            let device = target >= 0 ? ground.groups[Int(program.groupOfHost[Int(target)])] : group
            template = trace.control[device.control.position]
            port = device.control.port
        }
        // Names are looked up at a resolver, which is what such a record calls its host.
        let resolver = trace.isLookup ? ground.peer(.resolver, network: group.network, key: group.path) : host
        let written = emitter.records.count
        emitter.emit(template, trace.sensor, on: host, from: source, to: target, by: account, port: port, site: trace.site)
        if emitter.records.count > written && resolver >= 0 { emitter.records[written].host = resolver }
    }
}
