/// Programs that ordinary users, services and administrators run: image, command line, parent. Invented or standard names;
/// texts are not escaped yet. `%` before a field's name stands for its opening bracket, `&` for the closing one.
enum ProgramTexts {
    typealias Entry = (image: String, command: String, parent: String)

    static let system32 = "C:\\Windows\\System32\\"
    static let explorer = "C:\\Windows\\explorer.exe"
    static let services = "C:\\Windows\\System32\\services.exe"
    static let serviceHost = "C:\\Windows\\System32\\svchost.exe"
    static let commandShell = "C:\\Windows\\System32\\cmd.exe"
    static let powerShell = "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"
    static let office = "C:\\Program Files\\Microsoft Office\\root\\Office16\\"
    static let browser = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"

    /// What people at a desk start.
    static let desk: [Entry] = [
        (browser, "msedge.exe --type=renderer --lang=vi --renderer-client-id=%number 3 900 3&", browser),
        (browser, "msedge.exe --type=utility --utility-sub-type=network.mojom.NetworkService --lang=vi", browser),
        (browser, "msedge.exe --single-argument https://%pick sites 3&/", explorer),
        (office + "WINWORD.EXE", "WINWORD.EXE /n C:\\Users\\%userName&\\Documents\\%pick documents 4&.docx", explorer),
        (office + "EXCEL.EXE", "EXCEL.EXE C:\\Users\\%userName&\\Documents\\%pick documents 4&.xlsx", explorer),
        (office + "OUTLOOK.EXE", "OUTLOOK.EXE /recycle", explorer),
        (office + "POWERPNT.EXE", "POWERPNT.EXE C:\\Users\\%userName&\\Documents\\%pick documents 4&.pptx", explorer),
        (
            office + "WINWORD.EXE", "WINWORD.EXE /n C:\\Users\\%userName&\\Downloads\\%pick documents 4&.docm",
            office + "OUTLOOK.EXE"
        ),
        ("C:\\Windows\\splwow64.exe", "splwow64.exe 8192", office + "WINWORD.EXE"),
        ("C:\\Program Files\\UniKey\\UniKeyNT.exe", "UniKeyNT.exe", explorer),
        (office + "ONENOTE.EXE", "ONENOTE.EXE /navigate", explorer),
        ("C:\\Windows\\hh.exe", "hh.exe C:\\Program Files\\Forms\\forms.chm", explorer),
        ("C:\\ProgramData\\Sync\\filesync.exe", "filesync.exe --minimized", explorer),
        ("C:\\Program Files\\7-Zip\\7z.exe", "7z.exe x %pick documents 4&.zip", explorer),
        ("C:\\Program Files\\7-Zip\\7zFM.exe", "7zFM.exe %pick documents 4&.zip", explorer),
        ("C:\\Program Files\\Adobe\\Acrobat DC\\Acrobat\\Acrobat.exe", "Acrobat.exe %pick documents 4&.pdf", explorer),
        ("C:\\Users\\%userName&\\AppData\\Local\\Zalo\\Zalo.exe", "Zalo.exe --type=renderer", explorer),
        ("C:\\Users\\%userName&\\AppData\\Local\\Temp\\setup.exe", "setup.exe /quiet", explorer),
        (system32 + "notepad.exe", "notepad.exe C:\\Users\\%userName&\\Desktop\\%pick documents 4&.txt", explorer),
        (system32 + "calc.exe", "calc.exe", explorer),
        (system32 + "mspaint.exe", "mspaint.exe", explorer),
        (
            "C:\\Windows\\ImmersiveControlPanel\\SystemSettings.exe",
            "SystemSettings.exe -ServerName:microsoft.windows.immersivecontrolpanel", serviceHost
        ),
        (system32 + "mshta.exe", "mshta.exe C:\\Program Files\\Forms\\%pick documents 4&.hta", explorer),
        (system32 + "SnippingTool.exe", "SnippingTool.exe", explorer),
        (commandShell, "cmd.exe /c C:\\Tools\\map-drives.cmd", explorer),
        (powerShell, "powershell.exe -NoProfile -File C:\\Tools\\%pick scripts 4&.ps1", explorer),
        (system32 + "net.exe", "net.exe use H: \\\\files\\home", commandShell),
    ]

    /// What Windows starts by itself.
    static let windows: [Entry] = [
        (serviceHost, "svchost.exe -k netsvcs -p -s %pick services 4&", services),
        (serviceHost, "svchost.exe -k LocalServiceNetworkRestricted -p -s %pick services 4&", services),
        (system32 + "taskhostw.exe", "taskhostw.exe", serviceHost),
        (system32 + "backgroundTaskHost.exe", "backgroundTaskHost.exe -ServerName:App.App%hex 10 4&.mca", serviceHost),
        (system32 + "RuntimeBroker.exe", "RuntimeBroker.exe -Embedding", serviceHost),
        (system32 + "dllhost.exe", "dllhost.exe /Processid:{%hex 8 4&-%hex 4 5&-4bd6-8bf7-%hex 12 6&}", serviceHost),
        (system32 + "conhost.exe", "conhost.exe 0xffffffff -ForceV1", commandShell),
        (
            system32 + "SearchProtocolHost.exe",
            "SearchProtocolHost.exe Global\\UsGthrFltPipeMssGthrPipe%number 1 900 4&",
            system32 + "SearchIndexer.exe"
        ),
        (
            system32 + "SearchFilterHost.exe", "SearchFilterHost.exe 0 %number 700 90 4& %number 800 90 5& 8192",
            system32 + "SearchIndexer.exe"
        ),
        (system32 + "MoUsoCoreWorker.exe", "MoUsoCoreWorker.exe -Embedding", serviceHost),
        (system32 + "wbem\\WmiPrvSE.exe", "wmiprvse.exe -secured -Embedding", serviceHost),
        (system32 + "sppsvc.exe", "sppsvc.exe", services),
        (system32 + "msiexec.exe", "msiexec.exe /V", services),
        (system32 + "rundll32.exe", "rundll32.exe Startupscan.dll,SusRunTask", serviceHost),
        (system32 + "sc.exe", "sc.exe query %pick services 4&", commandShell),
        (system32 + "schtasks.exe", "schtasks.exe /query /fo csv", "C:\\Program Files\\Agent\\agent.exe"),
        (system32 + "lsass.exe", "lsass.exe", system32 + "wininit.exe"),
    ]

    /// What administrators of Windows run.
    static let windowsAdministration: [Entry] = [
        (powerShell, "powershell.exe -File C:\\Admin\\%pick scripts 4&.ps1", explorer),
        (commandShell, "cmd.exe /c ipconfig /all", explorer),
        (system32 + "vssadmin.exe", "vssadmin.exe list shadows", commandShell),
        (system32 + "reg.exe", "reg.exe query HKLM\\SOFTWARE\\Agent", commandShell),
        (system32 + "schtasks.exe", "schtasks.exe /run /tn \\Agent\\inventory", commandShell),
        (system32 + "sc.exe", "sc.exe query state= all", commandShell),
        (system32 + "setspn.exe", "setspn.exe -L %hostName&", commandShell),
        (system32 + "findstr.exe", "findstr.exe /i error C:\\Logs\\agent.log", commandShell),
        (system32 + "gpupdate.exe", "gpupdate.exe /force", commandShell),
        (system32 + "mmc.exe", "mmc.exe C:\\Windows\\System32\\services.msc", explorer),
        (system32 + "fodhelper.exe", "fodhelper.exe", explorer),
        (system32 + "bcdedit.exe", "bcdedit.exe /enum", commandShell),
    ]

    /// What stations at a physical process run.
    static let station: [Entry] = [
        ("C:\\Program Files\\Grid\\display.exe", "display.exe --picture %pick pictures 4&", explorer),
        ("C:\\Program Files\\Grid\\trend.exe", "trend.exe --point %number 100 900 4&", explorer),
        ("C:\\Program Files\\Grid\\alarm.exe", "alarm.exe --list", explorer),
        ("C:\\Program Files\\Grid\\engineering.exe", "engineering.exe --project %pick documents 4&.prj", explorer),
        ("C:\\Program Files\\Grid\\archive.exe", "archive.exe --append", services),
        (system32 + "taskhostw.exe", "taskhostw.exe", serviceHost),
        (serviceHost, "svchost.exe -k netsvcs -p -s %pick services 4&", services),
    ]

    /// What Linux starts by itself.
    static let unix: [Entry] = [
        ("/usr/sbin/cron", "/usr/sbin/CRON -f -P", "/usr/sbin/cron"),
        ("/bin/sh", "/bin/sh -c test -x /usr/sbin/anacron || run-parts /etc/cron.hourly", "/usr/sbin/cron"),
        ("/bin/sh", "/bin/sh -c /opt/agent/bin/collect --interval 60", "/usr/sbin/cron"),
        ("/usr/bin/run-parts", "run-parts /etc/cron.hourly", "/bin/sh"),
        ("/usr/sbin/logrotate", "/usr/sbin/logrotate /etc/logrotate.conf", "/usr/bin/run-parts"),
        ("/usr/bin/python3", "/usr/bin/python3 /opt/agent/%pick scripts 4&.py", "/bin/sh"),
        ("/usr/bin/grep", "grep -c error /var/log/app/app.log", "/bin/sh"),
        ("/usr/bin/awk", "awk {print $5} /proc/loadavg", "/bin/sh"),
        ("/usr/lib/systemd/systemd-tmpfiles", "systemd-tmpfiles --clean", "/usr/lib/systemd/systemd"),
        ("/usr/bin/curl", "curl -fsS http://localhost:8080/health", "/bin/sh"),
        ("/usr/bin/openssl", "openssl x509 -enddate -noout -in /etc/ssl/certs/site.pem", "/bin/sh"),
        ("/usr/sbin/sshd", "sshd: %userName& [priv]", "/usr/sbin/sshd"),
    ]

    /// What administrators of Linux run.
    static let unixAdministration: [Entry] = [
        ("/bin/bash", "-bash", "/usr/sbin/sshd"),
        ("/usr/bin/sudo", "sudo systemctl status app", "/bin/bash"),
        ("/usr/bin/sudo", "sudo -i", "/bin/bash"),
        ("/usr/bin/systemctl", "systemctl restart app", "/usr/bin/sudo"),
        ("/usr/bin/tail", "tail -n 200 /var/log/app/app.log", "/bin/bash"),
        ("/usr/bin/grep", "grep -i timeout /var/log/app/app.log", "/bin/bash"),
        ("/bin/ls", "ls -la /opt/app", "/bin/bash"),
        ("/usr/bin/apt-get", "apt-get -s upgrade", "/usr/bin/sudo"),
        ("/usr/bin/scp", "scp report.tar.gz backup:/srv/drop/", "/bin/bash"),
        ("/bin/sh", "sh /opt/app/bin/check.sh", "/bin/bash"), ("/bin/sh", "/bin/sh -c id", "/bin/bash"),
        ("/opt/app/bin/setup", "/opt/app/bin/setup --check", "/bin/bash"),
    ]
}
