import Kernel
import Scenario

/// Gaining and losing footholds and credentials.
extension NetworkState {
    /// Red has access to a host (or more than before).
    mutating func gainFoothold(
        _ program: Program, host: Int32, administrator: Bool, from source: Int32, with account: Int32, step: Int32,
        at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        let slot = touch(host: host)
        let level: UInt8 = administrator ? 2 : 1
        if hosts.records[slot].access >= level { return }
        if hosts.records[slot].access == 0 {
            red.footholds.append(host)
            hosts.records[slot].enteredFrom = source
            hosts.records[slot].enteredWith = account
            hosts.records[slot].enteredBy = step
        }
        hosts.records[slot].access = level
        if !hosts.records[slot].compromised {
            hosts.records[slot].compromised = true
            tally.hostsCompromised += 1
        }
        if tally.firstCompromise == nil { tally.firstCompromise = now }
        tally.contained = nil
        know(host: host, at: now, step: step, &log)
        log.append(
            Event(
                time: now, kind: .footholdGained, step: step, source: source, target: host, account: account,
                detail: Int64(level)))
    }

    /// Red cannot act from a host any more. What it left there may bring it back, unless the host is wiped.
    mutating func loseFoothold(
        _ program: Program, _ host: Int32, wiped: Bool, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        guard let slot = hosts.slot(of: host) else { return }
        if wiped { hosts.records[slot].persistent = false }
        guard let position = red.footholds.firstIndex(of: host) else { return }
        red.footholds.remove(at: position)
        hosts.records[slot].access = 0
        log.append(Event(time: now, kind: .footholdLost, target: host))
        if red.footholds.isEmpty {
            if tally.contained == nil { tally.contained = now }
            regroup(program, at: now)
        }
    }

    /// Thrown out altogether, red needs new addresses, names and mails before it comes back: one to four hours (judgement).
    private mutating func regroup(_ program: Program, at now: Milliseconds) {
        let draw = seeds.chance(program.adversary.path, .redRegroup, attempt: red.decisions)
        red.quietUntil = now + draw.triangular(.hours(1), .hours(2), .hours(4))
    }

    mutating func know(host: Int32, at now: Milliseconds, step: Int32, _ log: inout EventLog<Event>) {
        let slot = touch(host: host)
        if hosts.records[slot].known { return }
        hosts.records[slot].known = true
        red.knownHosts.append(host)
        log.append(Event(time: now, kind: .hostDiscovered, step: step, target: host))
    }

    /// A credential comes into red's hands.
    mutating func learn(
        _ program: Program, account: Int32, at host: Int32, step: Int32, at now: Milliseconds,
        _ log: inout EventLog<Event>
    ) {
        if account < 0 || program.isRemoved(account: account) { return }
        let slot = touch(account: account)
        if accounts.records[slot].known || accounts.records[slot].disabled { return }
        accounts.records[slot].known = true
        red.credentials.append(account)
        countCredential(program, account)
        log.append(Event(time: now, kind: .credentialGained, step: step, target: host, account: account))
    }

    private mutating func countCredential(_ program: Program, _ account: Int32) {
        let group = program.group(ofAccount: account)
        let groups = program.hostGroups.count
        for index in 0..<groups {
            let relation = program.relations[group * groups + index]
            if relation.contains(.administers) && red.administratorFor[index] < 0 {
                red.administratorFor[index] = account
            }
            if relation.contains(.logsOn) && red.userFor[index] < 0 { red.userFor[index] = account }
        }
        if program.accountGroups[group].privilege == .domainAdministrator && red.domainAdministrator < 0 {
            red.domainAdministrator = account
        }
    }

    /// A credential is worth nothing any more.
    mutating func invalidate(_ program: Program, account: Int32) {
        guard let slot = accounts.slot(of: account), accounts.records[slot].known else { return }
        accounts.records[slot].known = false
        red.credentials.removeAll { $0 == account }
        recountCredentials(program)
    }

    /// Every credential of the domain is worth nothing any more.
    mutating func invalidateDomain(_ program: Program) {
        red.ownsDomain = false
        for account in red.credentials where program.accountGroups[program.group(ofAccount: account)].kind != .local {
            if let slot = accounts.slot(of: account) { accounts.records[slot].known = false }
        }
        let accounts = accounts
        red.credentials.removeAll { !(accounts[$0]?.known ?? false) }
        recountCredentials(program)
    }

    private mutating func recountCredentials(_ program: Program) {
        for index in red.administratorFor.indices {
            red.administratorFor[index] = -1
            red.userFor[index] = -1
        }
        red.domainAdministrator = -1
        for account in red.credentials { countCredential(program, account) }
    }
}
