/// What well-known programs say of themselves, by file name in small letters.
enum ImageTable {
    typealias Windows = (description: String, originalName: String)
    typealias Other = (
        version: String, description: String, product: String, company: String, originalName: String
    )

    /// Parts of Windows.
    static let windows: [String: Windows] = [
        "arp.exe": ("TCP/IP Arp Command", "arp.exe"),
        "at.exe": ("Schedule service command line interface", "AT.EXE"),
        "attrib.exe": ("Attribute Utility", "ATTRIB.EXE"),
        "auditpol.exe": ("Audit Policy Program", "AUDITPOL.EXE"),
        "backgroundtaskhost.exe": ("Background Task Host", "backgroundTaskHost.exe"),
        "bcdedit.exe": ("Boot Configuration Data Editor", "bcdedit.exe"),
        "bitsadmin.exe": ("BITS administration utility", "bitsadmin.exe"),
        "calc.exe": ("Windows Calculator", "CALC.EXE"),
        "certutil.exe": ("CertUtil.exe", "CertUtil.exe"),
        "cmd.exe": ("Windows Command Processor", "Cmd.Exe"),
        "cmdkey.exe": ("Credential Manager Command Line Utility", "cmdkey.exe"),
        "cmstp.exe": ("Microsoft Connection Manager Profile Installer", "CMSTP.EXE"),
        "comsvcs.dll": ("COM+ Services", "COMSVCS.DLL"),
        "conhost.exe": ("Console Window Host", "CONHOST.EXE"),
        "control.exe": ("Windows Control Panel", "CONTROL.EXE"),
        "cscript.exe": ("Microsoft ® Console Based Script Host", "cscript.exe"),
        "csrss.exe": ("Client Server Runtime Process", "CSRSS.Exe"),
        "curl.exe": ("The curl executable", "curl.exe"),
        "defrag.exe": ("Disk Defragmenter Module", "Defrag.EXE"),
        "diskshadow.exe": ("DiskShadow", "diskshadow.exe"),
        "dllhost.exe": ("COM Surrogate", "dllhost.exe"),
        "dns.exe": ("Domain Name System (DNS) Server", "dns.exe"),
        "dsquery.exe": ("Microsoft AD DS/LDS query command line utility", "dsquery.exe"),
        "esentutl.exe": ("Extensible Storage Engine Utilities for Microsoft(R) Windows(R)", "esentutl.exe"),
        "eventvwr.exe": ("Event Viewer Snapin Launcher", "eventvwr.exe"),
        "explorer.exe": ("Windows Explorer", "EXPLORER.EXE"),
        "find.exe": ("Find String (grep) Utility", "FIND.EXE"),
        "findstr.exe": ("Find String (QGREP) Utility", "FINDSTR.EXE"),
        "fodhelper.exe": ("Features On Demand Helper", "FodHelper.EXE"),
        "forfiles.exe": ("ForFiles - Executes a command on selected files", "forfiles.exe"),
        "fsutil.exe": ("fsutil.exe", "fsutil.exe"),
        "gpresult.exe": ("Query Group Policy RSOP Data", "gprslt.exe"),
        "gpupdate.exe": ("Microsoft® Group Policy Update Utility", "GPUpdate.exe"),
        "hh.exe": ("Microsoft® HTML Help Executable", "HH.exe"),
        "hostname.exe": ("Hostname APP", "hostname.exe"),
        "icacls.exe": ("iCACLS.EXE", "iCACLS.EXE"),
        "installutil.exe": (".NET Framework installation utility", "InstallUtil.exe"),
        "ipconfig.exe": ("IP Configuration Utility", "ipconfig.exe"),
        "klist.exe": ("Tool for managing the Kerberos ticket cache", "klist.exe"),
        "lsass.exe": ("Local Security Authority Process", "lsass.exe"),
        "makecab.exe": ("Microsoft® Cabinet Maker", "makecab.exe"),
        "mmc.exe": ("Microsoft Management Console", "mmc.exe"),
        "mousocoreworker.exe": ("MoUSO Core Worker Process", "MoUsoCoreWorker.exe"),
        "msbuild.exe": ("MSBuild.exe", "MSBuild.exe"),
        "mshta.exe": ("Microsoft (R) HTML Application host", "MSHTA.EXE"),
        "msiexec.exe": ("Windows® installer", "msiexec.exe"),
        "mspaint.exe": ("Paint", "MSPAINT.EXE"),
        "mstsc.exe": ("Remote Desktop Connection", "mstsc.exe"),
        "nbtstat.exe": ("TCP/IP NetBios Information", "nbtinfo.exe"),
        "net.exe": ("Net Command", "net.exe"),
        "net1.exe": ("Net Command", "net1.exe"),
        "netsh.exe": ("Network Command Shell", "netsh.exe"),
        "netstat.exe": ("TCP/IP Netstat Command", "netstat.exe"),
        "nltest.exe": ("Microsoft® Logon Server Test Utility", "nltestrk.exe"),
        "notepad.exe": ("Notepad", "NOTEPAD.EXE"),
        "nslookup.exe": ("nslookup", "nslookup.exe"),
        "ntdsutil.exe": ("NT5DS", "ntdsutil.exe"),
        "odbcconf.exe": ("ODBC Driver Configuration Program", "odbcconf.exe"),
        "pcalua.exe": ("Program Compatibility Assistant", "pcalua.exe"),
        "ping.exe": ("TCP/IP Ping Command", "ping.exe"),
        "powershell.exe": ("Windows PowerShell", "PowerShell.EXE"),
        "powershell_ise.exe": ("Windows PowerShell ISE", "powershell_ise.EXE"),
        "print.exe": ("Print Utility", "Print.Exe"),
        "qprocess.exe": ("Query Process Utility", "qprocess.exe"),
        "query.exe": ("MultiUser Query Utility", "query.exe"),
        "quser.exe": ("Query User Utility", "quser.exe"),
        "qwinsta.exe": ("Query Session Utility", "qwinsta.exe"),
        "reg.exe": ("Registry Console Tool", "reg.exe"),
        "regasm.exe": ("Microsoft .NET Assembly Registration Utility", "RegAsm.exe"),
        "regedit.exe": ("Registry Editor", "REGEDIT.EXE"),
        "regsvcs.exe": ("Microsoft .NET Services Installation Utility", "RegSvcs.exe"),
        "regsvr32.exe": ("Microsoft(C) Register Server", "REGSVR32.EXE"),
        "robocopy.exe": ("Microsoft Robocopy", "robocopy.exe"),
        "route.exe": ("TCP/IP Route Command", "route.exe"),
        "rundll32.exe": ("Windows host process (Rundll32)", "RUNDLL32.EXE"),
        "runtimebroker.exe": ("Runtime Broker", "RuntimeBroker.exe"),
        "sc.exe": ("Service Control Manager Configuration Tool", "sc.exe"),
        "schtasks.exe": ("Task Scheduler Configuration Tool", "schtasks.exe"),
        "sdbinst.exe": ("Application Compatibility Database Installer", "sdbinst.exe"),
        "searchfilterhost.exe": ("Microsoft Windows Search Filter Host", "SearchFilterHost.exe"),
        "searchindexer.exe": ("Microsoft Windows Search Indexer", "SearchIndexer.exe"),
        "searchprotocolhost.exe": ("Microsoft Windows Search Protocol Host", "SearchProtocolHost.exe"),
        "services.exe": ("Services and Controller app", "services.exe"),
        "setspn.exe": ("Query or reset the computer's SPN attribute", "setspn.exe"),
        "setup.exe": ("Windows Setup", "SETUP.EXE"),
        "smss.exe": ("Windows Session Manager", "smss.exe"),
        "snippingtool.exe": ("Snipping Tool", "SnippingTool.exe"),
        "splwow64.exe": ("Print driver host for applications", "splwow64.exe"),
        "spoolsv.exe": ("Spooler SubSystem App", "spoolsv.exe"),
        "sppsvc.exe": ("Microsoft Software Protection Platform Service", "sppsvc.exe"),
        "svchost.exe": ("Host Process for Windows Services", "svchost.exe"),
        "systeminfo.exe": ("Displays system information", "sysinfo.exe"),
        "takeown.exe": ("Takes ownership of a file", "takeown.exe"),
        "tar.exe": ("bsdtar archive tool", "bsdtar.exe"),
        "taskhostw.exe": ("Host Process for Windows Tasks", "taskhostw.exe"),
        "taskkill.exe": ("Terminates Processes", "taskkill.exe"),
        "tasklist.exe": ("Lists the current running tasks", "tasklist.exe"),
        "taskmgr.exe": ("Task Manager", "Taskmgr.exe"),
        "tracert.exe": ("TCP/IP Traceroute Command", "tracert.exe"),
        "usoclient.exe": ("UsoClient", "UsoClient"),
        "vssadmin.exe": ("Command Line Interface for Microsoft® Volume Shadow Copy Service", "VSSADMIN.EXE"),
        "w32tm.exe": ("Windows Time Service Diagnostic Tool", "w32time.exe"),
        "w3wp.exe": ("IIS Worker Process", "w3wp.exe"),
        "wbadmin.exe": ("Command Line Interface for Microsoft® BLB Backup", "WBADMIN.EXE"),
        "werfault.exe": ("Windows Problem Reporting", "WerFault.exe"),
        "wevtutil.exe": ("Eventing Command Line Utility", "wevtutil.exe"),
        "where.exe": ("Where - Lists location of files", "where.exe"),
        "whoami.exe": ("whoami - displays logged on user information", "whoami.exe"),
        "wininit.exe": ("Windows Start-Up Application", "WinInit.exe"),
        "winlogon.exe": ("Windows Logon Application", "WINLOGON.EXE"),
        "winrm.cmd": ("Windows Remote Management", "winrm.cmd"),
        "winrs.exe": ("winrs", "winrs.exe"),
        "wmic.exe": ("WMI Commandline Utility", "wmic.exe"),
        "wmiprvse.exe": ("WMI Provider Host", "Wmiprvse.exe"),
        "wscript.exe": ("Microsoft ® Windows Based Script Host", "wscript.exe"),
        "wsmprovhost.exe": ("Host process for WinRM plug-ins", "wsmprovhost.exe"),
        "wsqmcons.exe": ("Windows SQM Consolidator", "wsqmcons.exe"),
        "wusa.exe": ("Windows Update Standalone Installer", "wusa.exe"),
        "xcopy.exe": ("Extended Copy Utility", "XCOPY.EXE"),
    ]

    /// Programs of others.
    static let others: [String: Other] = [
        "msedge.exe": (
            "126.0.2592.87", "Microsoft Edge", "Microsoft Edge", "Microsoft Corporation", "msedge.exe"
        ),
        "winword.exe": (
            "16.0.17628.20144", "Microsoft Word", "Microsoft Office", "Microsoft Corporation", "WinWord.exe"
        ),
        "excel.exe": ("16.0.17628.20144", "Microsoft Excel", "Microsoft Office", "Microsoft Corporation", "Excel.exe"),
        "powerpnt.exe": (
            "16.0.17628.20144", "Microsoft PowerPoint", "Microsoft Office", "Microsoft Corporation", "POWERPNT.EXE"
        ),
        "outlook.exe": (
            "16.0.17628.20144", "Microsoft Outlook", "Microsoft Outlook", "Microsoft Corporation", "Outlook.exe"
        ),
        "pwsh.exe": ("7.4.3.500", "pwsh", "PowerShell", "Microsoft Corporation", "pwsh.dll"),
        "sqlcmd.exe": (
            "15.0.2000.5", "Command Line SQL Query Tool", "Microsoft SQL Server", "Microsoft Corporation", "sqlcmd.exe"
        ),
        "sqlservr.exe": (
            "2022.160.4131.2", "SQL Server Windows NT - 64 Bit", "Microsoft SQL Server", "Microsoft Corporation",
            "SQLSERVR.EXE"
        ),
        "7z.exe": ("23.01", "7-Zip Console", "7-Zip", "Igor Pavlov", "7z.exe"),
        "7zfm.exe": ("23.01", "7-Zip File Manager", "7-Zip", "Igor Pavlov", "7zFM.exe"),
        "rar.exe": ("6.24.0", "Command line RAR", "WinRAR", "Alexander Roshal", "Rar.exe"),
        "acrobat.exe": ("24.2.20857.0", "Adobe Acrobat", "Adobe Acrobat", "Adobe Systems Incorporated", "Acrobat.exe"),
        "psexec.exe": (
            "2.43", "Execute processes remotely", "Sysinternals PsExec", "Sysinternals - www.sysinternals.com",
            "psexec.c"
        ),
        "psexesvc.exe": (
            "2.43", "PsExec Service", "Sysinternals PsExec", "Sysinternals", "psexesvc.exe"
        ),
        "procdump.exe": (
            "11.0", "Sysinternals process dump utility", "ProcDump",
            "Sysinternals - www.sysinternals.com", "procdump"
        ),
        "procdump64.exe": (
            "11.0", "Sysinternals process dump utility", "ProcDump",
            "Sysinternals - www.sysinternals.com", "procdump"
        ),
        "adfind.exe": ("1.57.0.4325", "AdFind", "AdFind", "joeware.net", "AdFind.exe"),
        "rclone.exe": ("1.66.0", "Rsync for cloud storage", "Rclone", "https://rclone.org", "rclone.exe"),
        "anydesk.exe": ("8.0.10.0", "AnyDesk", "AnyDesk", "AnyDesk Software GmbH", "-"),
        "teamviewer.exe": ("15.54.3.0", "TeamViewer", "TeamViewer", "TeamViewer Germany GmbH", "TeamViewer.exe"),
        "putty.exe": ("Release 0.81", "SSH, Telnet, Rlogin, and SUPDUP client", "PuTTY suite", "Simon Tatham", "PuTTY"),
        "plink.exe": (
            "Release 0.81", "Command-line SSH, Telnet, and Rlogin client", "PuTTY suite", "Simon Tatham", "Plink"
        ),
        "python.exe": ("3.12.4", "Python", "Python", "Python Software Foundation", "python.exe"),
        "java.exe": ("17.0.11.0", "OpenJDK Platform binary", "OpenJDK Platform 17", "Eclipse Adoptium", "java.exe"),
        "msmpeng.exe": (
            "4.18.24050.7", "Antimalware Service Executable", "Microsoft® Windows® Operating System",
            "Microsoft Corporation", "MsMpEng.exe"
        ),
        "mpcmdrun.exe": (
            "4.18.24050.7", "Microsoft Malware Protection Command Line Utility",
            "Microsoft® Windows® Operating System", "Microsoft Corporation", "MpCmdRun.exe"
        ),
    ]
}
