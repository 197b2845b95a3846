import Kernel
import Scenario
import Testing

struct ScenarioReaderTests {
    private func complete() throws -> Scenario {
        let bytes = try Fixtures.bytes("thaotruong/accept/complete.yaml")
        let result = ScenarioReader.read(bytes, file: "complete.yaml", catalogue: try Fixtures.catalogue())
        #expect(result.diagnostics.map(\.description) == [])
        return try #require(result.value)
    }

    @Test func readsTheExerciseHalf() throws {
        let scenario = try complete()
        #expect(scenario.name == "complete")
        #expect(scenario.title == LocalizedText(vietnamese: "Đầy đủ", english: "Complete"))
        let half = scenario.exercise
        #expect(half.conditions.map(\.name) == ["contained", "isolated", "noticed", "scripted", "packaged", "judged"])
        #expect(half.conditions[0].when == .all([.atMost(.minutesToContain, 60), .not(.alerted(.critical))]))
        #expect(half.conditions[1].when == .actionTaken(action: "isolate-host", on: "clients"))
        #expect(
            half.conditions[2].when
                == .any([.alerted(.medium), .all([.atMost(.recordsStolen, 5), .atLeast(.recordsStolen, 1)])]))
        #expect(half.conditions[3...].allSatisfy { $0.when == nil })
        #expect(half.metrics.map(\.maxScore) == [10, 5])
        #expect(half.metrics.map(\.condition) == ["contained", nil])
        #expect(half.metrics.map(\.artifact) == [false, true])
        #expect(half.evaluations.map(\.minimum) == [.absolute(15), .percentage(50), .percentage(80)])
        #expect(half.entities.map(\.path) == ["soc", "soc.lead", "control"])
        #expect(half.entities.map(\.role) == [.blue, .blue, .white])
        #expect(half.injects.map(\.effect) == [.message, .grantFoothold(host: "clients")])
        #expect(half.injects[0].toEntities == ["soc", "soc.lead"])
        #expect(half.scripts[0].endMilliseconds == .hours(8))
        #expect(half.scripts[0].speedThousandths == 1_500)
        #expect(half.scripts[0].events == [ScriptedEvent(event: "call", atMilliseconds: .minutes(90))])
        #expect(half.stories[0].speedThousandths == 2_000)
        #expect(half.questions[0].hints.map(\.cost) == [1])
    }

    @Test func readsTheSimulationHalf() throws {
        let simulation = try #require(try complete().simulation)
        #expect(simulation.startEpochSeconds == 1_772_411_400)
        #expect(simulation.utcOffsetMinutes == 420)
        #expect(simulation.durationMilliseconds == .hours(8))
        #expect(simulation.seed == 7)
        #expect(simulation.networks.map(\.prefixLength) == [26, 16, 29])
        #expect(simulation.networks[0].baseAddress == 0xCB00_7100)
        #expect(
            simulation.firewall == [
                FirewallRule(from: "internet", to: "portal-web", services: [.https, .http], allow: true),
                FirewallRule(from: "any", to: "any", services: [], allow: false),
            ])
        #expect(simulation.hosts.map(\.name) == ["portal-web", "clients", "plc"])
        let host = simulation.hosts[0]
        #expect(host.count == 2)
        #expect(host.address == 0xCB00_710A)
        #expect(host.services.map(\.kind) == [.https, .http])
        #expect(host.services[1].version == "9.0")
        #expect(host.services[1].vulnerabilities == ["upload"])
        let clerks = simulation.accounts[0]
        #expect(clerks.workStartMinute == 450 && clerks.workEndMinute == 1_020)
        #expect(clerks.password == .strong && clerks.mail && clerks.mfa)
        #expect(simulation.accounts[1].cachedShare == 429_496_730)
        #expect(simulation.assets[0].lossPerRecord == UncertainNumber(20_000))
        #expect(simulation.businessServices[0].requiredShare == 1 << 31)
        #expect(simulation.processes[0].restoreMilliseconds.high == .hours(24))
        #expect(simulation.sensors[0].covers == ["office", "portal-web"])
        #expect(simulation.adversaries.map(\.target) == ["", "records", "feeder"])
        #expect(simulation.adversaries[0].startMilliseconds.source == "Report 2025, p. 12")
        #expect(simulation.adversaries[0].attemptsPerYear == UncertainNumber(500))
        #expect(simulation.measures[0].coverage == [SensorCoverage(sensor: "edr", coverage: 1 << 32)])
        #expect(simulation.staff.analysts == 3)
        #expect(
            simulation.actionOverrides == [
                ActionOverride(action: "isolate-host", durationMilliseconds: UncertainNumber(300_000))
            ])
        #expect(simulation.administration[0].perDayThousandths == 3_000)
        #expect(simulation.assumptions == ["Ports are guessed."])
    }

    /// Catalogue ids are looked up only where there is a catalogue.
    @Test func readsWithoutACatalogue() throws {
        let bytes = try Fixtures.bytes("thaotruong/reject/rule-catalogue-references.yaml")
        #expect(ScenarioReader.read(bytes, file: "scenario.yaml").diagnostics.isEmpty)
    }

    @Test func equalTextsGiveEqualResults() throws {
        #expect(try complete() == complete())
    }

    /// Predicates may be as deep as the text may be.
    @Test func readsPredicatesAtTheLimitOfDepth() throws {
        let nots = String(repeating: "{not: ", count: 60) + "{alerted: low}" + String(repeating: "}", count: 60)
        let text = """
            name: deep
            conditions: {c: {when: \(nots)}}
            simulation:
              networks: {lan: {cidr: 10.0.0.0/24, zone: office}}
              hosts: {pc: {network: lan, os: linux, role: other}}
              adversaries: {red: {goal: encrypt}}
            """
        let result = ScenarioReader.read(Array(text.utf8), file: "deep.yaml")
        #expect(result.diagnostics.isEmpty)
        var predicate = try #require(result.value?.exercise.conditions.first?.when)
        var depth = 0
        while case .not(let inner) = predicate {
            predicate = inner
            depth += 1
        }
        #expect(depth == 60)
    }

    /// Lines that end in CR LF count as one.
    @Test func countsLinesOfEveryKind() {
        let result = ScenarioReader.read(Array("name: a\r\ntitle: b\r\nxyz: c\r\n".utf8), file: "lines.yaml")
        #expect(result.diagnostics.contains { $0.position == TextPosition(line: 3, column: 1) })
    }

    @Test func columnsAreBytes() {
        let text = "{name: a, description: \"Đường\", xyz: c}"
        let result = ScenarioReader.read(Array(text.utf8), file: "columns.yaml", dialect: .ocr)
        #expect(result.diagnostics.map(\.position) == [TextPosition(line: 1, column: 37)])
    }
}
