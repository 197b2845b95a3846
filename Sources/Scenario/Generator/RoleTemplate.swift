/// What hosts of a role are like in a generated network: system, services, weaknesses, place.
///
/// The weaknesses are public names of widely known ones; which hosts have them open, a level's share decides.
struct RoleTemplate {
    /// Where a ministry's host of the role stands. Branches have one network each.
    enum Place: String {
        case perimeter, servers, management, office
    }

    let role: HostRole
    let system: OperatingSystem
    /// What it offers, and the weakness of each.
    let services: [(kind: ServiceKind, weakness: NationalWeakness?)]
    /// The weakness of the host itself.
    let weakness: NationalWeakness?
    let place: Place
    let title: LocalizedText
    /// What the internet reaches of it.
    var fromInternet: [ServiceKind] = []

    /// The roles that descriptions may name, in the order in which hosts are written.
    static let roles: [HostRole] = all.map(\.role)

    /// Where a role stands among ``roles``.
    static func place(of role: HostRole) -> Int { roles.firstIndex(of: role) ?? roles.count }

    /// The template of a role that descriptions may name.
    static func of(_ role: HostRole) -> RoleTemplate {
        guard let template = all.first(where: { $0.role == role }) else {
            preconditionFailure("no template of \(role.rawValue)")
        }
        return template
    }

    private static let all: [RoleTemplate] = [
        RoleTemplate(
            role: .webServer, system: .linux, services: [(.https, .upload), (.http, nil), (.ssh, nil)],
            weakness: .linuxPrivilege, place: .perimeter,
            title: LocalizedText(vietnamese: "Cổng thông tin", english: "Portal"), fromInternet: [.http, .https]),
        RoleTemplate(
            role: .mailServer, system: .linux,
            services: [(.smtp, .mailCommand), (.imap, nil), (.https, nil), (.ssh, nil)], weakness: .linuxPrivilege,
            place: .perimeter, title: LocalizedText(vietnamese: "Máy chủ thư", english: "Mail server"),
            fromInternet: [.smtp, .imap, .https]),
        RoleTemplate(
            role: .remoteAccess, system: .appliance, services: [(.vpn, nil), (.https, .gatewayBypass), (.ssh, nil)],
            weakness: nil, place: .perimeter,
            title: LocalizedText(vietnamese: "Cổng truy cập từ xa", english: "Remote access gateway"),
            fromInternet: [.vpn, .https]),
        RoleTemplate(
            role: .domainController, system: .windowsServer,
            services: [
                (.ldap, nil), (.kerberos, nil), (.dns, nil), (.smb, nil), (.rpc, nil), (.rdp, nil), (.winrm, nil),
            ], weakness: nil, place: .servers,
            title: LocalizedText(vietnamese: "Máy chủ miền", english: "Domain controllers")),
        RoleTemplate(
            role: .databaseServer, system: .windowsServer,
            services: [(.database, nil), (.smb, nil), (.rpc, nil), (.rdp, nil), (.winrm, nil)],
            weakness: .windowsPrivilege, place: .servers,
            title: LocalizedText(vietnamese: "Cơ sở dữ liệu", english: "Databases")),
        RoleTemplate(
            role: .applicationServer, system: .windowsServer,
            services: [(.https, .logLookup), (.http, nil), (.smb, nil), (.rpc, nil), (.rdp, nil), (.winrm, nil)],
            weakness: .windowsPrivilege, place: .servers,
            title: LocalizedText(vietnamese: "Máy chủ ứng dụng", english: "Application servers")),
        RoleTemplate(
            role: .fileServer, system: .windowsServer,
            services: [(.smb, .fileSharing), (.rpc, nil), (.rdp, nil), (.winrm, nil)],
            weakness: .windowsPrivilege, place: .servers,
            title: LocalizedText(vietnamese: "Máy chủ tệp", english: "File servers")),
        RoleTemplate(
            role: .backupServer, system: .windowsServer,
            services: [(.backup, nil), (.smb, nil), (.rpc, nil), (.rdp, nil), (.winrm, nil)],
            weakness: .windowsPrivilege, place: .servers,
            title: LocalizedText(vietnamese: "Máy chủ sao lưu", english: "Backup servers")),
        RoleTemplate(
            role: .jumpHost, system: .windowsServer, services: [(.rdp, nil), (.smb, nil), (.rpc, nil), (.winrm, nil)],
            weakness: .windowsPrivilege, place: .management,
            title: LocalizedText(vietnamese: "Máy trung gian quản trị", english: "Jump hosts")),
        RoleTemplate(
            role: .managementServer, system: .windowsServer,
            services: [(.https, nil), (.smb, nil), (.rpc, nil), (.rdp, nil), (.winrm, nil)],
            weakness: .windowsPrivilege, place: .management,
            title: LocalizedText(vietnamese: "Máy chủ phân phối phần mềm", english: "Software distribution")),
        RoleTemplate(
            role: .workstation, system: .windowsWorkstation,
            services: [(.smb, .fileSharing), (.rpc, nil), (.rdp, nil), (.winrm, nil)],
            weakness: .windowsPrivilege, place: .office,
            title: LocalizedText(vietnamese: "Máy tính cán bộ", english: "Workstations")),
        RoleTemplate(
            role: .printer, system: .appliance, services: [(.printing, nil), (.http, nil), (.snmp, nil)],
            weakness: nil, place: .office, title: LocalizedText(vietnamese: "Máy in", english: "Printers")),
    ]
}

/// Weaknesses by their public names. A level writes each that its hosts may have, with its own share.
enum NationalWeakness: String, CaseIterable {
    case upload, mailCommand = "mail-command", gatewayBypass = "gateway-bypass", logLookup = "log-lookup"
    case fileSharing = "file-sharing", windowsPrivilege = "windows-privilege", linuxPrivilege = "linux-privilege"

    /// CVE and CWE id, and what using it gives.
    var facts: (cve: String, cwe: String, kind: VulnerabilityKind) {
        switch self {
        case .upload: ("CVE-2017-12615", "CWE-434", .remoteCode)
        case .mailCommand: ("CVE-2019-10149", "CWE-78", .remoteCode)
        case .gatewayBypass: ("CVE-2022-40684", "CWE-288", .authenticationBypass)
        case .logLookup: ("CVE-2021-44228", "CWE-917", .remoteCode)
        case .fileSharing: ("CVE-2017-0144", "CWE-20", .remoteCode)
        case .windowsPrivilege: ("CVE-2021-1732", "CWE-787", .privilegeEscalation)
        case .linuxPrivilege: ("CVE-2021-4034", "CWE-787", .privilegeEscalation)
        }
    }
}
