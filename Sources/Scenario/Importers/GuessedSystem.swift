/// A guess and what it rests on; the basis is nil where the owner said so.
struct Guess<Value: Equatable>: Equatable {
    var value: Value
    var basis: String?
}

/// Tells the operating system of a scanned host, as far as techniques care.
enum GuessedSystem {
    /// Fingerprints below this are worth less than what the open ports say.
    private static let trustedAccuracy = 85

    static func system(of host: ScannedHost, offering services: [ImportedService]) -> Guess<OperatingSystem> {
        let kinds = services.map(\.kind)
        if let match = host.system, match.accuracy >= trustedAccuracy,
            let found = family(of: match, offering: services), found != .networkDevice || !isServer(kinds)
        {
            return Guess(value: found, basis: "guessed by the scanner, accuracy \(match.accuracy) %")
        }
        for port in host.ports {
            if let found = family(of: port.system) ?? family(of: port.product) ?? device(port.deviceType) {
                let value = found == .windowsServer && isClientOnly(kinds) ? .windowsWorkstation : found
                return Guess(value: value, basis: "from the service on port \(port.number)")
            }
        }
        return byPorts(services)
    }

    /// The system that a name means, by the words in it.
    static func family(of name: String) -> OperatingSystem? {
        let text = name.lowercased()
        return words.first { row in row.words.contains { text.contains($0) } }?.system
    }

    private static func family(
        of match: ScannedSystem, offering services: [ImportedService]
    ) -> OperatingSystem? {
        let kinds = services.map(\.kind)
        if let device = device(match.deviceType) { return device }
        if match.family == "Windows" || match.name.contains("Windows") {
            // Client and server versions share their network code, and fingerprints name either.
            let named = family(of: match.name) == .windowsServer && match.accuracy >= 95
            let isDesk = services.contains { GuessedService.deskPorts.contains($0.port) }
            return isClientOnly(kinds) && (isDesk || !named) ? .windowsWorkstation : .windowsServer
        }
        return family(of: match.family) ?? family(of: match.name)
    }

    private static func byPorts(_ services: [ImportedService]) -> Guess<OperatingSystem> {
        let kinds = services.map(\.kind)
        if kinds.contains(where: { controlKinds.contains($0) }) {
            return Guess(value: .controller, basis: "it speaks a control protocol")
        }
        // Remote calls on port 111 are those of Unix; Windows has them on 135.
        if services.contains(where: { windowsKinds.contains($0.kind) && $0.port != 111 }) {
            let value: OperatingSystem = isClientOnly(kinds) ? .windowsWorkstation : .windowsServer
            return Guess(value: value, basis: "from its open ports")
        }
        if !kinds.isEmpty && kinds.allSatisfy({ $0 == .printing || $0 == .snmp || $0 == .http || $0 == .https }) {
            let value: OperatingSystem = kinds.contains(.printing) ? .appliance : .linux
            return Guess(value: value, basis: "from its open ports")
        }
        if kinds.isEmpty {
            return Guess(value: .windowsWorkstation, basis: "no open port and no fingerprint; taken for a workstation")
        }
        return Guess(value: .linux, basis: "nothing speaks for another system")
    }

    /// Whether all that is open also stands open on workstations.
    private static func isClientOnly(_ kinds: [ServiceKind]) -> Bool {
        kinds.allSatisfy { [.smb, .rpc, .rdp, .winrm, .vnc, .ssh, .other, .printing].contains($0) }
    }

    /// Whether something is offered that no router or access point offers. Such devices run Linux, and the fingerprint of
    /// a Linux server often matches one of them best.
    private static func isServer(_ kinds: [ServiceKind]) -> Bool {
        kinds.contains { [.database, .smtp, .imap, .ldap, .kerberos, .backup].contains($0) }
    }

    static let controlKinds: [ServiceKind] = [.modbus, .iec104, .iec61850, .dnp3, .s7, .engineering]
    private static let windowsKinds: [ServiceKind] = [.smb, .rpc, .rdp, .winrm, .kerberos]

    private static func device(_ type: String) -> OperatingSystem? {
        switch type.lowercased() {
        case "router", "switch", "wap", "firewall", "broadband router", "bridge", "load balancer", "hub",
            "proxy server":
            .networkDevice
        case "printer", "print server", "storage-misc", "webcam", "voip phone", "voip adapter", "media device", "phone",
            "pbx", "power-device", "security-misc", "remote management", "game console":
            .appliance
        default: nil
        }
    }

    private static let words: [(system: OperatingSystem, words: [String])] = [
        (.windowsServer, ["windows server", "windows 2000", "windows 2003", "windows 2008", "windows 2012"]),
        (.windowsServer, ["windows 2016", "windows 2019", "windows 2022", "microsoft iis", "microsoft exchange"]),
        (.windowsWorkstation, ["windows 11", "windows 10", "windows 8", "windows 7", "windows xp", "windows vista"]),
        (.networkDevice, ["routeros", "mikrotik", "cisco", "junos", "juniper", "fortios", "fortinet", "fortigate"]),
        (.networkDevice, ["pan-os", "palo alto", "pfsense", "opnsense", "arubaos", "openwrt", "dd-wrt", "ios-xe"]),
        (.appliance, ["esxi", "vmware", "embedded", "printer", "laserjet", "synology", "qnap", "camera"]),
        (.linux, ["linux", "ubuntu", "debian", "centos", "red hat", "rhel", "rocky", "alma", "suse", "fedora"]),
        (.linux, ["bsd", "solaris", "sunos", "aix", "unix", "mac os", "macos", "darwin"]),
        (.controller, ["plc", "simatic", "modicon", "schneider electric"]),
        (.windowsWorkstation, ["windows"]),
    ]
}
