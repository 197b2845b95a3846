/// A network with its address range.
public struct Network: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// First address of the range.
    public var baseAddress: UInt32
    /// Prefix length, 0…32.
    public var prefixLength: Int
    /// What kind of place it is; decides where it is drawn.
    public var zone: Zone
    /// A network at that place.
    public init(name: String, baseAddress: UInt32, prefixLength: Int, zone: Zone) {
        self.name = name
        self.baseAddress = baseAddress
        self.prefixLength = prefixLength
        self.zone = zone
    }
}

/// Kinds of network.
public enum Zone: String, Sendable, CaseIterable {
    case perimeter, servers, office, branch, management, partner, controlCentre = "control-centre", field
}

/// Lets services of one place be reached from another.
public struct FirewallRule: Sendable, Equatable {
    /// A network, `internet`, or `any`.
    public var from: String
    /// A network, a host group, or `any`.
    public var to: String
    /// The services; empty means all.
    public var services: [ServiceKind]
    /// Allowed or dropped; the first rule that fits decides.
    public var allow: Bool
    /// A rule.
    public init(from: String, to: String, services: [ServiceKind], allow: Bool) {
        self.from = from
        self.to = to
        self.services = services
        self.allow = allow
    }
}

/// What a host can offer over the network.
public enum ServiceKind: String, Sendable, CaseIterable {
    case http, https, smtp, imap, dns, smb, rpc, rdp, winrm, ssh, telnet, ftp, vnc, ldap, kerberos, vpn, database,
        backup, ntp,
        snmp, printing, modbus, iec104, iec61850 = "iec-61850", dnp3, opcua = "opc-ua", s7, engineering, other
}
