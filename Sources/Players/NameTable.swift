import Exercise
import NetworkWorld
import Scenario

/// Hosts and accounts by the names and addresses that logs and alerts use.
struct NameTable: Sendable {
    private var hosts: [String: Int32] = [:]
    private var accounts: [String: Int32] = [:]
    private var workstations: [Int32: Int32] = [:]
    private var desks: Set<Int32> = []
    private var powerful: Set<Int32> = []
    private var controllers: Set<Int32> = []

    /// The table of a desk.
    init(_ situation: DeskSituation) {
        for network in situation.networks {
            for host in network.hosts {
                hosts[host.name.lowercased()] = host.id
                hosts[host.address] = host.id
                if host.role == .workstation { desks.insert(host.id) }
                if host.role == .domainController { controllers.insert(host.id) }
            }
        }
        for account in situation.accounts {
            accounts[account.name.lowercased()] = account.id
            if account.kind != .local && account.privilege != .user { powerful.insert(account.id) }
            if let place = account.workstation { workstations[account.id] = place.id }
        }
    }

    /// Where the owner of an account works; nil where nobody does or for no account.
    func workstation(of account: Int32) -> Int32? { workstations[account] }

    /// Whether a host keeps the domain.
    func isController(_ host: Int32) -> Bool { controllers.contains(host) }

    /// A lead with a note whether the account does not belong where it was used.
    func placed(_ lead: Lead) -> Lead {
        var lead = lead
        lead.isOutOfPlace =
            lead.weight >= 3 && powerful.contains(lead.account) && desks.contains(lead.host)
            && workstations[lead.account] != lead.host
        if lead.isOutOfPlace { lead.weight += 3 }
        return lead
    }

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
