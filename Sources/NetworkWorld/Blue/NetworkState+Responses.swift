import Kernel
import Scenario

/// What responses change, for red and for those who need the systems.
extension NetworkState {
    mutating func respond(
        _ program: Program, _ item: WorkItem, _ mechanic: ActionMechanic, works: Bool, at now: Milliseconds,
        _ log: inout EventLog<Event>
    ) {
        let seat = Int(item.seat)
        switch mechanic {
        case .isolateHost: isolate(program, seat: seat, host: item.host, at: now, &log)
        case .releaseHost: release(program, seat: seat, host: item.host, at: now, &log)
        case .restoreHost: endRestore(program, seat: seat, host: item.host, at: now, &log)
        case .removeFoothold: if works { removeFoothold(program, seat: seat, host: item.host, at: now, &log) }
        case .patchHost:
            let slot = touch(host: item.host)
            hosts.records[slot].patched = true
        case .resetCredential:
            invalidate(program, account: item.account)
            seats[seat].update(account: item.account) { $0.assessment = .recovered }
            log.append(Event(time: now, kind: .credentialReset, account: item.account))
        case .disableAccount:
            invalidate(program, account: item.account)
            let slot = touch(account: item.account)
            accounts.records[slot].disabled = true
            seats[seat].update(account: item.account) { $0.assessment = .recovered }
            log.append(Event(time: now, kind: .accountDisabled, account: item.account))
        case .blockAddress: blockAddress(program, seat: seat, at: now, &log)
        case .resetDomain:
            invalidateDomain(program)
            log.append(Event(time: now, kind: .credentialReset, target: program.domainController))
        case .segmentNetwork: segment(program, network: Int(item.network), at: now, &log)
        case .purgeMail: purgeMail(program, at: now, &log)
        default: preconditionFailure("\(mechanic) is no response")
        }
    }

    private mutating func isolate(
        _ program: Program, seat: Int, host index: Int32, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        let slot = touch(host: index)
        if hosts.records[slot].isolated { return }
        hosts.records[slot].isolated = true
        if !hosts.records[slot].compromised { tally.falseIsolations += 1 }
        seats[seat].update(host: index) { $0.isolated = true }
        log.append(Event(time: now, kind: .hostIsolated, target: index))
        loseFoothold(program, index, wiped: false, at: now, &log)
        updateDown(program, host: index, byDefence: true, at: now, &log)
    }

    private mutating func release(
        _ program: Program, seat: Int, host index: Int32, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        let slot = touch(host: index)
        hosts.records[slot].isolated = false
        seats[seat].update(host: index) { $0.isolated = false }
        log.append(Event(time: now, kind: .hostReleased, target: index))
        updateDown(program, host: index, byDefence: true, at: now, &log)
        // What red left there calls home again.
        if hosts.records[slot].persistent && red.phase == .active {
            gainFoothold(
                program, host: index, administrator: false, from: -1, with: -1, step: hosts.records[slot].enteredBy,
                at: now, &log)
        }
    }

    mutating func beginRestore(
        _ program: Program, _ index: Int32, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        let slot = touch(host: index)
        hosts.records[slot].restoring = true
        loseFoothold(program, index, wiped: true, at: now, &log)
        updateDown(program, host: index, byDefence: !hosts.records[slot].encrypted, at: now, &log)
    }

    private mutating func endRestore(
        _ program: Program, seat: Int, host index: Int32, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        let slot = touch(host: index)
        hosts.records[slot].restoring = false
        hosts.records[slot].persistent = false
        hosts.records[slot].isolated = false
        hosts.records[slot].blind = false
        hosts.records[slot].stopped = false
        // Without backups what was encrypted stays lost.
        if !red.backupsDestroyed || program.everywhere & Control.offlineBackup.bit != 0 {
            hosts.records[slot].encrypted = false
        }
        seats[seat].update(host: index) { known in
            known.assessment = .recovered
            known.isolated = false
        }
        log.append(Event(time: now, kind: .hostRestored, target: index))
        updateDown(program, host: index, byDefence: true, at: now, &log)
    }

    private mutating func removeFoothold(
        _ program: Program, seat: Int, host index: Int32, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        loseFoothold(program, index, wiped: true, at: now, &log)
        let slot = touch(host: index)
        hosts.records[slot].persistent = false
        hosts.records[slot].blind = false
        seats[seat].update(host: index) { $0.assessment = .recovered }
    }

    /// Sessions without a second way home end; the others come back on the next decision.
    private mutating func blockAddress(
        _ program: Program, seat: Int, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        guard seats[seat].addressKnown else { return }
        seats[seat].addressBlocked = true
        seats[seat].addressKnown = false
        for foothold in red.footholds.reversed() where !host(foothold).persistent && host(foothold).enteredFrom < 0 {
            loseFoothold(program, foothold, wiped: false, at: now, &log)
        }
    }

    private mutating func segment(
        _ program: Program, network: Int, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        guard network > 0, network < 64 else { return }
        segmented |= 1 << UInt64(network)
        // Every host there is cut off from those who need it: one representative per group tells the services.
        for group in program.hostGroups where Int(group.network) == network && !group.dependants.isEmpty {
            for host in group.first..<(group.first + min(group.count, 256)) {
                updateDown(program, host: host, byDefence: true, at: now, &log)
            }
        }
    }

    /// A message that has not been opened yet never will be.
    private mutating func purgeMail(_ program: Program, at now: Milliseconds, _ log: inout EventLog<Event>) {
        guard red.isBusy, program.cards[Int(red.step.card)].target == .person else { return }
        red.step.success = false
    }
}
