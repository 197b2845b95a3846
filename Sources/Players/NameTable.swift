import Exercise
import NetworkWorld

/// Hosts and accounts by the names and addresses that logs and alerts use.
struct NameTable: Sendable {
    private var hosts: [String: Int32] = [:]
    private var accounts: [String: Int32] = [:]
    private var workstations: [Int32: Int32] = [:]

    /// The table of a desk.
    init(_ situation: DeskSituation) {
        for network in situation.networks {
            for host in network.hosts {
                hosts[host.name.lowercased()] = host.id
                hosts[host.address] = host.id
            }
        }
        for account in situation.accounts {
            accounts[account.name.lowercased()] = account.id
            if let place = account.workstation { workstations[account.id] = place.id }
        }
    }

    /// Where the owner of an account works; nil where nobody does or for no account.
    func workstation(of account: Int32) -> Int32? { workstations[account] }

    /// The host of a name, an address, or a service such as `TERMSRV/jump-host`; nil where it is none of the organisation's.
    func host(_ text: String) -> Int32? {
        var name = text[...]
        if let slash = name.lastIndex(of: "/") { name = name[name.index(after: slash)...] }
        let whole = name.lowercased()
        if let host = hosts[whole] { return host }
        return hosts[String(whole.prefix { $0 != "." })]
    }

    /// The account of a name, with or without a domain behind it.
    func account(_ text: String) -> Int32? { accounts[text.lowercased().prefix { $0 != "@" }.description] }
}
