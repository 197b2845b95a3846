import Scenario

/// What chatter draws its records from.
extension TemplateLibrary {
    mutating func addPrograms() {
        let programs: [(TemplatePool, [ProgramTexts.Entry], Int)] = [
            (.deskProgram, ProgramTexts.desk, 1), (.windowsProgram, ProgramTexts.windows, 1),
            (.windowsAdministration, ProgramTexts.windowsAdministration, 1),
            (.stationProgram, ProgramTexts.station, 1), (.unixProgram, ProgramTexts.unix, 0),
            (.unixAdministration, ProgramTexts.unixAdministration, 0),
        ]
        for (pool, entries, code) in programs {
            fill(
                pool,
                entries.map {
                    .launch(
                        $0.image, command: $0.command, parent: $0.parent, code: code)
                })
        }
        let windows = (ProgramTexts.desk + ProgramTexts.windows).map {
            RecordShape.terminate($0.image, code: 5)
        }
        fill(.windowsEnd, windows)
        fill(.unixEnd, ProgramTexts.unix.map { .terminate($0.image, code: 0) })
        fill(
            .script,
            ComponentTexts.scripts.flatMap { text, path in
                [RecordShape.script(ProgramTexts.powerShell, text: text, path: path)]
            } + [
                .moduleLogging(
                    "Get-Service", payload: "CommandInvocation(Get-Service): \"Get-Service\"",
                    hostApplication: ProgramTexts.powerShell),
                .moduleLogging(
                    "Get-Process", payload: "CommandInvocation(Get-Process): \"Get-Process\"",
                    hostApplication: ProgramTexts.powerShell),
                .moduleLogging(
                    "Out-Default", payload: "CommandInvocation(Out-Default): \"Out-Default\"",
                    hostApplication: ProgramTexts.powerShell),
                .moduleLogging(
                    "Get-CimInstance",
                    payload:
                        "CommandInvocation(Get-CimInstance): \"Get-CimInstance\" ParameterBinding(Get-CimInstance): "
                        + "name=\"ClassName\"; value=\"Win32_OperatingSystem\"",
                    hostApplication:
                        "powershell.exe -NoProfile -NonInteractive -File C:\\ProgramData\\Agent\\health.ps1"),
                .engine(
                    hostApplication:
                        "powershell.exe -NoProfile -NonInteractive -File C:\\ProgramData\\Agent\\health.ps1"),
                .engine(hostApplication: ProgramTexts.powerShell),
            ])
    }

    mutating func addFiles() {
        let files: [(TemplatePool, [(String, RecordShape.FileAction, String)], Int)] = [
            (.deskFile, OtherTexts.deskFiles, 11), (.windowsFile, OtherTexts.windowsFiles, 11),
            (.unixFile, OtherTexts.unixFiles, 0),
        ]
        for (pool, entries, code) in files {
            fill(
                pool,
                entries.map { path, action, image in
                    .file(
                        path, action, by: image,
                        code: action == .read ? min(code, 1) * 4663 : code,
                        bulk: path.hasSuffix(".zip") || path.hasSuffix(".cab"))
                })
        }
        fill(
            .module,
            OtherTexts.modules.map { .module(ProgramTexts.system32 + $0.0, by: $0.1, code: 7) }
                + ComponentTexts.modules.map { .module($0.0, by: $0.1, signature: $0.2, code: 7) })
        fill(
            .registry,
            OtherTexts.keys.map {
                .registry($0.key, value: RecordShape.baseName($0.key), data: $0.data, by: $0.image, code: 13)
            })
    }

    mutating func addServices() {
        fill(
            .windowsJob,
            OtherTexts.windowsJobs.flatMap { name, command in
                let image =
                    name.hasPrefix("\\Agent")
                    ? ToolTexts.agent : ProgramTexts.system32 + (command.split(separator: " ").first ?? "")
                return [
                    RecordShape.job(
                        name, .start, command: command, image: image, code: 0),
                    .job(name, .update, command: command, image: image, code: 4702),
                    .job(name, .start, command: command, image: image, code: 0),
                ]
            })
        fill(
            .unixJob,
            OtherTexts.unixJobs.map { name, command in
                let image = command.split(separator: " ").first.map(String.init) ?? ""
                return .job(name, .start, command: command, image: image, code: 0)
            })
        let host = ProgramTexts.serviceHost
        fill(
            .windowsService,
            [
                .service("%pick services 4&", .start, image: host, start: 4, code: 7036),
                .service("%pick services 4&", .stop, image: host, start: 4, code: 7036),
                .service("%pick services 4&", .start, image: host, start: 3, code: 7036),
                .service("%pick services 4&", .reconfigure, image: host, start: 4, code: 7040),
            ])
        fill(
            .unixUnit,
            OtherTexts.units.flatMap { [RecordShape.unit($0, .start), .unit($0, .stop), .unit($0, .start)] })
    }

    mutating func addIdentity() {
        let person = "%subject&"
        fill(
            .accountChange,
            [
                .account(.passwordReset, user: person, code: 4724), .account(.enable, user: person, code: 4722),
                .account(.lock, user: person, code: 4740), .account(.create, user: person, code: 4720),
            ]
                + OtherTexts.groups.map { .membership(group: $0, user: person, code: 4732) })
        fill(
            .directoryRead,
            (0..<8).flatMap { _ in OtherTexts.directoryReads }.map { object, type, properties, mask in
                .directory(object, change: false, code: 4662, type: type, properties: properties, mask: mask)
            }
                + OtherTexts.directoryChanges.map { object, objectClass, attribute in
                    .directoryChange(object, objectClass: objectClass, attribute: attribute, value: "%number 1 900 4&")
                })
    }

    mutating func addWeb() {
        func request(
            _ method: String, _ type: String, _ status: Int = 200, bulk: Bool = false, path: String = "%pick paths 4&"
        ) -> RecordShape {
            var request = RecordShape.Request(method: method, host: "%site&", path: path)
            request.status = status
            request.contentType = type
            request.bulk = bulk
            return .web(request, .outbound, user: true)
        }
        fill(
            .siteVisit,
            [
                request("GET", "text/html"), request("GET", "application/javascript"), request("GET", "image/png"),
                request("GET", "text/css"), request("GET", "application/json"), request("POST", "application/json"),
                request("GET", "text/html", 304), request("GET", "text/html", 404), request("GET", "text/html", 302),
                request("POST", "text/html", 302), request("GET", "application/zip"),
                request("CONNECT", "application/octet-stream"), request("PUT", "application/json", 201, bulk: true),
                request("GET", "application/zip", path: "/%pick documents 4&.zip"), request("HEAD", "text/plain"),
                request("GET", "image/jpeg"), request("GET", "image/webp"),
            ])
        func visit(_ method: String, _ status: Int) -> RecordShape {
            var request = RecordShape.Request(method: method, host: "%targetName&", path: "%pick paths 4&")
            request.status = status
            request.agent = "%pick agents 7&"
            return .web(request, .inbound, user: false)
        }
        fill(
            .publicVisit,
            [
                visit("GET", 200), visit("GET", 200), visit("GET", 200), visit("GET", 304), visit("POST", 200),
                visit("GET", 404), visit("POST", 302), visit("GET", 301), visit("GET", 500), visit("GET", 200),
                visit("POST", 401), visit("POST", 500),
            ])
        let subject = "%pick subjects 4&"
        let strangers = ["van-phong", "quan-tri", "info", "news", "no-reply"].map { "\($0)@%pick sites 5&" }
        fill(
            .mailIn,
            (["%pick correspondents 5&", "%pick correspondents 5&"] + strangers).map {
                .mail(direction: 1, from: $0, to: "%mail&", subject: subject)
            })
        fill(
            .mailOut,
            [
                .mail(direction: 2, from: "%mail&", to: "%pick correspondents 5&", subject: subject),
                .mail(direction: 3, from: "%mail&", to: "%mail&", subject: subject),
            ])
    }

    mutating func addTools() {
        func launches(_ entries: [ToolTexts.Entry], code: Int) -> [RecordShape] {
            entries.map { .launch($0.image, command: $0.command, parent: $0.parent, code: code) }
        }
        fill(.windowsTool, launches(ToolTexts.windowsAgent, code: 1))
        fill(.windowsHand, launches(ToolTexts.windowsHand, code: 1))
        fill(.unixHand, launches(ToolTexts.unixHand, code: 0))
        fill(
            .awkward,
            launches(ToolTexts.awkward, code: 1) + [
                .service(
                    "Agent Updater", .create, image: "C:\\Program Files\\Agent\\updater.exe", start: 3, code: 7045),
                .service(
                    "Agent Updater", .create, image: "C:\\Program Files\\Agent\\updater.exe", start: 3, code: 4697),
                .job(
                    "\\Agent\\%pick scripts 4&", .create, command: "\"C:\\Program Files\\Agent\\agent.exe\" --run",
                    image: ToolTexts.agent, code: 4698),
                .job(
                    "\\Agent\\%pick scripts 4&", .create, command: "\"C:\\Program Files\\Agent\\agent.exe\" --run",
                    image: ToolTexts.agent, code: 106),
            ])
    }

    mutating func addComponents() {
        fill(.access, ComponentTexts.accesses)
        fill(.pipe, ComponentTexts.pipes)
        fill(.component, ComponentTexts.rest)
        fill(.nameLookup, ComponentTexts.lookups)
        fill(.credentials, ComponentTexts.secrets)
        fill(.handConnection, ComponentTexts.handConnections)
        fill(.message, ComponentTexts.messages.map { .program($0.0, message: $0.1, facility: $0.2) })
        fill(.shellMessage, ComponentTexts.shellMessages.map { .program($0.0, message: $0.1, facility: $0.2) })
        fill(.session, [1149, 21, 24, 25].map { .terminalSession(code: $0) })
    }

    /// What operators do at their stations, as the stations log it.
    mutating func addOperations() {
        fill(
            .operation,
            ControlProtocol.allCases.map {
                .control($0.rawValue, function: ControlFunction.operation.rawValue, endpoint: true)
            })
    }

    /// What sensors on the wire write beside connections.
    mutating func addWires() {
        let calls: [(String, String, String)] = [
            ("srvsvc", "NetrShareGetInfo", "\\PIPE\\srvsvc"), ("srvsvc", "NetrShareEnum", "\\PIPE\\srvsvc"),
            ("wkssvc", "NetrWkstaGetInfo", "\\PIPE\\wkssvc"), ("lsarpc", "LsarLookupNames4", "49668"),
            ("lsarpc", "LsarOpenPolicy2", "\\PIPE\\lsass"), ("samr", "SamrConnect5", "\\PIPE\\samr"),
            ("samr", "SamrLookupNamesInDomain", "\\PIPE\\samr"), ("netlogon", "NetrLogonSamLogonEx", "49670"),
            ("epmapper", "ept_map", "135"), ("svcctl", "OpenSCManagerW", "\\PIPE\\svcctl"),
            ("svcctl", "QueryServiceStatus", "\\PIPE\\svcctl"), ("IWbemServices", "ExecQuery", "49666"),
            ("drsuapi", "DRSBind", "49667"), ("drsuapi", "DRSCrackNames", "49667"),
            ("spoolss", "RpcOpenPrinter", "\\PIPE\\spoolss"), ("winreg", "OpenLocalMachine", "\\PIPE\\winreg"),
        ]
        fill(.procedureCall, calls.map { .procedureCall($0.0, operation: $0.1, pipe: $0.2) })
        fill(
            .ticketWire,
            [
                .kerberosWire(type: "AS", service: "krbtgt/%domain&", cipher: "aes256-cts-hmac-sha1-96"),
                .kerberosWire(type: "TGS", service: "cifs/%targetName&", cipher: "aes256-cts-hmac-sha1-96"),
                .kerberosWire(type: "TGS", service: "ldap/%targetName&", cipher: "aes256-cts-hmac-sha1-96"),
                .kerberosWire(type: "TGS", service: "host/%targetName&", cipher: "aes256-cts-hmac-sha1-96"),
                .kerberosWire(
                    type: "AS", service: "krbtgt/%domain&", cipher: "aes256-cts-hmac-sha1-96",
                    error: "KDC_ERR_PREAUTH_REQUIRED"),
            ])
        fill(
            .serverLog,
            ["GET", "GET", "GET", "POST", "GET", "HEAD"].enumerated().map { index, method in
                var request = RecordShape.Request(method: method, host: "%hostName&", path: "%pick paths 4&")
                request.status = [200, 304, 404, 200, 302, 200][index]
                request.agent = "%pick agents 7&"
                return .webServer(request, family: .unix)
            })
    }
}
