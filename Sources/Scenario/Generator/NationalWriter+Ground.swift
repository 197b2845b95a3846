/// Networks, what passes between them, weaknesses and hosts.
extension NationalWriter {
    func writeGround(to yaml: inout AnnotatedYAML) {
        yaml.section("networks") { yaml in
            for network in networks {
                let title = network.title.isEmpty ? "" : "title: \(Self.localized(network.title)), "
                let range = "\(AddressText.text(network.base))/\(network.prefixLength)"
                yaml.entry(network.key, "{\(title)cidr: \(range), zone: \(network.zone.rawValue)}")
            }
        }
        yaml.section("firewall") { yaml in
            writeEdgeRules(to: &yaml)
            writeMinistryRules(to: &yaml)
            writeBranchRules(to: &yaml)
            writeSupplierRules(to: &yaml)
        }
        writeWeaknesses(to: &yaml)
        yaml.section("hosts") { yaml in
            for group in plan.groups { write(group, to: &yaml) }
        }
    }

    // MARK: Firewall

    static func rule(_ from: String, _ to: String, _ services: [ServiceKind]? = nil, allow: Bool = true) -> String {
        let named = services.map { "services: \(AnnotatedYAML.list($0.map(\.rawValue))), " } ?? ""
        return "{from: \(from), to: \(to), \(named)action: \(allow ? "allow" : "deny")}"
    }

    private func writeEdgeRules(to yaml: inout AnnotatedYAML) {
        yaml.comment("From the internet")
        for group in plan.groups {
            if case .supplier = group.owner {
                if !group.isAdministrators { yaml.item(Self.rule("internet", group.key, [.https])) }
                continue
            }
            let services = RoleTemplate.of(group.role).fromInternet
            if !services.isEmpty { yaml.item(Self.rule("internet", group.key, services)) }
        }
    }

    private func writeMinistryRules(to yaml: inout AnnotatedYAML) {
        let services: [ServiceKind] = [.http, .https, .database, .ldap, .kerberos, .dns]
        yaml.comment("Within the ministry")
        yaml.item(Self.rule("ministry-perimeter", "ministry-servers", services))
        yaml.item(Self.rule("ministry-office", "ministry-servers"))
        yaml.item(Self.rule("ministry-office", "ministry-management", [.rdp, .https]))
        yaml.item(Self.rule("ministry-office", "ministry-perimeter", [.ssh, .https, .imap, .smtp]))
        yaml.item(Self.rule("ministry-servers", "ministry-office", [.smb, .rpc, .winrm]))
        yaml.item(Self.rule("ministry-servers", "ministry-management", [.https, .smb]))
        if description.distribution == nil {
            for place in ["perimeter", "servers", "office"] {
                yaml.item(Self.rule("ministry-management", "ministry-\(place)"))
            }
        } else {
            yaml.comment("Software is installed from here on every computer of the nation")
            yaml.item(Self.rule("ministry-management", "any"))
        }
    }

    private func writeBranchRules(to yaml: inout AnnotatedYAML) {
        let shared: [ServiceKind] = [.http, .https, .ldap, .kerberos, .dns, .smb, .rpc]
        let services: [ServiceKind] = [.http, .https, .ldap, .kerberos, .dns, .smb, .rpc, .rdp]
        yaml.comment("Provinces and districts use the ministry's systems; a province looks after its districts")
        for province in 0..<description.provinces.count {
            let key = NationalPlan.prefix(.province(province))
            yaml.item(Self.rule(key, "ministry-servers", shared))
            if isOneDirectory {
                for controller in keys(.province(province), [.domainController]) {
                    yaml.item(Self.rule("ministry-servers", controller, [.ldap, .kerberos, .rpc, .smb]))
                }
            }
            if description.districts == nil { continue }
            let districts = NationalPlan.prefix(.districts(province))
            yaml.item(Self.rule(districts, key, services))
            yaml.item(Self.rule(key, districts, [.smb, .rpc, .rdp, .winrm]))
            yaml.item(Self.rule(districts, "ministry-servers", [.http, .https, .ldap, .kerberos, .dns]))
        }
    }

    private func writeSupplierRules(to yaml: inout AnnotatedYAML) {
        if description.suppliers.isEmpty { return }
        yaml.comment("Suppliers reach what they maintain; those they serve fetch updates from them")
        for (index, supplier) in description.suppliers.enumerated() {
            let from = NationalPlan.prefix(.supplier(index))
            for owner in owners(servedBy: index) {
                for key in keys(owner, supplier.systems) { yaml.item(Self.rule(from, key, supplier.access)) }
                let place = owner == .ministry ? "ministry-servers" : NationalPlan.prefix(owner)
                yaml.item(Self.rule(place, "\(from)-support", [.https]))
            }
        }
    }

    /// Whose systems a supplier maintains.
    func owners(servedBy supplier: Int) -> [NationalPlan.Owner] {
        let provinces = plan.served[supplier].map { NationalPlan.Owner.province($0) }
        return description.suppliers[supplier].servesMinistry ? [.ministry] + provinces : provinces
    }

    // MARK: Weaknesses and hosts

    /// The part of a weakness's key that says whose it is: shares of patched hosts differ by level and supplier.
    private func suffix(_ owner: NationalPlan.Owner) -> String {
        switch owner {
        case .ministry: "ministry"
        case .province: "provinces"
        case .districts: "districts"
        case .supplier: NationalPlan.prefix(owner)
        }
    }

    private func unpatched(_ owner: NationalPlan.Owner) -> Int64 {
        switch owner {
        case .ministry: description.ministry.unpatched
        case .province: description.provinces.unpatched
        case .districts: description.districts?.unpatched ?? 0
        case .supplier(let index): description.suppliers[index].unpatched
        }
    }

    private func writeWeaknesses(to yaml: inout AnnotatedYAML) {
        yaml.section("vulnerabilities") { yaml in
            var written: [String] = []
            for group in plan.groups {
                for weakness in RoleTemplate.of(group.role).weaknesses {
                    let key = "\(weakness.rawValue)-\(suffix(group.owner))"
                    if written.contains(key) { continue }
                    written.append(key)
                    let facts = weakness.facts
                    let patched = Self.share((1 << 32) - unpatched(group.owner))
                    yaml.entry(
                        key,
                        "{cve: \(facts.cve), cwe: \(facts.cwe), kind: \(facts.kind.rawValue), patched-share: \(patched)}"
                    )
                }
            }
        }
    }

    private func write(_ group: NationalPlan.Group, to yaml: inout AnnotatedYAML) {
        let template = RoleTemplate.of(group.role)
        let place = suffix(group.owner)
        yaml.section(group.key) { yaml in
            yaml.entry("title", Self.localized(title(of: group)))
            yaml.entry("network", group.network)
            yaml.entry("count", String(group.count))
            yaml.entry("os", template.system.rawValue)
            yaml.entry("role", group.role.rawValue)
            if isJoined(group) { yaml.entry("domain-joined", "true") }
            let services = template.services.map { service in
                service.weakness.map {
                    "{kind: \(service.kind.rawValue), vulnerabilities: [\($0.rawValue)-\(place)]}"
                } ?? service.kind.rawValue
            }
            yaml.entry("services", AnnotatedYAML.list(services))
            if let weakness = template.weakness {
                yaml.entry("vulnerabilities", "[\(weakness.rawValue)-\(place)]")
            }
        }
    }

    /// Whether a group's hosts belong to the ministry's domain.
    func isJoined(_ group: NationalPlan.Group) -> Bool {
        let system = RoleTemplate.of(group.role).system
        guard system == .windowsWorkstation || system == .windowsServer else { return false }
        switch group.owner {
        case .ministry: return true
        case .province, .districts: return isOneDirectory
        case .supplier: return false
        }
    }

    func title(of group: NationalPlan.Group) -> LocalizedText {
        var what = RoleTemplate.of(group.role).title
        if group.isUnmanaged {
            what = LocalizedText(vietnamese: "Máy không ai quản lý", english: "Computers nobody manages")
        } else if group.isAdministrators {
            what = LocalizedText(vietnamese: "Máy của quản trị viên", english: "Administrators' computers")
        }
        let place = ownerTitle(group.owner)
        return LocalizedText(
            vietnamese: "\(what.vietnamese), \(place.vietnamese)", english: "\(what.english), \(place.english)")
    }

    func ownerTitle(_ owner: NationalPlan.Owner) -> LocalizedText {
        switch owner {
        case .ministry: LocalizedText(vietnamese: "bộ", english: "ministry")
        case .province(let index):
            LocalizedText(vietnamese: "tỉnh \(ProvinceNames.name(index))", english: ProvinceNames.name(index))
        case .districts(let index):
            LocalizedText(
                vietnamese: "các huyện tỉnh \(ProvinceNames.name(index))",
                english: "districts of \(ProvinceNames.name(index))")
        case .supplier(let index):
            description.suppliers[index].title.isEmpty
                ? LocalizedText(vietnamese: "nhà cung cấp \(index + 1)", english: "supplier \(index + 1)")
                : description.suppliers[index].title
        }
    }
}

extension RoleTemplate {
    /// Every weakness that its hosts may have.
    var weaknesses: [NationalWeakness] { services.compactMap(\.weakness) + [weakness].compactMap { $0 } }
}
