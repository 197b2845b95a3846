/// A record as an event of Windows: where it was written, and its fields in the order of the provider's manifest.
struct WindowsEvent {
    let provider: WindowsProvider
    let code: Int
    var version = 0
    /// 0 audit, 2 error, 3 warning, 4 information, 5 verbose.
    var level = 4
    var task = 0
    var opcode = 0
    /// In hexadecimal without its `0x`, sixteen digits.
    var keywords = "8000000000000000"
    /// The fields.
    var data: [(name: String, value: WindowsValue)] = []
    /// Name and namespace of the element that holds the fields where it is not `EventData`.
    var userData: (name: String, namespace: String)?
    /// Whether the fields have no names.
    var isUnnamed = false

    /// The event of a shape; `nil` where Windows writes no such record.
    static func event(_ shape: RecordShape) -> WindowsEvent? {
        if shape.family != .windows || shape.code == 0 { return nil }
        let face = WindowsFace(shape: shape)
        return face.sysmon ?? face.logons ?? face.security ?? face.accounts ?? face.services ?? face.shell
            ?? face.components
    }
}

/// A field's value, by what `evtx_dump` makes of its type.
enum WindowsValue {
    /// A text with marks.
    case text(String)
    /// The source of a number's digits.
    case number(String)
    /// The id of a process or a logon: the part of a guid.
    case guid(Int)
    /// The source of hexadecimal digits in the form of a guid.
    case fixedGuid(String)
}

/// Who writes events, and into which log.
struct WindowsProvider: Sendable {
    let name: String
    /// Its identifier without braces, in capitals; empty for classic ones.
    let guid: String
    let channel: String

    static let sysmon = WindowsProvider(
        name: "Microsoft-Windows-Sysmon", guid: "5770385F-C22A-43E0-BF4C-06F5698FFBD9",
        channel: "Microsoft-Windows-Sysmon/Operational")
    static let security = WindowsProvider(
        name: "Microsoft-Windows-Security-Auditing", guid: "54849625-5478-4994-A5BA-3E3B0328C30D", channel: "Security")
    static let securityLog = WindowsProvider(
        name: "Microsoft-Windows-Eventlog", guid: "FC65DDD8-D6EF-4962-83D5-6E5CFE9CE148", channel: "Security")
    static let systemLog = WindowsProvider(
        name: "Microsoft-Windows-Eventlog", guid: "FC65DDD8-D6EF-4962-83D5-6E5CFE9CE148", channel: "System")
    static let serviceControl = WindowsProvider(
        name: "Service Control Manager", guid: "555908D1-A6D7-4695-8E1E-26931D2012F4", channel: "System")
    static let powerShell = WindowsProvider(
        name: "Microsoft-Windows-PowerShell", guid: "A0C1853B-5C40-4B15-8766-3CF1C58F985A",
        channel: "Microsoft-Windows-PowerShell/Operational")
    static let classicPowerShell = WindowsProvider(name: "PowerShell", guid: "", channel: "Windows PowerShell")
    static let scheduler = WindowsProvider(
        name: "Microsoft-Windows-TaskScheduler", guid: "DE7B24EA-73C8-4A09-985D-5BDADCFA9017",
        channel: "Microsoft-Windows-TaskScheduler/Operational")
    static let management = WindowsProvider(
        name: "Microsoft-Windows-WMI-Activity", guid: "1418EF04-B0B4-4623-BF7E-D74AB47BBDAA",
        channel: "Microsoft-Windows-WMI-Activity/Operational")
    static let localSessions = WindowsProvider(
        name: "Microsoft-Windows-TerminalServices-LocalSessionManager", guid: "5D896912-022D-40AA-A3A8-4FA5515C76D7",
        channel: "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational")
    static let remoteConnections = WindowsProvider(
        name: "Microsoft-Windows-TerminalServices-RemoteConnectionManager",
        guid: "C76BAA63-AE81-421C-B425-340B4B24157F",
        channel: "Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational")
    static let hostFirewall = WindowsProvider(
        name: "Microsoft-Windows-Windows Firewall With Advanced Security",
        guid: "D1BC9AFF-2ABF-4D71-9146-ECB2A986EB85",
        channel: "Microsoft-Windows-Windows Firewall With Advanced Security/Firewall")
    static let transfers = WindowsProvider(
        name: "Microsoft-Windows-Bits-Client", guid: "EF1CC15B-46C1-414E-BB95-E76B077BD51E",
        channel: "Microsoft-Windows-Bits-Client/Operational")
    static let defender = WindowsProvider(
        name: "Microsoft-Windows-Windows Defender", guid: "11CD958A-C507-4EF3-B3F2-5FD9DFBD2C78",
        channel: "Microsoft-Windows-Windows Defender/Operational")
    static let directory = WindowsProvider(
        name: "Microsoft-Windows-ActiveDirectory_DomainService", guid: "0E8478C5-3605-4E8C-8497-1E730C959516",
        channel: "Directory Service")
}

/// What a shape's texts are in the events of Windows.
struct WindowsFace {
    let shape: RecordShape

    typealias Fields = [(name: String, value: WindowsValue)]

    /// A text of the shape, `-` where it is empty.
    func text(_ name: RecordShape.TextName) -> WindowsValue {
        .text(shape[name].isEmpty ? "-" : shape[name])
    }

    /// Who did it, as the events of the Security log begin.
    var subject: Fields {
        [
            ("SubjectUserSid", .text("%userSID&")), ("SubjectUserName", .text("%userName&")),
            ("SubjectDomainName", .text("%userDomain&")), ("SubjectLogonId", .text("%sessionID&")),
        ]
    }

    /// The account and its domain, as one text.
    static let user = "%userDomain&\\%userName&"

    /// A provider's event with the marks of an audit.
    func audit(_ task: Int, version: Int = 0, success: Bool = true, _ data: Fields) -> WindowsEvent {
        WindowsEvent(
            provider: .security, code: shape.code, version: version, level: 0, task: task,
            keywords: success ? "8020000000000000" : "8010000000000000", data: data)
    }
}
