import Kernel
import Scenario

/// What investigations bring to light: truth seen through a chance, folded into the knowledge of the seat that asked.
extension NetworkState {
    mutating func investigate(
        _ program: Program, _ item: WorkItem, _ mechanic: ActionMechanic, works: Bool, attempt: UInt32,
        at now: Milliseconds,
        _ log: inout EventLog<Event>
    ) {
        let seat = Int(item.seat)
        switch mechanic {
        case .triageHost, .processList, .memoryCapture, .phoneUser:
            // Whoever is phoned speaks of the workstation.
            let place = item.host >= 0 ? item.host : program.workstation(ofAccount: item.account)
            if place < 0 { return find(.clean, seat: seat, host: -1, account: item.account, at: now, &log) }
            let truth = host(place)
            let present = truth.access > 0 || truth.persistent || truth.encrypted || truth.disturbed
            if present && works {
                findCompromised(
                    program, seat: seat, host: place, thorough: mechanic == .triageHost || mechanic == .memoryCapture,
                    at: now, &log)
            } else {
                let explained = alerts.contains { $0.host == place && $0.time <= now && $0.isAdministrative }
                find(explained ? .explained : .clean, seat: seat, host: place, account: -1, at: now, &log)
                seats[seat].update(host: place) { known in
                    if known.assessment != .compromised { known.assessment = .clean }
                }
            }
            seats[seat].update(host: place) { known in
                known.investigations = UInt8(clamping: Int(known.investigations) + 1)
                known.lookedAt = now
            }
        case .accountReview: reviewAccount(program, item, works: works, at: now, &log)
        case .mailSearch: searchMail(seat: seat, works: works, at: now, &log)
        case .networkReview: reviewNetwork(program, item, attempt: attempt, at: now, &log)
        default: preconditionFailure("\(mechanic) is no investigation")
        }
    }

    private func event(_ finding: Finding, host: Int32, account: Int32, at now: Milliseconds) -> Event {
        Event(time: now, kind: .finding, target: host, account: account, detail: finding.rawValue)
    }

    private mutating func find(
        _ finding: Finding, seat: Int, host: Int32, account: Int32, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        log.append(event(finding, host: host, account: account, at: now))
    }

    /// A host is in red's hands; a thorough look also shows where it came from, with which account, and whom it talks to.
    private mutating func findCompromised(
        _ program: Program, seat: Int, host index: Int32, thorough: Bool, at now: Milliseconds,
        _ log: inout EventLog<Event>
    ) {
        find(.compromised, seat: seat, host: index, account: -1, at: now, &log)
        seats[seat].update(host: index) { $0.assessment = .compromised }
        if !thorough { return }
        let truth = host(index)
        suspect(seat: seat, host: truth.enteredFrom, at: now, &log)
        if truth.enteredWith >= 0 && account(truth.enteredWith).known {
            find(.accountCompromised, seat: seat, host: index, account: truth.enteredWith, at: now, &log)
            seats[seat].update(account: truth.enteredWith) { $0.assessment = .compromised }
        }
        for slot in hosts.records.indices
        where hosts.records[slot].enteredFrom == index && hosts.records[slot].access > 0 {
            suspect(seat: seat, host: hosts.keys[slot], at: now, &log)
        }
        if !seats[seat].addressKnown {
            seats[seat].addressKnown = true
            find(.addressKnown, seat: seat, host: index, account: -1, at: now, &log)
        }
    }

    /// An investigation points at another host. It is told whatever the seat held of that host before.
    private mutating func suspect(
        seat: Int, host index: Int32, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        if index < 0 { return }
        log.append(Event(time: now, kind: .suspicion, target: index, detail: Int64(seat)))
        seats[seat].update(host: index) { known in
            if known.assessment == .unknown || known.assessment == .clean || known.assessment == .recovered {
                known.assessment = .suspect
            }
        }
    }

    private mutating func reviewAccount(
        _ program: Program, _ item: WorkItem, works: Bool, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        let seat = Int(item.seat)
        let isLocal = program.accountGroups[program.group(ofAccount: item.account)].kind == .local
        let isKnown = account(item.account).known || (red.ownsDomain && !isLocal)
        seats[seat].update(account: item.account) { known in
            // Finding nothing does not undo what another investigation found.
            if isKnown && works {
                known.assessment = .compromised
            } else if known.assessment != .compromised {
                known.assessment = .clean
            }
        }
        find(
            isKnown && works ? .accountCompromised : .clean, seat: seat, host: -1, account: item.account, at: now, &log)
        guard isKnown && works else { return }
        for slot in hosts.records.indices where hosts.records[slot].enteredWith == item.account {
            suspect(seat: seat, host: hosts.keys[slot], at: now, &log)
        }
    }

    private mutating func searchMail(
        seat: Int, works: Bool, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        guard works else { return }
        for slot in hosts.records.indices
        where hosts.records[slot].compromised && hosts.records[slot].enteredFrom < 0
            && hosts.records[slot].enteredWith >= 0
        {
            suspect(seat: seat, host: hosts.keys[slot], at: now, &log)
        }
    }

    /// Looks at the traffic of a network: each host that red stands on shows with the chance of the action.
    private mutating func reviewNetwork(
        _ program: Program, _ item: WorkItem, attempt: UInt32, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        let seat = Int(item.seat)
        let record = program.actions[Int(item.action)]
        for foothold in red.footholds
        where Int32(program.hostGroups[program.group(ofHost: foothold)].network) == item.network {
            let draw = seeds.chance(
                record.path, .actionChance, target: program.path(ofHost: foothold), attempt: attempt)
            if draw.occurs(record.chance) { suspect(seat: seat, host: foothold, at: now, &log) }
        }
    }
}
