/// Logons, tickets and accesses in the Security log.
extension WindowsFace {
    /// The event of the Security log; `nil` where another provider writes the record.
    var security: WindowsEvent? {
        switch shape.kind {
        case .logon(let type, let proof, let success):
            return success
                ? audit(12544, version: 2, logon(type, proof)) : audit(12544, success: false, refusal(type, proof))
        case .logoff(let type):
            return audit(
                12545,
                [
                    ("TargetUserSid", .text("%userSID&")), ("TargetUserName", .text("%userName&")),
                    ("TargetDomainName", .text("%userDomain&")), ("TargetLogonId", .text(Self.session(type))),
                    ("LogonType", .number(String(type.rawValue))),
                ])
        case .privileges:
            let privileges = [
                "SeSecurityPrivilege", "SeBackupPrivilege", "SeRestorePrivilege", "SeTakeOwnershipPrivilege",
                "SeDebugPrivilege", "SeSystemEnvironmentPrivilege", "SeLoadDriverPrivilege", "SeImpersonatePrivilege",
            ]
            return audit(12548, subject + [("PrivilegeList", .text(privileges.joined(separator: "\n\t\t\t")))])
        case .explicitCredentials: return audit(12544, explicitCredentials)
        case .ticket(let activity, let success): return ticket(activity, success)
        case .validation(let success):
            return audit(
                14336, success: success,
                [
                    ("PackageName", .text("MICROSOFT_AUTHENTICATION_PACKAGE_V1_0")),
                    ("TargetUserName", .text("%userName&")), ("Workstation", .text("%sourceName&")),
                    ("Status", text(.status)),
                ])
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

    /// The session of a logon: at the console the day's own, else one of its own.
    private static func session(_ type: RecordShape.LogonType) -> String {
        switch type {
        case .interactive, .unlock, .remoteInteractive: "%sessionID&"
        default: "%logonID 2&"
        }
    }

    /// What a logon says of the way it came.
    private func way(_ type: RecordShape.LogonType, _ proof: RecordShape.Proof) -> (
        process: String, package: String, image: String
    ) {
        let asked = shape[.image]
        switch type {
        case .network, .networkCleartext:
            return (proof == .ntlm ? "NtLmSsp " : "Kerberos", proof == .ntlm ? "NTLM" : "Kerberos", asked)
        case .batch, .service, .newCredentials:
            let image = type == .service ? "services.exe" : "svchost.exe"
            let package = type == .newCredentials ? "seclogo" : "Advapi  "
            return (package, "Negotiate", asked.isEmpty ? "C:\\Windows\\System32\\\(image)" : asked)
        case .interactive, .unlock, .remoteInteractive:
            return ("User32 ", "Negotiate", asked.isEmpty ? "C:\\Windows\\System32\\svchost.exe" : asked)
        }
    }

    private func place(_ type: RecordShape.LogonType) -> Fields {
        switch type {
        case .batch, .service: [("IpAddress", .text("-")), ("IpPort", .text("-"))]
        case .interactive, .unlock: [("IpAddress", .text("127.0.0.1")), ("IpPort", .text("0"))]
        case .newCredentials: [("IpAddress", .text("::1")), ("IpPort", .text("0"))]
        case .remoteInteractive: [("IpAddress", .text("%sourceAddress&")), ("IpPort", .text("0"))]
        case .network, .networkCleartext:
            [("IpAddress", .text("%sourceAddress&")), ("IpPort", .text("%ephemeral 1&"))]
        }
    }

    /// Whose word a logon is taken on: nobody's over the network, else the computer's.
    private func asker(_ type: RecordShape.LogonType) -> Fields {
        if type == .network {
            return [
                ("SubjectUserSid", .text("S-1-0-0")), ("SubjectUserName", .text("-")),
                ("SubjectDomainName", .text("-")), ("SubjectLogonId", .text("0x0")),
            ]
        }
        if type == .newCredentials { return subject }
        return [
            ("SubjectUserSid", .text("S-1-5-18")), ("SubjectUserName", .text("%hostName&$")),
            ("SubjectDomainName", .text("%domain&")), ("SubjectLogonId", .text("0x3e7")),
        ]
    }

    private func logon(_ type: RecordShape.LogonType, _ proof: RecordShape.Proof) -> Fields {
        let way = way(type, proof)
        let station = type == .network ? (proof == .ntlm ? "%sourceName&" : "-") : "%hostName&"
        let process = way.image.isEmpty ? ("0x0", "-") : ("%hexPid 1&", way.image)
        return asker(type) + [
            ("TargetUserSid", .text("%userSID&")), ("TargetUserName", .text("%userName&")),
            ("TargetDomainName", .text("%userDomain&")), ("TargetLogonId", .text(Self.session(type))),
            ("LogonType", .number(String(type.rawValue))), ("LogonProcessName", .text(way.process)),
            ("AuthenticationPackageName", .text(way.package)), ("WorkstationName", .text(station)),
            ("LogonGuid", .guid(proof == .ntlm ? 0 : 9)), ("TransmittedServices", .text("-")),
            ("LmPackageName", .text(proof == .ntlm ? "NTLM V2" : "-")),
            ("KeyLength", .number(proof == .ntlm ? "128" : "0")), ("ProcessId", .text(process.0)),
            ("ProcessName", .text(process.1)),
        ] + place(type) + [
            ("ImpersonationLevel", .text("%%1833")),
            ("RestrictedAdminMode", .text(type == .remoteInteractive ? "%%1843" : "-")),
            ("TargetOutboundUserName", .text(type == .newCredentials ? "%userName&" : "-")),
            ("TargetOutboundDomainName", .text(type == .newCredentials ? "%domain&" : "-")),
            ("VirtualAccount", .text("%%1843")), ("TargetLinkedLogonId", .text("0x0")),
            ("ElevatedToken", .text("%%1842")),
        ]
    }

    private func refusal(_ type: RecordShape.LogonType, _ proof: RecordShape.Proof) -> Fields {
        let way = way(type, proof)
        let process = way.image.isEmpty ? ("0x0", "-") : ("%hexPid 1&", way.image)
        let reason = ["0xc0000072": "%%2310", "0xc0000234": "%%2307", "0xc0000071": "%%2309"][shape[.subStatus]]
        return asker(type) + [
            ("TargetUserSid", .text("S-1-0-0")), ("TargetUserName", .text("%userName&")),
            ("TargetDomainName", .text("%userDomain&")), ("Status", text(.status)),
            ("FailureReason", .text(reason ?? "%%2313")), ("SubStatus", text(.subStatus)),
            ("LogonType", .number(String(type.rawValue))), ("LogonProcessName", .text(way.process)),
            ("AuthenticationPackageName", .text(way.package)),
            ("WorkstationName", .text(type == .network ? "%sourceName&" : "%hostName&")),
            ("TransmittedServices", .text("-")), ("LmPackageName", .text("-")), ("KeyLength", .number("0")),
            ("ProcessId", .text(process.0)), ("ProcessName", .text(process.1)),
        ] + place(type)
    }

    private var explicitCredentials: Fields {
        subject + [
            ("LogonGuid", .guid(9)), ("TargetUserName", text(.account)), ("TargetDomainName", .text("%domain&")),
            ("TargetLogonGuid", .guid(8)), ("TargetServerName", text(.server)), ("TargetInfo", text(.server)),
            ("ProcessId", .text("%hexPid 1&")), ("ProcessName", text(.image)), ("IpAddress", .text("-")),
            ("IpPort", .text("-")),
        ]
    }

    private func ticket(_ activity: Int, _ success: Bool) -> WindowsEvent {
        // Tickets are given to an account: a service's name alone stands for the computer that offers it.
        let service = shape[.service]
        let owner = service.firstIndex(of: "/").map { String(service[service.index(after: $0)...]) + "$" }
        let address: Fields = [("IpAddress", .text("::ffff:%sourceAddress&")), ("IpPort", .text("%ephemeral 1&"))]
        switch activity {
        case 4:
            return audit(
                14337, success: success,
                [
                    ("TargetUserName", .text("%userName&@%dnsDomain&")), ("TargetDomainName", .text("%dnsDomain&")),
                    ("ServiceName", .text(owner ?? service)),
                    ("ServiceSid", .text("S-1-5-21-1004336348-1177238915-%number 1100 4000 8&")),
                    ("TicketOptions", text(.options)), ("TicketEncryptionType", text(.cipher)),
                ] + address + [
                    ("Status", text(.status)), ("LogonGuid", .guid(9)), ("TransmittedServices", .text("-")),
                ])
        case 3:
            return audit(
                14339, success: success,
                [
                    ("TargetUserName", .text("%userName&")), ("TargetDomainName", .text("%domain&")),
                    ("TargetSid", .text("%userSID&")), ("ServiceName", text(.service)),
                    ("ServiceSid", .text("S-1-5-21-1004336348-1177238915-502")), ("TicketOptions", text(.options)),
                    ("Status", text(.status)), ("TicketEncryptionType", text(.cipher)), ("PreAuthType", .text("2")),
                ] + address + [
                    ("CertIssuerName", .text("")), ("CertSerialNumber", .text("")), ("CertThumbprint", .text("")),
                ])
        default:
            return audit(
                14339, success: false,
                [
                    ("TargetUserName", .text("%userName&")), ("TargetSid", .text("%userSID&")),
                    ("ServiceName", .text("krbtgt/%domain&")), ("TicketOptions", text(.options)),
                    ("Status", text(.status)), ("PreAuthType", .text("2")),
                ] + address)
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
