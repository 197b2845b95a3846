import Kernel
import Testing

@testable import Scenario

struct NmapImporterTests {
    private func convert(_ xml: String, inventory: String? = nil, name: String = "mine") -> ImportResult {
        NmapImporter.convert(
            xml: Array(xml.utf8), file: "scan.xml",
            inventory: inventory.map { (bytes: Array($0.utf8), file: "hosts.csv") }, name: name)
    }

    /// The scenario that an import makes, as the reader sees it.
    private func scenario(_ result: ImportResult) throws -> (scenario: Scenario, simulation: Simulation) {
        let yaml = try #require(result.yaml, "\(result.diagnostics)")
        let read = ScenarioReader.read(Array(yaml.utf8), file: "mine.yaml")
        #expect(read.diagnostics.isEmpty, "\(read.diagnostics.prefix(5))")
        let scenario = try #require(read.value)
        return (scenario, try #require(scenario.simulation))
    }

    private func group(_ name: String, _ simulation: Simulation) throws -> HostGroup {
        try #require(simulation.hosts.first { $0.name == name }, "\(simulation.hosts.map(\.name))")
    }

    @Test func officeBecomesScenario() throws {
        let result = convert(ScanFixtures.office)
        let (scenario, simulation) = try scenario(result)
        #expect(result.summary.hosts == 37)
        #expect(result.summary.hostsDown == 1)
        #expect(simulation.networks.map(\.name) == ["net-192-168-1", "net-192-168-10"])
        #expect(simulation.networks.map(\.zone) == [.servers, .office])
        #expect(simulation.hosts.reduce(0) { $0 + $1.count } == 37)

        let desks = try group("workstations", simulation)
        #expect(desks.count == 30)
        #expect(desks.os == .windowsWorkstation)
        #expect(desks.domainJoined)
        #expect(desks.address == AddressText.address("192.168.10.20"))
        #expect(try group("dc1", simulation).role == .domainController)
        #expect(try group("files", simulation).role == .fileServer)
        #expect(try group("db", simulation).role == .databaseServer)
        #expect(try group("mail", simulation).role == .mailServer)
        #expect(try group("firewall", simulation).role == .firewall)
        #expect(try group("printer", simulation).role == .printer)
        let portal = try group("portal", simulation)
        #expect(portal.services.map(\.kind) == [.ssh, .http, .https])
        #expect(portal.services[2].product == "nginx")
        #expect(portal.services[2].version == "1.22")

        #expect(simulation.accounts.first { $0.workstation == "workstations" }?.count == 30)
        #expect(simulation.accounts.contains { $0.privilege == .domainAdministrator })
        #expect(simulation.adversaries.map(\.goal) == [.encrypt, .steal])
        #expect(simulation.assets.map(\.host).contains("db"))
        #expect(!simulation.measures.isEmpty && !simulation.sensors.isEmpty)
        #expect(!scenario.exercise.goals.isEmpty && !scenario.exercise.metrics.isEmpty)
    }

    @Test func internetReachesOnlyWhatSuchHostsAreThereFor() throws {
        let (_, simulation) = try scenario(convert(ScanFixtures.office))
        let open = simulation.firewall.prefix { $0.allow && $0.from == "internet" }
        #expect(open.map(\.to) == ["mail", "portal"])
        #expect(open.map(\.services) == [[.smtp], [.http, .https]])
        let next = simulation.firewall[open.count]
        #expect(next.from == "internet" && next.to == "any" && !next.allow)
    }

    @Test func scanFromOutsideOpensWhatItSaw() throws {
        let host = ScanFixtures.host("203.0.113.7", ports: [ScanFixtures.port(3_389, "ms-wbt-server")])
        let (_, simulation) = try scenario(convert(ScanFixtures.scan(host)))
        #expect(simulation.firewall.first?.from == "internet")
        #expect(simulation.firewall.first?.services == [.rdp])
    }

    @Test func placeOfTheScannerIsNoted() throws {
        let near = ScanFixtures.host("10.0.1.5", system: "<distance value=\"1\"/>")
        let far = ScanFixtures.host("10.0.2.5", system: "<distance value=\"3\"/>")
        let (_, simulation) = try scenario(convert(ScanFixtures.scan(near, far)))
        #expect(simulation.assumptions.contains { $0.contains("made from inside, next to net-10-0-1;") })
    }

    @Test func everyAssumptionIsMarkedAndListed() throws {
        let result = convert(ScanFixtures.office)
        let (_, simulation) = try scenario(result)
        let yaml = try #require(result.yaml)
        #expect(simulation.assumptions.count == result.summary.assumptions)
        let marked = yaml.split(separator: "\n").compactMap { line in
            line.split(separator: "# assumption: ", maxSplits: 1).dropFirst().first.map(String.init)
        }
        #expect(marked.count >= simulation.assumptions.count)
        for reason in marked { #expect(simulation.assumptions.contains { $0.hasSuffix(": \(reason)") }, "\(reason)") }
        // What the owner stated is no assumption.
        let stated = convert(ScanFixtures.office, inventory: "address,os,role\n192.168.1.12,linux,database-server\n")
        let text = try #require(stated.yaml)
        let part = try #require(text.split(separator: "    db:\n").last?.split(separator: "services:").first)
        #expect(part.contains("os: linux\n") && part.contains("role: database-server\n"))
    }

    @Test func inventoryNamesAndValues() throws {
        let table = """
            address,name,os,role,owner,network,value
            192.168.1.12,Kho hồ sơ,,,Phòng Hộ tịch,Máy chủ,2_000_000_000
            192.168.10.20,,,,,Văn phòng,
            192.168.77.1,unseen,,,,,
            """
        let result = convert(ScanFixtures.office, inventory: table)
        let (_, simulation) = try scenario(result)
        #expect(simulation.networks.map(\.name) == ["may-chu", "van-phong"])
        let records = try group("kho-ho-so", simulation)
        #expect(records.title.vietnamese == "Kho hồ sơ (Phòng Hộ tịch)")
        #expect(simulation.assets.map(\.host) == ["kho-ho-so"])
        #expect(simulation.assets[0].lossPerRecord.likely * simulation.assets[0].records == 2_000_000_000)
        #expect(result.summary.inventoryMatches == 2)
        #expect(result.diagnostics.map(\.severity) == [.warning])
        #expect(result.diagnostics[0].position.line == 4)
    }

    @Test func controllersBringProcessAndSaboteur() throws {
        let hosts = (1...6).map {
            ScanFixtures.host("10.1.1.\($0)", ports: [ScanFixtures.port(2_404, "iec-104")])
        }
        let (_, simulation) = try scenario(convert(ScanFixtures.scan(hosts.joined())))
        #expect(simulation.networks[0].zone == .field)
        #expect(simulation.processes.map(\.controlledBy) == [["controllers"]])
        #expect(simulation.adversaries.contains { $0.goal == .sabotage })
    }

    @Test func hostileNamesStayTexts() throws {
        let evil = "x&#10;simulation: {} # &quot;&lt;b&gt;\\&#x202E;&#x85;&#7;"
        let host = ScanFixtures.host(
            "10.0.0.9", name: evil,
            ports: [ScanFixtures.port(80, "http", product: evil, version: "\\&quot; ]}")])
        let (_, simulation) = try scenario(convert(ScanFixtures.scan(host)))
        #expect(simulation.hosts.count == 1)
        #expect(simulation.hosts[0].services[0].product == "x simulation: {} # \"<b>\\")
    }

    @Test func sameInputSameText() {
        let first = convert(ScanFixtures.large(300), inventory: "address,network\n10.0.0.1,a\n10.0.0.2,b\n")
        let second = convert(ScanFixtures.large(300), inventory: "address,network\n10.0.0.1,a\n10.0.0.2,b\n")
        #expect(first == second)
    }

    @Test func thousandsOfHostsBecomeFewGroups() throws {
        let result = convert(ScanFixtures.large(5_000))
        let (_, simulation) = try scenario(result)
        #expect(result.summary.hosts == 5_000)
        #expect(simulation.hosts.reduce(0) { $0 + $1.count } == 5_000)
        #expect(simulation.hosts.count <= HostGroups.mostGroups)
        #expect(simulation.networks.count <= 64)
        #expect(simulation.assumptions.contains { $0.contains("to merge hosts") })
    }

    @Test(arguments: [
        (ScanFixtures.scan(), "found no host that is up"),
        (ScanFixtures.scan(ScanFixtures.host("192.0.2.1", state: "down")), "1 are down"),
        (ScanFixtures.scan(ScanFixtures.host("2001:db8::1", kind: "ipv6")), "without an IPv4 address"),
        (ScanFixtures.scan(ScanFixtures.host("192.0.2.256")), "not an IPv4 address"),
        (ScanFixtures.scan(ScanFixtures.host("192.0.2.1", ports: [ScanFixtures.port(70_000, "x")])), "not a port"),
        ("", "no XML element"),
        ("# Nmap 7.95 scan initiated\nNmap scan report for x", "-oX"),
        ("<html></html>", "no scan of nmap"),
    ])
    func unusableScansAreRefused(xml: String, part: String) {
        let result = convert(xml)
        #expect(result.yaml == nil)
        let error = result.diagnostics.last { $0.severity == .error }
        #expect(error?.message.contains(part) == true, "\(result.diagnostics)")
        #expect(error?.file == "scan.xml")
    }

    @Test func sixthVersionIsNotedBesideOthers() throws {
        let result = convert(
            ScanFixtures.scan(ScanFixtures.host("2001:db8::1", kind: "ipv6"), ScanFixtures.host("192.0.2.1")))
        _ = try scenario(result)
        #expect(result.diagnostics.map(\.severity) == [.warning])
        #expect(result.summary.hostsWithoutAddress == 1)
    }

    @Test func unfinishedScanIsUsedWithWarning() throws {
        let result = convert(ScanFixtures.scan(ScanFixtures.host("192.0.2.1"), finished: false))
        _ = try scenario(result)
        #expect(result.diagnostics.map(\.severity) == [.warning])
    }

    /// Wherever a file is cut, the answer is an error with the position of the end.
    @Test func cutFilesAreRefusedWithPosition() {
        let bytes = Array(ScanFixtures.office.utf8)
        let complete = ScanFixtures.office.utf8.count - "\n".utf8.count
        for end in stride(from: 0, to: complete, by: 211) {
            let result = NmapImporter.convert(xml: Array(bytes[..<end]), file: "scan.xml", name: "cut")
            #expect(result.yaml == nil)
            #expect(result.diagnostics.count == 1, "\(end)")
            let lines = bytes[..<end].count { $0 == 0x0A } + 1
            #expect(result.diagnostics.first?.position.line == lines, "\(end) \(result.diagnostics)")
        }
    }

    /// Bytes changed anywhere give a scenario that reads, or a refusal; never anything else.
    @Test func mutatedScansNeverTrap() {
        let original = Array(ScanFixtures.office.utf8.prefix(6_000)) + Array("</host></nmaprun>".utf8)
        let table = Array("address,name,os,role,value\n192.168.1.10,\"A \"\"b\"\"\",linux,web,1.000\n".utf8)
        var state: UInt64 = 42
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        func mutated(_ original: [UInt8]) -> [UInt8] {
            var bytes = original
            for _ in 0...random(4) {
                let place = random(bytes.count)
                switch random(3) {
                case 0: bytes[place] = UInt8(random(256))
                case 1: bytes.remove(at: place)
                default: bytes.insert(contentsOf: bytes[place..<min(place + random(60), bytes.count)], at: place)
                }
            }
            return bytes
        }
        for _ in 0..<400 {
            let inventory = (bytes: random(2) == 0 ? table : mutated(table), file: "hosts.csv")
            let scan = random(4) == 0 ? original : mutated(original)
            let result = NmapImporter.convert(xml: scan, file: "scan.xml", inventory: inventory, name: "mutated")
            if let yaml = result.yaml {
                let read = ScenarioReader.read(Array(yaml.utf8), file: "mutated.yaml")
                #expect(read.value != nil, "seed 42: \(read.diagnostics.prefix(3))")
            } else {
                #expect(result.diagnostics.contains { $0.severity == .error })
            }
        }
    }
}
