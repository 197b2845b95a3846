/// What parts of Windows and of other systems write all day about themselves. Invented or standard; see ``ProgramTexts`` for
/// the marks.
enum ComponentTexts {
    private static let system32 = ProgramTexts.system32
    private static let lsass = "C:\\Windows\\System32\\lsass.exe"
    private static let defender = "C:\\Program Files\\Windows Defender\\MsMpEng.exe"
    private static let libraries = "C:\\Windows\\SYSTEM32\\ntdll.dll+9d4c4|C:\\Windows\\System32\\KERNELBASE.dll+2c13e"

    /// Programs that open other programs.
    static let accesses: [RecordShape] = [
        .processAccess(
            ProgramTexts.serviceHost, target: lsass, access: "0x1000",
            trace: libraries + "|C:\\Windows\\System32\\lsm.dll+e8f1"),
        .processAccess(
            ProgramTexts.serviceHost, target: lsass, access: "0x101000",
            trace: libraries + "|c:\\windows\\system32\\lsm.dll+10a7b"),
        .processAccess(
            system32 + "wbem\\WmiPrvSE.exe", target: lsass, access: "0x1400",
            trace: libraries + "|C:\\Windows\\System32\\framedynos.dll+a1c2"),
        .processAccess(defender, target: ProgramTexts.browser, access: "0x1410", trace: libraries),
        .processAccess(defender, target: ProgramTexts.powerShell, access: "0x101410", trace: libraries),
        .processAccess(
            system32 + "csrss.exe", target: ProgramTexts.browser, access: "0x1fffff",
            trace: libraries + "|C:\\Windows\\System32\\CSRSRV.dll+5ac6"),
        .processAccess(
            system32 + "Taskmgr.exe", target: ProgramTexts.explorer, access: "0x1400",
            trace: libraries + "|C:\\Windows\\system32\\taskmgr.exe+3f21"),
        .processAccess(
            ToolTexts.agent, target: ProgramTexts.serviceHost, access: "0x1410",
            trace: libraries + "|C:\\Program Files\\Agent\\agent.exe+2ff10"),
        .processAccess(
            system32 + "wsmprovhost.exe", target: ProgramTexts.serviceHost, access: "0x1410", trace: libraries),
        .processAccess(
            system32 + "rundll32.exe", target: ProgramTexts.explorer, access: "0x1038", trace: libraries),
        .processAccess(defender, target: system32 + "rundll32.exe", access: "0x1010", trace: libraries),
        .processAccess(
            system32 + "WerFault.exe", target: ProgramTexts.office + "EXCEL.EXE", access: "0x1fffff",
            trace: libraries + "|C:\\Windows\\SYSTEM32\\dbgcore.dll+6ceb|C:\\Windows\\SYSTEM32\\dbgcore.dll+14bf6"),
        .processAccess(
            ProgramTexts.browser, target: ProgramTexts.browser, access: "0x1fffff",
            trace: libraries + "|C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe+81c0"),
    ]

    /// Libraries beside those of Windows: path, program, who signed them.
    static let modules: [(String, String, String)] = [
        (system32 + "dbgcore.dll", system32 + "WerFault.exe", "Microsoft Windows"),
        (system32 + "dbghelp.dll", system32 + "Taskmgr.exe", "Microsoft Windows"),
        (system32 + "comsvcs.dll", system32 + "dllhost.exe", "Microsoft Windows"),
        (system32 + "RstrtMgr.dll", system32 + "msiexec.exe", "Microsoft Windows"),
        (system32 + "taskschd.dll", system32 + "taskhostw.exe", "Microsoft Windows"),
        (system32 + "wbem\\wmiutils.dll", system32 + "wbem\\WmiPrvSE.exe", "Microsoft Windows"),
        (system32 + "samlib.dll", system32 + "lsass.exe", "Microsoft Windows"),
        (system32 + "vaultcli.dll", ProgramTexts.browser, "Microsoft Windows"),
        ("C:\\Program Files\\UniKey\\keyhook.dll", "C:\\Program Files\\UniKey\\UniKeyNT.exe", ""),
        ("C:\\Program Files\\Forms\\forms.dll", ProgramTexts.explorer, ""),
        ("C:\\Program Files\\Agent\\update\\agent.core.dll", ToolTexts.agent, "Agent Software"),
        ("C:\\Program Files\\7-Zip\\7-zip.dll", ProgramTexts.explorer, ""),
    ]

    /// Connections that administrators' programs open: program, port.
    static let handConnections: [RecordShape] = [
        .process(connection: system32 + "mstsc.exe", .lateral), .process(connection: system32 + "mmc.exe", .lateral),
        .process(connection: system32 + "OpenSSH\\ssh.exe", .lateral),
        .process(connection: "C:\\Program Files\\PuTTY\\putty.exe", .lateral),
        .process(connection: system32 + "curl.exe", .lateral),
        .process(connection: "C:\\Program Files (x86)\\WinSCP\\WinSCP.exe", .lateral),
    ]

    /// Pipes that are made and connected to.
    static let pipes: [RecordShape] = [
        .pipe(
            "\\mojo.%number 2000 18000 4&.%number 2000 18000 5&.%hex 16 6&", connected: false, by: ProgramTexts.browser),
        .pipe("\\crashpad_%number 2000 18000 4&_%hex 8 6&", connected: false, by: ProgramTexts.browser),
        .pipe(
            "\\PSHost.%number 13300000 90000 4&.%number 2000 9000 5&.DefaultAppDomain.powershell", connected: false,
            by: ProgramTexts.powerShell),
        .pipe("\\wkssvc", connected: true, by: ProgramTexts.serviceHost),
        .pipe("\\srvsvc", connected: true, by: ProgramTexts.explorer),
        .pipe("\\lsass", connected: true, by: ProgramTexts.serviceHost),
        .pipe("\\samr", connected: true, by: ProgramTexts.serviceHost),
        .pipe("\\spoolss", connected: true, by: ProgramTexts.office + "WINWORD.EXE"),
        .pipe("\\agent-%hex 8 4&", connected: false, by: ToolTexts.agent),
    ]

    /// Drivers that are loaded, threads that one program starts in another.
    static let rest: [RecordShape] = [
        .driver("C:\\Windows\\System32\\drivers\\usbhub3.sys"), .driver("C:\\Windows\\System32\\drivers\\condrv.sys"),
        .driver("C:\\Windows\\System32\\drivers\\WdFilter.sys"), .driver("C:\\Windows\\System32\\drivers\\tcpip.sys"),
        .service(
            "%pick services 4& Filter", .create, image: "\\SystemRoot\\System32\\drivers\\wd\\WdFilter.sys", start: 4,
            code: 7045),
        .driver("C:\\Windows\\System32\\drivers\\ndis.sys"), .driver("C:\\Windows\\System32\\drivers\\vmbus.sys"),
        .remoteThread(
            system32 + "csrss.exe", target: ProgramTexts.commandShell, module: "C:\\Windows\\System32\\KERNELBASE.dll",
            function: "CtrlRoutine"),
        .remoteThread(system32 + "wbem\\WmiPrvSE.exe", target: ProgramTexts.serviceHost),
        .fileStream(
            "C:\\Users\\%userName&\\Downloads\\%pick documents 4&.pdf:Zone.Identifier",
            contents: "[ZoneTransfer]  ZoneId=3  HostUrl=https://%pick sites 3&/%pick documents 4&.pdf",
            by: ProgramTexts.browser),
        .fileStream(
            "C:\\Users\\%userName&\\Downloads\\%pick documents 51&.zip:Zone.Identifier",
            contents: "[ZoneTransfer]  ZoneId=3  HostUrl=https://%pick sites 3&/%pick documents 51&.zip",
            by: ProgramTexts.browser),
        .registryKey("HKLM\\SOFTWARE\\Agent\\Session", delete: false, by: ToolTexts.agent),
        .registryKey(
            "HKCU\\Software\\Microsoft\\Office\\16.0\\Word\\Resiliency\\DocumentRecovery\\%hex 8 4&", delete: true,
            by: ProgramTexts.office + "WINWORD.EXE"),
        .transfer(
            "Edge Component Updater", url: "https://download.he-dieu-hanh.example/edge/%hex 16 4&",
            path: "C:\\Windows\\SoftwareDistribution\\Download\\%hex 16 4&", by: ProgramTexts.serviceHost, code: 59),
        .transfer(
            "WU Client Download", url: "https://download.he-dieu-hanh.example/c/%hex 16 4&.cab",
            path: "C:\\Windows\\SoftwareDistribution\\Download\\%hex 16 4&", by: ProgramTexts.serviceHost, code: 60),
        .defender(
            threat: "", path: "HKLM\\SOFTWARE\\Microsoft\\Windows Defender\\Signature Updates\\EngineVersion",
            value:
                "HKLM\\SOFTWARE\\Microsoft\\Windows Defender\\Signature Updates\\EngineVersion = 1.1.%number 20000 4000 4&.%number 1 9 5&",
            code: 5007),
        .hostFirewall(
            "Microsoft Edge (mDNS-In)", application: ProgramTexts.browser, ports: "5353", by: ProgramTexts.serviceHost),
    ]

    /// Names that programs look up.
    static let lookups: [RecordShape] = [
        .endpointLookup("%site&", answer: "%siteAddress&", by: ProgramTexts.browser),
        .endpointLookup("%site&", answer: "%siteAddress&", by: ProgramTexts.browser),
        .endpointLookup("%site&", answer: "%siteAddress&", by: ProgramTexts.browser),
        .endpointLookup("%site&", answer: "%siteAddress&", by: ProgramTexts.office + "OUTLOOK.EXE"),
        .endpointLookup("%site&", answer: "%siteAddress&", by: ProgramTexts.serviceHost),
        .endpointLookup("%site&", answer: "%siteAddress&", by: ToolTexts.agent),
        .endpointLookup("_ldap._tcp.dc._msdcs.%dnsDomain&", answer: "%targetAddress&", by: ProgramTexts.serviceHost),
        .endpointLookup("wpad", answer: "", by: ProgramTexts.serviceHost),
    ]

    /// Blocks of scripts that agents and administrators run.
    static let scripts: [(text: String, path: String)] = [
        ("Get-Service | Where-Object Status -eq Stopped", ""), ("Get-EventLog -LogName System -Newest 50", ""),
        (
            "Get-HotFix | Export-Csv C:\\ProgramData\\Agent\\%pick scripts 4&.csv",
            "C:\\ProgramData\\Agent\\%pick scripts 4&.ps1"
        ),
        ("Test-Connection files -Count 1", ""), ("Get-ADUser -Identity %userName& -Properties mail", ""),
        ("Restart-Service -Name Spooler", ""), ("Import-Module ActiveDirectory", ""), ("prompt", ""), ("prompt", ""),
        ("$global:?", ""), ("{ Set-StrictMode -Version 1; $_.PSMessageDetails }", ""),
        (
            "Get-CimInstance -ClassName Win32_LogicalDisk | Select-Object DeviceID, FreeSpace",
            "C:\\ProgramData\\Agent\\disk-usage.ps1"
        ),
        ("Get-ItemProperty HKLM:\\SOFTWARE\\Agent | Select-Object Version", "C:\\ProgramData\\Agent\\inventory.ps1"),
        ("Get-ScheduledTask -TaskPath \\Agent\\ | Get-ScheduledTaskInfo", "C:\\ProgramData\\Agent\\health.ps1"),
        ("Get-Process | Sort-Object CPU -Descending | Select-Object -First 10", ""),
        ("Copy-Item C:\\Logs\\*.log \\\\files\\logs\\%hostName& -Force", "C:\\ProgramData\\Agent\\collect-logs.ps1"),
        ("Get-SmbOpenFile | Select-Object ClientUserName, Path", ""), ("Get-Printer | Where-Object Shared", ""),
        ("Get-ADComputer -Identity %hostName& -Properties LastLogonDate", ""),
        ("Get-MpComputerStatus | Select-Object AntivirusSignatureLastUpdated", "C:\\ProgramData\\Agent\\health.ps1"),
    ]

    /// What Windows says of itself that is neither a program nor a file.
    static let secrets: [RecordShape] = [
        .explicitCredentials(as: "%userName&", server: "localhost", by: system32 + "svchost.exe"),
        .explicitCredentials(as: "%userName&", server: "%targetName&", by: system32 + "lsass.exe"),
        .explicitCredentials(as: "%userName&", server: "%targetName&", by: system32 + "consent.exe"),
        .explicitCredentials(as: "%userName&", server: "%targetName&", by: system32 + "mstsc.exe"),
        .explicitCredentials(as: "%userName&", server: "%targetName&", by: system32 + "runas.exe"),
        .explicitCredentials(as: "%userName&", server: "%targetName&", by: system32 + "wbem\\WMIC.exe"),
    ]

    /// What the programs of Unix say: program, message, facility.
    static let messages: [(String, String, String)] = [
        ("CRON", "pam_unix(cron:session): session opened for user root(uid=0) by (uid=0)", "authpriv"),
        ("CRON", "pam_unix(cron:session): session closed for user root", "authpriv"),
        ("CRON", "(root) CMD (/opt/agent/bin/collect --interval 60)", "cron"),
        ("systemd", "Started agent-collect.service - Collects measurements.", "daemon"),
        ("systemd", "logrotate.service: Deactivated successfully.", "daemon"),
        (
            "kernel", "[UFW BLOCK] IN=eth0 OUT= SRC=%sourceAddress& DST=%hostAddress& PROTO=TCP DPT=%number 1 65000 4&",
            "kern"
        ),
        ("rsyslogd", "[origin software=\"rsyslogd\" swVersion=\"8.2302.0\"] rsyslogd was HUPed", "syslog"),
        (
            "sshd", "Connection closed by authenticating user %userName& %sourceAddress& port %ephemeral 1& [preauth]",
            "authpriv"
        ),
        ("sshd", "Received disconnect from %sourceAddress& port %ephemeral 1&:11: disconnected by user", "authpriv"),
        ("sshd", "Invalid user %pick scripts 4& from %sourceAddress& port %ephemeral 1&", "authpriv"),
        ("systemd-logind", "New session %number 100 9000 4& of user %userName&.", "authpriv"),
        ("nginx", "%sourceAddress& - - \"GET %pick paths 4& HTTP/1.1\" 200 %number 200 90000 5&", "daemon"),
    ]

    /// What administrators of Unix leave in the log when they come, work and go.
    static let shellMessages: [(String, String, String)] = [
        (
            "sshd",
            "Accepted publickey for %userName& from %sourceAddress& port %ephemeral 1& ssh2: ED25519 SHA256:%hex 16 4&",
            "authpriv"
        ),
        ("sshd", "Accepted password for %userName& from %sourceAddress& port %ephemeral 1& ssh2", "authpriv"),
        ("sshd", "pam_unix(sshd:session): session opened for user %userName&(uid=1001) by (uid=0)", "authpriv"),
    ]
}
