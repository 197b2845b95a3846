/// People and the accounts that machines use.
extension NationalWriter {
    func writeAccounts(to yaml: inout AnnotatedYAML) {
        yaml.section("accounts") { yaml in
            for group in plan.groups where group.role == .workstation && !group.isAdministrators {
                writeStaff(of: group, to: &yaml)
            }
            writeDirectoryAdministrators(to: &yaml)
            writeAdministrators(.ministry, of: [.ministry], to: &yaml)
            for province in 0..<description.provinces.count {
                let owners: [NationalPlan.Owner] = [.province(province), .districts(province)]
                writeAdministrators(.province(province), of: owners, to: &yaml)
                writeAdministrators(.districts(province), of: [.districts(province)], to: &yaml)
                if description.identity.sharedLocalAdministrator { writeLocalAdministrator(province, to: &yaml) }
            }
            writeDistribution(to: &yaml)
            for index in description.suppliers.indices { writeEngineers(index, to: &yaml) }
        }
    }

    private static let hours = "\"07:30-17:00\""

    /// Accounts that provinces keep: the nation's where there is one directory, else known in that province only.
    private var branchKind: AccountKind { isOneDirectory ? .domain : .local }

    private func writeStaff(of group: NationalPlan.Group, to yaml: inout AnnotatedYAML) {
        let unit: NationalUnit
        var places = [group.key]
        switch group.owner {
        case .ministry: unit = description.ministry
        case .province: unit = description.provinces
        case .districts(let province):
            unit = description.districts ?? description.provinces
            places += keys(.province(province), [.fileServer, .applicationServer])
        case .supplier: return
        }
        places += keys(group.owner, [.fileServer, .applicationServer, .mailServer, .remoteAccess])
        if group.owner != .ministry { places += keys(.ministry, [.applicationServer, .mailServer]) }
        let people = group.isUnmanaged ? "unmanaged-staff" : "staff"
        yaml.section("\(NationalPlan.prefix(group.owner))-\(people)") { yaml in
            yaml.entry("count", String(group.count))
            yaml.entry("kind", (group.owner == .ministry ? .domain : branchKind).rawValue)
            yaml.entry("password", unit.password.rawValue)
            yaml.entry("mail", "true")
            yaml.entry("workstation", group.key)
            yaml.entry("logs-on-to", AnnotatedYAML.list(places))
            yaml.entry("hours", Self.hours)
        }
    }

    private func writeDirectoryAdministrators(to yaml: inout AnnotatedYAML) {
        yaml.section("directory-admins") { yaml in
            yaml.entry(
                "title",
                Self.localized(LocalizedText(vietnamese: "Quản trị miền của bộ", english: "Domain administrators")))
            yaml.entry("count", String(description.identity.administrators))
            yaml.entry("privilege", AccountPrivilege.domainAdministrator.rawValue)
            yaml.entry("password", PasswordStrength.strong.rawValue)
            yaml.entry("workstation", "ministry-admin-pc")
            let places = keys(.ministry, [.domainController, .fileServer, .applicationServer, .jumpHost])
            yaml.entry("administers", AnnotatedYAML.list(places))
            yaml.entry("cached-share", Self.share(description.identity.cached))
            yaml.entry("hours", Self.hours)
        }
    }

    /// The administrators of a level, who look after the hosts of `owners`.
    private func writeAdministrators(
        _ owner: NationalPlan.Owner, of owners: [NationalPlan.Owner], to yaml: inout AnnotatedYAML
    ) {
        let key = "\(NationalPlan.prefix(owner))-admin-pc"
        guard let computers = plan.groups.first(where: { $0.key == key }) else { return }
        // The directory itself is left to its own administrators where there is one for all.
        let managed = plan.groups.filter { group in
            let isDirectory = group.role == .domainController && (isOneDirectory || group.owner == .ministry)
            return owners.contains(group.owner) && !isDirectory
        }.map(\.key)
        yaml.section("\(NationalPlan.prefix(owner))-admins") { yaml in
            yaml.entry("count", String(computers.count))
            yaml.entry("kind", (owner == .ministry ? .domain : branchKind).rawValue)
            yaml.entry("privilege", AccountPrivilege.administrator.rawValue)
            yaml.entry("mail", "true")
            yaml.entry("workstation", key)
            yaml.entry("logs-on-to", AnnotatedYAML.list([key] + keys(owner, [.remoteAccess, .jumpHost])))
            yaml.entry("administers", AnnotatedYAML.list(managed))
            // A directory of its own holds the credentials of those who keep it.
            let directory = keys(owner, [.domainController])
            if !isOneDirectory && owner != .ministry && !directory.isEmpty {
                yaml.entry("stored-on", AnnotatedYAML.list(directory))
            }
            yaml.entry("cached-share", Self.share(description.identity.cached))
            yaml.entry("hours", Self.hours)
        }
    }

    private func writeLocalAdministrator(_ province: Int, to yaml: inout AnnotatedYAML) {
        let places = keys(.province(province), [.workstation]) + keys(.districts(province), [.workstation])
        yaml.section("\(NationalPlan.prefix(.province(province)))-local-admin") { yaml in
            yaml.entry("kind", AccountKind.local.rawValue)
            yaml.entry("privilege", AccountPrivilege.administrator.rawValue)
            yaml.entry("password", PasswordStrength.strong.rawValue)
            yaml.entry("administers", AnnotatedYAML.list(places))
            yaml.entry("stored-on", AnnotatedYAML.list(places))
        }
    }

    private func writeDistribution(to yaml: inout AnnotatedYAML) {
        guard let distribution = description.distribution else { return }
        let places = plan.groups.filter { group in
            guard group.role == .workstation || group.role == .fileServer || group.role == .applicationServer else {
                return false
            }
            if case .supplier = group.owner { return false }
            return !group.isUnmanaged
        }.map(\.key)
        yaml.section("software-distribution") { yaml in
            let title = LocalizedText(vietnamese: "Tài khoản phân phối phần mềm", english: "Software distribution")
            yaml.entry("title", Self.localized(title))
            yaml.entry("kind", AccountKind.service.rawValue)
            yaml.entry("privilege", AccountPrivilege.administrator.rawValue)
            yaml.entry("password", distribution.password.rawValue)
            yaml.entry("administers", AnnotatedYAML.list(places))
            yaml.entry("stored-on", AnnotatedYAML.list(keys(.ministry, [.managementServer])))
            yaml.entry("hours", "\"00:00-23:59\"")
        }
    }

    private func writeEngineers(_ index: Int, to yaml: inout AnnotatedYAML) {
        let supplier = description.suppliers[index]
        let prefix = NationalPlan.prefix(.supplier(index))
        let places = owners(servedBy: index).flatMap { keys($0, supplier.systems) }
        yaml.section("\(prefix)-engineers") { yaml in
            yaml.entry("count", String(supplier.engineers))
            yaml.entry("kind", branchKind.rawValue)
            yaml.entry("privilege", AccountPrivilege.administrator.rawValue)
            yaml.entry("mail", "true")
            yaml.entry("workstation", "\(prefix)-pc")
            let doors = ["\(prefix)-pc", "\(prefix)-support"] + keys(.ministry, [.jumpHost])
            yaml.entry("logs-on-to", AnnotatedYAML.list(doors))
            yaml.entry("administers", AnnotatedYAML.list(places + ["\(prefix)-support"]))
            // Whoever holds the support server may act for the engineers.
            yaml.entry("stored-on", AnnotatedYAML.list(["\(prefix)-support"]))
            yaml.entry("cached-share", Self.share(supplier.cached))
            yaml.entry("hours", Self.hours)
        }
    }
}
