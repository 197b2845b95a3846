import NetworkWorld
import Scenario

/// Protocols of devices at physical processes, under the names that network sensors give them.
enum ControlProtocol: String, CaseIterable, Sendable {
    case modbus, iec104, s7comm, dnp3, mms, opcua

    /// What a host with these services speaks.
    init(services: ServiceSet) {
        let known: [(ServiceKind, ControlProtocol)] = [
            (.iec104, .iec104), (.iec61850, .mms), (.dnp3, .dnp3), (.s7, .s7comm), (.opcua, .opcua),
        ]
        self = known.first { services & $0.0.bit != 0 }?.1 ?? .modbus
    }

    /// Its usual port.
    var port: UInt16 {
        switch self {
        case .modbus: 502
        case .iec104: 2404
        case .s7comm, .mms: 102
        case .dnp3: 20000
        case .opcua: 4840
        }
    }

    /// Where it stands in ``TemplatePool/control``.
    var position: Int {
        switch self {
        case .modbus: 0
        case .iec104: 1
        case .s7comm: 2
        case .dnp3: 3
        case .mms: 4
        case .opcua: 5
        }
    }
}

/// What a device is told or tells.
enum ControlFunction: String, CaseIterable, Sendable {
    case read, report = "measured value", set = "setpoint write", switching = "switching command", restart
    case identify = "read device identification", operation = "operator action"

    /// What a card calls it.
    init(word: String) {
        switch word {
        case "set": self = .set
        case "switch": self = .switching
        case "restart": self = .restart
        case "identify": self = .identify
        case "operation": self = .operation
        case "report": self = .report
        default: self = .read
        }
    }

    /// Where its templates begin in ``TemplatePool/control``.
    var position: Int {
        var position = 0
        for candidate in Self.allCases {
            if candidate == self { return position }
            position += ControlProtocol.allCases.count
        }
        return position
    }
}

extension ServiceKind {
    /// The port it usually has.
    var usualPort: UInt16 {
        switch self {
        case .http: 80
        case .https: 443
        case .smtp: 25
        case .imap: 993
        case .dns: 53
        case .smb: 445
        case .rpc: 135
        case .rdp: 3389
        case .winrm: 5985
        case .ssh: 22
        case .telnet: 23
        case .ftp: 21
        case .vnc: 5900
        case .ldap: 389
        case .kerberos: 88
        case .vpn: 1194
        case .database: 1433
        case .backup: 10_000
        case .ntp: 123
        case .snmp: 161
        case .printing: 9100
        case .modbus: 502
        case .iec104: 2404
        case .iec61850, .s7: 102
        case .dnp3: 20000
        case .opcua: 4840
        case .engineering: 1962
        case .other: 8080
        }
    }
}
