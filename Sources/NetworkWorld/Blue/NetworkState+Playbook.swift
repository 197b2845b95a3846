import Kernel
import Scenario

/// Automatic defenders inside a run. They see what a seat's knowledge holds and ask for actions like anybody else.
extension NetworkState {
    mutating func playbookHearsAlert(
        _ program: Program, host: Int32, account: Int32, severity: UInt8, at now: Milliseconds,
        _ log: inout EventLog<Event>
    ) {
        switch program.options.playbook {
        case .none: return
        case .isolateOnAlert:
            if host >= 0 && !seats[0].host(host).isolated { ask(program, .isolateHost, host: host, at: now, &log) }
        case .standard:
            // Who is named as well as where: a stolen credential shows on accounts first.
            if account >= 0 && severity >= 1 && seats[0].account(account).assessment == .unknown {
                ask(program, .accountReview, account: account, at: now, &log)
            }
            if host < 0 { return }
            let known = seats[0].host(host)
            if known.assessment == .compromised || known.inWork > 0 { return }
            // Somebody has just looked; one more weak alert is no news.
            if known.lookedAt >= 0 && now - known.lookedAt < .minutes(45) && severity < 2 { return }
            if severity == 0 && known.alerts < 2 { return ask(program, .processList, host: host, at: now, &log) }
            ask(program, .triageHost, host: host, at: now, &log)
        }
    }

    mutating func playbookHearsResult(
        _ program: Program, _ item: WorkItem, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        guard program.options.playbook == .standard, item.seat == 0 else { return }
        let record = program.actions[Int(item.action)]
        switch record.mechanic {
        case .triageHost, .memoryCapture, .phoneUser, .processList:
            let host = playbookTookOver ? place(program, of: item) : item.host
            if seats[0].host(host).assessment == .compromised {
                answerCompromise(program, host: host, at: now, &log)
            }
        case .isolateHost: ask(program, .restoreHost, host: item.host, at: now, &log)
        case .removeFoothold:
            // It did not take: once more, then the hard way.
            if seats[0].host(item.host).assessment == .compromised {
                let tries = seats[0].host(item.host).investigations
                ask(program, tries > 2 ? .isolateHost : .memoryCapture, host: item.host, at: now, &log)
            } else if program.hostGroups[program.group(ofHost: item.host)].weaknesses.isEmpty == false {
                // What let the attacker in would let it in again.
                ask(program, .patchHost, host: item.host, at: now, &log)
            }
        default: break
        }
        playbookGoesOn(program, at: now, &log)
    }

    /// The host that a finished investigation speaks of. No playbook phones anybody, but people from whom one took over may
    /// have.
    private func place(_ program: Program, of item: WorkItem) -> Int32 {
        item.host >= 0 || item.account < 0 ? item.host : program.workstation(ofAccount: item.account)
    }

    mutating func playbookGoesOn(_ program: Program, at now: Milliseconds, _ log: inout EventLog<Event>) {
        // An incident was found: it is looked for elsewhere until three hours pass without another.
        if seats[0].incidentSince >= 0 && now - seats[0].incidentSince < .hours(3) { hunt(program, at: now, &log) }
        followUp(program, at: now, &log)
    }

    mutating func answerCompromise(
        _ program: Program, host: Int32, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        seats[0].incidentSince = now
        let group = program.hostGroups[program.group(ofHost: host)]
        if group.role == .workstation {
            ask(program, .isolateHost, host: host, at: now, &log)
        } else {
            ask(program, .removeFoothold, host: host, at: now, &log)
            if group.role == .domainController { ask(program, .resetDomain, at: now, &log) }
        }
        if seats[0].addressKnown { ask(program, .blockAddress, at: now, &log) }
        ask(program, .resetCredential, account: program.ownerOf(host), at: now, &log)
        hunt(program, at: now, &log)
    }

    /// Where one host fell, others may have: the networks of fallen hosts, of servers and of the edge are reviewed, and
    /// again an hour later as long as the incident is young.
    private mutating func hunt(_ program: Program, at now: Milliseconds, _ log: inout EventLog<Event>) {
        if seats[0].reviewingSince < 0 || now - seats[0].reviewingSince > .hours(1) {
            seats[0].reviewingSince = now
            seats[0].reviewedNetworks = 0
        }
        var networks: UInt64 = 0
        for (index, network) in program.simulation.networks.enumerated() where index < 63 {
            switch network.zone {
            case .servers, .perimeter, .management, .controlCentre: networks |= 1 << UInt64(index + 1)
            case .office, .branch, .partner, .field: break
            }
        }
        for slot in seats[0].hosts.keys.indices where seats[0].hosts.records[slot].assessment == .compromised {
            let network = program.hostGroups[program.group(ofHost: seats[0].hosts.keys[slot])].network
            networks |= 1 << UInt64(min(network, 63))
        }
        var rest = networks & ~seats[0].reviewedNetworks
        seats[0].reviewedNetworks |= networks
        while rest != 0 {
            ask(program, .networkReview, network: Int32(rest.trailingZeroBitCount), at: now, &log)
            rest &= rest - 1
        }
    }

    /// Everything that came to light and that nobody works on yet.
    private mutating func followUp(_ program: Program, at now: Milliseconds, _ log: inout EventLog<Event>) {
        for slot in seats[0].hosts.keys.indices {
            let known = seats[0].hosts.records[slot]
            let fresh = known.lookedAt < 0 || now - known.lookedAt > .minutes(30)
            if known.assessment == .suspect && known.inWork == 0 && fresh {
                ask(program, .triageHost, host: seats[0].hosts.keys[slot], at: now, &log)
            }
        }
        for slot in seats[0].accounts.keys.indices {
            let known = seats[0].accounts.records[slot]
            if known.assessment == .compromised && known.inWork == 0 {
                ask(program, .resetCredential, account: seats[0].accounts.keys[slot], at: now, &log)
            }
        }
    }

    mutating func ask(
        _ program: Program, _ mechanic: ActionMechanic, host: Int32 = -1, account: Int32 = -1, network: Int32 = -1,
        at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        guard let action = program.actions.firstIndex(where: { $0.mechanic == mechanic }) else { return }
        let target = program.actions[action].target
        if target == .account && account < 0 { return }
        request(
            program, action: action, seat: 0, host: target == .host ? host : -1,
            account: target == .account ? account : -1,
            network: target == .network ? network : -1, at: now, &log)
    }
}
