/// Tells what a scanned host is for.
enum GuessedRole {
    static func role(
        of host: ScannedHost, system: OperatingSystem, offering services: [ImportedService]
    ) -> Guess<HostRole> {
        let kinds = services.map(\.kind)
        let offers: (ServiceKind) -> Bool = { kinds.contains($0) }
        if kinds.isEmpty && system == .windowsWorkstation {
            return Guess(value: .workstation, basis: "nothing stands open")
        }
        let basis = "from its open ports"
        let role: HostRole
        switch system {
        case .windowsWorkstation:
            role = kinds.contains(where: { GuessedSystem.controlKinds.contains($0) }) ? .operatorStation : .workstation
        case .controller:
            role = offers(.iec61850) ? .protectionRelay : .controller
        case .networkDevice:
            role = networkRole(of: host, offersVPN: offers(.vpn))
        case .appliance:
            role = applianceRole(of: host, offersPrinting: offers(.printing))
        case .windowsServer, .linux:
            role = serverRole(services, system)
        }
        return Guess(value: role, basis: basis)
    }

    private static func serverRole(_ services: [ImportedService], _ system: OperatingSystem) -> HostRole {
        let kinds = services.map(\.kind)
        let offers: (ServiceKind) -> Bool = { kinds.contains($0) }
        let product = services.map { $0.product.lowercased() }
        let runs: ([String]) -> Bool = { words in product.contains { text in words.contains { text.contains($0) } } }
        if runs(["apple remote desktop"]) { return .workstation }
        if offers(.kerberos) && offers(.ldap) { return .domainController }
        if kinds.contains(where: { GuessedSystem.controlKinds.contains($0) || $0 == .opcua }) { return .controlServer }
        if offers(.smtp) && (offers(.imap) || offers(.http) || offers(.https) || kinds.count <= 3) {
            return .mailServer
        }
        if offers(.backup) { return .backupServer }
        if offers(.vpn) { return .remoteAccess }
        if runs(["squid", "haproxy", "varnish"]) { return .proxy }
        if runs(["vcenter", "proxmox", "zabbix", "nagios"]) { return .managementServer }
        if runs(["tomcat", "jboss", "wildfly", "weblogic", "websphere", "jetty", "node.js"]) {
            return .applicationServer
        }
        let hasPages = offers(.http) || offers(.https)
        if offers(.database) { return hasPages && system == .linux ? .webServer : .databaseServer }
        if hasPages { return .webServer }
        if offers(.dns) { return .dnsServer }
        if offers(.smb) || offers(.ftp) { return .fileServer }
        return .other
    }

    private static func networkRole(of host: ScannedHost, offersVPN: Bool) -> HostRole {
        let isFirewall =
            mentions(
                host, ["firewall", "forti", "pfsense", "opnsense", "palo alto", "pan-os", "check point", "sonicwall"])
        if isFirewall { return .firewall }
        return offersVPN ? .remoteAccess : .gateway
    }

    private static func applianceRole(of host: ScannedHost, offersPrinting: Bool) -> HostRole {
        if offersPrinting || mentions(host, ["printer", "print server", "laserjet"]) { return .printer }
        if mentions(host, ["storage", "network attached", "synology", "qnap"]) { return .fileServer }
        if mentions(host, ["esxi", "vmware"]) { return .managementServer }
        return .other
    }

    private static func mentions(_ host: ScannedHost, _ words: [String]) -> Bool {
        var texts = [host.system?.name ?? "", host.system?.deviceType ?? "", host.system?.vendor ?? ""]
        texts.append(host.hardwareVendor)
        for port in host.ports { texts += [port.product, port.deviceType] }
        return texts.contains { text in
            let lowered = text.lowercased()
            return words.contains { lowered.contains($0) }
        }
    }
}
