import Exercise
import Kernel
import NetworkWorld
import Scenario

/// The desk of a minute, in the order in which an analyst thinks of it.
struct Board {
    /// Hosts by number.
    let hosts: [Int32: DeskHost]
    /// Hosts in the order of the networks.
    let list: [DeskHost]
    /// Networks.
    let networks: [DeskNetwork]
    /// The network of a host.
    let networkOf: [Int32: Int32]
    /// Accounts.
    let accounts: [DeskAccount]
    /// Open work.
    private(set) var work: [DeskWork]
    /// Whether an outside address is known that is not blocked.
    let isAddressKnown: Bool
    /// Exercise time, ms.
    let now: Milliseconds
    /// When it ends, ms.
    let end: Milliseconds
    /// Analysts that nothing waits for.
    private(set) var idle: Int

    /// The board of a desk.
    init(_ situation: DeskSituation, _ desk: PlayerDesk) {
        networks = situation.networks
        list = networks.flatMap(\.hosts)
        hosts = Dictionary(list.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        networkOf = Dictionary(
            networks.flatMap { network in network.hosts.map { ($0.id, network.id) } },
            uniquingKeysWith: { first, _ in first })
        accounts = situation.accounts
        work = desk.openWork
        isAddressKnown = situation.isAddressKnown
        now = desk.now
        end = desk.clock.planned
        idle = desk.clock.staffFree - work.count { $0.phase == .queued }
    }

    /// Whether an action waits or is done.
    func isOpen(_ action: String, host: Int32 = -1, account: Int32 = -1, network: Int32 = -1) -> Bool {
        work.contains {
            $0.action == action && ($0.host?.id ?? -1) == host && ($0.account?.id ?? -1) == account
                && ($0.network?.id ?? -1) == network
        }
    }

    /// Asks for an action unless it waits or is done; gives whether it was taken.
    @discardableResult
    mutating func ask(
        _ action: String, host: Int32 = -1, account: Int32 = -1, network: Int32 = -1, _ desk: inout PlayerDesk
    ) -> Bool {
        if isOpen(action, host: host, account: account, network: network) { return false }
        guard desk.put(.action(action, host: host, account: account, network: network)) else { return false }
        work = desk.openWork
        idle = desk.clock.staffFree - work.count { $0.phase == .queued }
        return true
    }

    /// Whether any of some actions waits or is done on a host.
    func isOpen(any actions: [String], host: Int32) -> Bool { actions.contains { isOpen($0, host: host) } }

    /// Hosts of the same kind that work.
    func siblings(of host: DeskHost) -> Int {
        list.count {
            $0.title == host.title && $0.id != host.id && !$0.isIsolated && $0.assessment != .compromised
                && !isOpen("isolate-host", host: $0.id) && !isOpen("restore-host", host: $0.id)
        }
    }
}
