import Kernel
import Testing

@testable import Scenario

/// What ports, names and fingerprints are taken for.
struct GuessTests {
    @Test(arguments: [
        (80, "http", false, ServiceKind.http), (443, "http", true, .https), (8_443, "http", false, .https),
        (4_444, "http", true, .https), (8_080, "http-proxy", false, .http), (139, "netbios-ssn", false, .smb),
        (5_985, "http", false, .winrm), (1_433, "ms-sql-s", false, .database), (27_017, "mongod", false, .database),
        (102, "iso-tsap", false, .s7), (502, "mbap", false, .modbus), (2_404, "unknown", false, .iec104),
        (20_000, "dnp", false, .dnp3), (44_818, "EtherNetIP-2", false, .engineering),
        (3_389, "tcpwrapped", false, .rdp),
        (636, "ldap", true, .ldap), (9_100, "jetdirect", false, .printing), (995, "pop3s", false, .imap),
        (5_357, "http", false, .other), (12_345, "unknown", false, .other), (1_194, "openvpn", false, .vpn),
    ])
    func servicesAreRecognised(number: Int, name: String, isEncrypted: Bool, kind: ServiceKind) {
        var port = ScannedPort(number: number, transport: "tcp", service: name)
        port.isEncrypted = isEncrypted
        #expect(GuessedService.service(at: port)?.kind == kind)
    }

    @Test func dynamicPortsOfWindowsAreLeftOut() {
        #expect(GuessedService.service(at: ScannedPort(number: 49_670, transport: "tcp", service: "msrpc")) == nil)
    }

    private func guess(
        _ ports: [(Int, String)], _ system: ScannedSystem? = nil, product: String = ""
    ) -> (OperatingSystem, HostRole) {
        var host = ScannedHost(offset: 0)
        host.system = system
        host.ports = ports.map { ScannedPort(number: $0.0, transport: "tcp", service: $0.1, product: product) }
        let imported = ImportedHost(host, address: 1, entry: nil)
        return (imported.system.value, imported.role.value)
    }

    @Test(arguments: [
        ("Microsoft Windows Server 2019", "Windows", "", OperatingSystem.windowsServer, HostRole.fileServer),
        ("Microsoft Windows 10", "Windows", "", .windowsWorkstation, .workstation),
        ("Linux 5.4", "Linux", "general purpose", .linux, .fileServer),
        ("Cisco IOS 15", "IOS", "router", .networkDevice, .gateway),
        ("pfSense firewall", "FreeBSD", "firewall", .networkDevice, .firewall),
        ("Synology DiskStation", "Linux", "storage-misc", .appliance, .fileServer),
        ("VMware ESXi 7", "ESXi", "specialized", .appliance, .managementServer),
    ])
    func fingerprintsDecide(
        name: String, family: String, type: String, system: OperatingSystem, role: HostRole
    ) {
        let match = ScannedSystem(name: name, accuracy: 98, family: family, deviceType: type)
        #expect(guess([(445, "microsoft-ds")], match) == (system, role))
    }

    @Test func portsDecideWithoutFingerprint() {
        #expect(guess([]) == (.windowsWorkstation, .workstation))
        #expect(guess([(445, "microsoft-ds"), (3_389, "ms-wbt-server")]) == (.windowsWorkstation, .workstation))
        #expect(guess([(88, "kerberos-sec"), (389, "ldap"), (445, "smb")]) == (.windowsServer, .domainController))
        #expect(guess([(502, "mbap")]) == (.controller, .controller))
        #expect(guess([(22, "ssh"), (5_432, "postgresql")]) == (.linux, .databaseServer))
        #expect(guess([(22, "ssh"), (80, "http"), (3_306, "mysql")]) == (.linux, .webServer))
        #expect(guess([(25, "smtp"), (143, "imap")]) == (.linux, .mailServer))
        #expect(guess([(9_100, "jetdirect")]) == (.appliance, .printer))
        #expect(guess([(22, "ssh")]) == (.linux, .other))
        // Remote calls on 111 are those of Unix.
        #expect(guess([(22, "ssh"), (111, "rpcbind"), (3_306, "mysql")]) == (.linux, .databaseServer))
        #expect(guess([(8_080, "http")], product: "Apache Tomcat") == (.linux, .applicationServer))
    }

    @Test func weakFingerprintsAreIgnored() {
        let match = ScannedSystem(name: "Cisco IOS 15", accuracy: 60, family: "IOS", deviceType: "router")
        #expect(guess([(445, "microsoft-ds")], match).0 == .windowsWorkstation)
    }

    @Test func fingerprintsOfRoutersAreNotBelievedOfServers() {
        let match = ScannedSystem(name: "Netgear WAP", accuracy: 96, family: "embedded", deviceType: "WAP")
        #expect(guess([(22, "ssh"), (111, "rpcbind"), (3_306, "mysql")], match) == (.linux, .databaseServer))
        #expect(guess([(22, "ssh"), (80, "http")], match) == (.networkDevice, .gateway))
    }

    @Test func desksOfWindowsGiveThemselvesAway() {
        let match = ScannedSystem(name: "Microsoft Windows Server 2008 Beta 3", accuracy: 100, family: "Windows")
        #expect(guess([(2_869, "http"), (5_357, "http")], match) == (.windowsWorkstation, .workstation))
        #expect(guess([(3_389, "ms-wbt-server")], match).0 == .windowsServer)
    }

    @Test(arguments: [
        ("Văn phòng Đà Nẵng", "van-phong-da-nang"), ("  --A  b--", "a-b"), ("10.0.0.1", "n10-0-0-1"),
        ("null", "null-1"),
        ("日本", ""), ("a\u{0300}b", "ab"), ("x: {y} # z", "x-y-z"),
        ("a-very-long-name-that-nobody-would-type-twice", "a-very-long-name-that-nobody"),
    ])
    func keysAreMadeOfNames(text: String, key: String) {
        #expect(PlainText.key(text) == key)
    }

    @Test func addressesBecomeNetworks() {
        func ranges(_ texts: [String]) -> [String] {
            NetworkPlan.ranges(of: texts.compactMap { AddressText.address($0) }.sorted())
                .map { "\(AddressText.text($0.base))/\($0.prefixLength)" }
        }
        #expect(ranges(["192.0.2.1", "192.0.2.254", "198.51.100.7"]) == ["192.0.2.0/24", "198.51.100.0/24"])
        // A host at the end of a range shows that the network is wider, and takes its neighbour in.
        #expect(ranges(["10.0.0.5", "10.0.0.255", "10.0.1.9"]) == ["10.0.0.0/23"])
        #expect(ranges(["10.0.1.0"]) == ["10.0.0.0/23"])
        let many = (0..<100).map { "10.\($0).0.1" }
        #expect(ranges(many).count <= 64)
    }
}
