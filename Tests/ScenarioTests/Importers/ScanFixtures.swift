/// Scans of invented hosts.
enum ScanFixtures {
    /// A port of a host.
    static func port(
        _ number: Int, _ service: String, product: String = "", version: String = "", transport: String = "tcp",
        state: String = "open", more: String = ""
    ) -> String {
        """
        <port protocol="\(transport)" portid="\(number)"><state state="\(state)" reason="syn-ack" reason_ttl="64"/>\
        <service name="\(service)" product="\(product)" version="\(version)" \(more) method="probed" conf="10">\
        <cpe>cpe:/a:x:y</cpe></service></port>
        """
    }

    /// A host with ports.
    static func host(
        _ address: String, name: String = "", ports: [String] = [], state: String = "up", system: String = "",
        kind: String = "ipv4"
    ) -> String {
        let hostname = name.isEmpty ? "" : "<hostname name=\"\(name)\" type=\"PTR\"/>"
        return """
            <host starttime="1" endtime="2"><status state="\(state)" reason="arp-response" reason_ttl="0"/>
            <address addr="\(address)" addrtype="\(kind)"/>
            <hostnames>\(hostname)</hostnames>
            <ports><extraports state="closed" count="990"/>\(ports.joined(separator: "\n"))</ports>
            \(system)</host>

            """
    }

    /// What a fingerprint says.
    static func system(_ name: String, family: String, type: String = "general purpose", accuracy: Int = 96) -> String {
        """
        <os><osmatch name="\(name)" accuracy="\(accuracy)" line="1"><osclass type="\(type)" vendor="V" \
        osfamily="\(family)" osgen="1" accuracy="\(accuracy)"/></osmatch></os>
        """
    }

    /// A whole scan.
    static func scan(_ hosts: String..., finished: Bool = true) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE nmaprun>
        <?xml-stylesheet href="file:///usr/share/nmap/nmap.xsl" type="text/xsl"?>
        <!-- a scan -->
        <nmaprun scanner="nmap" args="nmap -sV -O -oX scan.xml 192.0.2.0/24" start="1" version="7.95">
        <scaninfo type="syn" protocol="tcp" numservices="1000" services="1-1000"/>
        <hosthint><status state="up"/><address addr="198.51.100.99" addrtype="ipv4"/></hosthint>
        \(hosts.joined())<runstats>\(finished ? "<finished time=\"2\" exit=\"success\"/>" : "")\
        <hosts up="1" down="0" total="1"/></runstats>
        </nmaprun>

        """
    }

    /// An office of a few dozen hosts: domain, files, mail, web, desks, a printer, a firewall, one host down.
    static let office: String = {
        let desks = (20..<50).map { number in
            host(
                "192.168.10.\(number)", name: "desk-\(number).office.example",
                ports: [port(135, "msrpc"), port(445, "microsoft-ds"), port(5_357, "http"), port(49_664, "msrpc")],
                system: system("Microsoft Windows 10 1909", family: "Windows"))
        }
        return scan(
            host(
                "192.168.1.10", name: "dc1.office.example",
                ports: [
                    port(53, "domain"), port(53, "domain", transport: "udp"), port(88, "kerberos-sec"),
                    port(135, "msrpc"), port(389, "ldap"), port(445, "microsoft-ds"), port(3_389, "ms-wbt-server"),
                ], system: system("Microsoft Windows Server 2019", family: "Windows")),
            host(
                "192.168.1.11", name: "files.office.example",
                ports: [port(135, "msrpc"), port(445, "microsoft-ds", product: "Windows Server 2016 microsoft-ds")],
                system: system("Microsoft Windows Server 2016", family: "Windows")),
            host(
                "192.168.1.12", name: "db.office.example",
                ports: [port(22, "ssh", product: "OpenSSH", version: "9.2p1"), port(5_432, "postgresql")],
                system: system("Linux 5.4", family: "Linux")),
            host(
                "192.168.1.13", name: "mail.office.example",
                ports: [port(25, "smtp", product: "Postfix smtpd"), port(993, "imap", more: "tunnel=\"ssl\"")],
                system: system("Linux 5.4", family: "Linux")),
            host(
                "192.168.1.14", name: "portal.office.example",
                ports: [
                    port(22, "ssh"), port(80, "http", product: "nginx", version: "1.22"),
                    port(443, "http", product: "nginx", version: "1.22", more: "tunnel=\"ssl\""),
                    port(8_080, "http", state: "filtered"),
                ], system: system("Linux 5.4", family: "Linux")),
            host("192.168.1.15", state: "down"),
            host(
                "192.168.1.1", ports: [port(443, "https"), port(500, "isakmp", transport: "udp")],
                system: system("Fortinet FortiGate", family: "FortiOS", type: "firewall")),
            host(
                "192.168.10.60", ports: [port(631, "ipp"), port(9_100, "jetdirect")],
                system: system("HP LaserJet", family: "embedded", type: "printer")),
            desks.joined())
    }()

    /// `count` hosts of a few dozen kinds.
    static func large(_ count: Int) -> String {
        let products = ["nginx", "Apache httpd", "Microsoft IIS httpd", "lighttpd"]
        let hosts = (0..<count).map { index in
            let address = "10.\(index / 65_024).\(index / 254 % 256).\(index % 254 + 1)"
            switch index % 10 {
            case 0:
                let version = "1.\(index % 97)"
                return host(
                    address, name: "web\(index)",
                    ports: [port(22, "ssh"), port(80, "http", product: products[index % 4], version: version)],
                    system: system("Linux 5.4", family: "Linux"))
            case 1: return host(address, ports: [port(22, "ssh"), port(3_306 + index % 5, "mysql")])
            default:
                return host(
                    address, ports: [port(135, "msrpc"), port(445, "microsoft-ds")],
                    system: system("Microsoft Windows 11", family: "Windows"))
            }
        }
        return scan(hosts.joined())
    }
}
