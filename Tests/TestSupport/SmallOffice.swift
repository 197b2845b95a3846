import Scenario

/// A small scenario and catalogue in code, which no tuning of shipped content changes.
public enum SmallOffice {
    /// Twenty-odd hosts in two networks, one adversary after the records of a database.
    public static var scenario: Scenario {
        var scenario = Scenario(name: "small-office")
        var simulation = Simulation()
        simulation.networks = [
            Network(name: "office", baseAddress: 0x0A00_0000, prefixLength: 24, zone: .office),
            Network(name: "servers", baseAddress: 0x0A00_0100, prefixLength: 24, zone: .servers),
        ]
        simulation.firewall = [
            FirewallRule(from: "office", to: "servers", services: [], allow: true),
            FirewallRule(from: "internet", to: "portal", services: [.https], allow: true),
        ]
        var weakness = SoftwareVulnerability(name: "old-portal", kind: .remoteCode)
        weakness.patchedShare = 1 << 31
        simulation.vulnerabilities = [weakness]
        simulation.hosts = [
            host("pc", "office", .windowsWorkstation, .workstation, count: 20, [.smb, .rdp]),
            host("dc", "servers", .windowsServer, .domainController, count: 1, [.ldap, .kerberos, .smb]),
            host("database", "servers", .windowsServer, .databaseServer, count: 1, [.database, .rdp]),
            host("portal", "servers", .linux, .webServer, count: 2, [.https, .ssh], weakness: "old-portal"),
        ]
        simulation.accounts = accounts
        simulation.assets = [DataAsset(name: "records", host: "database")]
        simulation.assets[0].records = 1000
        simulation.assets[0].lossPerRecord = UncertainNumber(50_000)
        var service = BusinessService(name: "portal")
        service.dependsOn = ["portal", "database"]
        service.lossPerHour = UncertainNumber(6_000_000)
        simulation.businessServices = [service]
        simulation.sensors = [Sensor(name: "edr", kind: .endpoint), Sensor(name: "mail", kind: .mail)]
        simulation.sensors[0].coverage = 3 << 30
        var thief = Adversary(name: "thief", goal: .steal)
        thief.target = "records"
        thief.tempoMilliseconds = UncertainNumber(low: 60_000, likely: 120_000, high: 300_000)
        simulation.adversaries = [thief]
        var patching = Measure(name: "patching")
        patching.controls = [ControlSetting(control: .patching)]
        var mail = Measure(name: "mail-filter")
        mail.controls = [ControlSetting(control: .mailFilter)]
        simulation.measures = [patching, mail]
        var habit = AdministrativeHabit(name: "remote-help", account: "admins", technique: "T1021.001")
        habit.perDayThousandths = 12_000
        simulation.administration = [habit]
        scenario.simulation = simulation
        return scenario
    }

    private static func host(
        _ name: String, _ network: String, _ os: OperatingSystem, _ role: HostRole, count: Int,
        _ services: [ServiceKind],
        weakness: String? = nil
    ) -> HostGroup {
        var group = HostGroup(name: name, network: network, os: os, role: role)
        group.count = count
        group.domainJoined = os != .linux
        group.services = services.map { HostService(kind: $0) }
        if let weakness { group.services[0].vulnerabilities = [weakness] }
        return group
    }

    private static var accounts: [AccountGroup] {
        var clerks = AccountGroup(name: "clerks")
        clerks.count = 20
        clerks.mail = true
        clerks.workstation = "pc"
        clerks.password = .weak
        var admins = AccountGroup(name: "admins")
        admins.count = 2
        admins.privilege = .domainAdministrator
        admins.cachedShare = 1 << 29
        return [clerks, admins]
    }

    /// Seven cards, two analytics and the actions that the built-in playbooks ask for.
    public static var catalogue: Catalogue {
        var catalogue = Catalogue()
        catalogue.cards = [
            card("T1566.001", .initialAccess, .person, .accessUser, chance: 1 << 30, sensor: .mail, record: .email) {
                $0.fromOutside = true
                $0.loweredBy = [Mitigation(control: .mailFilter, factor: UncertainNumber(1 << 30))]
            },
            card("T1190", .initialAccess, .host, .accessUser, chance: 1 << 31) {
                $0.fromOutside = true
                $0.services = [.https]
                $0.vulnerability = .remoteCode
            },
            card("T1068", .privilegeEscalation, .foothold, .elevate, chance: 1 << 31) { $0.needsAccess = .user },
            card("T1018", .discovery, .foothold, .discoverHosts, chance: 1 << 32) { $0.needsAccess = .user },
            card("T1003.001", .credentialAccess, .foothold, .cachedCredentials, chance: 3 << 30) {
                $0.needsAccess = .administrator
            },
            card("T1021.001", .lateralMovement, .host, .accessAdministrator, chance: 3 << 30) {
                $0.services = [.rdp]
                $0.credential = .administrator
                $0.needsAccess = .user
            },
            card("T1005", .collection, .asset, .collect, chance: 1 << 32) { $0.needsAccess = .user },
            card("T1041", .exfiltration, .foothold, .exfiltrate, chance: 3 << 30) { $0.needsAccess = .user },
        ]
        var dump = Analytic(id: "memory-read", sensor: .endpoint)
        dump.techniques = ["T1003.001", "T1021.001"]
        dump.falseAlarmsPerDayThousandths = 5_000
        var mail = Analytic(id: "odd-mail", sensor: .mail)
        mail.techniques = ["T1566.001"]
        mail.severity = .low
        catalogue.analytics = [dump, mail]
        catalogue.actions = actions
        return catalogue
    }

    private static func card(
        _ id: String, _ tactic: Tactic, _ target: TechniqueTarget, _ effect: TechniqueEffect, chance: Int64,
        sensor: SensorKind = .endpoint, record: RecordKind = .process, _ change: (inout TechniqueCard) -> Void
    ) -> TechniqueCard {
        var card = TechniqueCard(id: id, attackID: id, tactic: tactic, target: target, effect: effect)
        card.chance = UncertainNumber(chance)
        card.durationMilliseconds = UncertainNumber(low: 60_000, likely: 180_000, high: 600_000)
        var trace = Trace(sensor: sensor, record: record)
        trace.place = .target
        card.traces = [trace]
        change(&card)
        return card
    }

    private static var actions: [DefenderAction] {
        let list: [(String, ActionKind, ActionMechanic, ActionTarget)] = [
            ("triage-host", .investigation, .triageHost, .host), ("process-list", .investigation, .processList, .host),
            ("memory-capture", .investigation, .memoryCapture, .host),
            ("network-review", .investigation, .networkReview, .network),
            ("phone-user", .investigation, .phoneUser, .account),
            ("account-review", .investigation, .accountReview, .account),
            ("mail-search", .investigation, .mailSearch, .organisation),
            ("isolate-host", .response, .isolateHost, .host), ("release-host", .response, .releaseHost, .host),
            ("restore-host", .response, .restoreHost, .host), ("remove-foothold", .response, .removeFoothold, .host),
            ("patch-host", .response, .patchHost, .host),
            ("reset-credential", .response, .resetCredential, .account),
            ("disable-account", .response, .disableAccount, .account),
            ("block-address", .response, .blockAddress, .organisation),
            ("reset-domain", .response, .resetDomain, .organisation),
            ("segment-network", .response, .segmentNetwork, .network),
            ("purge-mail", .response, .purgeMail, .organisation),
        ]
        return list.map { DefenderAction(id: $0.0, kind: $0.1, mechanic: $0.2, target: $0.3) }
    }
}
