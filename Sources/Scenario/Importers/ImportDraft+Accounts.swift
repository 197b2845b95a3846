extension ImportDraft {
    /// People, administrators and service accounts.
    func writeAccounts(to yaml: inout AnnotatedYAML) {
        yaml.section("accounts", assumption: "a scan shows no people; counts follow from the hosts") { yaml in
            writePeople(to: &yaml)
            writeAdministrators(to: &yaml)
            writeSharedAccounts(to: &yaml)
            writeServiceAccounts(to: &yaml)
        }
    }

    private var kind: String { hasDomain ? "domain" : "local" }

    /// Where people work beside their own desk.
    private var commonTargets: [String] {
        let common = keys(.fileServer, .mailServer, .applicationServer, .remoteAccess, .jumpHost)
        return Array((common.isEmpty ? servers : common).prefix(8))
    }

    // MARK: People

    private func writePeople(to yaml: inout AnnotatedYAML) {
        if workstations.isEmpty {
            write("people", "Nhân viên", "Staff", to: &yaml) { yaml in
                yaml.entry("count", "20", assumption: "no workstation was seen; number of people with a mailbox")
                writePerson(desk: nil, to: &yaml)
            }
        }
        for group in workstations {
            let key = workstations.count == 1 ? "people" : "people-\(group.key)"
            write(String(key.prefix(35)), "Nhân viên", "Staff", to: &yaml) { yaml in
                yaml.entry("count", String(group.hosts.count), assumption: "one person for each workstation")
                writePerson(desk: group.key, to: &yaml)
            }
        }
    }

    private func writePerson(desk: String?, to yaml: inout AnnotatedYAML) {
        yaml.entry("kind", kind, assumption: "where the accounts live")
        yaml.entry("mail", "true", assumption: "outsiders can write to them")
        yaml.entry("password", "fair", assumption: "usual passwords")
        if let desk { yaml.entry("workstation", desk) }
        let targets = (desk.map { [$0] } ?? []) + commonTargets
        if !targets.isEmpty {
            yaml.entry("logs-on-to", AnnotatedYAML.list(targets), assumption: "where they work")
        }
    }

    // MARK: Administrators

    private func writeAdministrators(to yaml: inout AnnotatedYAML) {
        if hasDomain {
            write("domain-administrators", "Quản trị miền", "Domain administrators", to: &yaml) { yaml in
                yaml.entry("count", "2", assumption: "usual number")
                yaml.entry("kind", "domain")
                yaml.entry("privilege", "domain-administrator")
                yaml.entry("password", "strong", assumption: "better than those of others")
                writeDesk(to: &yaml)
                let administered = keys(.domainController, .fileServer, .backupServer, .managementServer)
                writeScope(administered, cached: "0.2", to: &yaml)
            }
        }
        let devices = keys {
            [.networkDevice, .appliance, .controller].contains($0.system) && $0.role != .printer
                || [.operatorStation, .engineeringStation].contains($0.role)
        }
        let scopes = [
            ("server-administrators", "Quản trị máy chủ", "Server administrators", servers, "0.35"),
            ("support", "Hỗ trợ người dùng", "Desk support", workstations.map(\.key), "0.12"),
            ("device-administrators", "Quản trị thiết bị", "Device administrators", devices, "0.1"),
        ]
        for (key, vietnamese, english, administered, cached) in scopes where !administered.isEmpty {
            write(key, vietnamese, english, to: &yaml) { yaml in
                yaml.entry("count", "3", assumption: "usual number")
                yaml.entry("kind", kind, assumption: "where the accounts live")
                yaml.entry("privilege", "administrator")
                yaml.entry("password", "fair", assumption: "usual passwords")
                writeDesk(to: &yaml)
                writeScope(administered, cached: cached, to: &yaml)
            }
        }
    }

    /// Administrators read mail and sit at desks like everyone.
    private func writeDesk(to yaml: inout AnnotatedYAML) {
        yaml.entry("mail", "true", assumption: "outsiders can write to them")
        if let desk = workstations.first { yaml.entry("workstation", desk.key, assumption: "where they sit") }
    }

    private func writeScope(_ administered: [String], cached: String, to yaml: inout AnnotatedYAML) {
        yaml.entry("administers", AnnotatedYAML.list(administered), assumption: "who looks after what")
        yaml.entry("cached-share", cached, assumption: "share of those hosts that still hold a credential")
    }

    // MARK: Accounts without a person

    private func writeSharedAccounts(to yaml: inout AnnotatedYAML) {
        let desks = workstations.map(\.key)
        if desks.isEmpty { return }
        write("local-administrator", "Quản trị cục bộ", "Shared local administrator", to: &yaml) { yaml in
            yaml.entry("kind", "local")
            yaml.entry("privilege", "administrator")
            yaml.entry("password", "fair", assumption: "usual passwords")
            let reason = "desks were installed with one local password"
            yaml.entry("administers", AnnotatedYAML.list(desks), assumption: reason)
            yaml.entry("stored-on", AnnotatedYAML.list(desks), assumption: reason)
        }
    }

    private func writeServiceAccounts(to yaml: inout AnnotatedYAML) {
        writeService(
            "backup-service", "Tài khoản sao lưu", "Backup service",
            on: keys(.backupServer, .managementServer),
            administers: keys(.backupServer, .fileServer, .databaseServer, .applicationServer, .mailServer), to: &yaml)
        writeService(
            "application-service", "Tài khoản ứng dụng", "Application service",
            on: keys(.webServer, .applicationServer),
            administers: keys(.databaseServer), to: &yaml)
    }

    private func writeService(
        _ key: String, _ vietnamese: String, _ english: String, on holders: [String], administers: [String],
        to yaml: inout AnnotatedYAML
    ) {
        if holders.isEmpty || administers.isEmpty { return }
        write(key, vietnamese, english, to: &yaml) { yaml in
            yaml.entry("kind", "service")
            yaml.entry("privilege", "administrator", assumption: "services often run with more rights than they need")
            yaml.entry("password", "fair", assumption: "usual passwords")
            yaml.entry("administers", AnnotatedYAML.list(administers), assumption: "what they act on")
            yaml.entry("stored-on", AnnotatedYAML.list(holders), assumption: "where they run")
        }
    }

    private func write(
        _ key: String, _ vietnamese: String, _ english: String, to yaml: inout AnnotatedYAML,
        _ body: (inout AnnotatedYAML) -> Void
    ) {
        yaml.section(key) { yaml in
            yaml.entry("title", AnnotatedYAML.localized(vietnamese, english))
            body(&yaml)
        }
    }
}
