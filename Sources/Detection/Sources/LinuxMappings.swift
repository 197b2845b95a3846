// Lines of syslog and of the Linux audit daemon as rules' log sources and fields. Origin: RFC 5424 and RFC 3164, the daemon's manual of
// fields; services are those of SigmaHQ's Linux rules. The message is what keywords are looked for in.
//
// | program                                    | services                        |
// |--------------------------------------------|---------------------------------|
// | `sshd`                                     | `sshd`, `auth`, `syslog`        |
// | `sudo`, `su`                               | `sudo`, `auth`, `syslog`        |
// | `login`, `useradd`, `passwd`, `systemd-logind`, … | `auth`, `syslog`         |
// | `cron`, `crond`, `anacron`                 | `cron`, `syslog`                |
// | `vsftpd`, `clamd`, `guacd`                 | of that name, `syslog`          |
// | `auditd`, `audispd`, lines `type=… msg=audit(…)` | `auditd`; `EXECVE`: `process_creation`, too |
// | `squid`, `firewall`                        | categories `proxy`, `firewall`   |
// | any other                                  | `syslog`                        |
// | Cisco's `%FACILITY-n-MNEMONIC:`            | product `cisco`: `aaa`, `bgp`, `ldp`, `syslog` by facility |

/// How lines of Unix systems fill fields.
enum LinuxMappings {
    typealias Field = RecordMapping.Field

    /// Parts of a line of syslog have these paths.
    static let syslog = RecordMapping(
        fields: [
            Field("message", "Message"), Field("app-name", "program"), Field("procid", "pid"),
            Field("hostname", "Computer"),
        ],
        tellings: [
            RecordMapping.Telling(.time, ["timestamp"]), RecordMapping.Telling(.host, ["hostname"]),
            RecordMapping.Telling(.user, ["USER", "user"]), RecordMapping.Telling(.identifier, ["msgid", "id"]),
        ])

    /// A Web proxy's lines in Squid's format, by ``ProxyLine``.
    static let proxy = syslog.adding(
        NetworkMappings.web(
            NetworkMappings.Request(
                address: "squid.address", path: "squid.path", query: "squid.query", host: "squid.host",
                method: "squid.method", agent: "squid.agent", referrer: nil, status: "squid.status",
                sent: "squid.sent", received: "squid.bytes"))
            + [
                Field("squid.client", "src_ip"), Field("squid.client", "c-ip"), Field("squid.peer", "dst_ip"),
                Field("squid.user", "cs-username"), Field("squid.type", "cs-content-type"),
            ],
        parts: NetworkMappings.parts(ofAddress: "squid.address"))

    /// A firewall's lines of names and values.
    static let firewall = syslog.adding(
        NetworkMappings.ends(sourceAddress: "src", sourcePort: "spt", address: "dst", port: "dpt")
            + [Field("proto", "Protocol")])

    /// Fields of a line of the audit daemon have their own names.
    static let audit = RecordMapping(
        fields: [Field("syscall", "SYSCALL"), Field("exe", "Image"), Field("proctitle", "CommandLine")],
        tellings: [
            RecordMapping.Telling(.time, ["timestamp"]), RecordMapping.Telling(.host, ["node", "hostname"]),
            RecordMapping.Telling(.user, ["UID", "acct", "auid", "uid"]),
            RecordMapping.Telling(.identifier, ["serial"]),
        ])

    /// The start of a program, as the audit daemon writes it. The command line is put together from the arguments.
    static let execution = audit.adding([
        RecordMapping.Field("pid", "ProcessId"), RecordMapping.Field("ppid", "ParentProcessId"),
        RecordMapping.Field("user", "User"), RecordMapping.Field("UID", "User"),
    ])

    /// Programs and the services of their lines, besides `syslog`.
    static let programs: [(program: String, services: [String])] = [
        ("sshd", ["sshd", "auth"]), ("sshd-session", ["sshd", "auth"]), ("sudo", ["sudo", "auth"]),
        ("su", ["sudo", "auth"]), ("login", ["auth"]), ("systemd-logind", ["auth"]), ("useradd", ["auth"]),
        ("userdel", ["auth"]), ("usermod", ["auth"]), ("groupadd", ["auth"]), ("passwd", ["auth"]),
        ("chpasswd", ["auth"]), ("polkitd", ["auth"]), ("pkexec", ["auth"]), ("gdm-password", ["auth"]),
        ("cron", ["cron"]), ("CRON", ["cron"]), ("crond", ["cron"]), ("crontab", ["cron"]), ("anacron", ["cron"]),
        ("vsftpd", ["vsftpd"]), ("clamd", ["clamav"]), ("freshclam", ["clamav"]), ("clamav", ["clamav"]),
        ("guacd", ["guacamole"]), ("auditd", ["auditd"]), ("audispd", ["auditd"]), ("audisp-syslog", ["auditd"]),
    ]

    /// Cisco's facilities and the services of their messages, besides `syslog`.
    static let facilities: [(facility: String, services: [String])] = [
        ("PARSER", ["aaa"]), ("AAA", ["aaa"]), ("SYS", ["aaa"]), ("SEC_LOGIN", ["aaa"]), ("BGP", ["bgp"]),
        ("LDP", ["ldp"]), ("TDP", ["ldp"]),
    ]
}
