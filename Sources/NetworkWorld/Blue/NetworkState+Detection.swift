import Kernel
import Scenario

/// Built-in analytics: they read what happens as it happens and raise alerts that arrive later.
extension NetworkState {
    /// Lets every analytic that can see a step decide whether it notices.
    ///
    /// - Parameter actor: hash of whoever acts, so that two actors' chances are unrelated.
    mutating func notice(
        _ program: Program, card: Int, source: Int32, target: Int32, account: Int32, step: Int32, at now: Milliseconds,
        attempt: UInt32, actor: UInt64
    ) {
        let record = program.cards[card]
        for index in record.noticedBy {
            let entry = program.noticedBy[index]
            let place: Int32
            switch entry.place {
            case .source: place = source >= 0 ? source : target
            case .target: place = target >= 0 ? target : source
            case .domainController: place = program.domainController
            }
            if place < 0
                || !program.sees(sensor: Int(program.analytics[Int(entry.analytic)].sensor), host: place, seeds: seeds)
            {
                continue
            }
            let analytic = program.analytics[Int(entry.analytic)]
            if program.sensors[analytic.sensor].kind == .endpoint && host(place).blind { continue }
            var chance = analytic.chance
            if step != 0 {
                // The stealthiest adversary is noticed a quarter less often than the loudest (judgement).
                chance = chance * Probability(parts: (1 << 32) - program.adversary.stealth / 4)
            }
            let key = StableHash.combine(record.path, program.path(ofHost: place))
            let draw = seeds.chance(StableHash.combine(analytic.path, actor), .notice, target: key, attempt: attempt)
            if draw.occurs(chance) {
                raiseAlert(
                    program, analytic: Int(entry.analytic), host: place, account: account, step: step,
                    administrative: step == 0, at: now, attempt: attempt)
            }
        }
    }

    mutating func raiseAlert(
        _ program: Program, analytic: Int, host: Int32, account: Int32, step: Int32, administrative: Bool,
        at now: Milliseconds, attempt: UInt32
    ) {
        let record = program.analytics[analytic]
        let place = host >= 0 ? program.path(ofHost: host) : 0
        let draw = seeds.chance(record.path, .notice, target: StableHash.combine(place, UInt64(now)), attempt: attempt)
        let arrival = now + draw.triangular(record.delay.low, record.delay.likely, record.delay.high)
        alerts.append(
            Alert(
                time: arrival, analytic: Int16(analytic), host: host, account: account, step: step,
                isAdministrative: administrative))
        agenda.insert(
            Agenda.Entry(
                time: arrival, key: StableHash.combine(record.path, place), kind: AgendaKind.alertArrives.rawValue,
                first: Int32(alerts.count - 1)))
    }

    mutating func alertArrives(
        _ program: Program, alert index: Int32, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        let alert = alerts[Int(index)]
        if alert.step > 0 {
            tally.trueAlerts += 1
            if tally.detected == nil { tally.detected = now }
        } else {
            tally.falseAlerts += 1
        }
        deliver(
            program, alert: index, severity: UInt8(program.analytics[Int(alert.analytic)].severity.ordinal), at: now,
            &log)
    }

    mutating func deliverExternalAlert(
        _ program: Program, host: Int32, account: Int32, severity: UInt8, at now: Milliseconds,
        _ log: inout EventLog<Event>
    ) {
        alerts.append(Alert(time: now, analytic: -1, host: host, account: account, step: 0, isAdministrative: false))
        deliver(program, alert: Int32(alerts.count - 1), severity: severity, at: now, &log)
    }

    private mutating func deliver(
        _ program: Program, alert index: Int32, severity: UInt8, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        let alert = alerts[Int(index)]
        log.append(
            Event(
                time: now, kind: .alertDelivered, success: alert.isAdministrative, card: alert.analytic,
                step: alert.step,
                target: alert.host, account: alert.account, detail: Int64(index)))
        for seat in seats.indices {
            seats[seat].alerts.append(index)
            if alert.host >= 0 {
                seats[seat].update(host: alert.host) { known in
                    known.alerts &+= 1
                    known.severity = max(known.severity, severity)
                    if known.assessment == .unknown { known.assessment = .suspect }
                }
            }
        }
        playbookHearsAlert(program, host: alert.host, account: alert.account, severity: severity, at: now, &log)
    }
}
