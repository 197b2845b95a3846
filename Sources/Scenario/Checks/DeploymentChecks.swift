import Kernel

/// Rules of Open Cyber Range over nodes, infrastructure and features.
enum DeploymentChecks {
    /// What one node alone can break.
    @Sendable
    static func checkNode(_ draft: inout NodeDraft, _ node: YAMLNode, _ context: inout ReadContext) {
        if !context.isStrict && draft.name.utf8.count > 35 {
            context.error("the name is longer than 35 bytes", at: node.position)
        }
        switch draft.kind {
        case .networkSwitch:
            for entry in node.entries where !["type", "description"].contains(entry.key.lowercased()) {
                context.error("a Switch has no \(YAMLNode.quoted(entry.key))", at: entry.keyPosition)
            }
        case .machine:
            for key in ["source", "resources"] where node.written(key, context) == nil {
                context.error("a VM needs '\(key)'", at: node.position)
            }
            checkRoles(draft, node, &context)
        }
    }

    /// Roles that features and conditions run as exist on the node; those of injects need not.
    private static func checkRoles(_ draft: NodeDraft, _ node: YAMLNode, _ context: inout ReadContext) {
        let roles = Set(draft.roles ?? [])
        for (section, uses) in [("features", draft.features), ("conditions", draft.conditions)] {
            let entries = node.written(section, context)?.index() ?? [:]
            for use in uses where !roles.contains(use.value) {
                let position = (entries[use.key]?.value ?? node).position
                context.error(
                    "the node has no role \(YAMLNode.quoted(use.value))", at: position,
                    below: [.key(section), .key(use.key)])
            }
        }
    }

    /// What nodes, infrastructure and features break together.
    static func check(_ draft: ScenarioDraft, _ node: YAMLNode, _ context: inout ReadContext) {
        let counts = Dictionary(draft.infrastructure.map { ($0.name, $0.count) }, uniquingKeysWith: { _, last in last })
        let entries = node.written("infrastructure", context)?.index() ?? [:]
        for machine in draft.nodes {
            guard let count = counts[machine.name], count > 1 else { continue }
            let position = (entries[machine.name]?.value ?? node).position
            let path: [PathStep] = [.key("infrastructure"), .key(machine.name)]
            if machine.kind == .networkSwitch {
                context.error("a Switch runs once", at: position, below: path)
            } else if !machine.conditions.isEmpty {
                context.error("a node with conditions runs once", at: position, below: path)
            } else if !machine.injects.isEmpty {
                context.error("a node with injects runs once", at: position, below: path)
            }
        }
        let ties = draft.infrastructure.map { (name: $0.name, needs: $0.links + $0.dependencies) }
        reportCycle(ties, in: "infrastructure", node, &context)
        let needs = draft.features.map { (name: $0.name, needs: $0.dependencies) }
        reportCycle(needs, in: "features", node, &context)
    }

    private static func reportCycle(
        _ graph: [(name: String, needs: [String])], in section: String, _ node: YAMLNode, _ context: inout ReadContext
    ) {
        guard let cycle = Cycle.first(in: graph) else { return }
        let position = node.written(section, context)?.entry(cycle[0])?.keyPosition ?? node.position
        let shown = (cycle.prefix(6) + (cycle.count > 6 ? ["…"] : []) + [cycle[0]]).joined(separator: " → ")
        context.error("the dependencies go round: \(shown)", at: position, below: [.key(section), .key(cycle[0])])
    }
}
