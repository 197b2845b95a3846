/// Where well-known programs lie, so that cards may name them without their folders.
enum ProgramPaths {
    /// The full path of a program's name; a path stays as it is.
    static func path(_ name: String) -> String {
        if name == "System" || name.contains("\\") || name.contains("/") || name.isEmpty { return name }
        switch name.lowercased() {
        case "explorer.exe": return ProgramTexts.explorer
        case "powershell.exe": return ProgramTexts.powerShell
        case "msedge.exe": return ProgramTexts.browser
        case "winword.exe", "excel.exe", "outlook.exe", "powerpnt.exe": return ProgramTexts.office + name.uppercasedStem
        case "wmiprvse.exe": return ProgramTexts.system32 + "wbem\\WmiPrvSE.exe"
        case "wmic.exe": return ProgramTexts.system32 + "wbem\\WMIC.exe"
        case "w3wp.exe": return ProgramTexts.system32 + "inetsrv\\w3wp.exe"
        case "hh.exe": return "C:\\Windows\\hh.exe"
        case "taskmgr.exe": return ProgramTexts.system32 + "Taskmgr.exe"
        case "werfault.exe": return ProgramTexts.system32 + "WerFault.exe"
        case "rar.exe": return "C:\\Program Files\\WinRAR\\Rar.exe"
        default: return ProgramTexts.system32 + name
        }
    }

    /// Programs that run all the time, so that all they start have one parent: which of them, counted from one.
    static func resident(_ path: String) -> UInt8? {
        let name = RecordShape.baseName(path).lowercased()
        guard let position = residents.firstIndex(of: name) else { return nil }
        return UInt8(position + 1)
    }

    private static let residents = [
        "explorer.exe", "services.exe", "svchost.exe", "lsass.exe", "wininit.exe", "winlogon.exe", "spoolsv.exe",
        "agent.exe", "outlook.exe", "msedge.exe", "w3wp.exe", "sqlservr.exe", "tomcat9.exe", "wmiprvse.exe",
        "searchindexer.exe", "gateway.exe", "java", "cron", "sshd", "systemd", "apache2", "exim4", "nginx", "rsyslogd",
    ]
}

extension String {
    /// The name in capitals, as Office's programs are called.
    fileprivate var uppercasedStem: String { uppercased() }
}
