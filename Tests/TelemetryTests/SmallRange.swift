import Kernel
import NetworkWorld
import Scenario
import Telemetry
import Testing

/// A small organisation that every kind of sensor sees whole, and cards that write every kind of record.
enum SmallRange {
    static func scenario(extraHosts: Bool = false, coverage: Int64 = 1 << 32) -> Scenario {
        var simulation = Simulation()
        simulation.networks = [
            Network(name: "office", baseAddress: 0x0A00_0100, prefixLength: 24, zone: .office),
            Network(name: "servers", baseAddress: 0x0A00_0200, prefixLength: 24, zone: .servers),
            Network(name: "field", baseAddress: 0x0A00_0300, prefixLength: 24, zone: .field),
            Network(name: "dmz", baseAddress: 0xCB00_7100, prefixLength: 26, zone: .perimeter),
            Network(name: "annex", baseAddress: 0x0A00_0400, prefixLength: 24, zone: .branch),
        ]
        simulation.firewall = [
            FirewallRule(from: "internet", to: "web", services: [.https], allow: true),
            FirewallRule(from: "any", to: "servers", services: [], allow: true),
            FirewallRule(from: "servers", to: "field", services: [], allow: true),
        ]
        func hosts(
            _ name: String, _ network: String, _ os: OperatingSystem, _ role: HostRole, count: Int = 1,
            services: [ServiceKind] = []
        ) -> HostGroup {
            var group = HostGroup(name: name, network: network, os: os, role: role)
            group.count = count
            group.domainJoined = os == .windowsServer || os == .windowsWorkstation
            group.services = services.map { HostService(kind: $0) }
            return group
        }
        simulation.hosts = [
            hosts("pc", "office", .windowsWorkstation, .workstation, count: 6),
            hosts("dc", "servers", .windowsServer, .domainController, services: [.dns, .kerberos, .ldap]),
            hosts("files", "servers", .windowsServer, .fileServer, services: [.smb]),
            hosts("mail", "servers", .linux, .mailServer, services: [.smtp]),
            hosts("control", "servers", .windowsServer, .controlServer, services: [.opcua]),
            hosts("relay", "field", .controller, .protectionRelay, count: 2, services: [.iec104]),
            hosts("web", "dmz", .linux, .webServer, services: [.https]),
        ]
        if extraHosts {
            simulation.hosts.append(hosts("annex-pc", "annex", .windowsWorkstation, .workstation, count: 3))
        }
        var clerks = AccountGroup(name: "clerks")
        clerks.count = 6
        clerks.mail = true
        clerks.workstation = "pc"
        var admins = AccountGroup(name: "admins")
        admins.count = 2
        admins.privilege = .domainAdministrator
        simulation.accounts = [clerks, admins]
        simulation.sensors = SensorKind.allCases.map { kind in
            var sensor = Sensor(name: kind.rawValue, kind: kind)
            sensor.coverage = coverage
            return sensor
        }
        var adversary = Adversary(name: "crew", goal: .encrypt)
        adversary.techniques = ["T0000"]
        simulation.adversaries = [adversary]
        var scenario = Scenario(name: "small")
        scenario.simulation = simulation
        return scenario
    }

    /// One card with a trace of every kind of record, every one where a sensor of its kind writes it.
    static func catalogue() -> Catalogue {
        var card = TechniqueCard(
            id: "T0000", attackID: "T0000", tactic: .execution, target: .host, effect: .accessUser)
        for record in RecordKind.allCases {
            for sensor in sensors(of: record) {
                var trace = Trace(sensor: sensor, record: record)
                trace.place = sensor == .domainController ? .domainController : .target
                trace.values = record.keys.map { TraceValue($0, text(of: $0)) }
                card.traces.append(trace)
            }
        }
        var late = Trace(sensor: .endpoint, record: .process)
        late.place = .target
        late.values = [TraceValue(.image, "late.exe")]
        late.onSuccess = true
        late.count = 3
        card.traces.append(late)
        var catalogue = Catalogue()
        catalogue.cards = [card]
        return catalogue
    }

    /// Sensors that write a kind of record of a Windows host.
    private static func sensors(of record: RecordKind) -> [SensorKind] {
        switch record {
        case .kerberosTicket, .ticketRefused, .credentialValidation, .directoryAccess, .directoryChange,
            .accountChange, .groupChange:
            [.domainController]
        case .logon, .logonFailure: [.endpoint, .domainController]
        case .networkFlow, .controlCommand, .dns: [.endpoint, .network]
        case .remoteShare: [.endpoint, .network, .domainController]
        case .http: [.network, .proxy]
        case .remoteCall: [.network]
        case .email: [.mail]
        case .firewallDecision: [.firewall]
        case .message: []
        default: [.endpoint]
        }
    }

    private static func text(of key: TraceKey) -> String {
        switch key {
        case .image, .parent, .targetImage: "C:\\Windows\\System32\\tool.exe"
        case .port: "22, 445"
        case .status: "200"
        case .decision: "allow"
        case .action: "create"
        case .url: "https://rare.name.example/path?q=\"x\"&n={number:1-9}"
        case .query: "{hex:8}.rare.name.example"
        case .job: "\\{random:6}"
        case .user: "account"
        case .program, .process: "sshd"
        case .logonType: "network"
        case .protocolName: "kerberos"
        case .accessMask, .access: "0x1410"
        default: "by {account} from {source} to {target} in {network} \"<quoted>\" \\ {hex:8} {pick:documents} {domain}"
        }
    }

    static func program(extraHosts: Bool = false, coverage: Int64 = 1 << 32) throws -> Program {
        try Program(scenario: scenario(extraHosts: extraHosts, coverage: coverage), catalogue: catalogue())
    }

    /// An attack step on the second PC, from the first.
    static func step(_ number: Int32, at time: Milliseconds, success: Bool = true) -> Event {
        Event(
            time: time, kind: .attackStep, success: success, card: 0, step: number, source: 0, target: 1, account: 1,
            detail: 120_000)
    }

    static func end(_ number: Int32, at time: Milliseconds, kind: Event.Kind = .stepEnded, success: Bool = true)
        -> Event
    {
        Event(time: time, kind: kind, success: success, card: 0, step: number, source: 0, target: 1, account: 1)
    }

    /// What a stream writes for some events, with the time cut at given places.
    static func write(
        _ program: Program, events: [Event] = [], cuts: [Milliseconds], options: TelemetryOptions = TelemetryOptions(),
        seeds: Seeds = Seeds(7)
    ) -> RecordBuffer {
        var stream = TelemetryStream(program: program, seeds: seeds, options: options)
        var output = RecordBuffer()
        var last: Milliseconds = 0
        for cut in cuts {
            stream.advance(to: cut, events: events.filter { $0.time >= last && $0.time < cut }, output: &output)
            last = cut
        }
        stream.finish(output: &output)
        return output
    }
}

extension RecordBuffer {
    /// The lines of records.
    var lines: [String] { Self.split(bytes) }
    /// The lines of truth.
    var truthLines: [String] { Self.split(truth) }

    private static func split(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }
}
