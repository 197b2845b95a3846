/// Logons in the Security log.
extension WindowsFace {
    /// The event of the Security log; `nil` where the record is of something else.
    var logons: WindowsEvent? {
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
        default: return nil
        }
    }

    /// The session of a logon: at the console the day's own, else one of its own.
    static func session(_ type: RecordShape.LogonType) -> String {
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

    /// The address that Windows gives for a logon on the host itself; `-` where it gives none.
    static func localSource(_ type: RecordShape.LogonType) -> String {
        switch type {
        case .interactive, .unlock: "127.0.0.1"
        case .newCredentials: "::1"
        default: "-"
        }
    }

    private func place(_ type: RecordShape.LogonType) -> Fields {
        switch type {
        case .remoteInteractive: [("IpAddress", .text("%sourceAddress&")), ("IpPort", .text("0"))]
        case .network, .networkCleartext:
            [("IpAddress", .text("%sourceAddress&")), ("IpPort", .text("%ephemeral 1&"))]
        default:
            [
                ("IpAddress", .text(Self.localSource(type))),
                ("IpPort", .text(Self.localSource(type) == "-" ? "-" : "0")),
            ]
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
}
