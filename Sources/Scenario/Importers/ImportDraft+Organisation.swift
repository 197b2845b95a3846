extension ImportDraft {
    /// Accounts, data, business services and processes.
    func writeOrganisation(to yaml: inout AnnotatedYAML) {
        writeAccounts(to: &yaml)
        yaml.section("assets", assumption: "a scan shows no data; these are the hosts that usually hold it") { yaml in
            for group in assetGroups { writeAsset(of: group, to: &yaml) }
        }
        yaml.section("services", assumption: "what the organisation does for others is inferred from roles") { yaml in
            for service in businessServices { write(service, to: &yaml) }
        }
        if !controllers.isEmpty {
            yaml.section("processes", assumption: "the controllers seen run one process") { yaml in
                yaml.section("process") { yaml in
                    yaml.entry("title", AnnotatedYAML.localized("Quá trình vật lý", "Physical process"))
                    yaml.entry("controlled-by", AnnotatedYAML.list(controllers))
                    yaml.entry("loss-per-hour", AnnotatedYAML.money(around: 200_000_000), assumption: "to be valued")
                    yaml.entry("restore", AnnotatedYAML.range("30 min", "2h", "8h"), assumption: "by hand, judgement")
                }
            }
        }
    }

    // MARK: Data and business

    /// Groups that hold something worth taking: those of stated value, else those whose role suggests it.
    var assetGroups: [PlannedGroup] {
        let valued = groups.filter { $0.value != nil }
        if !valued.isEmpty { return Array(valued.prefix(40)) }
        for roles: [HostRole] in [
            [.databaseServer, .fileServer], [.mailServer, .applicationServer, .historian],
            [.webServer, .controlServer],
        ] {
            let holders = groups.filter { roles.contains($0.role) }
            if !holders.isEmpty { return Array(holders.prefix(6)) }
        }
        return Array(groups.prefix(1))
    }

    /// The key of the data on a group.
    static func assetKey(_ group: PlannedGroup) -> String { "data-\(group.key)" }

    private func writeAsset(of group: PlannedGroup, to yaml: inout AnnotatedYAML) {
        yaml.section(Self.assetKey(group)) { yaml in
            yaml.entry("title", AnnotatedYAML.localized("Dữ liệu trên \(group.key)", "Data on \(group.key)"))
            yaml.entry("host", group.key)
            yaml.entry("records", "10_000", assumption: "number of records")
            let perRecord = group.value.map { max(1, $0 / 10_000) }
            yaml.entry(
                "loss-per-record", AnnotatedYAML.money(around: perRecord ?? 50_000),
                assumption: perRecord == nil ? "to be valued" : "the inventory's value over the records")
        }
    }

    private struct Business {
        var key: String
        var vietnamese: String
        var english: String
        var dependsOn: [String]
        var lossPerHour: Int64
    }

    private var businessServices: [Business] {
        let all = [
            Business(
                key: "web-pages", vietnamese: "Trang và ứng dụng web", english: "Web pages and applications",
                dependsOn: keys(.webServer, .applicationServer), lossPerHour: 50_000_000),
            Business(
                key: "mail", vietnamese: "Thư điện tử", english: "Mail", dependsOn: keys(.mailServer),
                lossPerHour: 20_000_000),
            Business(
                key: "file-access", vietnamese: "Tệp dùng chung", english: "Shared files", dependsOn: keys(.fileServer),
                lossPerHour: 20_000_000),
            Business(
                key: "logon", vietnamese: "Đăng nhập", english: "Logon", dependsOn: keys(.domainController),
                lossPerHour: 40_000_000),
            Business(
                key: "desk-work", vietnamese: "Công việc tại bàn", english: "Work at the desk",
                dependsOn: workstations.map(\.key), lossPerHour: 30_000_000),
        ].filter { !$0.dependsOn.isEmpty }
        if !all.isEmpty { return all }
        let largest = groups.max { $0.hosts.count < $1.hosts.count }.map { [$0.key] } ?? []
        return [
            Business(
                key: "daily-work", vietnamese: "Công việc hằng ngày", english: "Daily work", dependsOn: largest,
                lossPerHour: 30_000_000)
        ]
    }

    private func write(_ service: Business, to yaml: inout AnnotatedYAML) {
        yaml.section(service.key) { yaml in
            yaml.entry("title", AnnotatedYAML.localized(service.vietnamese, service.english))
            // It is down as soon as one of its groups is: a long list would make it brittle rather than exact.
            yaml.entry(
                "depends-on", AnnotatedYAML.list(Array(service.dependsOn.prefix(3))), assumption: "what it rests on")
            yaml.entry("required-share", "0.5", assumption: "share of those hosts that must work")
            yaml.entry("loss-per-hour", AnnotatedYAML.money(around: service.lossPerHour), assumption: "to be valued")
        }
    }
}
