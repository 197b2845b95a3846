extension ImportDraft {
    /// Networks, firewall, weaknesses and hosts.
    func writeGround(to yaml: inout AnnotatedYAML) {
        yaml.section("networks") { yaml in
            for network in networks { write(network, to: &yaml) }
        }
        writeFirewall(to: &yaml)
        writeWeaknesses(to: &yaml)
        yaml.section("hosts") { yaml in
            yaml.comment(tolerance.description)
            for group in groups { write(group, to: &yaml) }
        }
    }

    private func write(_ network: PlannedNetwork, to yaml: inout AnnotatedYAML) {
        yaml.section(network.key) { yaml in
            let range = "\(AddressText.text(network.base))/\(network.prefixLength)"
            let title = network.title.isEmpty ? range : network.title
            yaml.entry("title", AnnotatedYAML.quoted(title))
            yaml.entry("cidr", range, assumption: "the range is inferred from the addresses seen")
            yaml.entry("zone", network.zone.rawValue, assumption: "inferred from what its hosts are for")
        }
    }

    // MARK: Firewall

    private func writeFirewall(to yaml: inout AnnotatedYAML) {
        let beside = nearest.map { ", next to \(networks[$0].key)" } ?? ""
        let place = isSeenFromOutside ? "outside" : "inside\(beside)"
        let reason = "the scan was made from \(place); what it saw passes, what it did not see is dropped"
        yaml.section("firewall", assumption: reason) { yaml in
            for group in groups {
                let services = servicesFromInternet(of: group)
                if services.isEmpty { continue }
                yaml.item(
                    rule("internet", group.key, services),
                    assumption: isSeenFromOutside ? nil : "services of this role are open to the internet")
            }
            yaml.item("{from: internet, to: any, action: deny}")
            yaml.item(
                rule("any", "internet", [.http, .https, .dns]), assumption: "what organisations usually let out")
            for (index, network) in networks.enumerated() {
                let seen = groups.filter { $0.network == index }.flatMap(\.services).map(\.kind)
                let services = ServiceKind.allCases.filter { seen.contains($0) }
                if !services.isEmpty {
                    yaml.item(
                        rule("any", network.key, services), assumption: "every network inside reaches what was seen")
                }
            }
        }
    }

    /// What strangers reach: all that was seen, if the scan stood outside, else what such hosts are there for.
    private func servicesFromInternet(of group: PlannedGroup) -> [ServiceKind] {
        let offered = ServiceKind.allCases.filter { kind in group.services.contains { $0.kind == kind } }
        if isSeenFromOutside { return offered }
        let wanted: [ServiceKind] =
            switch group.role {
            case .webServer where networks[group.network].zone == .perimeter || !hasWebPerimeter: [.https, .http]
            case .mailServer: [.smtp, .https]
            case .remoteAccess: [.vpn, .https]
            default: []
            }
        return offered.filter { wanted.contains($0) }
    }

    private var hasWebPerimeter: Bool {
        groups.contains { $0.role == .webServer && networks[$0.network].zone == .perimeter }
    }

    private func rule(_ from: String, _ to: String, _ services: [ServiceKind]) -> String {
        "{from: \(from), to: \(to), services: \(AnnotatedYAML.list(services.map(\.rawValue))), action: allow}"
    }

    // MARK: Weaknesses

    private func writeWeaknesses(to yaml: inout AnnotatedYAML) {
        let reason = "a scan of ports does not show which hosts lack a patch; these stand for what is usual"
        yaml.section("vulnerabilities", assumption: reason) { yaml in
            weakness(
                "web-weakness", "CWE-94", "remote-code", "0.6", "Lỗi trong ứng dụng web",
                "A flaw in a web application", &yaml)
            weakness(
                "service-weakness", "CWE-787", "remote-code", "0.9", "Lỗi trong dịch vụ mạng",
                "A flaw in a network service",
                &yaml)
            weakness(
                "system-weakness", "CWE-269", "privilege-escalation", "0.6", "Lỗi nâng quyền của hệ điều hành",
                "A flaw of the operating system that gives more rights", &yaml)
        }
    }

    private func weakness(
        _ key: String, _ cwe: String, _ kind: String, _ patched: String, _ vietnamese: String, _ english: String,
        _ yaml: inout AnnotatedYAML
    ) {
        yaml.section(key) { yaml in
            yaml.entry("cwe", cwe)
            yaml.entry("kind", kind)
            yaml.entry("patched-share", patched, assumption: "share of hosts that have the patch")
            yaml.entry("description", AnnotatedYAML.localized(vietnamese, english))
        }
    }

    // MARK: Hosts

    private func write(_ group: PlannedGroup, to yaml: inout AnnotatedYAML) {
        yaml.section(group.key) { yaml in
            yaml.entry("title", AnnotatedYAML.quoted(title(of: group)))
            yaml.entry("network", networks[group.network].key)
            if group.hosts.count > 1 { yaml.entry("count", String(group.hosts.count)) }
            yaml.entry("os", group.system.rawValue, assumption: group.systemBasis)
            yaml.entry("role", group.role.rawValue, assumption: group.roleBasis)
            if group.isDomainJoined {
                yaml.entry(
                    "domain-joined", "true",
                    assumption: "Windows hosts beside a domain controller belong to its domain")
            }
            writeAddresses(of: group, to: &yaml)
            if !group.services.isEmpty {
                yaml.section("services") { yaml in
                    for service in group.services {
                        let weakness = Self.weakness(of: service.kind)
                        yaml.item(
                            text(of: service, weakness),
                            assumption: weakness == nil ? nil : "weaknesses as above, under vulnerabilities")
                    }
                }
            }
            if [.windowsServer, .windowsWorkstation, .linux].contains(group.system) {
                yaml.entry(
                    "vulnerabilities", "[system-weakness]", assumption: "weaknesses as above, under vulnerabilities")
            }
        }
    }

    private func title(of group: PlannedGroup) -> String {
        let owners = group.hosts.map(\.owner).filter { !$0.isEmpty }
        let owner = Set(owners).count == 1 ? " (\(owners[0]))" : ""
        if group.hosts.count == 1 && !group.hosts[0].name.isEmpty { return group.hosts[0].name + owner }
        return group.key + owner
    }

    private func writeAddresses(of group: PlannedGroup, to yaml: inout AnnotatedYAML) {
        let network = networks[group.network]
        let addresses = group.hosts.map(\.address)
        let last = network.base | ~AddressText.mask(network.prefixLength)
        let isUsable = network.prefixLength > 30 || !(addresses.contains(network.base) || addresses.contains(last))
        let isRow = addresses.indices.allSatisfy { addresses[$0] == addresses[0] &+ UInt32($0) }
        if isRow && isUsable {
            yaml.entry("address", AddressText.text(addresses[0]))
        } else {
            let shown = addresses.prefix(8).map(AddressText.text).joined(separator: ", ")
            yaml.comment("seen at \(shown)\(addresses.count > 8 ? " and \(addresses.count - 8) more" : "")")
        }
    }

    private static func weakness(of kind: ServiceKind) -> String? {
        switch kind {
        case .http, .https: "web-weakness"
        case .smb, .rpc, .rdp, .database, .vpn, .smtp, .backup, .ldap: "service-weakness"
        default: nil
        }
    }

    private func text(of service: ImportedService, _ weakness: String?) -> String {
        var parts = ["kind: \(service.kind.rawValue)"]
        if service.port > 0 { parts.append("port: \(service.port)") }
        if !service.product.isEmpty { parts.append("product: \(AnnotatedYAML.quoted(service.product))") }
        if !service.version.isEmpty { parts.append("version: \(AnnotatedYAML.quoted(service.version))") }
        if let weakness { parts.append("vulnerabilities: [\(weakness)]") }
        return "{\(parts.joined(separator: ", "))}"
    }
}
