/// Operating systems, as far as techniques care.
public enum OperatingSystem: String, Sendable, CaseIterable {
    case windowsWorkstation = "windows-workstation", windowsServer = "windows-server", linux
    case networkDevice = "network-device", controller, appliance
}

/// What a host is for.
public enum HostRole: String, Sendable, CaseIterable {
    case workstation, domainController = "domain-controller", fileServer = "file-server", mailServer = "mail-server"
    case webServer = "web-server", applicationServer = "application-server", databaseServer = "database-server"
    case backupServer = "backup-server", managementServer = "management-server", jumpHost = "jump-host"
    case remoteAccess = "remote-access", proxy, firewall, dnsServer = "dns-server", printer
    case operatorStation = "operator-station", engineeringStation = "engineering-station", historian
    case controlServer = "control-server", controller, protectionRelay = "protection-relay", gateway, other
}

/// How bad a weakness is: what using it gives.
public enum VulnerabilityKind: String, Sendable, CaseIterable {
    case remoteCode = "remote-code", privilegeEscalation = "privilege-escalation"
    case authenticationBypass = "authentication-bypass", credentialLeak = "credential-leak"
}

/// A weakness by its public names.
public struct SoftwareVulnerability: Sendable, Equatable {
    /// Key.
    public var name: String
    /// CVE id, or empty.
    public var cve = ""
    /// CWE id.
    public var cwe = ""
    /// What using it gives.
    public var kind: VulnerabilityKind
    /// Share of hosts of a group that have the patch without any measure (parts of 2³²).
    public var patchedShare: Int64 = 0
    /// What it is.
    public var description = LocalizedText()
    /// A weakness.
    public init(name: String, kind: VulnerabilityKind) {
        self.name = name
        self.kind = kind
    }
}

/// A service that every host of a group offers.
public struct HostService: Sendable, Equatable {
    /// Kind.
    public var kind: ServiceKind
    /// Port; 0 means the kind's usual one.
    public var port = 0
    /// Product, for display and records.
    public var product = ""
    /// Version, for display and records.
    public var version = ""
    /// Keys of the weaknesses that it has.
    public var vulnerabilities: [String] = []
    /// A service of that kind.
    public init(kind: ServiceKind) { self.kind = kind }
}

/// Hosts that are alike.
public struct HostGroup: Sendable, Equatable {
    /// Key. Host names are the key where `count` is 1, else key-001, key-002, …
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// Key of its network.
    public var network: String
    /// How many.
    public var count = 1
    /// Operating system.
    public var os: OperatingSystem
    /// Role.
    public var role: HostRole
    /// Whether it belongs to the Windows domain.
    public var domainJoined = false
    /// First address; 0 means the next free one.
    public var address: UInt32 = 0
    /// What it offers.
    public var services: [HostService] = []
    /// Weaknesses of the host itself (privilege escalation).
    public var vulnerabilities: [String] = []
    /// A group.
    public init(name: String, network: String, os: OperatingSystem, role: HostRole) {
        self.name = name
        self.network = network
        self.os = os
        self.role = role
    }
}
