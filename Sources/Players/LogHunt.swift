/// Something that an analyst looks for in the logs again and again: records of a kind whose combination of values the days
/// before did not have.
struct LogHunt: Sendable {
    /// What it is called in notes and rules.
    var name: String
    /// Which records are looked at.
    var query: String
    /// The values that together are new or are not.
    var key: [String]
    /// Fields that name a host under suspicion, by name, address or service, and how much it weighs.
    var hosts: [(field: String, weight: Int)]
    /// A field that names an account under suspicion.
    var account: String?
    /// How often the days before may have had the combination for it to count as new.
    var usual = 0
    /// ATT&CK id that such a record points at; empty where it could be many.
    var technique = ""
}

extension LogHunt {
    /// The name of the hunt for sites that are hardly ever visited.
    static let rareSite = "rare site"

    /// What the analyst looks for, the strongest first.
    static let all: [LogHunt] = [
        // A ticket tells who asks from where, and the domain's log has those of all hosts.
        LogHunt(
            name: "ticket", query: "event.code:4769", key: ["user.name", "source.ip"],
            hosts: [("source.ip", 3), ("service.name", 2)], account: "user.name"),
        LogHunt(
            name: "weak ticket", query: "event.code:4769 AND winlog.event_data.TicketEncryptionType:0x17",
            key: ["source.ip"], hosts: [("source.ip", 4)], account: "winlog.event_data.ServiceName",
            technique: "T1558.003"),
        LogHunt(
            name: "password check", query: "event.code:4776 AND event.outcome:success",
            key: ["user.name", "source.ip"], hosts: [("source.ip", 3)], account: "user.name"),
        LogHunt(
            name: "directory", query: "event.code:4662", key: ["user.name", "winlog.event_data.Properties"],
            hosts: [], account: "user.name", technique: "T1087.002"),
        LogHunt(
            name: "logon",
            query: "event.code:4624 AND winlog.event_data.LogonType:(3 OR 10) AND NOT user.name:"
                + "(*$ OR ANONYMOUS* OR SYSTEM)",
            key: ["user.name", "source.ip"], hosts: [("source.ip", 1), ("host.name", 1)], account: "user.name"),
        LogHunt(
            name: "parent", query: "event.code:1", key: ["process.parent.name", "process.name"],
            hosts: [("host.name", 3)]),
        LogHunt(
            name: "service", query: "event.code:(7045 OR 4697)", key: ["winlog.event_data.ServiceName"],
            hosts: [("host.name", 3)], technique: "T1569.002"),
        LogHunt(
            name: "memory", query: "event.code:10 AND winlog.event_data.TargetImage:*lsass.exe",
            key: ["process.name", "winlog.event_data.GrantedAccess"], hosts: [("host.name", 4)],
            technique: "T1003.001"),
        LogHunt(
            name: "script", query: "event.code:4104", key: ["winlog.event_data.ScriptBlockText"],
            hosts: [("host.name", 1)], technique: "T1059.001"),
        LogHunt(
            name: "share",
            query: "event.code:5145 AND winlog.event_data.ShareName:(*ADMIN$ OR *C$ OR *IPC$)",
            key: ["user.name", "source.ip"], hosts: [("source.ip", 1), ("host.name", 1)], technique: "T1021.002"),
        LogHunt(
            name: "library", query: "event.code:7", key: ["process.name", "dll.name"], hosts: [("host.name", 3)]),
        LogHunt(
            name: "file", query: "event.code:11", key: ["process.name", "file.extension"], hosts: [("host.name", 2)]),
        LogHunt(
            name: "program on the network", query: "event.code:3", key: ["process.name", "destination.port"],
            hosts: [("host.name", 1)]),
        LogHunt(
            name: "connection",
            query: "event.dataset:zeek.connection AND destination.port:(22 OR 1433 OR 3389 OR 5985)",
            key: ["source.ip", "destination.ip", "destination.port"], hosts: [("source.ip", 1), ("destination.ip", 1)]),
        LogHunt(
            name: "program of Unix", query: "event.action:process* AND NOT event.code:*",
            key: ["process.name", "process.parent.name", "user.name"], hosts: [("host.name", 3)]),
    ]
}
