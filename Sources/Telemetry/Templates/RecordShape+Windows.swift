/// What particular parts of Windows write, and the programs of Unix.
extension RecordShape {
    /// A script block runs.
    static func script(_ image: String, text: String, path: String = "", code: Int = 4104) -> RecordShape {
        RecordShape(.script, [.image: image, .text: text, .path: path], code: code)
    }

    /// A command of PowerShell runs: what is bound to it, and in what host.
    static func moduleLogging(_ command: String, payload: String, hostApplication: String) -> RecordShape {
        RecordShape(.moduleLogging, [.name: command, .text: payload, .command: hostApplication], code: 4103)
    }

    /// The engine of PowerShell starts (400), or a provider of it (600), or a pipeline runs (800).
    static func engine(hostApplication: String, version: String = "5.1.22621.1", text: String = "", code: Int = 400)
        -> RecordShape
    {
        RecordShape(.engine, [.command: hostApplication, .value: version, .text: text], code: code)
    }

    /// An event filter of WMI is registered.
    static func wmiFilter(_ name: String, query: String, namespace: String = "root\\cimv2") -> RecordShape {
        RecordShape(.wmiFilter, [.name: name, .text: query, .path: namespace], code: 19)
    }

    /// An event consumer of WMI is registered.
    static func wmiConsumer(_ name: String, type: String = "Command Line", destination: String) -> RecordShape {
        RecordShape(.wmiConsumer, [.name: name, .type: type, .text: destination], code: 20)
    }

    /// A consumer is bound to a filter.
    static func wmiBinding(consumer: String, filter: String) -> RecordShape {
        RecordShape(.wmiBinding, [.name: consumer, .value: filter], code: 21)
    }

    /// WMI's own note of a lasting subscription.
    static func wmiActivity(consumer: String, query: String, text: String) -> RecordShape {
        RecordShape(.wmiActivity, [.name: consumer, .value: query, .text: text], code: 5861)
    }

    /// A program looks up a name; `answer` is empty where there is none.
    static func endpointLookup(_ name: String, answer: String, by image: String) -> RecordShape {
        RecordShape(
            .endpointLookup, [.name: name, .answer: answer, .image: image], code: 22, family: family(of: image),
            usesNetwork: true)
    }

    /// What is audited changes.
    static func auditPolicy(_ subcategory: String, changes: String) -> RecordShape {
        RecordShape(.auditPolicy, [.name: subcategory, .value: changes], code: 4719)
    }

    /// Defender finds something (1116, 1117), is turned off (5001) or configured (5007).
    static func defender(threat: String = "", path: String = "", value: String = "", code: Int) -> RecordShape {
        RecordShape(.defender, [.name: threat, .path: path, .value: value], code: code)
    }

    /// The background transfer service makes (3), begins (59) or ends (60) a transfer.
    static func transfer(_ job: String, url: String, path: String, by image: String, code: Int = 3) -> RecordShape {
        RecordShape(.transfer, [.name: job, .text: url, .path: path, .image: image], code: code)
    }

    /// A rule of the host's own firewall is added (2004), changed (2005) or deleted (2006).
    static func hostFirewall(
        _ rule: String, application: String, ports: String = "*", by image: String, code: Int = 2004
    )
        -> RecordShape
    {
        RecordShape(.hostFirewall, [.rule: rule, .path: application, .value: ports, .image: image], code: code)
    }

    /// A remote desktop session: proved (1149), begun (21), cut (24), taken up again (25).
    static func terminalSession(code: Int) -> RecordShape {
        RecordShape(.terminalSession, code: code, usesNetwork: true)
    }

    /// A program of Unix says something in the system's log: `sshd`, `sudo`, `CRON`, `kernel` …
    static func program(_ name: String, message: String, facility: String = "daemon") -> RecordShape {
        RecordShape(.program, [.name: name, .text: message, .label: facility], family: .unix)
    }
}
