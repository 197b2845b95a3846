/// Templates that chatter and administrators name one by one.
struct SingleTemplates: Sendable {
    // Logons, by where they are written.
    var consoleLogon: UInt16 = 0, unlock: UInt16 = 0, consoleLogoff: UInt16 = 0
    var networkLogon: UInt16 = 0, networkLogoff: UInt16 = 0, ntlmLogon: UInt16 = 0, remoteLogon: UInt16 = 0
    var serviceLogon: UInt16 = 0, batchLogon: UInt16 = 0, privilege: UInt16 = 0, newCredentials: UInt16 = 0
    var shellLogon: UInt16 = 0, tunnelLogon: UInt16 = 0, rootSession: UInt16 = 0
    var unknownFailure: UInt16 = 0, lockedFailure: UInt16 = 0
    var consoleFailure: UInt16 = 0, networkFailure: UInt16 = 0, shellFailure: UInt16 = 0, directoryFailure: UInt16 = 0
    var preauthenticationFailure: UInt16 = 0, domainValidation: UInt16 = 0
    // Tickets.
    var ticketGranting: UInt16 = 0, hostTicket: UInt16 = 0, filesTicket: UInt16 = 0, webTicket: UInt16 = 0
    var serviceTicket: UInt16 = 0, replicationCall: UInt16 = 0, policyTask: UInt16 = 0, clipboard: UInt16 = 0
    var failedLookup: UInt16 = 0, policyReadLogged: UInt16 = 0, desktopCredentials: UInt16 = 0
    var policyTaskLogged: UInt16 = 0, desktopClient: UInt16 = 0
    var ticketConnection: UInt16 = 0, createCall: UInt16 = 0, startCall: UInt16 = 0, disabledFailure: UInt16 = 0
    var directoryTicket: UInt16 = 0, remoteDesktopTicket: UInt16 = 0, oldCipherTicket: UInt16 = 0
    // Names, flows, firewall.
    var siteLookup: UInt16 = 0, peerLookup: UInt16 = 0, serviceLookup: UInt16 = 0, missingLookup: UInt16 = 0
    var textLookup: UInt16 = 0
    var bulkFlow: UInt16 = 0, bulkOutbound: UInt16 = 0
    var flow: UInt16 = 0, datagram: UInt16 = 0, outbound: UInt16 = 0
    var inbound: UInt16 = 0, remoteDesktop: UInt16 = 0, secureShell: UInt16 = 0
    var browserConnection: UInt16 = 0, agentConnection: UInt16 = 0, serviceConnection: UInt16 = 0
    var allowOut: UInt16 = 0, allowIn: UInt16 = 0, allowInside: UInt16 = 0, allowTunnel: UInt16 = 0
    var refuseIn: UInt16 = 0, refuseOut: UInt16 = 0
    // Shares.
    var shareRead: UInt16 = 0, shareWrite: UInt16 = 0, shareReadLogged: UInt16 = 0, shareWriteLogged: UInt16 = 0,
        policyRead: UInt16 = 0
    var adminShare: UInt16 = 0, adminShareLogged: UInt16 = 0, pipe: UInt16 = 0, driveShare: UInt16 = 0
    var driveShareLogged: UInt16 = 0, serviceControlPipe: UInt16 = 0
    // Remote administration.
    var remoteService: UInt16 = 0, remoteServiceStart: UInt16 = 0, remoteHost: UInt16 = 0, remoteScript: UInt16 = 0
    var logCleared: UInt16 = 0, logRotated: UInt16 = 0, mailProgram: UInt16 = 0, downloadedFile: UInt16 = 0
    // Defenders.
    var passwordChange: UInt16 = 0, passwordReset: UInt16 = 0, accountDisabled: UInt16 = 0, sensorService: UInt16 = 0,
        setUp: UInt16 = 0
    // Routines.
    var snapshotStart: UInt16 = 0, snapshotStop: UInt16 = 0, backupFile: UInt16 = 0, unixBackupFile: UInt16 = 0
    var updateProgram: UInt16 = 0, updateFile: UInt16 = 0, updateKey: UInt16 = 0

    init() {}

    init(_ table: inout TemplateTable) {
        func add(_ shape: RecordShape) -> UInt16 { table.add(shape) }
        addLogons(add)
        addTickets(add)
        addNetwork(add)
        addShares(add)
        addRemote(add)
        addRoutines(add)
    }

    private mutating func addLogons(_ add: (RecordShape) -> UInt16) {
        consoleLogon = add(.logon(.interactive, .kerberos, service: "User32", success: true, code: 4624))
        unlock = add(.logon(.unlock, .kerberos, service: "User32", success: true, code: 4624))
        consoleLogoff = add(.logoff(.interactive, code: 4634))
        networkLogon = add(.logon(.network, .kerberos, service: "Kerberos", success: true, code: 4624))
        networkLogoff = add(.logoff(.network, code: 4634))
        ntlmLogon = add(.logon(.network, .ntlm, service: "NtLmSsp", success: true, code: 4624))
        remoteLogon = add(.logon(.remoteInteractive, .kerberos, service: "User32", success: true, code: 4624))
        serviceLogon = add(.logon(.service, .kerberos, service: "Advapi", success: true, code: 4624))
        batchLogon = add(.logon(.batch, .kerberos, service: "Advapi", success: true, code: 4624))
        privilege = add(.logon(.network, .kerberos, service: "Privilege", success: true, code: 4672))
        newCredentials = add(.logon(.newCredentials, .kerberos, service: "Advapi", success: true, code: 4624))
        shellLogon = add(.logon(.network, .other, service: "sshd", success: true, code: 0))
        tunnelLogon = add(.logon(.network, .other, service: "vpn", success: true, code: 0))
        rootSession = add(.logon(.interactive, .other, service: "sudo", success: true, code: 0))
        consoleFailure = add(.logon(.interactive, .kerberos, service: "User32", success: false, code: 4625))
        disabledFailure = add(
            .logon(
                .network, .ntlm, service: "NtLmSsp", success: false, code: 4625, subStatus: "0xc0000072"))
        unknownFailure = add(
            .logon(
                .network, .ntlm, service: "NtLmSsp", success: false, code: 4625, subStatus: "0xc0000064"))
        lockedFailure = add(
            .logon(
                .network, .ntlm, service: "NtLmSsp", success: false, code: 4625, subStatus: "0xc0000234"))
        networkFailure = add(.logon(.network, .ntlm, service: "NtLmSsp", success: false, code: 4625))
        shellFailure = add(.logon(.network, .other, service: "sshd", success: false, code: 0))
        directoryFailure = add(
            .logon(.network, .ntlm, service: "NtLmSsp", success: false, code: 4776, endpoint: false))
        domainValidation = add(
            .logon(.network, .ntlm, service: "NtLmSsp", success: true, code: 4776, endpoint: false))
    }

    private mutating func addTickets(_ add: (RecordShape) -> UInt16) {
        ticketGranting = add(.ticket(service: "krbtgt", activity: 3, cipher: "0x12", code: 4768))
        hostTicket = add(.ticket(service: "HOST/%targetName&", activity: 4, cipher: "0x12", code: 4769))
        filesTicket = add(.ticket(service: "cifs/%targetName&", activity: 4, cipher: "0x12", code: 4769))
        webTicket = add(.ticket(service: "HTTP/%targetName&", activity: 4, cipher: "0x12", code: 4769))
        directoryTicket = add(.ticket(service: "ldap/%targetName&", activity: 4, cipher: "0x12", code: 4769))
        remoteDesktopTicket = add(.ticket(service: "TERMSRV/%targetName&", activity: 4, cipher: "0x12", code: 4769))
        serviceTicket = add(.ticket(service: "%pick accounts 4&", activity: 4, cipher: "0x12", code: 4769))
        replicationCall = add(.procedureCall("drsuapi", operation: "DRSGetNCChanges", pipe: "49667"))
        oldCipherTicket = add(.ticket(service: "cifs/%targetName&", activity: 4, cipher: "0x17", code: 4769))
        preauthenticationFailure = add(
            .ticket(service: "krbtgt", activity: 6, cipher: "0x12", code: 4771, success: false))
    }

    private mutating func addNetwork(_ add: (RecordShape) -> UInt16) {
        siteLookup = add(.dns("%site&", type: "A", answer: "%siteAddress&"))
        peerLookup = add(.dns("%targetName&", type: "A", answer: "%targetAddress&"))
        serviceLookup = add(.dns("ldap.tcp.dc.msdcs.%targetName&", type: "SRV", answer: "0 100 389 %targetName&"))
        missingLookup = add(.dns("wpad-%hex 4 4&", type: "A", answer: ""))
        textLookup = add(.dns("%hex 12 4&.%site&", type: "TXT", answer: "v=%hex 16 5&"))
        flow = add(.flow(.lateral))
        bulkFlow = add(.flow(.lateral, bulk: true))
        bulkOutbound = add(.flow(.outbound, bulk: true))
        datagram = add(.flow(.lateral, udp: true))
        outbound = add(.flow(.outbound))
        inbound = add(.flow(.inbound))
        remoteDesktop = add(.flow(.lateral, port: 3389))
        secureShell = add(.flow(.lateral, port: 22))
        browserConnection = add(.process(connection: ProgramTexts.browser, .outbound, code: 3))
        agentConnection = add(
            .process(connection: "C:\\Program Files\\Agent\\agent.exe", .lateral, code: 3))
        serviceConnection = add(.process(connection: ProgramTexts.serviceHost, .lateral, code: 3))
        ticketConnection = add(.process(connection: ProgramTexts.system32 + "lsass.exe", .lateral, code: 3))
        allowOut = add(.firewall(allow: true, .outbound, udp: false, rule: "out"))
        allowIn = add(.firewall(allow: true, .inbound, udp: false, rule: "public"))
        allowInside = add(.firewall(allow: true, .lateral, udp: false, rule: "inside"))
        allowTunnel = add(.firewall(allow: true, .inbound, udp: true, rule: "tunnel"))
        refuseIn = add(.firewall(allow: false, .inbound, udp: false, rule: "default"))
        refuseOut = add(.firewall(allow: false, .lateral, udp: false, rule: "default"))
    }

    private mutating func addShares(_ add: (RecordShape) -> UInt16) {
        let document = "chung\\%pick documents 4&.docx"
        shareRead = add(.share("data", file: document, create: false, endpoint: false, code: 0))
        shareWrite = add(.share("data", file: document, create: true, endpoint: false, code: 0))
        shareReadLogged = add(
            .share("data", file: document, create: false, endpoint: true, code: 5145, mask: "0x120089"))
        shareWriteLogged = add(
            .share("data", file: document, create: true, endpoint: true, code: 5145, mask: "0x12019f"))
        let policy = "%dnsDomain&\\Policies\\{31B2F340-016D-11D2-945F-00C04FB984F9}\\"
        policyRead = add(.share("SYSVOL", file: policy + "gpt.ini", create: false, endpoint: false, code: 0))
        policyReadLogged = add(
            .share(
                "SYSVOL", file: policy + "gpt.ini", create: false, endpoint: true, code: 5145, mask: "0x120089"))
        let tasks = policy + "Machine\\Preferences\\ScheduledTasks\\ScheduledTasks.xml"
        policyTask = add(.share("SYSVOL", file: tasks, create: false, endpoint: false, code: 0))
        policyTaskLogged = add(
            .share("SYSVOL", file: tasks, create: false, endpoint: true, code: 5145, mask: "0x120089"))
        let tool = "Agent\\%pick scripts 4&.exe"
        adminShare = add(.share("ADMIN$", file: tool, create: true, endpoint: false, code: 0))
        adminShareLogged = add(
            .share(
                "\\\\%targetName&\\ADMIN$", file: tool, create: true, endpoint: true, code: 5145))
        let moved = "Data\\%pick documents 4&.docx"
        driveShare = add(.share("C$", file: moved, create: true, endpoint: false, code: 0))
        driveShareLogged = add(
            .share(
                "\\\\%targetName&\\C$", file: moved, create: true, endpoint: true, code: 5145))
        pipe = add(.share("IPC$", file: "srvsvc", create: false, endpoint: false, code: 0))
        serviceControlPipe = add(.share("IPC$", file: "svcctl", create: false, endpoint: false, code: 0))
    }

    private mutating func addRemote(_ add: (RecordShape) -> UInt16) {
        let remote = "C:\\Windows\\PSEXESVC.exe"
        remoteService = add(.service("PSEXESVC", .create, image: remote, start: 4, code: 7045))
        remoteServiceStart = add(.service("PSEXESVC", .start, image: remote, start: 4, code: 7036))
        let host = ProgramTexts.system32 + "wsmprovhost.exe"
        remoteHost = add(
            .launch(
                host, command: "wsmprovhost.exe -Embedding",
                parent: ProgramTexts.serviceHost, code: 1))
        remoteScript = add(.script(host, text: "Get-Service %pick services 4&", code: 4104))
        logCleared = add(
            .log("Security", clear: true, by: ProgramTexts.system32 + "wevtutil.exe", code: 1102))
        logRotated = add(.log("Security", clear: false, by: ProgramTexts.serviceHost, code: 1105))
        mailProgram = add(
            .launch(
                ProgramTexts.office + "WINWORD.EXE",
                command:
                    "WINWORD.EXE /n C:\\Users\\%userName&\\Downloads\\%pick documents 4&.docm",
                parent: ProgramTexts.office + "OUTLOOK.EXE", code: 1))
        downloadedFile = add(
            .file(
                "C:\\Users\\%userName&\\Downloads\\%pick documents 4&.docm", .create,
                by: ProgramTexts.office + "OUTLOOK.EXE", code: 11))
        let person = "%subject&"
        passwordChange = add(.account(.passwordChange, user: person, code: 4723))
        passwordReset = add(.account(.passwordReset, user: person, code: 4724))
        accountDisabled = add(.account(.disable, user: person, code: 4725))
        sensorService = add(
            .service(
                "Endpoint Sensor", .reconfigure, image: "C:\\Program Files\\Agent\\agent.exe",
                start: 3, code: 7040))
        clipboard = add(
            .launch(
                ProgramTexts.system32 + "rdpclip.exe", command: "rdpclip", parent: ProgramTexts.serviceHost, code: 1))
        desktopClient = add(
            .launch(
                ProgramTexts.system32 + "mstsc.exe", command: "\"C:\\Windows\\system32\\mstsc.exe\" /v:%targetName&",
                parent: ProgramTexts.explorer, code: 1))
        desktopCredentials = add(
            .explicitCredentials(
                as: "%userName&", server: "%targetName&", by: ProgramTexts.system32 + "mstsc.exe"))
        createCall = add(.procedureCall("svcctl", operation: "CreateServiceW", pipe: "\\PIPE\\svcctl"))
        startCall = add(.procedureCall("svcctl", operation: "StartServiceW", pipe: "\\PIPE\\svcctl"))
        failedLookup = add(.endpointLookup("%site&", answer: "", by: ProgramTexts.browser))
        setUp = add(
            .launch(
                ProgramTexts.system32 + "oobe\\Setup.exe", command: "Setup.exe /unattend",
                parent: ProgramTexts.system32 + "wininit.exe", code: 1))
    }

    private mutating func addRoutines(_ add: (RecordShape) -> UInt16) {
        let snapshot = ProgramTexts.system32 + "vssvc.exe"
        snapshotStart = add(.service("Volume Shadow Copy", .start, image: snapshot, start: 4, code: 7036))
        snapshotStop = add(.service("Volume Shadow Copy", .stop, image: snapshot, start: 4, code: 7036))
        let backup = "C:\\Program Files\\Backup\\backup.exe"
        backupFile = add(.file("C:\\ProgramData\\Backup\\catalog\\%hex 8 4&.idx", .create, by: backup, code: 11))
        unixBackupFile = add(.file("/var/lib/backup/%hex 8 4&.idx", .create, by: "/usr/local/bin/backup", code: 0))
        let installer = "C:\\Windows\\servicing\\TrustedInstaller.exe"
        let worker = "C:\\Windows\\WinSxS\\amd64_microsoft-windows-servicingstack_31bf3856ad364e35_10.0\\TiWorker.exe"
        updateProgram = add(
            .launch(worker, command: "TiWorker.exe -Embedding", parent: ProgramTexts.serviceHost, code: 1))
        updateFile = add(
            .file("C:\\Windows\\WinSxS\\Temp\\InFlight\\%hex 16 4&\\%hex 8 5&.dll", .create, by: worker, code: 11))
        updateKey = add(
            .registry(
                "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\SessionsPending\\Exclusive",
                value: "Exclusive", data: "DWORD (0x0000000%number 0 4 4&)", by: installer, code: 13))
    }
}
