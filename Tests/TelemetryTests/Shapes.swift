@testable import Telemetry

/// A shape of every kind, with texts that need escaping.
enum Shapes {
    private static let tool = "C:\\Tools\\%userName&\\a tool.exe"

    static let all: [RecordShape] = host + windows + identity + network

    private static let host: [RecordShape] = [
        .launch(tool, command: "\"a tool.exe\" /c \"x<y>|z\"", parent: "C:\\Windows\\explorer.exe"),
        .launch(tool, command: "tool", parent: "C:\\Windows\\System32\\cmd.exe", code: 4688),
        .launch("/usr/bin/curl", command: "curl -s \"https://x.example/a?b=c&d\"", parent: "/bin/bash", code: 0),
        .terminate(tool), .terminate(tool, code: 4689), .terminate("/bin/sh", code: 0),
        .file("C:\\a\\b.txt", .create, by: tool, code: 11), .file("C:\\a\\b.txt", .delete, by: tool, code: 23),
        .file("C:\\a\\b.txt", .read, by: tool, code: 0), .file("C:\\a\\b.txt", .update, by: tool, code: 2),
        .file("/etc/passwd", .read, by: "/bin/cat", code: 0),
        .fileStream("C:\\a\\b.zip", contents: "[ZoneTransfer]\nZoneId=3", by: tool),
        .module("C:\\a\\b.dll", by: tool, signature: ""), .driver("C:\\a\\b.sys"), .rawRead("\\Device\\Disk", by: tool),
        .registry("HKCU\\Software\\X", value: "X", data: "\"y\"", by: tool),
        .registryKey("HKLM\\X", delete: true, by: tool),
        .processAccess(tool, target: "C:\\Windows\\System32\\lsass.exe", access: "0x1010"),
        .remoteThread(tool, target: "C:\\Windows\\explorer.exe"), .pipe("\\name", connected: false, by: tool),
        .pipe("\\name", connected: true, by: tool), .job("\\X", .create, command: "a.exe /b", image: "C:\\a.exe"),
        .job("\\X", .update, command: "a.exe", image: "C:\\a.exe"), .job("\\X", .delete, command: "", image: ""),
        .job("\\X", .create, command: "a", image: "C:\\a.exe", code: 106),
        .job("\\X", .start, command: "a", image: "C:\\a.exe"),
        .job("cron.daily", .start, command: "/bin/true", image: "/bin/true"),
        .service("S", .create, image: "C:\\a b.exe -x", start: 3),
        .service("S", .create, image: "a", start: 4, code: 4697),
        .service("S", .start, image: "a", start: 4), .service("S", .reconfigure, image: "a", start: 5),
        .unit("app.service", .stop), .log("Security", clear: true, by: tool, code: 1102),
        .log("System", clear: true, by: tool, code: 104), .log("Security", clear: false, by: tool, code: 1105),
    ]

    private static let windows: [RecordShape] = [
        .script(tool, text: "if ($a -lt 5) { \"<b>\" }\n"), .engine(hostApplication: "powershell.exe"),
        .engine(hostApplication: "powershell.exe", code: 600), .engine(hostApplication: "a", text: "b", code: 800),
        .moduleLogging("Get-Item", payload: "CommandInvocation(Get-Item): \"Get-Item\"", hostApplication: "a"),
        .wmiFilter("F", query: "SELECT * FROM x WHERE y = 'z'"), .wmiConsumer("C", destination: "cmd.exe"),
        .wmiBinding(consumer: "C", filter: "F"), .wmiActivity(consumer: "C", query: "q", text: "t"),
        .endpointLookup("x.example", answer: "192.0.2.1", by: tool), .endpointLookup("x.example", answer: "", by: tool),
        .auditPolicy("%%12544", changes: "%%8448"), .defender(threat: "T", path: "C:\\a", code: 1116),
        .defender(code: 5001), .defender(value: "a = 1", code: 5007),
        .transfer("J", url: "https://x.example/a", path: "C:\\a", by: tool),
        .transfer("J", url: "https://x.example/a", path: "C:\\a", by: tool, code: 59),
        .transfer("J", url: "https://x.example/a", path: "C:\\a", by: tool, code: 16403),
        .hostFirewall("R", application: tool, by: tool), .hostFirewall("R", application: tool, by: tool, code: 2006),
        .terminalSession(code: 1149), .terminalSession(code: 21),
        .program("sudo", message: "a : b <c>", facility: "auth"),
        .process(connection: tool, .outbound), .process(connection: tool, .inbound, code: 5156),
        .process(connection: "/usr/bin/curl", .outbound, code: 0),
    ]

    private static let identity: [RecordShape] =
        [2, 3, 4, 5, 7, 8, 9, 10].compactMap { RecordShape.LogonType(rawValue: $0) }.flatMap {
            [
                RecordShape.logon($0, .kerberos, service: "User32", success: true, code: 4624),
                .logon($0, .ntlm, service: "NtLmSsp", success: false, code: 4625), .logoff($0),
            ]
        } + [
            .logon(.network, .other, service: "sshd", success: false, code: 0),
            .logon(.network, .other, service: "vpn", success: true, code: 0), .privileges(),
            .explicitCredentials(as: "x", server: "y", by: tool), .validation(success: false),
            .ticket(service: "cifs/%targetName&", activity: 4, cipher: "0x17", code: 4769),
            .ticket(service: "krbtgt", activity: 3, cipher: "0x12", code: 4768),
            .ticket(service: "krbtgt", activity: 6, cipher: "0x12", code: 4771, success: false),
            .directory("DS-Replication-Get-Changes-All", change: false, code: 4662),
            .directory("(a=b)", change: false, code: 1644), .directory("CN=x", change: true, code: 5136),
            .directoryChange("CN=x", objectClass: "user", attribute: "a", value: "b"),
            .account(.create, user: "x", code: 4720), .account(.change, user: "x", code: 4738),
            .account(.lock, user: "x", code: 4740), .account(.delete, user: "x", code: 4726),
            .account(.computerCreate, user: "x$", code: 4741), .account(.computerChange, user: "x$", code: 4742),
            .membership(group: "Domain Admins", user: "x", code: 4728),
        ]

    private static let network: [RecordShape] = {
        let request = RecordShape.Request(method: "GET", host: "x.example", path: "/a?b=\"<c>\"")
        return [
            .flow(.outbound, bulk: true), .flow(.lateral, udp: true, port: 22),
            .firewall(allow: false, .inbound, udp: false, rule: "r"), .dns("x.example", type: "A", answer: ""),
            .dns("x.example", type: "TXT", answer: "v=a,b\tc"), .web(request, .outbound, user: true),
            .web(request, .inbound, user: false), .webServer(request, family: .unix),
            .mail(direction: 1, from: "a@x.example", to: "b@y.example", subject: "c \"d\""),
            .share("\\\\%targetName&\\C$", file: "a\\b.exe", create: true, endpoint: true, code: 0),
            .share("IPC$", file: "svcctl", create: false, endpoint: false, code: 0),
            .share("data", file: "a", create: true, endpoint: false, code: 0), .shareMapping("C$", endpoint: true),
            .shareMapping("IPC$", endpoint: false), .tls("x.example"),
            .procedureCall("svcctl", operation: "CreateServiceW", pipe: "\\PIPE\\svcctl"),
            .kerberosWire(type: "TGS", service: "cifs/x", cipher: "rc4-hmac"), .ntlmWire(success: false),
            .remoteDesktopWire(), .secureShellWire(success: true),
        ] + ["modbus", "dnp3", "iec104"].map { .control($0, function: "read", endpoint: false) }
    }()
}
