import Exercise
import Kernel
import NetworkWorld
import Scenario

/// Whom the analyst looks at, and when nobody: which networks.
extension ScriptedAnalyst {
    mutating func investigate(_ desk: inout PlayerDesk, _ board: Board) {
        var idle = board.idle
        let candidates = order.compactMap { host -> (host: DeskHost, urgency: Int)? in
            guard let known = board.hosts[host], let item = cases[host] else { return nil }
            let urgency = urgency(of: known, item, board)
            return urgency > 0 ? (known, urgency) : nil
        }
        for candidate in candidates.sorted(by: { ($0.urgency, $1.host.id) > ($1.urgency, $0.host.id) }) {
            if idle <= 0 { return }
            ask(candidate.urgency >= 3 ? "triage-host" : "process-list", host: candidate.host.id, &desk)
            idle -= 1
        }
        review(&desk, board, idle)
    }

    /// How much a host wants a look; 0: not now.
    private func urgency(of host: DeskHost, _ item: HostCase, _ board: Board) -> Int {
        if host.assessment == .compromised || host.isInWork || host.isIsolated { return 0 }
        var weight = item.weight
        // One look in vain leaves little, two leave nothing.
        if item.looksInVain == 1 { weight -= 3 }
        if item.looksInVain >= 2 { return 0 }
        if weight <= 0 { return 0 }
        if incident != nil { weight += 1 }
        if host.role != .workstation { weight += 1 }
        return weight
    }

    /// Traffic of networks is reviewed in turn: where hosts fell and where servers stand more often.
    private mutating func review(_ desk: inout PlayerDesk, _ board: Board, _ idle: Int) {
        var idle = idle
        let isIncident = incident.map { board.now - $0 < .hours(3) } ?? false
        let fallen = Set(board.list.filter { $0.assessment == .compromised || $0.assessment == .recovered }
            .compactMap { board.networkOf[$0.id] })
        let due = board.networks.filter { $0.zone != .partner }.map { network -> (id: Int32, wait: Milliseconds) in
            let since = board.now - (reviews[network.id] ?? -.hours(2))
            let isHot = isIncident && fallen.contains(network.id)
            return (network.id, since * (isHot ? 3 : network.zone == .servers ? 2 : 1))
        }
        for network in due.sorted(by: { ($0.wait, $1.id) > ($1.wait, $0.id) }) {
            if idle <= 1 || network.wait < .minutes(60) { return }
            if board.isOpen("network-review", network: network.id) { continue }
            reviews[network.id] = board.now
            ask("network-review", network: network.id, &desk)
            idle -= 1
        }
    }
}
