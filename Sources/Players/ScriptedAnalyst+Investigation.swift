import Exercise
import Kernel
import NetworkWorld
import Scenario

/// Whom the analyst looks at, and when nobody: which networks.
extension ScriptedAnalyst {
    mutating func investigate(_ desk: inout PlayerDesk, _ board: inout Board) {
        for entry in suspects.entries where entry.weight >= 6 && !entry.isReviewed && !entry.isConvicted {
            if board.idle <= 1 { break }
            suspects.review(entry.account)
            board.ask("account-review", account: entry.account, &desk)
        }
        let candidates = order.compactMap { host -> (host: Int32, urgency: Int)? in
            guard let known = board.hosts[host], let item = cases[host] else { return nil }
            let urgency = urgency(of: known, item, board)
            return urgency > 0 ? (host, urgency) : nil
        }
        for network in alarmed.sorted() where board.idle > 0 {
            alarmed.remove(network)
            if board.ask("network-review", network: network, &desk) { reviews[network] = board.now }
            // A partner in trouble is cut off meanwhile, where no business service of ours rests on it.
            let isNeeded = board.networks.first { $0.id == network }?.hosts.contains { !$0.services.isEmpty } ?? true
            if !isNeeded { board.ask("segment-network", network: network, &desk) }
        }
        // Letters tell of everybody who was written to at once.
        if board.idle > 0 && !isLate(board) && board.now - mailSearched >= .minutes(incident == nil ? 60 : 40) {
            if board.ask("mail-search", &desk) { mailSearched = board.now }
        }
        // Traffic of a whole network shows more than a glance at a host that hardly anything points at.
        review(&desk, &board, keeping: board.work.contains { $0.action == "network-review" } ? candidates.count : 0)
        for candidate in candidates.sorted(by: { ($0.urgency, $1.host) > ($1.urgency, $0.host) }) {
            if board.idle <= 0 { return }
            board.ask("process-list", host: candidate.host, &desk)
            // Much speaks against a server: a thorough look beside the quick one.
            let isServer = board.hosts[candidate.host]?.role != .workstation
            if candidate.urgency >= 6 && isServer && board.idle > 0 {
                board.ask("triage-host", host: candidate.host, &desk)
            }
        }
    }

    /// With nobody under suspicion, servers and what the world reaches are looked at in turn, the longest unseen first.
    mutating func patrol(_ desk: inout PlayerDesk, _ board: inout Board) {
        let doors = board.networks.filter { $0.zone == .perimeter || $0.zone == .servers }.flatMap(\.hosts).filter {
            !$0.isIsolated && !$0.isInWork && board.now - ($0.lookedAt ?? 0) > .minutes(25)
        }
        for host in doors.sorted(by: { ($0.lookedAt ?? 0, $0.id) < ($1.lookedAt ?? 0, $1.id) }) {
            if board.idle <= 0 { return }
            board.ask("process-list", host: host.id, &desk)
        }
    }

    /// Towards the end nothing is begun that pays off later only: who is still there is looked for.
    func isLate(_ board: Board) -> Bool { board.end - board.now < .minutes(80) }

    /// How much a host wants a look; 0: not now.
    private func urgency(of host: DeskHost, _ item: HostCase, _ board: Board) -> Int {
        if item.fell != nil || host.isInWork || item.weight < Self.worthALook { return 0 }
        if host.isIsolated && (host.role == .workstation || item.everFell) { return 0 }
        // Nobody waits for ever.
        let waited = item.leads.last.map { Int((board.now - $0.time) / .minutes(15)) } ?? 0
        return item.weight + (host.role == .workstation ? 0 : 1) + min(waited, 3)
    }

    /// Traffic of networks is reviewed in turn: where hosts fell and where servers stand more often.
    private mutating func review(_ desk: inout PlayerDesk, _ board: inout Board, keeping: Int) {
        let isIncident = incident.map { board.now - $0 < .hours(3) } ?? false
        let fallen = Set(order.filter { cases[$0]?.everFell == true }.compactMap { board.networkOf[$0] })
        let due = board.networks.map { network -> (id: Int32, wait: Milliseconds) in
            let since = board.now - (reviews[network.id] ?? -.hours(2))
            let isHot = isIncident && fallen.contains(network.id) || calls.contains(network.id)
            let isLarge = network.hosts.count > 40
            return (
                network.id,
                since * (isHot ? 3 : network.zone == .servers || network.zone == .perimeter || isLarge ? 2 : 1)
            )
        }
        for network in due.sorted(by: { ($0.wait, $1.id) > ($1.wait, $0.id) }) {
            if board.idle <= keeping || network.wait < .minutes(isLate(board) ? 30 : 60) { return }
            if board.ask("network-review", network: network.id, &desk) { reviews[network.id] = board.now }
        }
    }
}
