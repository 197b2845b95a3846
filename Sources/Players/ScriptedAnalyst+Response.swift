import Exercise
import Kernel
import NetworkWorld
import Scenario

/// What the analyst does about what was found.
extension ScriptedAnalyst {
    mutating func respond(_ desk: inout PlayerDesk, _ board: Board) {
        if board.isAddressKnown && !board.isOpen("block-address") { ask("block-address", &desk) }
        for host in order {
            guard let known = board.hosts[host] else { continue }
            if known.assessment == .compromised { answer(known, &desk, board) }
        }
        resetAccounts(&desk, board)
    }

    private mutating func answer(_ host: DeskHost, _ desk: inout PlayerDesk, _ board: Board) {
        if host.role == .workstation {
            if !host.isIsolated { ask("isolate-host", host: host.id, &desk) }
        } else {
            if !board.isOpen("remove-foothold", host: host.id) { ask("remove-foothold", host: host.id, &desk) }
            if !host.isIsolated && (host.services.isEmpty || board.siblings(of: host) > 0) {
                ask("isolate-host", host: host.id, &desk)
            }
        }
        // Whoever works there has lost the password.
        if cases[host.id]?.answered ?? -1 < cases[host.id]?.fell ?? 0 {
            cases[host.id]?.answered = board.now
            for account in board.accounts where account.workstation?.id == host.id { suspect(account: account.id) }
            for account in board.accounts where account.kind == .local { suspect(account: account.id) }
        }
    }

    private mutating func resetAccounts(_ desk: inout PlayerDesk, _ board: Board) {
        for account in board.accounts where account.assessment == .compromised { suspect(account: account.id) }
        while let account = accounts.first {
            if let last = resets[account], board.now - last < .minutes(60) {
                accounts.removeFirst()
                continue
            }
            let waiting = board.work.count { $0.action == "reset-credential" && $0.phase != .finished }
            if waiting >= 2 { return }
            accounts.removeFirst()
            resets[account] = board.now
            ask("reset-credential", account: account, &desk)
            return
        }
    }

    mutating func ask(
        _ action: String, host: Int32 = -1, account: Int32 = -1, network: Int32 = -1, _ desk: inout PlayerDesk
    ) {
        if desk.put(.action(action, host: host, account: account, network: network)) { asked += 1 }
    }
}
