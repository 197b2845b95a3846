/// Words that inventories use for operating systems and roles, beside our own.
enum InventoryWords {
    static let systemNames = OperatingSystem.allCases.map(\.rawValue)
    static let roleNames = HostRole.allCases.map(\.rawValue)

    static func system(_ text: String) -> OperatingSystem? {
        let word = normalized(text)
        if let system = OperatingSystem(rawValue: word) { return system }
        return GuessedSystem.family(of: text)
    }

    static func role(_ text: String) -> HostRole? {
        let word = normalized(text)
        return HostRole(rawValue: word) ?? roles.first { $0.words.contains(word) }?.role
    }

    private static let roles: [(role: HostRole, words: [String])] = [
        (.workstation, ["pc", "desktop", "laptop", "client", "notebook", "may-tram"]),
        (.domainController, ["dc", "ad", "active-directory"]),
        (.fileServer, ["file", "files", "nas", "storage", "share"]),
        (.mailServer, ["mail", "email", "exchange", "smtp"]),
        (.webServer, ["web", "website", "portal", "www"]),
        (.applicationServer, ["app", "application", "server"]),
        (.databaseServer, ["db", "database", "sql"]),
        (.backupServer, ["backup"]),
        (.managementServer, ["management", "monitoring", "hypervisor", "virtualisation", "virtualization"]),
        (.jumpHost, ["jump", "bastion", "jump-server"]),
        (.remoteAccess, ["vpn", "remote"]),
        (.firewall, ["fw"]),
        (.dnsServer, ["dns"]),
        (.gateway, ["router", "switch", "wifi", "access-point"]),
        (.printer, ["print"]),
        (.operatorStation, ["hmi"]),
        (.controlServer, ["scada"]),
        (.controller, ["plc", "rtu"]),
        (.protectionRelay, ["relay", "ied"]),
        (.other, ["unknown", "misc"]),
    ]

    private static func normalized(_ text: String) -> String {
        let bytes = text.lowercased().utf8.map { $0 == 0x20 || $0 == 0x5F ? 0x2D : $0 }
        return String(decoding: bytes, as: UTF8.self)
    }
}
