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
    private var gates: Set<Int32> = []
    private var services: Set<Int32> = []
    private var kinds: [Int32: String] = [:]

    /// The table of a desk.
    init(_ situation: DeskSituation) {
        for network in situation.networks {
            for host in network.hosts {
                if network.zone == .perimeter { gates.insert(host.id) }
                hosts[host.name.lowercased()] = host.id
                hosts[host.address] = host.id
                kinds[host.id] = host.title.english
                if host.role == .workstation { desks.insert(host.id) }
                if host.role == .domainController { controllers.insert(host.id) }
            }
        }
        for account in situation.accounts {
            accounts[account.name.lowercased()] = account.id
            if account.kind == .service { services.insert(account.id) }
            if account.kind != .local && account.privilege != .user { powerful.insert(account.id) }
            if let place = account.workstation { workstations[account.id] = place.id }
        }
    }

    /// Where the owner of an account works; nil where nobody does or for no account.
    func workstation(of account: Int32) -> Int32? { workstations[account] }

    /// Whether programs rather than people use an account.
    func isService(_ account: Int32) -> Bool { services.contains(account) }

    /// Whether a host keeps the domain.
    func isController(_ host: Int32) -> Bool { controllers.contains(host) }

    /// A lead with a note whether the account does not belong where it was used.
    func placed(_ lead: Lead) -> Lead {
        var lead = lead
        // Administrators sit down at each other's desks.
        let isForeign =
            powerful.contains(lead.account) && desks.contains(lead.host)
            && workstations[lead.account].flatMap { kinds[$0] } != kinds[lead.host]
        lead.isOutOfPlace = lead.account >= 0 && lead.weight >= 3 && (isForeign || gates.contains(lead.host))
        if lead.isOutOfPlace { lead.weight += isForeign ? 3 : 1 }
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
