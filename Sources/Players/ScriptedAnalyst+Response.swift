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
            if known.role == .workstation && known.isIsolated { recover(host) }
            if known.role != .workstation && known.assessment == .recovered && board.now > fell {
                recover(host)
            }
        }
    }

    /// A host is set right; what the intruder did from it to the last is looked for.
    private mutating func recover(_ host: Int32) {
        cases[host]?.recovers()
        trails.insert(host)
    }

    mutating func respond(_ desk: inout PlayerDesk, _ board: inout Board) {
        if board.isAddressKnown && board.ask("block-address", &desk) { blocked = board.now }
        let fallen = order.filter { cases[$0]?.fell != nil }
        // So much speaks against a host that cutting it off costs less than another look.
        for host in order {
            guard let known = board.hosts[host], let item = cases[host], !known.isIsolated else { continue }
            let isTwice = item.alerts(since: board.now - .hours(1)) > 1
            let isDoubted =
                known.role == .workstation
                ? item.weight >= (isTwice ? Self.muchDoubted : Self.beyondDoubt)
                : item.weight >= Self.muchDoubted && isTwice && known.role != .domainController
                    && board.siblings(of: known) > 0
            if isDoubted { board.ask("isolate-host", host: host, &desk) }
        }
        for host in fallen {
            if let known = board.hosts[host] { answer(known, &desk, &board) }
        }
        if incident != nil { closeRemoteAccess(&desk, &board) }
        bringBack(&desk, &board)
        answerAccounts(&desk, &board)
    }

    /// What is done when nothing else is: closing the doors by which the intruder came or may come again.
    mutating func useLeisure(_ desk: inout PlayerDesk, _ board: inout Board) {
        for host in order where board.idle > 0 {
            guard let known = board.hosts[host], let item = cases[host], known.role != .workstation else { continue }
            if item.fell != nil && known.isIsolated { board.ask("remove-foothold", host: host, &desk) }
            if item.everFell && item.fell == nil { patch(host, keeping: 0, &desk, &board) }
        }
        let isCalm = !order.contains { cases[$0]?.fell != nil && board.hosts[$0]?.isIsolated != true }
        if !isCalm || incident.map({ board.now - $0 <= .minutes(20) }) ?? false { return }
        closeDoors(&desk, &board, keeping: 0)
        // With the intruder out, the passwords that it may still have are the way back.
        if incident != nil && board.idle > 0 && board.end - board.now > .hours(3) { isDomainLost = true }
    }

    /// What the world reaches is patched before anybody comes through it, then the applications behind.
    mutating func closeDoors(_ desk: inout PlayerDesk, _ board: inout Board, keeping: Int) {
        let doors = board.networks.filter { $0.zone == .perimeter }.flatMap(\.hosts)
        for host in doors + board.list.filter({ $0.role == .applicationServer }) {
            patch(host.id, keeping: keeping, &desk, &board)
        }
    }

    private mutating func patch(_ host: Int32, keeping: Int, _ desk: inout PlayerDesk, _ board: inout Board) {
        if board.idle > keeping && !patched.contains(host) && board.ask("patch-host", host: host, &desk) {
            patched.insert(host)
        }
    }

    private mutating func answer(_ host: DeskHost, _ desk: inout PlayerDesk, _ board: inout Board) {
        let isNew = cases[host.id]?.isExamined == false
        cases[host.id]?.isExamined = true
        if isNew { suspectPeople(of: host, board) }
        if host.role == .workstation {
            // One desk is cut off at once; where several fell, the address that all of them call is worth the wait.
            let isWide = falls.count { board.now - $0 < .minutes(90) } >= 4
            let isBlocked = blocked.map { board.now - $0 < .minutes(40) } ?? false
            if isNew && isWide && !isBlocked && !host.isIsolated { board.ask("triage-host", host: host.id, &desk) }
            if !host.isIsolated && !board.isOpen("triage-host", host: host.id) {
                board.ask("isolate-host", host: host.id, &desk)
            }
            return
        }
        // Cutting a server off waits for command; the intruder is removed meanwhile, and for good.
        if !host.isIsolated { board.ask("isolate-host", host: host.id, &desk) }
        // A thorough look brings the address that all sessions call, and blocking that needs no command.
        let isBlocked = blocked.map { board.now - $0 < .minutes(20) } ?? false
        if isNew && !isBlocked && !host.isIsolated { board.ask("triage-host", host: host.id, &desk) }
        let isLookDue = board.work.contains {
            $0.action == "triage-host" && $0.host?.id == host.id && $0.phase == .queued
        }
        // Once it is cut off there is time, unless nobody stands in for it.
        let isMissed = !host.services.isEmpty && board.siblings(of: host) == 0
        if (!host.isIsolated || isMissed) && !isLookDue { board.ask("remove-foothold", host: host.id, &desk) }
        if host.role == .domainController { isDomainLost = true }
    }

    /// While an intruder is about nobody comes in from outside, where no business service rests on that.
    private func closeRemoteAccess(_ desk: inout PlayerDesk, _ board: inout Board) {
        for host in board.list where host.role == .remoteAccess && host.services.isEmpty && !host.isIsolated {
            board.ask("isolate-host", host: host.id, &desk)
        }
    }

    /// Servers that were set right come back.
    private mutating func bringBack(_ desk: inout PlayerDesk, _ board: inout Board) {
        for host in order {
            guard let known = board.hosts[host], let item = cases[host], item.everFell, item.fell == nil,
                known.role != .workstation
            else { continue }
            if known.isIsolated && known.assessment == .recovered && known.role != .remoteAccess {
                board.ask("release-host", host: host, &desk)
            }
        }
        // So do those that were cut off for nothing.
        for host in order {
            guard let known = board.hosts[host], let item = cases[host], !item.everFell, known.isIsolated,
                known.role != .workstation, known.role != .remoteAccess, item.weight < Self.worthALook
            else { continue }
            board.ask("release-host", host: host, &desk)
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
        for entry in urgent + convicted
        where entry.resetAt.map({ board.now - $0 > .minutes(90) }) ?? true {
            if board.work.count(where: { $0.action == "reset-credential" }) >= 1 { break }
            if board.ask("reset-credential", account: entry.account, &desk) {
                suspects.reset(entry.account, at: board.now)
            }
        }
        if isDomainLost && domainReset == nil && board.ask("reset-domain", &desk) { domainReset = board.now }
    }
}
