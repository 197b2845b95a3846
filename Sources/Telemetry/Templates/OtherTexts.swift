/// Files, keys, jobs, services, sites and names that chatter fills its records with. Invented or standard; not escaped yet.
enum OtherTexts {
    /// Texts to choose from by name.
    static let lists: [(String, [String])] = [
        (
            "documents",
            [
                "bao-cao-thang", "bao-cao-quy", "ke-hoach-2026", "danh-sach-ho-so", "cong-van-den", "cong-van-di",
                "bien-ban-hop", "to-trinh", "quyet-dinh", "phu-luc-hop-dong", "du-toan", "bang-cham-cong", "thong-ke",
                "lich-cong-tac", "huong-dan", "bieu-mau", "ghi-chu", "bang-luong", "bao-gia", "giay-moi", "so-lieu",
                "minutes", "budget", "inventory", "roadmap", "summary", "checklist", "contacts", "training", "draft",
            ]
        ),
        (
            "scripts",
            [
                "inventory", "cleanup", "health", "report", "rotate", "sync-time", "collect-logs", "update-check",
                "disk-usage", "printers", "certificates", "backup-check",
            ]
        ),
        (
            "services",
            [
                "BITS", "wuauserv", "Schedule", "Winmgmt", "Themes", "Dnscache", "LanmanServer", "EventLog", "PlugPlay",
                "WinDefend", "gpsvc", "ProfSvc", "SENS", "UsoSvc", "VSS", "W32Time", "TermService", "Spooler",
            ]
        ),
        ("pictures", ["overview", "bay-1", "bay-2", "transformer", "feeder", "busbar", "station", "network"]),
        ("accounts", ["svc-sql", "svc-web", "svc-report", "svc-print", "svc-scan", "svc-portal", "svc-archive"]),
        ("causes", ["spontaneous", "periodic", "interrogated", "requested"]),
        (
            "paths",
            [
                "/", "/index.html", "/tin-tuc", "/van-ban", "/dang-nhap", "/ho-so/tra-cuu", "/static/app.js",
                "/static/site.css", "/images/logo.png", "/api/v1/status", "/api/v1/items?page=2", "/api/v2/session",
                "/search?q=bieu+mau", "/thong-bao", "/favicon.ico", "/fonts/text.woff2", "/feed.xml", "/lien-he",
                "/sync", "/check", "/xac-thuc", "/api/chunk", "/v2/status", "/static/health.jsp", "/api/v2/session",
            ]
        ),
        (
            "subjects",
            [
                "Báo cáo tuần", "Lịch họp giao ban", "V/v góp ý dự thảo", "Kế hoạch công tác", "Hồ sơ chờ duyệt",
                "Thông báo bảo trì hệ thống", "Re: số liệu tháng", "Re: lịch công tác", "Invitation: weekly meeting",
                "Minutes of the meeting", "Quotation", "Newsletter", "Xác nhận đăng ký", "Biểu mẫu mới",
                "Fwd: công văn", "Giấy mời họp / Meeting invitation", "Hộp thư sắp đầy / Mailbox almost full",
            ]
        ),
        (
            "correspondents",
            [
                "van-phong@so-ban-nganh.example", "lien-he@doi-tac.example", "info@nha-cung-cap.example",
                "no-reply@dich-vu.example", "news@technology.example", "support@vendor.example",
                "ke-toan@cong-ty.example",
                "tuyen-dung@viec-lam.example", "hotline@vien-thong.example", "admin@truong-hoc.example",
            ]
        ),
        (
            "agents",
            [
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36",
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0",
                "curl/8.5.0", "python-requests/2.32", "Mozilla/5.0 (compatible; crawler/2.1)",
            ]
        ),
    ]

    /// Sites outside, the often visited first.
    static let sites = [
        "www.tim-kiem.example", "cdn.tim-kiem.example", "mail.dich-vu.example", "www.bao-chi.example",
        "img.bao-chi.example", "zalo.nhan-tin.example", "api.nhan-tin.example", "update.he-dieu-hanh.example",
        "download.he-dieu-hanh.example", "telemetry.he-dieu-hanh.example", "www.cong-dich-vu.example",
        "login.dam-may.example", "graph.dam-may.example", "office.dam-may.example", "ocsp.chung-thu.example",
        "crl.chung-thu.example", "static.quang-cao.example", "track.quang-cao.example", "www.ngan-hang.example",
        "www.video.example", "stream.video.example", "www.thoi-tiet.example", "www.tu-dien.example",
        "maps.ban-do.example", "www.mua-sam.example", "cdn.mua-sam.example", "www.vendor.example",
        "support.vendor.example", "packages.distribution.example", "security.distribution.example",
        "sig.antivirus.example", "cloud.antivirus.example", "time.chuan.example", "www.truong-hoc.example",
        "www.cong-ty.example", "tai-lieu.chia-se.example", "www.bo-nganh.example", "vanban.bo-nganh.example",
        "forum.ky-thuat.example", "docs.ky-thuat.example", "git.ky-thuat.example", "www.the-thao.example",
        "www.suc-khoe.example", "www.du-lich.example", "www.viec-lam.example", "meet.hop-truc-tuyen.example",
        "turn.hop-truc-tuyen.example", "www.bao-hiem.example", "www.thue.example", "www.vien-thong.example",
    ]

    /// Files that people touch; what is done to them; by what.
    static let deskFiles: [(String, RecordShape.FileAction, String)] = [
        ("C:\\Users\\%userName&\\Documents\\%pick documents 4&.docx", .update, ProgramTexts.office + "WINWORD.EXE"),
        ("C:\\Users\\%userName&\\Documents\\~$%pick documents 4&.docx", .create, ProgramTexts.office + "WINWORD.EXE"),
        ("C:\\Users\\%userName&\\Documents\\~$%pick documents 4&.docx", .delete, ProgramTexts.office + "WINWORD.EXE"),
        ("C:\\Users\\%userName&\\Documents\\%pick documents 4&.xlsx", .update, ProgramTexts.office + "EXCEL.EXE"),
        ("C:\\Users\\%userName&\\Documents\\%pick documents 4&.xlsx", .read, ProgramTexts.office + "EXCEL.EXE"),
        ("C:\\Users\\%userName&\\Downloads\\%pick documents 4&.pdf", .create, ProgramTexts.browser),
        ("C:\\Users\\%userName&\\Downloads\\%pick documents 4&.zip", .create, ProgramTexts.browser),
        ("C:\\Users\\%userName&\\Downloads\\%pick documents 4&.docm", .create, ProgramTexts.office + "OUTLOOK.EXE"),
        ("C:\\Users\\%userName&\\AppData\\Local\\Temp\\%hex 8 5&.tmp", .create, ProgramTexts.browser),
        ("C:\\Users\\%userName&\\AppData\\Local\\Temp\\%hex 8 5&.tmp", .delete, ProgramTexts.browser),
        (
            "C:\\Users\\%userName&\\AppData\\Local\\Microsoft\\Edge\\User Data\\Default\\Cache\\f_%hex 6 5&", .create,
            ProgramTexts.browser
        ),
        (
            "C:\\Users\\%userName&\\AppData\\Local\\Microsoft\\Edge\\User Data\\Default\\Login Data", .read,
            ProgramTexts.browser
        ),
        ("C:\\Users\\%userName&\\Desktop\\%pick documents 4&.docx", .rename, ProgramTexts.explorer),
        ("C:\\Data\\%pick documents 4&.xlsx", .read, ProgramTexts.office + "EXCEL.EXE"),
        ("C:\\Users\\%userName&\\Documents\\README.txt", .create, ProgramTexts.explorer),
        ("C:\\Data\\README.txt", .create, ProgramTexts.explorer),
        (
            "C:\\Users\\%userName&\\AppData\\Roaming\\Microsoft\\Windows\\Recent\\%pick documents 4&.lnk", .create,
            ProgramTexts.explorer
        ),
    ]

    static let windowsFiles: [(String, RecordShape.FileAction, String)] = [
        ("C:\\Windows\\Temp\\%hex 8 5&.tmp", .create, ProgramTexts.serviceHost),
        ("C:\\Windows\\Temp\\%hex 8 5&.tmp", .delete, ProgramTexts.serviceHost),
        ("C:\\Windows\\Prefetch\\%pick services 4&.EXE-%hex 8 5&.pf", .update, ProgramTexts.serviceHost),
        ("C:\\Windows\\SoftwareDistribution\\Download\\%hex 16 5&.cab", .create, ProgramTexts.serviceHost),
        ("C:\\Windows\\System32\\LogFiles\\Sum\\Svc.log", .update, ProgramTexts.serviceHost),
        ("C:\\ProgramData\\Agent\\spool\\%hex 8 5&.json", .create, "C:\\Program Files\\Agent\\agent.exe"),
        ("C:\\ProgramData\\Agent\\spool\\%hex 8 5&.json", .delete, "C:\\Program Files\\Agent\\agent.exe"),
        ("C:\\inetpub\\logs\\LogFiles\\W3SVC1\\u_ex%number 260301 30 5&.log", .update, "System"),
    ]

    static let unixFiles: [(String, RecordShape.FileAction, String)] = [
        ("/var/log/syslog", .update, "/usr/sbin/rsyslogd"),
        ("/var/log/auth.log", .update, "/usr/sbin/rsyslogd"),
        ("/var/log/app/app.log", .update, "/usr/bin/java"),
        ("/var/lib/app/session/%hex 16 5&", .create, "/usr/bin/java"),
        ("/var/lib/app/session/%hex 16 5&", .delete, "/usr/bin/java"),
        ("/tmp/tmp.%hex 10 5&", .create, "/bin/sh"),
        ("/tmp/tmp.%hex 10 5&", .delete, "/bin/sh"),
        ("/opt/app/conf/application.properties", .read, "/usr/bin/java"),
        ("/var/spool/agent/%hex 8 5&.json", .create, "/opt/agent/bin/collect"),
        ("/etc/passwd", .read, "/usr/sbin/cron"),
    ]

    static let modules: [(String, String)] = [
        ("kernelbase.dll", ProgramTexts.serviceHost), ("combase.dll", ProgramTexts.serviceHost),
        ("crypt32.dll", ProgramTexts.browser), ("winhttp.dll", "C:\\Program Files\\Agent\\agent.exe"),
        ("vaultcli.dll", ProgramTexts.explorer), ("urlmon.dll", ProgramTexts.office + "OUTLOOK.EXE"),
        ("mso20win32client.dll", ProgramTexts.office + "WINWORD.EXE"), ("samlib.dll", ProgramTexts.serviceHost),
        ("clr.dll", ProgramTexts.powerShell), ("amsi.dll", ProgramTexts.powerShell),
        ("vssapi.dll", ProgramTexts.serviceHost),
        ("wbemcomn.dll", ProgramTexts.system32 + "wbem\\WmiPrvSE.exe"), ("spoolss.dll", ProgramTexts.serviceHost),
    ]

    /// Values of the registry that programs set: full path, data, program.
    static let keys: [(key: String, data: String, image: String)] = [
        (
            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\RecentDocs\\MRUListEx", "Binary Data",
            ProgramTexts.explorer
        ),
        (
            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\UserAssist\\{CEBFF5CD-ACE2-4F4F-9178-9926F41749EA}\\Count\\HRZR_PGYFRFFVBA",
            "Binary Data", ProgramTexts.explorer
        ),
        (
            "HKCU\\Software\\Microsoft\\Office\\16.0\\Word\\Reading Locations\\Document %number 0 40 4&\\Position",
            "%number 0 400 5& 0", ProgramTexts.office + "WINWORD.EXE"
        ),
        (
            "HKCU\\Software\\Microsoft\\Office\\16.0\\Excel\\File MRU\\Item %number 1 20 4&",
            "[F00000000][T01DA%hex 12 5&][O00000000]*C:\\Users\\%userName&\\Documents\\%pick documents 6&.xlsx",
            ProgramTexts.office + "EXCEL.EXE"
        ),
        ("HKCU\\Software\\Microsoft\\Edge\\BLBeacon\\state", "DWORD (0x0000000%number 0 3 4&)", ProgramTexts.browser),
        (
            "HKCU\\Software\\Classes\\Local Settings\\MuiCache\\%number 10 90 4&\\LangID", "Binary Data",
            ProgramTexts.explorer
        ),
        (
            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\Advanced\\TaskbarSizeMove",
            "DWORD (0x00000000)", ProgramTexts.explorer
        ),
        (
            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\ProxyEnable", "DWORD (0x00000001)",
            ProgramTexts.serviceHost
        ),
        (
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\LastCheck",
            "QWORD (0x01da%hex 4 5&-0x%hex 8 6&)", ProgramTexts.serviceHost
        ),
        (
            "HKLM\\System\\CurrentControlSet\\Services\\bam\\State\\UserSettings\\%userSID&\\SequenceNumber",
            "DWORD (0x000000%hex 2 4&)", ProgramTexts.serviceHost
        ),
        (
            "HKLM\\System\\CurrentControlSet\\Services\\W32Time\\Config\\LastKnownGoodTime",
            "QWORD (0x01da%hex 4 5&-0x%hex 8 6&)", ProgramTexts.serviceHost
        ),
        (
            "HKLM\\System\\CurrentControlSet\\Services\\Tcpip\\Parameters\\Interfaces\\{%hex 8 5&-%hex 4 6&-4bd6-8bf7-%hex 12 4&}\\LeaseObtainedTime",
            "DWORD (0x65%hex 6 4&)", ProgramTexts.serviceHost
        ),
        (
            "HKLM\\System\\CurrentControlSet\\Control\\Terminal Server\\fDenyTSConnections", "DWORD (0x00000001)",
            ProgramTexts.serviceHost
        ),
        (
            "HKCU\\Control Panel\\Desktop\\Wallpaper", "C:\\Windows\\Web\\Wallpaper\\Windows\\img0.jpg",
            ProgramTexts.serviceHost
        ),
        (
            "HKLM\\SOFTWARE\\Classes\\Forms.Document\\shell\\edit\\command\\DelegateExecute",
            "{%hex 8 5&-%hex 4 6&-4bd6-8bf7-%hex 12 4&}", ProgramTexts.system32 + "msiexec.exe"
        ),
        (
            "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Schedule\\TaskCache\\Tree\\Agent\\%pick scripts 4&\\SD",
            "Binary Data", ProgramTexts.serviceHost
        ),
        ("HKLM\\SOFTWARE\\Agent\\LastContact", "%hex 8 4&", "C:\\Program Files\\Agent\\agent.exe"),
        ("HKLM\\SOFTWARE\\Agent\\Version", "7.%number 1 9 4&", ProgramTexts.system32 + "reg.exe"),
        ("HKCU\\Software\\Agent\\Tray", "(Empty)", ProgramTexts.system32 + "reg.exe"),
        ("HKLM\\System\\CurrentControlSet\\Services\\UsoSvc\\Start", "DWORD (0x00000003)", ProgramTexts.services),
        (
            "HKLM\\System\\CurrentControlSet\\Services\\AgentHelper\\ImagePath",
            "\"C:\\Program Files\\Agent\\helper.exe\"", ProgramTexts.services
        ),
    ]

    static let windowsJobs = [
        ("\\Microsoft\\Windows\\UpdateOrchestrator\\Schedule Scan", "usoclient.exe StartScan"),
        ("\\Microsoft\\Windows\\Defrag\\ScheduledDefrag", "defrag.exe -c -h -o"),
        ("\\Microsoft\\Windows\\Time Synchronization\\SynchronizeTime", "sc.exe start w32time task_started"),
        ("\\Microsoft\\Windows\\Customer Experience\\Consolidator", "wsqmcons.exe"),
        ("\\Agent\\inventory", "\"C:\\Program Files\\Agent\\agent.exe\" --inventory"),
        ("\\Backup\\daily", "wbadmin.exe start backup -quiet"),
    ]

    static let unixJobs = [
        ("cron.hourly", "run-parts /etc/cron.hourly"), ("logrotate.timer", "/usr/sbin/logrotate /etc/logrotate.conf"),
        ("agent-collect", "/opt/agent/bin/collect --interval 60"),
        ("apt-daily.timer", "/usr/lib/apt/apt.systemd.daily"),
        ("backup", "/usr/local/bin/backup --incremental"), ("certbot.timer", "certbot -q renew"),
    ]

    static let units = [
        "app.service", "cron.service", "ssh.service", "agent.service", "rsyslog.service", "nginx.service",
    ]

    /// What is read in the directory: object, class, properties, mask.
    static let directoryReads: [(String, String, String, String)] = [
        (
            "CN=Users,DC=%domain&,DC=example", "%{bf967aba-0de6-11d0-a285-00aa003049e2}",
            "%%7684 {bf967aba-0de6-11d0-a285-00aa003049e2}", "0x10"
        ),
        (
            "CN=Computers,DC=%domain&,DC=example", "%{bf967a86-0de6-11d0-a285-00aa003049e2}",
            "%%7688 {bf967a86-0de6-11d0-a285-00aa003049e2}", "0x10"
        ),
        (
            "CN=System,DC=%domain&,DC=example", "%{bf967ab8-0de6-11d0-a285-00aa003049e2}",
            "%%7684 {bf967ab8-0de6-11d0-a285-00aa003049e2}", "0x10"
        ),
        (
            "CN=Policies,CN=System,DC=%domain&,DC=example", "%{f30e3bc2-9ff0-11d1-b603-0000f80367c1}",
            "%%7684 {f30e3bc2-9ff0-11d1-b603-0000f80367c1}", "0x10"
        ),
        (
            "DC=%domain&,DC=example", "%{19195a5b-6da0-11d0-afd3-00c04fd930c9}",
            "%%7688 {1131f6aa-9c07-11d1-f79f-00c04fc2dcd2} {19195a5b-6da0-11d0-afd3-00c04fd930c9}", "0x100"
        ),
        (
            "DC=%domain&,DC=example", "%{19195a5b-6da0-11d0-afd3-00c04fd930c9}",
            "%%7688 {1131f6ad-9c07-11d1-f79f-00c04fc2dcd2} {19195a5b-6da0-11d0-afd3-00c04fd930c9}", "0x100"
        ),
    ]

    /// What is changed in the directory: object, class, attribute.
    static let directoryChanges = [
        (
            "CN={%hex 8 5&-2C71-4F0A-9B0D-%hex 12 6&},CN=POLICIES,CN=SYSTEM,DC=%domain&,DC=example",
            "groupPolicyContainer", "versionNumber"
        ),
        ("CN=%userName&,CN=Users,DC=%domain&,DC=example", "user", "telephoneNumber"),
        ("CN=%hostName&,CN=Computers,DC=%domain&,DC=example", "computer", "description"),
    ]

    static let groups = ["Helpdesk", "Remote Desktop Users", "Printers", "Administrators", "Finance", "Project"]
}
