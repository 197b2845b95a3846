import Kernel

/// Rules over a whole simulation that a part alone cannot break.
enum SimulationChecks {
    /// Hosts of one scenario at most.
    static let mostHosts: Int64 = 4_000_000
    /// Accounts of one scenario at most.
    static let mostAccounts: Int64 = 8_000_000

    @Sendable
    static func check(_ simulation: inout Simulation, _ node: YAMLNode, _ context: inout ReadContext) {
        checkTotals(simulation, node, &context)
        checkAdministrators(simulation, node, &context)
        AddressChecks.check(simulation, node, &context)
    }

    private static func checkTotals(_ simulation: Simulation, _ node: YAMLNode, _ context: inout ReadContext) {
        let hosts = simulation.hosts.reduce(Int64(0)) { $0 + Int64($1.count) }
        if hosts > mostHosts, let section = node.entry("hosts") {
            context.within(.key("hosts")) {
                $0.error("\(hosts) hosts in all; at most \(mostHosts) are simulated", at: section.keyPosition)
            }
        }
        let accounts = simulation.accounts.reduce(Int64(0)) { $0 + Int64($1.count) }
        if accounts > mostAccounts, let section = node.entry("accounts") {
            context.within(.key("accounts")) {
                $0.error("\(accounts) accounts in all; at most \(mostAccounts) are simulated", at: section.keyPosition)
            }
        }
    }

    /// An administrator administers something; domain administrators administer everything.
    private static func checkAdministrators(_ simulation: Simulation, _ node: YAMLNode, _ context: inout ReadContext) {
        lazy var entries = node["accounts"]?.index() ?? [:]
        for account in simulation.accounts where account.privilege == .administrator && account.administers.isEmpty {
            let place = entries[account.name]?.value
            context.error(
                "an administrator must administer something: 'administers' is missing or empty",
                at: (place?["administers"] ?? place?["privilege"] ?? node).position,
                below: [.key("accounts"), .key(account.name)])
        }
    }
}
