import Kernel
import NetworkWorld
import Scenario

/// The parts of device and user objects that all members of a group share, as bytes.
struct GroupFragments: Sendable {
    /// Bytes of all fragments.
    private(set) var bytes: [UInt8] = []
    /// Of every host group: opening up to the name, what follows the address.
    private(set) var hosts: [Member] = []
    /// Of every account group.
    private(set) var accounts: [Member] = []
    /// User objects of ``SystemAccount``, windows then unix; the machine account's is made per host.
    private(set) var system: [SystemUser] = []
    /// User objects' ends: after the computer's name.
    private(set) var machineTail = 0..<0
    /// What follows an account's name in its mail address.
    private(set) var mailTail = 0..<0
    /// Of every sensor: members of `metadata`, and its name.
    private(set) var sensors: [Range<Int>] = []
    private(set) var sensorNames: [Range<Int>] = []
    /// What security identifiers of the domain begin with, and the domain's names: in capitals, and in the DNS.
    private(set) var securityDomain = 0..<0
    private(set) var domain = 0..<0
    private(set) var dnsDomain = 0..<0
    /// Of every network: its range.
    private(set) var networks: [Range<Int>] = []

    /// A user object, the name in it, and the domain and identifier of that user.
    struct SystemUser: Sendable {
        var object: Range<Int>
        var name: Range<Int>
        var domain: Range<Int>
        var identifier: Range<Int>
    }

    /// How a member of a group is written.
    struct Member: Sendable {
        var first: Int32
        /// Group's name, with its dash where members are numbered.
        var name: Range<Int>
        /// Digits of the number; 0 where the group has one member.
        var digits: Int
        var tail: Range<Int>
        /// Address of the first host.
        var address: UInt32
        var path: UInt64
        var family = SystemFamily.windows
        /// Whether it is an account of one computer only, and whether it may do more than a user.
        var isLocal = false
        var isPrivileged = false
        /// Index of the network; 0 is the internet.
        var network = 0
    }

    init(program: Program) {
        let simulation = program.simulation
        let domain = Self.label(program.scenario.name)
        let short = domain.uppercased()
        self.domain = add(short)
        dnsDomain = add(domain + ".example")
        let prefix = "S-1-5-21-1004336348-1177238915-\(682_003_330 + StableHash.of(domain) % 99_999_999)-"
        securityDomain = add(prefix)
        for (index, group) in simulation.hosts.enumerated() {
            let record = program.hostGroups[index]
            let kind = Self.deviceType(group.os, group.role)
            let system = Self.systemName(group.os)
            var tail = "\",\"type_id\":\(kind.0),\"type\":\"\(kind.1)\",\"os\":{\"name\":\"\(system.0)\","
            tail += "\"type_id\":\(system.1)},\"zone\":\"\(Self.bounded(group.network))\""
            if group.domainJoined { tail += ",\"domain\":\"\(domain).example\"" }
            hosts.append(
                Member(
                    first: record.first, name: add(Self.bounded(group.name) + (group.count > 1 ? "-" : "")),
                    digits: group.count > 1 ? max(3, String(group.count).utf8.count) : 0, tail: add(tail),
                    address: record.firstAddress, path: record.path, family: SystemFamily(group.os),
                    network: Int(record.network)))
        }
        for (index, group) in simulation.accounts.enumerated() {
            let record = program.accountGroups[index]
            let type = record.kind == .service ? (3, "System") : record.privilege == .user ? (1, "User") : (2, "Admin")
            let home = record.kind == .local ? "" : ",\"domain\":\"\(short)\""
            accounts.append(
                Member(
                    first: record.first, name: add(Self.bounded(group.name) + (group.count > 1 ? "-" : "")),
                    digits: group.count > 1 ? max(3, String(group.count).utf8.count) : 0,
                    tail: add("\",\"type_id\":\(type.0),\"type\":\"\(type.1)\"\(home),\"uid\":\"\(prefix)"),
                    address: 0, path: record.path, isLocal: record.kind == .local,
                    isPrivileged: record.privilege != .user))
        }
        let windows = [("SYSTEM", "18", 3), ("NETWORK SERVICE", "20", 3), ("LOCAL SERVICE", "19", 3)]
        let authority = "NT AUTHORITY"
        for (name, uid, type) in windows { addSystem(name, "S-1-5-\(uid)", domain: authority, type: type, "System") }
        addSystem("", "S-1-5-18", domain: authority, type: 3, "System")
        addSystem("ANONYMOUS LOGON", "S-1-5-7", domain: authority, type: 0, "Unknown")
        for (name, uid) in [("root", 0), ("www-data", 33), ("nobody", 65534)] {
            addSystem(name, String(uid), domain: "", type: 3, "System")
        }
        addSystem("", "0", domain: "", type: 3, "System")
        addSystem("anonymous", "-", domain: "", type: 0, "Unknown")
        machineTail = add(
            "$\",\"type_id\":3,\"type\":\"System\",\"domain\":\"\(short)\",\"uid\":\"\(prefix)")
        mailTail = add("@\(domain).example")
        for (index, sensor) in simulation.sensors.enumerated() {
            sensorNames.append(add(Self.bounded(sensor.name)))
            let product = Self.product(program.sensors[index].kind)
            sensors.append(
                add(
                    "\"product\":{\"name\":\"\(product)\",\"vendor_name\":\"Thao Truong\"},\"log_name\":\"\(Self.bounded(sensor.name))\""
                ))
        }
        networks.append(add("0.0.0.0/0"))
        for network in simulation.networks {
            let base = network.baseAddress
            let parts = [24, 16, 8, 0].map { String((base >> UInt32($0)) & 255) }
            networks.append(add(parts.joined(separator: ".") + "/\(network.prefixLength)"))
        }
    }

    /// A name as it stands in a JSON text, no longer than a slot of the writer's memory allows.
    private static func bounded(_ name: String) -> String {
        FieldText.escaped(String(name.unicodeScalars.prefix(40)), .json)
    }

    /// A scenario's name as a label of a domain name: letters, digits and dashes.
    private static func label(_ name: String) -> String {
        var label = ""
        for byte in name.lowercased().utf8 where label.utf8.count < 40 {
            let plain = byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39
            if plain {
                label.unicodeScalars.append(Unicode.Scalar(byte))
            } else if !label.isEmpty && !label.hasSuffix("-") {
                label += "-"
            }
        }
        while label.hasSuffix("-") { label.removeLast() }
        return label.isEmpty ? "organisation" : label
    }

    private mutating func add(_ text: String) -> Range<Int> {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        return start..<bytes.count
    }

    private mutating func addSystem(_ name: String, _ identifier: String, domain: String, type: Int, _ kind: String) {
        let home = domain.isEmpty ? "" : ",\"domain\":\"\(domain)\""
        let object = add(
            "{\"name\":\"\(name)\",\"type_id\":\(type),\"type\":\"\(kind)\"\(home),\"uid\":\"\(identifier)\"}")
        let start = object.lowerBound + 9
        system.append(
            SystemUser(
                object: object, name: start..<start + name.utf8.count, domain: add(domain), identifier: add(identifier))
        )
    }

    private static func product(_ kind: SensorKind) -> String {
        switch kind {
        case .endpoint: "Endpoint Sensor"
        case .domainController: "Directory Sensor"
        case .network: "Network Sensor"
        case .firewall: "Firewall"
        case .proxy: "Web Proxy"
        case .mail: "Mail Gateway"
        }
    }

    private static func deviceType(_ system: OperatingSystem, _ role: HostRole) -> (Int, String) {
        switch system {
        case .windowsWorkstation: (2, "Desktop")
        case .windowsServer, .linux: (1, "Server")
        case .networkDevice: role == .firewall ? (9, "Firewall") : (12, "Router")
        case .controller: (7, "IOT")
        case .appliance: (99, "Other")
        }
    }

    private static func systemName(_ system: OperatingSystem) -> (String, Int) {
        switch system {
        case .windowsWorkstation: ("Windows 11", 100)
        case .windowsServer: ("Windows Server 2022", 100)
        case .linux: ("Debian GNU/Linux 12", 200)
        case .networkDevice, .controller, .appliance: ("Firmware", 99)
        }
    }
}
