import Exercise
import Kernel
import NetworkWorld
import Scenario

/// What the analyst does about what was found.
extension ScriptedAnalyst {
    /// Looks which hosts are set right.
    mutating func followHosts(_ board: Board) {
        for host in order {
            guard let known = board.hosts[host], let fell = cases[host]?.fell else { continue }
            if known.role == .workstation && known.isIsolated { cases[host]?.recovers() }
            if known.role != .workstation && known.assessment == .recovered && board.now > fell {
                cases[host]?.recovers()
            }
        }
    }

    mutating func respond(_ desk: inout PlayerDesk, _ board: inout Board) {
        if board.isAddressKnown && board.ask("block-address", &desk) { blocked = board.now }
        let fallen = order.filter { cases[$0]?.fell != nil }
        // So much speaks against a desk that cutting it off costs less than another look.
        for host in order where (cases[host]?.weight ?? 0) >= Self.beyondDoubt {
            guard let known = board.hosts[host], known.role == .workstation, !known.isIsolated else { continue }
            board.ask("isolate-host", host: host, &desk)
        }
        for host in fallen {
            if let known = board.hosts[host] { answer(known, &desk, &board) }
        }
        bringBack(&desk, &board)
        answerAccounts(&desk, &board)
        // With the intruder out, the passwords that it may still have are the way back.
        let isCalm = fallen.isEmpty && incident.map { board.now - $0 > .minutes(20) } ?? false
        if isCalm && board.idle > 0 && board.end - board.now > .hours(3) { isDomainLost = true }
        if isCalm { closeDoors(&desk, &board) }
    }

    private mutating func answer(_ host: DeskHost, _ desk: inout PlayerDesk, _ board: inout Board) {
        // Before the intruder is thrown out, a thorough look tells where it came from and whom it talks to.
        if cases[host.id]?.isExamined == false {
            cases[host.id]?.isExamined = true
            suspectPeople(of: host, board)
            // One host is cut off at once; where several fell, the address that all of them call is worth the wait.
            let isWide = falls.count { board.now - $0 < .minutes(90) } >= 3
            let isBlocked = blocked.map { board.now - $0 < .minutes(40) } ?? false
            if !host.isIsolated && (host.role != .workstation || isWide && !isBlocked) {
                board.ask("triage-host", host: host.id, &desk)
            }
        }
        let isBeingExamined = board.isOpen("triage-host", host: host.id)
        if host.role == .workstation {
            if !host.isIsolated && !isBeingExamined { board.ask("isolate-host", host: host.id, &desk) }
            return
        }
        // Where others of its kind go on working, or where it would not go otherwise, a server is cut off as well.
        let isStubborn = (cases[host.id]?.removals ?? 0) > 0
        if !host.isIsolated && (host.services.isEmpty || board.siblings(of: host) > 0 || isStubborn) {
            board.ask("isolate-host", host: host.id, &desk)
        }
        if !isBeingExamined && board.ask("remove-foothold", host: host.id, &desk) { cases[host.id]?.removals += 1 }
        if host.role == .domainController { isDomainLost = true }
    }

    /// What the world reaches is patched while nothing else is to be done.
    private mutating func closeDoors(_ desk: inout PlayerDesk, _ board: inout Board) {
        for network in board.networks where network.zone == .perimeter {
            for host in network.hosts where !patched.contains(host.id) && board.idle > 1 {
                if board.ask("patch-host", host: host.id, &desk) { patched.insert(host.id) }
            }
        }
    }

    /// Servers that were set right come back, and what let the intruder in is closed.
    private mutating func bringBack(_ desk: inout PlayerDesk, _ board: inout Board) {
        for host in order {
            guard let known = board.hosts[host], let item = cases[host], item.everFell, item.fell == nil,
                known.role != .workstation
            else { continue }
            if known.isIsolated && known.assessment == .recovered { board.ask("release-host", host: host, &desk) }
            if !patched.contains(host) && board.idle > 0 && board.ask("patch-host", host: host, &desk) {
                patched.insert(host)
            }
        }
    }

    /// Whoever works on a host has lost the password, and so have those that all hosts share.
    private mutating func suspectPeople(of host: DeskHost, _ board: Board) {
        for account in board.accounts {
            if account.workstation?.id == host.id { suspects.convict(account.id) }
            if account.kind == .local && host.role == .workstation { suspects.convict(account.id) }
        }
    }

    private mutating func answerAccounts(_ desk: inout PlayerDesk, _ board: inout Board) {
        for account in board.accounts where account.assessment == .compromised {
            suspects.convict(account.id)
            if account.privilege == .domainAdministrator { isDomainLost = true }
        }
        let convicted = suspects.entries.filter(\.isConvicted)
        let urgent = convicted.filter { entry in
            board.accounts.first { $0.id == entry.account }.map { $0.kind != .domain || $0.privilege != .user } ?? false
        }
        for entry in urgent + convicted {
            if board.work.count(where: { $0.action == "reset-credential" }) >= 1 { break }
            if board.ask("reset-credential", account: entry.account, &desk) { suspects.reset(entry.account) }
        }
        if isDomainLost && domainReset == nil && board.ask("reset-domain", &desk) { domainReset = board.now }
    }
}
