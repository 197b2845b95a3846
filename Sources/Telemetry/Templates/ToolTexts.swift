/// Tools that come with systems, as agents, installers and administrators run them every day: the programs that attackers
/// use too, with other arguments.
enum ToolTexts {
    typealias Entry = ProgramTexts.Entry

    private static let system32 = ProgramTexts.system32
    private static let shell = ProgramTexts.commandShell
    private static let powerShell = ProgramTexts.powerShell
    static let agent = "C:\\Program Files\\Agent\\agent.exe"
    private static let host = ProgramTexts.serviceHost
    private static let explorer = ProgramTexts.explorer

    /// What management agents, installers and scheduled jobs run on Windows.
    static let windowsAgent: [Entry] = [
        (system32 + "reg.exe", "reg.exe query HKLM\\SOFTWARE\\Agent /v Version", agent),
        (
            system32 + "reg.exe",
            "reg.exe query \"HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\" /v CurrentBuild", shell
        ),
        (system32 + "reg.exe", "reg.exe add HKLM\\SOFTWARE\\Agent /v LastContact /t REG_SZ /d %hex 8 4& /f", agent),
        (system32 + "sc.exe", "sc.exe query WinDefend", agent),
        (system32 + "sc.exe", "sc.exe qc %pick services 4&", shell),
        (system32 + "schtasks.exe", "schtasks.exe /query /tn \\Agent\\inventory /xml", agent),
        (system32 + "wbem\\WMIC.exe", "wmic.exe os get LastBootUpTime", agent),
        (system32 + "wbem\\WMIC.exe", "wmic.exe cpu get loadpercentage", agent),
        (system32 + "net.exe", "net.exe start", shell),
        (system32 + "net1.exe", "C:\\Windows\\system32\\net1 start", system32 + "net.exe"),
        (system32 + "net.exe", "net.exe use", shell),
        (system32 + "net.exe", "net.exe time \\\\%targetName&", shell),
        (system32 + "netsh.exe", "netsh.exe interface ipv4 show config", agent),
        (system32 + "netsh.exe", "netsh.exe wlan show interfaces", agent),
        (system32 + "ipconfig.exe", "ipconfig.exe", shell),
        (system32 + "tasklist.exe", "tasklist.exe /fo csv /nh", agent),
        (system32 + "msiexec.exe", "C:\\Windows\\system32\\msiexec.exe /V", ProgramTexts.services),
        (
            system32 + "regsvr32.exe", "regsvr32.exe /s \"C:\\Program Files\\Agent\\shellext.dll\"",
            system32 + "msiexec.exe"
        ),
        (system32 + "rundll32.exe", "rundll32.exe Windows.Storage.ApplicationData.dll,CleanupTemporaryState", host),
        (system32 + "rundll32.exe", "rundll32.exe AppXDeploymentExtensions.OneCore.dll,ShellRefresh", host),
        (system32 + "dism.exe", "dism.exe /online /get-features /format:table", agent),
        (system32 + "wbem\\WmiPrvSE.exe", "C:\\Windows\\system32\\wbem\\wmiprvse.exe -secured -Embedding", host),
        (system32 + "conhost.exe", "\\??\\C:\\Windows\\system32\\conhost.exe 0xffffffff -ForceV1", shell),
        (system32 + "conhost.exe", "\\??\\C:\\Windows\\system32\\conhost.exe 0xffffffff -ForceV1", powerShell),
        (system32 + "wevtutil.exe", "wevtutil.exe gl Security", agent),
        (system32 + "fsutil.exe", "fsutil.exe volume diskfree C:", agent),
        (system32 + "defrag.exe", "defrag.exe -c -h -o", host),
        ("C:\\Program Files\\Agent\\helper.exe", "helper.exe --query %number 1 90 4&", system32 + "wbem\\WmiPrvSE.exe"),
        (
            system32 + "WerFault.exe",
            "C:\\Windows\\system32\\WerFault.exe -u -p %number 2000 9000 4& -s %number 100 900 5&", host
        ),
        (system32 + "gpupdate.exe", "gpupdate.exe /target:computer", host),
        (system32 + "certutil.exe", "certutil.exe -pulse", host),
        (system32 + "sdbinst.exe", "sdbinst.exe -m -bg", host),
        (system32 + "mousocoreworker.exe", "C:\\Windows\\System32\\mousocoreworker.exe -Embedding", host),
        (system32 + "taskkill.exe", "taskkill.exe /im updater.exe", agent),
        (system32 + "findstr.exe", "findstr.exe /c:\"Install complete\" C:\\ProgramData\\Agent\\setup.log", shell),
        (
            system32 + "robocopy.exe",
            "robocopy.exe C:\\ProgramData\\Agent\\spool C:\\ProgramData\\Agent\\sent *.json /mov", shell
        ),
        (system32 + "tar.exe", "tar.exe -xf C:\\ProgramData\\Agent\\package.tar -C C:\\ProgramData\\Agent", agent),
    ]

    /// What administrators type on Windows.
    static let windowsHand: [Entry] = [
        (shell, "\"C:\\Windows\\system32\\cmd.exe\"", explorer), (shell, "cmd.exe", explorer),
        (powerShell, "\"C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe\"", explorer),
        (system32 + "ipconfig.exe", "ipconfig /all", shell), (system32 + "ipconfig.exe", "ipconfig /flushdns", shell),
        (system32 + "ping.exe", "ping -n 4 %targetName&", shell),
        (system32 + "ping.exe", "ping 10.20.10.%number 2 40 4&", shell),
        (system32 + "nslookup.exe", "nslookup %targetName&", shell),
        (system32 + "tracert.exe", "tracert -d %targetName&", shell),
        (system32 + "hostname.exe", "hostname", shell), (system32 + "arp.exe", "arp -a", shell),
        (system32 + "route.exe", "route print", shell), (system32 + "netstat.exe", "netstat -ano", shell),
        (system32 + "tasklist.exe", "tasklist /svc", shell), (system32 + "whoami.exe", "whoami", shell),
        (system32 + "gpresult.exe", "gpresult /r", shell), (system32 + "gpupdate.exe", "gpupdate /force", shell),
        (system32 + "sc.exe", "sc query %pick services 4&", shell),
        (system32 + "net.exe", "net localgroup", shell),
        (system32 + "net1.exe", "C:\\Windows\\system32\\net1 localgroup", system32 + "net.exe"),
        (system32 + "net.exe", "net use H: \\\\files\\home /persistent:yes", shell),
        (system32 + "net.exe", "net accounts", shell),
        (system32 + "net1.exe", "C:\\Windows\\system32\\net1 accounts", system32 + "net.exe"),
        (system32 + "schtasks.exe", "schtasks /query /fo list", shell),
        (system32 + "systeminfo.exe", "systeminfo", shell),
        (system32 + "mmc.exe", "\"C:\\Windows\\system32\\mmc.exe\" C:\\Windows\\system32\\eventvwr.msc /s", explorer),
        (system32 + "mmc.exe", "\"C:\\Windows\\system32\\mmc.exe\" C:\\Windows\\system32\\dsa.msc", explorer),
        (system32 + "mmc.exe", "\"C:\\Windows\\system32\\mmc.exe\" C:\\Windows\\system32\\gpmc.msc", explorer),
        (system32 + "mmc.exe", "\"C:\\Windows\\system32\\mmc.exe\" C:\\Windows\\system32\\taskschd.msc /s", explorer),
        (system32 + "Taskmgr.exe", "\"C:\\Windows\\system32\\taskmgr.exe\" /4", explorer),
        (system32 + "regedit.exe", "\"C:\\Windows\\regedit.exe\"", explorer),
        (system32 + "notepad.exe", "notepad C:\\Windows\\System32\\drivers\\etc\\hosts", shell),
        (system32 + "vssadmin.exe", "vssadmin list shadowstorage", shell),
        (system32 + "wbadmin.exe", "wbadmin get versions", shell),
        (system32 + "bcdedit.exe", "bcdedit /enum all", shell),
        (system32 + "auditpol.exe", "auditpol /get /category:*", shell),
        (system32 + "setspn.exe", "setspn -L %hostName&", shell), (system32 + "klist.exe", "klist", shell),
        (
            system32 + "robocopy.exe", "robocopy C:\\Profiles\\%userName& \\\\files\\home\\%userName& /MIR /R:1 /W:1",
            shell
        ),
        (system32 + "icacls.exe", "icacls C:\\Data", shell),
        (system32 + "tar.exe", "tar -cf logs.tar C:\\Logs", shell),
        (system32 + "OpenSSH\\ssh.exe", "ssh %userName&@%targetName&", shell),
        (system32 + "dsquery.exe", "dsquery user -name %userName&*", shell),
        (system32 + "cmdkey.exe", "cmdkey /add:files /user:%userName&", shell),
        ("C:\\Program Files\\7-Zip\\7z.exe", "7z.exe a C:\\Logs\\%pick scripts 4&.zip C:\\Logs\\*.log", shell),
        ("C:\\Program Files\\WinRAR\\Rar.exe", "rar.exe a -r C:\\Logs\\%pick scripts 4&.rar C:\\Logs", shell),
        ("C:\\Program Files\\PuTTY\\putty.exe", "\"C:\\Program Files\\PuTTY\\putty.exe\"", explorer),
        ("C:\\Program Files (x86)\\WinSCP\\WinSCP.exe", "\"C:\\Program Files (x86)\\WinSCP\\WinSCP.exe\"", explorer),
        (system32 + "reg.exe", "reg query \"HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\"", shell),
        (system32 + "netsh.exe", "netsh advfirewall show allprofiles", shell),
        (system32 + "query.exe", "query user", shell),
        (system32 + "tscon.exe", "tscon %number 1 4 4& /dest:console", shell),
        (
            "C:\\Program Files\\Microsoft SQL Server\\Client SDK\\ODBC\\170\\Tools\\Binn\\sqlcmd.exe",
            "sqlcmd -S %targetName& -Q \"select @@version\"", shell
        ),
        (system32 + "esentutl.exe", "esentutl /mh C:\\Data\\store.edb", shell),
        (system32 + "quser.exe", "quser", shell),
        (system32 + "makecab.exe", "makecab C:\\Logs\\agent.log", shell), (system32 + "where.exe", "where git", shell),
        (system32 + "tree.com", "tree C:\\Data", shell),
        (system32 + "forfiles.exe", "forfiles /P C:\\Logs /M *.log /D -30", shell),
        (system32 + "fltmc.exe", "fltmc", shell), (system32 + "runas.exe", "runas /user:%userName& mmc.exe", shell),
    ]

    /// What scheduled jobs and administrators run on other systems.
    static let unixHand: [Entry] = [
        ("/usr/bin/ls", "ls -la", "/bin/bash"), ("/usr/bin/cat", "cat /var/log/app/app.log", "/bin/bash"),
        ("/usr/bin/cat", "cat /etc/os-release", "/bin/sh"), ("/usr/bin/id", "id -u", "/bin/sh"),
        ("/usr/bin/uname", "uname -r", "/bin/sh"), ("/usr/bin/whoami", "whoami", "/bin/bash"),
        ("/usr/bin/find", "find /var/log -name *.gz -mtime +30 -delete", "/bin/sh"),
        ("/usr/bin/find", "find /tmp -type f -mtime +7", "/bin/sh"), ("/usr/bin/df", "df -h", "/bin/bash"),
        ("/usr/bin/ps", "ps aux", "/bin/bash"), ("/usr/bin/ss", "ss -tlnp", "/bin/bash"),
        ("/usr/bin/curl", "curl -s -o /dev/null -w %{http_code} http://localhost:8080/health", "/bin/sh"),
        ("/usr/bin/wget", "wget -q https://packages.distribution.example/InRelease -O /var/cache/InRelease", "/bin/sh"),
        ("/usr/bin/tar", "tar czf /srv/backup/app-%number 1 28 4&.tar.gz /opt/app/conf", "/bin/sh"),
        ("/usr/bin/scp", "scp /srv/backup/app.tar.gz backup:/srv/drop/", "/bin/sh"),
        ("/usr/bin/ssh", "ssh backup df -h /srv", "/bin/sh"),
        ("/usr/bin/pg_dump", "pg_dump -F c -f /srv/backup/app.dump app", "/bin/sh"),
        ("/usr/bin/systemctl", "systemctl is-active app", "/bin/sh"),
        ("/usr/bin/systemctl", "systemctl status nginx", "/bin/bash"),
        ("/usr/bin/journalctl", "journalctl -u app -n 100", "/bin/bash"),
        ("/usr/bin/python3", "python3 /opt/agent/%pick scripts 4&.py", "/bin/sh"),
        ("/usr/bin/openssl", "openssl s_client -connect localhost:443 -brief", "/bin/bash"),
        ("/usr/bin/zip", "zip -r /tmp/logs.zip /var/log/app", "/bin/bash"),
        ("/usr/bin/getent", "getent hosts files", "/bin/sh"),
        ("/usr/bin/chmod", "chmod 640 conf/application.properties", "/bin/bash"),
        (
            "/usr/bin/cp", "cp /opt/app/conf/application.properties /opt/app/conf/application.properties.bak",
            "/bin/bash"
        ),
        ("/usr/bin/vim", "vim /opt/app/conf/application.properties", "/bin/bash"),
        ("/usr/bin/nc", "nc -z localhost 5432", "/bin/sh"),
        ("/usr/bin/psql", "psql -c select(1) app", "/bin/sh"), ("/usr/bin/rclone", "rclone version", "/bin/bash"),
    ]

    /// What is awkward and allowed: support, backup and security tools that look like an attack. A few a day in a whole
    /// organisation, since detectors fire on them.
    static let awkward: [Entry] = [
        (system32 + "winrs.exe", "winrs -?", shell),
        (
            system32 + "cscript.exe",
            "cscript.exe //nologo \"C:\\Program Files\\Microsoft Office\\Office16\\OSPP.VBS\" /dstatus", agent
        ),
        (shell, "C:\\Windows\\system32\\cmd.exe /c \"C:\\ProgramData\\Agent\\inventory.cmd\"", host),
        (shell, "cmd.exe /c C:\\ProgramData\\Agent\\%pick scripts 4&.cmd", agent),
        (powerShell, "powershell.exe -NoLogo -NonInteractive -Command Get-HotFix", agent),
        (
            powerShell, "powershell.exe -NoProfile -NonInteractive -File C:\\ProgramData\\Agent\\%pick scripts 4&.ps1",
            agent
        ),
        (
            powerShell,
            "powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -EncodedCommand RwBlAHQALQ%hex 16 4&%hex 16 5&AA==",
            agent
        ),
        (system32 + "vssadmin.exe", "vssadmin.exe create shadow /for=D:", "C:\\Program Files\\Backup\\backup.exe"),
        (
            system32 + "vssadmin.exe", "vssadmin.exe delete shadows /for=D: /oldest /quiet",
            "C:\\Program Files\\Backup\\backup.exe"
        ),
        ("C:\\Tools\\procdump64.exe", "procdump64.exe -accepteula -ma %number 2000 9000 4& C:\\Dumps", shell),
        ("C:\\Tools\\PsExec64.exe", "PsExec64.exe -accepteula \\\\%targetName& ipconfig /all", shell),
        (system32 + "wbem\\WMIC.exe", "wmic.exe /node:%targetName& os get caption", shell),
        (system32 + "wbem\\WMIC.exe", "wmic.exe product get name,version", shell),
        (system32 + "nltest.exe", "nltest.exe /sc_query:%dnsDomain&", shell),
        (system32 + "nltest.exe", "nltest.exe /dsgetdc:%dnsDomain&", shell),
        (system32 + "net.exe", "net.exe group \"Domain Users\" /domain", shell),
        (system32 + "net.exe", "net.exe user %userName& /domain", shell),
        (
            system32 + "netsh.exe",
            "netsh.exe advfirewall firewall add rule name=\"Agent\" dir=in action=allow program=\"C:\\Program Files\\Agent\\agent.exe\"",
            agent
        ),
        (system32 + "bitsadmin.exe", "bitsadmin.exe /list /allusers", shell),
        (
            system32 + "schtasks.exe",
            "schtasks.exe /create /tn \\Agent\\%pick scripts 4& /tr \"C:\\Program Files\\Agent\\agent.exe --run\" /sc daily /st 12:00 /ru SYSTEM /f",
            agent
        ),
        (system32 + "sc.exe", "sc.exe config Spooler start= disabled", shell),
        (
            system32 + "sc.exe",
            "sc.exe create AgentHelper binPath= \"C:\\Program Files\\Agent\\helper.exe\" start= auto", agent
        ),
        (system32 + "mstsc.exe", "\"C:\\Windows\\system32\\mstsc.exe\" /v:%targetName&", explorer),
        (system32 + "reg.exe", "reg.exe export HKLM\\SOFTWARE\\Agent C:\\ProgramData\\Agent\\agent.reg /y", shell),
        (system32 + "wevtutil.exe", "wevtutil.exe epl System C:\\Logs\\system.evtx", shell),
        (system32 + "taskkill.exe", "taskkill.exe /f /im EXCEL.EXE", shell),
        (system32 + "net.exe", "net.exe stop Spooler", shell), (system32 + "whoami.exe", "whoami /all", shell),
        (system32 + "curl.exe", "curl.exe -o C:\\Temp\\driver.zip https://www.vendor.example/driver.zip", shell),
        (system32 + "certutil.exe", "certutil.exe -hashfile C:\\Temp\\driver.zip SHA256", shell),
        (system32 + "ntdsutil.exe", "ntdsutil.exe \"activate instance ntds\" files info quit quit", shell),
        (system32 + "tasklist.exe", "tasklist /s %targetName&", shell),
        (system32 + "driverquery.exe", "driverquery /v", shell),
        (
            system32 + "netsh.exe", "netsh.exe advfirewall firewall set rule group=\"remote desktop\" new enable=Yes",
            shell
        ),
        ("C:\\Program Files\\PuTTY\\plink.exe", "plink.exe -batch -ssh %userName&@%targetName& uptime", shell),
        (system32 + "icacls.exe", "icacls C:\\Data /grant Users:(OI)(CI)RX", shell),
        (system32 + "curl.exe", "curl -I https://www.vendor.example/", shell),
        ("C:\\Tools\\procexp64.exe", "C:\\Tools\\procexp64.exe /accepteula", explorer),
        (system32 + "net.exe", "net.exe localgroup Administrators", shell),
        (system32 + "whoami.exe", "whoami.exe /groups", shell),
        (system32 + "quser.exe", "quser /server:%targetName&", shell),
    ]
}
