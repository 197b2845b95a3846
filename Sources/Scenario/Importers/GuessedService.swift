/// A service of an imported host.
struct ImportedService: Hashable {
    var kind: ServiceKind
    var port: Int
    var product: String
    var version: String
}

/// Tells which kind of service an open port is: by what the scanner recognised, else by the port's number.
enum GuessedService {
    /// The service at a port; nil for ports that are a by-product of another one.
    static func service(at port: ScannedPort) -> ImportedService? {
        // Windows opens a handful of these for remote calls; 135 stands for all of them.
        if port.number >= 49_152 && (port.service == "msrpc" || port.service == "unknown" || port.service.isEmpty) {
            return nil
        }
        return ImportedService(
            kind: kind(of: port), port: port.number, product: port.product, version: port.version)
    }

    /// Windows finds devices and shares media over HTTP on these; none of them makes a web server of a desk.
    static let deskPorts = [2_869, 5_357, 5_358, 10_243]

    private static func kind(of port: ScannedPort) -> ServiceKind {
        let name = port.service.lowercased()
        if deskPorts.contains(port.number) { return .other }
        // Remote management speaks HTTP, and a scanner reports just that.
        if port.number == 5_985 || port.number == 5_986 { return .winrm }
        if name == "iso-tsap" || port.number == 102 {
            let product = port.product.lowercased()
            return product.contains("61850") || product.contains("mms") ? .iec61850 : .s7
        }
        if let kind = byName[name] {
            if kind == .http && (port.isEncrypted || port.number == 443 || port.number == 8_443) { return .https }
            return kind
        }
        if let kind = byBeginning.first(where: { name.hasPrefix($0.beginning) })?.kind { return kind }
        return byPort[port.number] ?? .other
    }

    private static let byName = table([
        (.http, ["http", "http-proxy", "http-alt", "http-mgmt", "www", "cslistener", "websm", "upnp", "soap"]),
        (.https, ["https", "https-alt"]),
        (.smtp, ["smtp", "smtps", "submission"]),
        (.imap, ["imap", "imaps", "pop3", "pop3s"]),
        (.dns, ["domain", "mdns"]),
        (.smb, ["microsoft-ds", "netbios-ssn", "smb"]),
        (.rpc, ["msrpc", "ncacn_http", "http-rpc-epmap", "rpcbind", "sunrpc"]),
        (.rdp, ["ms-wbt-server", "rdp"]),
        (.winrm, ["wsman", "wsmans", "winrm"]),
        (.ssh, ["ssh"]), (.telnet, ["telnet", "telnets"]), (.ftp, ["ftp", "ftps", "tftp"]),
        (.vnc, ["vnc", "vnc-http", "vnc-1", "vnc-2"]),
        (.ldap, ["ldap", "ldapssl", "ldaps", "globalcatldap", "globalcatldapssl"]),
        (.kerberos, ["kerberos", "kerberos-sec", "kpasswd", "kpasswd5"]),
        (.vpn, ["openvpn", "isakmp", "nat-t-ike", "pptp", "l2tp", "sstp", "wireguard", "ipsec-nat-t"]),
        (
            .database,
            [
                "mysql", "postgresql", "mongod", "mongodb", "redis", "cassandra", "cassandra-native", "ibm-db2",
                "couchdb", "firebird", "sybase", "elasticsearch", "memcached", "memcache", "mysqlx",
            ]
        ),
        (.backup, ["ndmp", "backupexec", "netbackup", "bacula-dir", "bacula-fd", "bacula-sd", "veeam"]),
        (.ntp, ["ntp"]), (.snmp, ["snmp", "snmptrap"]),
        (.printing, ["ipp", "ipps", "printer", "jetdirect", "pdl-datastream"]),
        (.modbus, ["modbus", "mbap"]), (.iec104, ["iec-104", "iec104"]), (.dnp3, ["dnp", "dnp3"]),
        (.opcua, ["opcua-tcp", "opc-ua", "opcua-tls"]),
        (.engineering, ["ethernet-ip", "ethernetip", "bacnet", "niagara-fox", "fox", "codesys", "pcworx"]),
    ])

    private static let byBeginning: [(beginning: String, kind: ServiceKind)] = [
        ("ms-sql", .database), ("oracle", .database), ("mysql", .database), ("postgres", .database),
        ("mongo", .database), ("ssl/http", .https), ("https", .https), ("http", .http), ("smtp", .smtp),
        ("imap", .imap), ("pop3", .imap), ("vnc", .vnc), ("ldap", .ldap), ("netbios", .smb),
    ]

    private static let byPort = table([
        (.http, [80, 81, 591, 3_128, 8_000, 8_008, 8_080, 8_081, 8_888, 9_090]),
        (.https, [443, 4_443, 8_443, 9_443, 10_443]),
        (.smtp, [25, 465, 587]), (.imap, [110, 143, 993, 995]), (.dns, [53]), (.smb, [137, 138, 139, 445]),
        (.rpc, [111, 135, 593]), (.rdp, [3_389]), (.ssh, [22, 2_222]), (.telnet, [23]), (.ftp, [20, 21, 69, 990]),
        (.vnc, [5_800, 5_900, 5_901, 5_902]), (.ldap, [389, 636, 3_268, 3_269]), (.kerberos, [88, 464]),
        (.vpn, [500, 1_194, 1_701, 1_723, 4_500, 51_820]),
        (.database, [1_433, 1_434, 1_521, 3_306, 5_432, 5_984, 6_379, 9_042, 9_200, 11_211, 27_017, 50_000]),
        (.backup, [1_556, 6_106, 9_101, 9_102, 9_103, 9_392, 9_401, 10_000, 10_006, 13_724, 13_782]),
        (.ntp, [123]), (.snmp, [161, 162]), (.printing, [515, 631, 9_100]), (.modbus, [502]), (.iec104, [2_404]),
        (.dnp3, [20_000]), (.opcua, [4_840, 4_843]), (.engineering, [789, 1_911, 1_962, 4_911, 44_818, 47_808]),
    ])

    private static func table<Key: Hashable>(_ rows: [(ServiceKind, [Key])]) -> [Key: ServiceKind] {
        var table: [Key: ServiceKind] = [:]
        for (kind, keys) in rows {
            for key in keys { table[key] = kind }
        }
        return table
    }
}
