/// What is worth protecting, what watches, and the national measures.
extension NationalWriter {
    func writeWorth(to yaml: inout AnnotatedYAML) {
        if !description.registers.isEmpty {
            yaml.section("assets") { yaml in
                for register in description.registers {
                    for owner in owners(register.level) { write(register, of: owner, to: &yaml) }
                }
            }
        }
        if !description.services.isEmpty {
            yaml.section("services") { yaml in
                for service in description.services {
                    for owner in owners(service.level) { write(service, of: owner, to: &yaml) }
                }
            }
        }
    }

    /// The key of something that each unit of a level has: its name alone where the ministry has it.
    private func key(_ name: String, of owner: NationalPlan.Owner) -> String {
        owner == .ministry ? name : "\(NationalPlan.prefix(owner))-\(name)"
    }

    private func title(_ title: LocalizedText, of owner: NationalPlan.Owner) -> LocalizedText {
        if title.isEmpty || owner == .ministry { return title }
        let place = ownerTitle(owner)
        return LocalizedText(
            vietnamese: "\(title.vietnamese), \(place.vietnamese)", english: "\(title.english), \(place.english)")
    }

    private func write(_ register: NationalRegister, of owner: NationalPlan.Owner, to yaml: inout AnnotatedYAML) {
        guard let host = keys(owner, [register.role]).first else { return }
        yaml.section(key(register.name, of: owner)) { yaml in
            write("title", title(register.title, of: owner), to: &yaml)
            yaml.entry("host", host)
            yaml.entry("records", String(register.records))
            yaml.entry("loss-per-record", Self.money(register.lossPerRecord))
        }
    }

    private func write(_ service: NationalService, of owner: NationalPlan.Owner, to yaml: inout AnnotatedYAML) {
        yaml.section(key(service.name, of: owner)) { yaml in
            write("title", title(service.title, of: owner), to: &yaml)
            yaml.entry("depends-on", AnnotatedYAML.list(keys(owner, service.roles)))
            yaml.entry("required-share", Self.share(service.requiredShare))
            yaml.entry("loss-per-hour", Self.money(service.lossPerHour))
        }
    }

    // MARK: Sensors

    func writeDefence(to yaml: inout AnnotatedYAML) {
        yaml.section("sensors") { yaml in
            for (level, unit) in description.units {
                let covers = AnnotatedYAML.list(networkKeys(level))
                yaml.entry(
                    "endpoint-\(level.rawValue)",
                    "{kind: endpoint, covers: \(covers), coverage: \(Self.share(unit.monitored))}")
            }
            // The directory's log speaks of every machine that logs on to it.
            let joined = isOneDirectory ? NationalLevel.allCases : [.ministry]
            let covers = AnnotatedYAML.list(joined.flatMap(networkKeys))
            yaml.entry("directory-audit", "{kind: domain-controller, covers: \(covers)}")
            yaml.entry(
                "traffic-ministry",
                "{kind: network, covers: [ministry-perimeter, ministry-servers, ministry-management], coverage: 0.7}")
            for level in [NationalLevel.provinces, .districts] where description.unit(level) != nil {
                let covers = AnnotatedYAML.list(networkKeys(level))
                yaml.entry("traffic-\(level.rawValue)", "{kind: network, covers: \(covers), coverage: 0}")
            }
            yaml.entry("mail", "{kind: mail}")
        }
        writeMeasures(to: &yaml)
        yaml.section("staff") { yaml in
            yaml.entry("analysts", String(description.staff.analysts))
            yaml.entry("cost-per-minute", Self.money(description.staff.costPerMinute))
            yaml.entry("approval", Self.uncertain(description.staff.approvalMilliseconds, Self.duration))
        }
    }

    // MARK: Measures

    private func writeMeasures(to yaml: inout AnnotatedYAML) {
        let measures = description.measures
        if measures == NationalMeasures() { return }
        yaml.section("measures") { yaml in
            if let deadline = measures.patchDeadline { write(deadline, to: &yaml) }
            if let monitoring = measures.sharedMonitoring { write(monitoring, to: &yaml) }
            if let segmentation = measures.supplierSegmentation { write(segmentation, to: &yaml) }
        }
    }

    /// Managed hosts of the levels have every patch; unmanaged ones stay as they are.
    private func write(_ deadline: NationalPatchDeadline, to yaml: inout AnnotatedYAML) {
        var owners = deadline.levels.flatMap(owners)
        if deadline.bindsSuppliers { owners += description.suppliers.indices.map { .supplier($0) } }
        let groups = plan.groups.filter {
            owners.contains($0.owner) && !$0.isUnmanaged && !RoleTemplate.of($0.role).weaknesses.isEmpty
        }
        yaml.section("patch-deadline") { yaml in
            write(
                "title", LocalizedText(vietnamese: "Thời hạn vá lỗi toàn quốc", english: "National patch deadline"),
                to: &yaml)
            yaml.entry("cost", Self.money(deadline.cost))
            yaml.entry("controls", "[{control: patching, on: \(AnnotatedYAML.list(groups.map(\.key)))}]")
        }
    }

    private func write(_ monitoring: NationalMonitoring, to yaml: inout AnnotatedYAML) {
        yaml.section("shared-monitoring") { yaml in
            write(
                "title", LocalizedText(vietnamese: "Giám sát tập trung", english: "Shared monitoring centre"), to: &yaml
            )
            yaml.entry("cost", Self.money(monitoring.cost))
            let share = Self.share(monitoring.coverage)
            var sensors: [String] = []
            for level in NationalLevel.allCases where monitoring.levels.contains(level) && !owners(level).isEmpty {
                sensors.append("endpoint-\(level.rawValue): \(share)")
                sensors.append("traffic-\(level.rawValue): \(share)")
            }
            yaml.entry("coverage", "{\(sensors.joined(separator: ", "))}")
            yaml.entry("analysts", String(monitoring.analysts))
        }
    }

    /// Rules ahead of all others: one door, with a second factor, and nothing else.
    private func write(_ segmentation: NationalSegmentation, to yaml: inout AnnotatedYAML) {
        let doors = segmentation.viaJumpHost ? keys(.ministry, [.jumpHost]) : []
        yaml.section("supplier-segmentation") { yaml in
            write(
                "title", LocalizedText(vietnamese: "Phân vùng nhà cung cấp", english: "Segmentation of suppliers"),
                to: &yaml)
            yaml.entry("cost", Self.money(segmentation.cost))
            yaml.section("firewall") { yaml in
                for index in description.suppliers.indices {
                    let from = NationalPlan.prefix(.supplier(index))
                    for door in doors { yaml.item(Self.rule(from, door, [.rdp])) }
                    yaml.item(Self.rule(from, "any", allow: false))
                    yaml.item(Self.rule("any", from, allow: false))
                }
            }
            let engineers = description.suppliers.indices.map { "\(NationalPlan.prefix(.supplier($0)))-engineers" }
            yaml.entry("controls", "[{control: mfa, on: \(AnnotatedYAML.list(engineers))}]")
        }
    }
}
