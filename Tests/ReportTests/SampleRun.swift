import Exercise
import Kernel
import NetworkWorld
import Report
import Scenario

/// A small hand-made run with everything in it that a report can show.
enum SampleRun {
    /// How a sample differs from the plain one.
    struct Options {
        /// Hosts in the office.
        var clerks = 60
        /// Networks of branches.
        var branches = 2
        /// Hosts in each branch.
        var branchHosts = 12
        /// Whether red does anything.
        var isQuiet = false
        /// A title to be shown everywhere.
        var title = LocalizedText(vietnamese: "Thị trấn mẫu", english: "A model town")
    }

    static func report(_ options: Options = Options()) throws -> RunReport {
        let program = try Program(scenario: scenario(options), catalogue: catalogue())
        let events = options.isQuiet ? [] : events(program)
        let outcome = options.isQuiet ? quiet(program) : outcome(program)
        return RunReport(
            program: program, seeds: Seeds(7), events: events, outcome: outcome,
            marking: Marking(program: program, events: events, outcome: outcome),
            records: RecordCounts(total: 412_345, attack: 618, bytes: 187_000_000),
            provenance: Provenance(
                generator: "thao 0.1", hashes: [NamedHash(name: "scenario", hash: "5f2c0e1b9a7d4433")],
                command: "thao run town --seed 7"))
    }

    // MARK: The scenario

    private static func scenario(_ options: Options) -> Scenario {
        var simulation = Simulation()
        simulation.networks = [
            Network(name: "dmz", baseAddress: 0xCB00_7100, prefixLength: 26, zone: .perimeter),
            Network(name: "servers", baseAddress: 0x0A0A_0000, prefixLength: 24, zone: .servers),
            Network(name: "admin", baseAddress: 0x0A0B_0000, prefixLength: 24, zone: .management),
            Network(name: "office", baseAddress: 0x0B00_0000, prefixLength: 8, zone: .office),
            Network(name: "control", baseAddress: 0x0AFA_0000, prefixLength: 24, zone: .controlCentre),
            Network(name: "pumps", baseAddress: 0x0AFB_0000, prefixLength: 24, zone: .field),
        ]
        for index in 0..<options.branches {
            simulation.networks.append(
                Network(
                    name: "branch-\(index + 1)", baseAddress: 0x0AC0_0000 + UInt32(index) << 8, prefixLength: 24,
                    zone: .branch))
        }
        simulation.hosts = hosts(options)
        simulation.firewall = [
            FirewallRule(from: "internet", to: "dmz", services: [.https], allow: true),
            FirewallRule(from: "office", to: "servers", services: [.smb, .https], allow: true),
            FirewallRule(from: "admin", to: "any", services: [.rdp, .ssh], allow: true),
            FirewallRule(from: "servers", to: "control", services: [.rdp], allow: true),
            FirewallRule(from: "control", to: "pumps", services: [.modbus], allow: true),
        ]
        for index in 0..<options.branches {
            simulation.firewall.append(
                FirewallRule(from: "branch-\(index + 1)", to: "servers", services: [.smb], allow: true))
        }
        var people = AccountGroup(name: "an")
        people.count = options.clerks
        people.workstation = "clerk"
        simulation.accounts = [people]
        var asset = DataAsset(name: "records", host: "database")
        asset.title = LocalizedText(vietnamese: "Hồ sơ dân cư", english: "Residents' records")
        asset.records = 480_000
        asset.lossPerRecord = UncertainNumber(low: 5_000, likely: 20_000, high: 60_000)
        simulation.assets = [asset]
        var portal = BusinessService(name: "portal")
        portal.title = LocalizedText(vietnamese: "Cổng dịch vụ công", english: "Public service portal")
        portal.dependsOn = ["web"]
        portal.lossPerHour = UncertainNumber(120_000_000)
        var files = BusinessService(name: "files")
        files.title = LocalizedText(vietnamese: "Hồ sơ nội bộ", english: "Internal files")
        files.dependsOn = ["files"]
        files.lossPerHour = UncertainNumber(30_000_000)
        simulation.businessServices = [portal, files]
        var water = PhysicalProcess(name: "water")
        water.title = LocalizedText(vietnamese: "Bơm nước", english: "Water pumping")
        water.controlledBy = ["pump"]
        water.lossPerHour = UncertainNumber(900_000_000)
        simulation.processes = [water]
        simulation.sensors = [Sensor(name: "edr", kind: .endpoint), Sensor(name: "ids", kind: .network)]
        simulation.sensors[0].title = LocalizedText(vietnamese: "Tác tử máy trạm", english: "Endpoint agent")
        var adversary = Adversary(name: "crew", goal: .steal)
        adversary.target = "records"
        adversary.title = LocalizedText(vietnamese: "Nhóm trộm dữ liệu", english: "Data thieves")
        simulation.adversaries = [adversary]
        simulation.assumptions = ["Every pump was taken to run alike."]
        var scenario = Scenario(name: "town")
        scenario.title = options.title
        scenario.simulation = simulation
        scenario.exercise = exercise()
        return scenario
    }

    private static func hosts(_ options: Options) -> [HostGroup] {
        func group(
            _ name: String, _ network: String, _ os: OperatingSystem, _ role: HostRole, _ services: [ServiceKind],
            count: Int = 1, vi: String, en: String
        ) -> HostGroup {
            var group = HostGroup(name: name, network: network, os: os, role: role)
            group.count = count
            group.title = LocalizedText(vietnamese: vi, english: en)
            group.services = services.map { HostService(kind: $0) }
            return group
        }
        var hosts = [
            group(
                "web", "dmz", .linux, .webServer, [.https, .ssh], count: 2, vi: "Máy chủ cổng", en: "Portal servers"),
            group("mail", "dmz", .linux, .mailServer, [.smtp, .https], vi: "Máy chủ thư", en: "Mail server"),
            group(
                "dc", "servers", .windowsServer, .domainController, [.ldap, .smb, .rdp], count: 2,
                vi: "Điều khiển miền", en: "Domain controllers"),
            group("files", "servers", .windowsServer, .fileServer, [.smb, .rdp], vi: "Máy chủ tệp", en: "File server"),
            group(
                "database", "servers", .linux, .databaseServer, [.database, .https, .ssh], vi: "Cơ sở dữ liệu dân cư",
                en: "Residents' database"),
            group("backup", "servers", .linux, .backupServer, [.backup, .ssh], vi: "Sao lưu", en: "Backup"),
            group("jump", "admin", .windowsServer, .jumpHost, [.rdp], vi: "Máy trung chuyển", en: "Jump host"),
            group(
                "clerk", "office", .windowsWorkstation, .workstation, [.rpc], count: options.clerks,
                vi: "Máy của cán bộ", en: "Clerks' computers"),
            group("printer", "office", .appliance, .printer, [.printing], count: 4, vi: "Máy in", en: "Printers"),
            group(
                "scada", "control", .windowsServer, .controlServer, [.rdp], vi: "Máy chủ điều khiển",
                en: "Control server"),
            group(
                "operator", "control", .windowsWorkstation, .operatorStation, [.rdp], count: 3, vi: "Trạm vận hành",
                en: "Operator stations"),
            group(
                "pump", "pumps", .controller, .controller, [.modbus], count: 8, vi: "Bộ điều khiển bơm",
                en: "Pump controllers"),
        ]
        for index in 0..<options.branches {
            hosts.append(
                group(
                    "branch-\(index + 1)-pc", "branch-\(index + 1)", .windowsWorkstation, .workstation, [.rpc],
                    count: options.branchHosts, vi: "Máy phường \(index + 1)", en: "Ward \(index + 1) computers"))
        }
        return hosts
    }

    private static func exercise() -> ExerciseHalf {
        var exercise = ExerciseHalf()
        var seen = Condition(name: "seen")
        seen.description = LocalizedText(vietnamese: "Có cảnh báo mức cao", english: "A serious alert arrived")
        seen.when = .alerted(.high)
        var kept = Condition(name: "kept")
        kept.description = LocalizedText(vietnamese: "Không mất bản ghi nào", english: "No record was lost")
        kept.when = .atMost(.recordsStolen, 0)
        exercise.conditions = [seen, kept]
        for (name, condition, vi, en) in [
            ("detect", "seen", "Phát hiện", "Detection"), ("protect", "kept", "Bảo vệ dữ liệu", "Protection of data"),
            ("report", nil, "Báo cáo sự cố", "Incident report"),
        ] as [(String, String?, String, String)] {
            var metric = Metric(name: name)
            metric.title = LocalizedText(vietnamese: vi, english: en)
            metric.condition = condition
            metric.maxScore = 10
            exercise.metrics.append(metric)
            var evaluation = Evaluation(name: name)
            evaluation.title = metric.title
            evaluation.metrics = [name]
            exercise.evaluations.append(evaluation)
            exercise.trainingObjectives.append(TrainingObjective(name: name, evaluation: name))
            exercise.trainingObjectives[exercise.trainingObjectives.count - 1].title = metric.title
        }
        var goal = Goal(name: "readiness")
        goal.title = LocalizedText(vietnamese: "Sẵn sàng ứng phó", english: "Ready to respond")
        goal.trainingObjectives = ["detect", "protect", "report"]
        exercise.goals = [goal]
        exercise.questions = AnswerSource.allCases.map { Question(name: $0.rawValue, answer: $0) }
        return exercise
    }

    private static func catalogue() -> Catalogue {
        func card(
            _ id: String, _ tactic: Tactic, _ target: TechniqueTarget, _ effect: TechniqueEffect, _ vi: String,
            _ en: String, _ sensor: SensorKind
        ) -> TechniqueCard {
            var card = TechniqueCard(id: id, attackID: id, tactic: tactic, target: target, effect: effect)
            card.name = LocalizedText(vietnamese: vi, english: en)
            card.chance = UncertainNumber(low: 1 << 29, likely: 1 << 30, high: 1 << 31)
            card.traces = [Trace(sensor: sensor, record: .process)]
            return card
        }
        var catalogue = Catalogue()
        catalogue.cards = [
            card(
                "T1566.001", .initialAccess, .person, .accessUser, "Thư lừa có tệp đính kèm",
                "Spearphishing attachment", .endpoint),
            card(
                "T1003.001", .credentialAccess, .foothold, .cachedCredentials, "Bộ nhớ LSASS", "LSASS memory", .endpoint
            ),
            card(
                "T1021.002", .lateralMovement, .host, .accessAdministrator, "Chia sẻ quản trị SMB", "SMB admin shares",
                .endpoint),
            card("T1074.001", .collection, .asset, .collect, "Gom dữ liệu", "Local data staging", .endpoint),
            card(
                "T1041", .exfiltration, .asset, .exfiltrate, "Đưa ra qua kênh điều khiển", "Exfiltration over C2",
                .network),
            card(
                "T0831", .impairProcessControl, .controller, .disturbProcess, "Thao túng điều khiển",
                "Manipulation of control", .network),
            card("T1486", .impact, .domain, .encryptDomain, "Mã hoá dữ liệu", "Data encrypted for impact", .endpoint),
        ]
        var memory = Analytic(id: "memory-access", sensor: .endpoint)
        memory.title = LocalizedText(vietnamese: "Đọc bộ nhớ LSASS", english: "LSASS memory read")
        memory.severity = .high
        memory.techniques = ["T1003.001"]
        var shares = Analytic(id: "admin-shares", sensor: .endpoint)
        shares.title = LocalizedText(vietnamese: "Dùng chia sẻ quản trị", english: "Admin share use")
        shares.techniques = ["T1021.002"]
        catalogue.analytics = [memory, shares]
        catalogue.actions = [
            DefenderAction(id: "triage", kind: .investigation, mechanic: .triageHost, target: .host),
            DefenderAction(id: "isolate", kind: .response, mechanic: .isolateHost, target: .host),
        ]
        catalogue.actions[0].title = LocalizedText(vietnamese: "Khám nghiệm nhanh", english: "Triage")
        catalogue.actions[1].title = LocalizedText(vietnamese: "Cách ly máy", english: "Isolate a host")
        return catalogue
    }

    // MARK: The run

    private static func events(_ program: Program) -> [Event] {
        func host(_ name: String) -> Int32 { program.host(named: name) ?? -1 }
        let clerk = program.simulation.hosts.firstIndex { $0.name == "clerk" }.map { program.hostGroups[$0].first } ?? 0
        let pump = program.simulation.hosts.firstIndex { $0.name == "pump" }.map { program.hostGroups[$0].first } ?? 0
        var log: [Event] = []
        var number: Int32 = 0
        func step(
            _ minute: Int64, _ card: Int16, from source: Int32, to target: Int32, success: Bool = true,
            access: Int64 = 0
        ) {
            number += 1
            let start = minute * 60_000
            let end = start + 240_000
            log.append(
                Event(
                    time: start, kind: .attackStep, success: success, card: card, step: number, source: source,
                    target: target, account: 3, detail: 240_000))
            if success && access > 0 {
                log.append(
                    Event(
                        time: end, kind: .footholdGained, card: card, step: number, source: source, target: target,
                        detail: access))
            }
            log.append(
                Event(
                    time: end, kind: .stepEnded, success: success, card: card, step: number, source: source,
                    target: target))
        }
        func alert(_ minute: Int64, _ analytic: Int16, _ target: Int32, step: Int32 = 0, administrative: Bool = false) {
            log.append(
                Event(
                    time: minute * 60_000, kind: .alertDelivered, success: administrative, card: analytic, step: step,
                    target: target))
        }
        step(22, 0, from: -1, to: clerk + 2, success: false)
        step(31, 0, from: -1, to: clerk + 16, access: 1)
        step(44, 1, from: clerk + 16, to: clerk + 16)
        alert(49, 0, clerk + 16, step: 3)
        alert(52, 1, clerk + 40, administrative: true)
        step(63, 2, from: clerk + 16, to: clerk + 33, access: 2)
        step(80, 2, from: clerk + 33, to: host("files"), success: false)
        step(95, 2, from: clerk + 33, to: host("files"), access: 2)
        alert(99, 1, host("files"), step: 6)
        step(112, 2, from: host("files"), to: host("dc-001"), access: 2)
        alert(118, 1, clerk + 7)
        log.append(Event(time: 7_200_000, kind: .actionStarted, card: 0, target: host("files")))
        log.append(Event(time: 8_100_000, kind: .actionFinished, card: 0, target: host("files")))
        step(140, 2, from: host("dc-001"), to: host("database"), access: 2)
        step(150, 3, from: host("database"), to: host("database"))
        step(168, 4, from: host("database"), to: -1)
        log.append(Event(time: 10_320_000, kind: .recordsStolen, step: 10, target: host("database"), detail: 480_000))
        log.append(Event(time: 10_320_000, kind: .goalReached))
        step(190, 2, from: host("dc-001"), to: host("scada"), access: 1)
        step(200, 5, from: host("scada"), to: pump + 2)
        log.append(Event(time: 12_240_000, kind: .processDisturbed, step: 12, target: pump + 2, detail: 0))
        step(215, 6, from: host("dc-001"), to: host("dc-001"))
        for offset in 0..<12 {
            log.append(
                Event(time: 13_140_000, kind: .hostEncrypted, step: 13, target: clerk + Int32(20 + offset)))
        }
        log.append(Event(time: 13_140_000, kind: .hostEncrypted, step: 13, target: host("files")))
        log.append(Event(time: 13_140_000, kind: .serviceDown, success: false, detail: 1))
        log.append(Event(time: 13_500_000, kind: .actionStarted, card: 1, target: host("dc-001")))
        log.append(Event(time: 13_800_000, kind: .hostIsolated, target: host("dc-001")))
        log.append(Event(time: 13_800_000, kind: .footholdLost, target: host("dc-001")))
        log.append(Event(time: 13_800_000, kind: .actionFinished, card: 1, target: host("dc-001")))
        log.append(Event(time: 14_400_000, kind: .serviceDown, success: true, detail: 0))
        log.append(Event(time: 18_000_000, kind: .serviceUp, detail: 0))
        log.append(Event(time: 19_000_000, kind: .processRestored, target: pump + 2, detail: 0))
        return log.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
    }

    private static func outcome(_ program: Program) -> Outcome {
        var outcome = quiet(program)
        outcome.goalReached = true
        outcome.goalTime = 10_320_000
        outcome.firstCompromise = 2_100_000
        outcome.detected = 2_940_000
        outcome.recordsStolen = 480_000
        outcome.hostsCompromised = 6
        outcome.hostsEncrypted = 13
        outcome.trueAlerts = 2
        outcome.falseAlerts = 2
        outcome.serviceLost = [3_600_000, 15_660_000]
        outcome.serviceLostByDefence = [3_600_000, 0]
        outcome.processLost = [845_000]
        outcome.staffMinutes = 35
        outcome.recordLoss = 9_600_000_000
        outcome.serviceLoss = 250_500_000
        outcome.processLoss = 211_000_000
        outcome.staffCost = 105_000
        return outcome
    }

    private static func quiet(_ program: Program) -> Outcome {
        var outcome = Outcome()
        outcome.serviceLost = [0, 0]
        outcome.serviceLostByDefence = [0, 0]
        outcome.processLost = [0]
        return outcome
    }
}
