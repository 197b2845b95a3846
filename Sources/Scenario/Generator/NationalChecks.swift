/// Rules over a whole description that a part alone cannot break.
enum NationalChecks {
    /// Networks of one scenario: red's reach is exact up to this many.
    static let mostNetworks = 63
    /// Hosts of a generated network.
    static let mostHosts = 1_000_000
    /// Suppliers: each has a range of its own in 198.51.100.0/24.
    static let mostSuppliers = 8
    /// Hosts of the ministry that the internet reaches: they share 203.0.113.0/24.
    static let mostAtPerimeter = 200

    @Sendable
    static func check(_ description: inout NationalDescription, _ node: YAMLNode, _ context: inout ReadContext) {
        checkUnits(description, node, &context)
        checkNetworks(description, node, &context)
        checkRoles(description, node, &context)
        checkAdversaries(description, node, &context)
        if context.hasErrors { return }
        let plan = NationalPlan(description, seed: description.seed)
        if plan.hostCount > mostHosts {
            let message = "\(plan.hostCount) hosts in all; at most \(mostHosts) are generated"
            report(message, node, ["provinces", "hosts"], &context)
        }
    }

    /// Reports at the value that keys lead to, or as far as they lead.
    private static func report(
        _ message: String, _ node: YAMLNode, _ keys: [String], _ context: inout ReadContext
    ) {
        var place = node
        for key in keys { place = place[key] ?? place }
        context.error(message, at: place.position, below: keys.map { .key($0) })
    }

    private static func checkUnits(
        _ description: NationalDescription, _ node: YAMLNode, _ context: inout ReadContext
    ) {
        for (level, unit) in description.units {
            if unit.count(of: .workstation) == 0 {
                let message = "people need computers: 'workstation' is missing"
                report(message, node, [level.rawValue, "hosts"], &context)
            }
        }
        for role in [HostRole.domainController, .fileServer] where description.ministry.count(of: role) == 0 {
            let message = "the ministry keeps the directory and files: '\(role.rawValue)' is missing"
            report(message, node, ["ministry", "hosts"], &context)
        }
        if description.ministry.administrators == 0 {
            report("the ministry needs administrators: at least 1", node, ["ministry", "administrators"], &context)
        }
        let perimeter = description.ministry.hosts.filter { RoleTemplate.of($0.role).place == .perimeter }
        for hosts in perimeter where hosts.count > mostAtPerimeter / 4 {
            let message = "\(hosts.count) is too many; at most \(mostAtPerimeter / 4) stand where the internet reaches"
            report(message, node, ["ministry", "hosts", hosts.role.rawValue], &context)
        }
        if description.distribution != nil && description.ministry.count(of: .managementServer) == 0 {
            let message = "software is distributed by a management server, of which the ministry has none"
            report(message, node, ["software-distribution"], &context)
        }
    }

    private static func checkNetworks(
        _ description: NationalDescription, _ node: YAMLNode, _ context: inout ReadContext
    ) {
        if description.suppliers.count > mostSuppliers {
            let message = "\(description.suppliers.count) suppliers; at most \(mostSuppliers) are simulated"
            report(message, node, ["suppliers"], &context)
        }
        let each = description.districts == nil ? 1 : 2
        let rest = NationalPlan.ministryNetworks.count + description.suppliers.count
        let networks = rest + each * description.provinces.count
        if networks <= mostNetworks { return }
        let message =
            "\(description.provinces.count) provinces make \(networks) networks with the ministry's and suppliers'; at "
            + "most \(mostNetworks) are simulated, which leaves room for \((mostNetworks - rest) / each) provinces here"
        report(message, node, ["provinces", "count"], &context)
    }

    private static func checkRoles(
        _ description: NationalDescription, _ node: YAMLNode, _ context: inout ReadContext
    ) {
        for register in description.registers {
            let unit = description.unit(register.level)
            if let unit, unit.count(of: register.role) > 0 { continue }
            let blamed = node["registers"]?[register.name]?["role"] == nil ? "level" : "role"
            let keys = ["registers", register.name, blamed]
            let message = "no \(register.role.rawValue) stands there: \(register.level.rawValue) have none"
            report(message, node, keys, &context)
        }
        for service in description.services {
            for role in service.roles where description.unit(service.level)?.count(of: role) ?? 0 == 0 {
                let message = "no \(role.rawValue) stands there: \(service.level.rawValue) have none"
                report(message, node, ["services", service.name, "rests-on"], &context)
            }
        }
        for supplier in description.suppliers {
            for role in supplier.systems where description.provinces.count(of: role) == 0 {
                let message = "provinces have no \(role.rawValue) to maintain"
                report(message, node, ["suppliers", supplier.name, "systems"], &context)
            }
            let served = supplier.systems.filter { description.ministry.count(of: $0) > 0 }
            if supplier.servesMinistry && served.isEmpty {
                let systems = supplier.systems.map(\.rawValue).joined(separator: ", ")
                let message = "the ministry has no \(systems) to maintain"
                report(message, node, ["suppliers", supplier.name, "serves-ministry"], &context)
            }
        }
        if description.suppliers.isEmpty && description.measures.supplierSegmentation != nil {
            report("there is no supplier to shut out", node, ["measures", "supplier-segmentation"], &context)
        }
    }

    private static func checkAdversaries(
        _ description: NationalDescription, _ node: YAMLNode, _ context: inout ReadContext
    ) {
        for adversary in description.adversaries {
            let place = ["adversaries", adversary.name]
            let written = node["adversaries"]?[adversary.name]
            switch adversary.goal {
            case .sabotage:
                let message = "a ministry runs no physical process; expected 'steal' or 'encrypt'"
                report(message, node, place + ["goal"], &context)
            case .steal:
                if adversary.target.isEmpty {
                    report("goal 'steal' needs a target: the name of a register", node, place, &context)
                } else if description.registers.contains(where: { $0.name == adversary.target && $0.level != .ministry }
                ) {
                    let message = "'\(adversary.target)' lies in every province; expected a register of the ministry"
                    report(message, node, place + ["target"], &context)
                }
                if written?["hosts"] != nil {
                    report("goal 'steal' has no 'hosts'", node, place + ["hosts"], &context)
                }
            case .encrypt:
                if adversary.hosts == 0 {
                    report("goal 'encrypt' needs 'hosts': how many", node, place, &context)
                }
                if written?["target"] != nil {
                    report("goal 'encrypt' has no target", node, place + ["target"], &context)
                }
            }
        }
    }
}

extension NationalDescription {
    /// The levels that there are, from top to bottom.
    var units: [(level: NationalLevel, unit: NationalUnit)] {
        NationalLevel.allCases.compactMap { level in unit(level).map { (level, $0) } }
    }

    /// One unit of a level, or nil where there is none.
    func unit(_ level: NationalLevel) -> NationalUnit? {
        switch level {
        case .ministry: ministry
        case .provinces: provinces
        case .districts: districts
        }
    }
}
