import Kernel

/// Rules over a whole simulation that a part alone cannot break.
enum SimulationChecks {
    /// Hosts of one scenario at most.
    static let mostHosts: Int64 = 4_000_000
    /// Accounts of one scenario at most.
    static let mostAccounts: Int64 = 8_000_000

    @Sendable
    static func check(_ simulation: inout Simulation, _ node: YAMLNode, _ context: inout ReadContext) {
        checkPresence(simulation, node, &context)
        checkTotals(simulation, node, &context)
        checkAdministrators(simulation, node, &context)
        AddressChecks.check(simulation, node, &context)
    }

    /// A scenario that can be run has a place, a host and someone who attacks.
    private static func checkPresence(_ simulation: Simulation, _ node: YAMLNode, _ context: inout ReadContext) {
        for (key, noun) in [("networks", "network"), ("hosts", "host group"), ("adversaries", "adversary")] {
            if node[key] == nil {
                context.error("at least one \(noun) is needed: '\(key)' is missing", at: node.position)
            }
        }
    }

    private static func checkTotals(_ simulation: Simulation, _ node: YAMLNode, _ context: inout ReadContext) {
        let hosts = simulation.hosts.reduce(Int64(0)) { $0 + Int64($1.count) }
        if hosts > mostHosts, let section = node["hosts"] {
            context.within(.key("hosts")) {
                $0.error("\(hosts) hosts in all; at most \(mostHosts) are simulated", at: section.position)
            }
        }
        let accounts = simulation.accounts.reduce(Int64(0)) { $0 + Int64($1.count) }
        if accounts > mostAccounts, let section = node["accounts"] {
            context.within(.key("accounts")) {
                $0.error("\(accounts) accounts in all; at most \(mostAccounts) are simulated", at: section.position)
            }
        }
    }

    /// An administrator administers something; domain administrators administer everything.
    private static func checkAdministrators(_ simulation: Simulation, _ node: YAMLNode, _ context: inout ReadContext) {
        for account in simulation.accounts where account.privilege == .administrator && account.administers.isEmpty {
            let place = node["accounts"]?[account.name]
            context.error(
                "an administrator must administer something: 'administers' is missing or empty",
                at: (place?["administers"] ?? place?["privilege"] ?? node).position,
                below: [.key("accounts"), .key(account.name)])
        }
    }
}
