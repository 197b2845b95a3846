import NetworkWorld
import Scenario

/// Groups of templates from which chatter draws one.
enum TemplatePool: Int, CaseIterable, Sendable {
    case deskProgram, windowsProgram, windowsAdministration, stationProgram, unixProgram, unixAdministration
    case windowsEnd, unixEnd, deskFile, windowsFile, unixFile, module, registry, windowsJob, unixJob
    case windowsService, unixUnit, script, accountChange, directoryRead, siteVisit, publicVisit, mailIn, mailOut
    case windowsLookalike, unixLookalike, directoryLookalike, control
}

/// All templates of a stream: the pools of chatter, single ones by name, and those of the cards' traces.
struct TemplateLibrary: Sendable {
    private(set) var table: TemplateTable
    /// Which activity a draw stands for.
    let activities = ActivityTable()
    /// Pools' templates one after the other.
    private(set) var members: [UInt16] = []
    private(set) var pools = [Range<Int>](repeating: 0..<0, count: TemplatePool.allCases.count)
    /// Single templates.
    private(set) var singles = SingleTemplates()
    /// Traces of every card.
    private(set) var traces: [[TraceTemplate]] = []
    /// How many sites outside there are, the rare ones of the cards last.
    private(set) var siteCount = 0
    private(set) var commonSites = 0

    init(catalogue: Catalogue, formats: [TelemetryFormat]) {
        table = TemplateTable(formats: formats)
        for (name, texts) in OtherTexts.lists { table.addList(name, texts) }
        let rare = TraceReading.sites(of: catalogue).filter { !OtherTexts.sites.contains($0) }
        table.addList("sites", OtherTexts.sites + rare)
        commonSites = OtherTexts.sites.count
        siteCount = commonSites + rare.count
        singles = SingleTemplates(&table)
        addPrograms()
        addFiles()
        addServices()
        addIdentity()
        addWeb()
        fill(
            .control,
            ControlFunction.allCases.flatMap { function in
                ControlProtocol.allCases.map { .control($0.rawValue, function: function.rawValue, endpoint: false) }
            })
        for card in catalogue.cards {
            traces.append(card.traces.map { TraceReading(trace: $0, card: card).template(&table) })
        }
        addLookalikes()
    }

    mutating func fill(_ pool: TemplatePool, _ shapes: [RecordShape]) {
        let start = members.count
        for shape in shapes { members.append(table.add(shape)) }
        pools[pool.rawValue] = start..<members.count
    }

    private mutating func addPrograms() {
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
        let shell = ProgramTexts.powerShell
        let blocks = [
            "Get-Service | Where-Object Status -eq Stopped",
            "Get-HotFix | Export-Csv C:\\ProgramData\\Agent\\%pick scripts 4&.csv",
            "Get-EventLog -LogName System -Newest 50", "Test-Connection files -Count 1",
            "Get-ADUser -Filter * -Properties mail",
            "Restart-Service -Name Spooler", "Import-Module ActiveDirectory",
        ]
        fill(.script, blocks.map { .script(shell, text: $0, code: 4104) })
    }

    private mutating func addFiles() {
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
            OtherTexts.modules.map {
                .module(ProgramTexts.system32 + $0.0, by: $0.1, code: 7)
            })
        fill(
            .registry,
            OtherTexts.keys.map {
                .registry(
                    $0.key + "\\" + $0.value, value: $0.value, data: "%hex 8 4&",
                    by: $0.image, code: 13)
            })
    }

    private mutating func addServices() {
        fill(
            .windowsJob,
            OtherTexts.windowsJobs.flatMap { name, command in
                let image = ProgramTexts.system32 + (command.split(separator: " ").first ?? "")
                return [
                    RecordShape.job(
                        name, .start, command: command, image: image, code: 0),
                    .job(name, .update, command: command, image: image, code: 4702),
                    .job(name, .start, command: command, image: image, code: 0),
                    .job(
                        "\\Agent\\%pick scripts 4&", .create, command: command,
                        image: image, code: 4698),
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
                .service(
                    "Agent Updater", .create, image: "C:\\Program Files\\Agent\\updater.exe", start: 3,
                    code: 7045),
            ])
        fill(
            .unixUnit,
            OtherTexts.units.flatMap { [RecordShape.unit($0, .start), .unit($0, .stop), .unit($0, .start)] })
    }

    private mutating func addIdentity() {
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
            OtherTexts.directoryObjects.map { .directory($0, change: false, code: 1644) }
                + [
                    .directory("DS-Replication-Get-Changes", change: false, code: 4662),
                    .directory("groupPolicyContainer", change: true, code: 5136),
                ])
    }

    private mutating func addWeb() {
        func request(_ method: String, _ type: String, _ status: Int = 200, bulk: Bool = false) -> RecordShape {
            var request = RecordShape.Request(method: method, host: "%site&", path: "%pick paths 4&")
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
                request("HEAD", "text/plain"), request("GET", "image/jpeg"), request("GET", "image/webp"),
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
            ])
        let subject = "%pick subjects 4&"
        fill(.mailIn, [.mail(direction: 1, from: "%pick correspondents 5&", to: "%mail&", subject: subject)])
        fill(
            .mailOut,
            [
                .mail(direction: 2, from: "%mail&", to: "%pick correspondents 5&", subject: subject),
                .mail(direction: 3, from: "%mail&", to: "%mail&", subject: subject),
            ])
    }

    /// Everything that a card writes on a host, from time to time without an attack: the values alone must not tell.
    /// Programs come with a harmless command line.
    private mutating func addLookalikes() {
        for (pool, pick) in [
            (TemplatePool.windowsLookalike, \TraceTemplate.windowsLookalike), (.unixLookalike, \.unixLookalike),
            (.directoryLookalike, \.directoryLookalike),
        ] {
            let start = members.count
            var known: [UInt16] = []
            for trace in traces.joined() {
                guard let template = trace[keyPath: pick], !known.contains(template) else { continue }
                known.append(template)
            }
            members += known
            pools[pool.rawValue] = start..<members.count
        }
    }
}
