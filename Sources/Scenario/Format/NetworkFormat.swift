import Kernel

/// Networks and what may pass between them.
enum NetworkFormat {
    static let network = Shape<Network>.record(
        "network", "A network with its address range. Ranges must not overlap.",
        make: { Network(name: $0, baseAddress: 0, prefixLength: 32, zone: .office) },
        fields: [
            .optional("title", \.title, .localized, "The name that people read."),
            .custom("cidr", Scalars.range, "The address range.", isRequired: true) {
                $0.baseAddress = $1.address
                $0.prefixLength = $1.prefixLength
            },
            .required("zone", \.zone, .choice(), "What kind of place it is; decides where it is drawn."),
        ]
    ) { network, node, context in
        if network.name == "internet" || network.name == "any" {
            let message = "'\(network.name)' has a meaning of its own; expected another name"
            context.error(message, at: node.position)
        }
    }

    static let rule = Shape<FirewallRule>.record(
        "firewall rule", "Lets services of one place be reached from another, or forbids it.",
        make: { _ in FirewallRule(from: "", to: "", services: [], allow: true) },
        fields: [
            .required(
                "from", \.from, .reference([.networks], words: ["internet", "any"]), "A network, `internet` or `any`."),
            .required(
                "to", \.to, .reference([.networks, .hosts], words: ["internet", "any"]),
                "A network, a host group, `internet` or `any`."),
            .optional("services", \.services, .list(.choice(), atLeast: 1), "The services; all without this key."),
            .custom("action", .choice(RuleAction.self), "Whether it passes.", isRequired: true) {
                $0.allow = $1 == .allow
            },
        ])

    private enum RuleAction: String, CaseIterable {
        case allow, deny
    }
}
