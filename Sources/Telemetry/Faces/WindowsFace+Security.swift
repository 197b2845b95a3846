/// Programs, files, shares and the log itself in the Security log.
extension WindowsFace {
    /// The event of the Security log; `nil` where another provider writes the record.
    var security: WindowsEvent? {
        switch shape.kind {
        case .launch: return audit(13312, version: 2, launch)
        case .terminate:
            return audit(
                13313,
                subject + [
                    ("Status", .text("0x0")), ("ProcessId", .text("%hexPid 1&")), ("ProcessName", text(.image)),
                ])
        case .file: return audit(12800, version: 1, fileAccess)
        case .endpointConnection(let direction, let udp): return audit(12810, version: 1, passed(direction, udp: udp))
        case .share(let create, _): return audit(12811, share(create))
        case .shareMapping: return audit(12808, version: 1, shareMapping)
        case .log(let clear):
            return clear && shape.code == 104 ? logCleared(.systemLog) : clear ? logCleared(.securityLog) : turned
        default: return nil
        }
    }

    private var launch: Fields {
        subject + [
            ("NewProcessId", .text("%hexPid 2&")), ("NewProcessName", text(.image)),
            ("TokenElevationType", .text("%%1938")), ("ProcessId", .text("%hexPid 1&")),
            ("CommandLine", text(.command)),
            ("TargetUserSid", .text("S-1-0-0")), ("TargetUserName", .text("-")), ("TargetDomainName", .text("-")),
            ("TargetLogonId", .text("0x0")), ("ParentProcessName", text(.parent)),
            ("MandatoryLabel", .text("S-1-16-8192")),
        ]
    }

    private var fileAccess: Fields {
        subject + [
            ("ObjectServer", .text("Security")), ("ObjectType", .text("File")), ("ObjectName", text(.path)),
            ("HandleId", .text("0x%number 1000 9000 6&")), ("AccessList", .text("%%4416\n\t\t\t\t")),
            ("AccessMask", .text("0x1")), ("ProcessId", .text("%hexPid 1&")), ("ProcessName", text(.image)),
            ("ResourceAttributes", .text("S:AI")),
        ]
    }

    private func passed(_ direction: RecordShape.Direction, udp: Bool) -> Fields {
        let path = shape[.image].lowercased()
        let application = path.hasPrefix("c:") ? "\\device\\harddiskvolume3" + path.dropFirst(2) : path
        return [
            ("ProcessID", .number("<pid 1>")), ("Application", .text(application)),
            ("Direction", .text(direction == .inbound ? "%%14592" : "%%14593")),
            ("SourceAddress", .text("%sourceAddress&")), ("SourcePort", .text("%ephemeral 1&")),
            ("DestAddress", .text("%targetAddress&")), ("DestPort", .text("%port&")),
            ("Protocol", .number(udp ? "17" : "6")), ("FilterRTID", .number("<number 60000 9000 6>")),
            ("LayerName", .text("%%14611")), ("LayerRTID", .number("48")), ("RemoteUserID", .text("S-1-0-0")),
            ("RemoteMachineID", .text("S-1-0-0")),
        ]
    }

    /// The share and its folder on the server.
    private var shareFields: Fields {
        let name = shape[.share]
        let local: String
        switch name.uppercased() {
        case "IPC$": local = ""
        case "ADMIN$": local = "\\??\\C:\\Windows"
        case "SYSVOL": local = "\\??\\C:\\Windows\\SYSVOL\\sysvol"
        case let drive where drive.count == 2 && drive.hasSuffix("$"): local = "\\??\\\(drive.prefix(1)):\\"
        default: local = "\\??\\C:\\Shares\\\(name)"
        }
        return [("ShareName", .text("\\\\*\\\(name)")), ("ShareLocalPath", .text(local))]
    }

    private func share(_ create: Bool) -> Fields {
        subject + [
            ("ObjectType", .text("File")), ("IpAddress", .text("%sourceAddress&")),
            ("IpPort", .text("%ephemeral 1&")),
        ] + shareFields + [
            ("RelativeTargetName", text(.path)), ("AccessMask", text(.mask)),
            ("AccessList", .text(create ? "%%4417\n\t\t\t\t%%4418\n\t\t\t\t" : "%%4416\n\t\t\t\t")),
            ("AccessReason", .text("-")),
        ]
    }

    private var shareMapping: Fields {
        subject + [
            ("ObjectType", .text("File")), ("IpAddress", .text("%sourceAddress&")),
            ("IpPort", .text("%ephemeral 1&")),
        ] + shareFields + [("AccessMask", .text("0x1")), ("AccessList", .text("%%4416\n\t\t\t\t"))]
    }

    private func logCleared(_ provider: WindowsProvider) -> WindowsEvent {
        let isSystem = provider.channel == "System"
        let who: Fields =
            isSystem
            ? [
                ("SubjectUserName", .text("%userName&")), ("SubjectDomainName", .text("%userDomain&")),
                ("Channel", text(.name)), ("BackupPath", .text("")),
            ] : subject
        return WindowsEvent(
            provider: provider, code: shape.code, version: isSystem ? 0 : 1, task: 104,
            keywords: isSystem ? "8000000000000000" : "4020000000000000", data: who,
            userData: (
                "LogFileCleared", "http://manifests.microsoft.com/win/2004/08/windows/eventlog"
            ))
    }

    /// A full log was put aside and begun anew.
    private var turned: WindowsEvent {
        WindowsEvent(
            provider: .securityLog, code: shape.code, task: 105, keywords: "4020000000000000",
            data: [
                ("Channel", text(.name)),
                (
                    "BackupPath",
                    .text("C:\\Windows\\System32\\Winevt\\Logs\\Archive-\(shape[.name])-%number 100000 800000 6&.evtx")
                ),
            ], userData: ("AutoBackup", "http://manifests.microsoft.com/win/2004/08/windows/eventlog"))
    }
}
