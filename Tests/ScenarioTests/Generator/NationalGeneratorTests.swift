import Content
import Foundation
import Kernel
import Scenario
import TestSupport
import Testing

/// National networks from descriptions.
struct NationalGeneratorTests {
    private static func description(_ text: String) throws -> NationalDescription {
        let read = NationalReader.read(Array(text.utf8), file: "description.yaml")
        #expect(read.diagnostics.map(\.description) == [])
        return try #require(read.value)
    }

    private static func small() throws -> String {
        String(decoding: try Fixtures.bytes("national/small.yaml"), as: UTF8.self)
    }

    private static func shipped() throws -> NationalDescription {
        try description(try #require(try Content.description("registry")).text)
    }

    private static func diagnostics(_ yaml: String, _ catalogue: Catalogue) -> [String] {
        ScenarioReader.read(Array(yaml.utf8), file: "generated.yaml", catalogue: catalogue)
            .diagnostics.map(\.description)
    }

    /// The scenario of the small description, line by line. `THAO_UPDATE_DOCS=1` writes it anew.
    @Test func theSmallNationIsWrittenAsBefore() throws {
        let description = try Self.description(try Self.small())
        let yaml = try NationalGenerator.generate(description, catalogue: try Shipped.catalogue()).yaml
        if ProcessInfo.processInfo.environment["THAO_UPDATE_DOCS"] != nil {
            let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            let file = folder.appendingPathComponent("Fixtures/national/small-scenario.yaml")
            try yaml.write(to: file, atomically: true, encoding: .utf8)
            return
        }
        let expected = String(decoding: try Fixtures.bytes("national/small-scenario.yaml"), as: UTF8.self)
        #expect(yaml == expected)
        #expect(Self.diagnostics(yaml, try Shipped.catalogue()) == [])
    }

    @Test(arguments: [700, 1_000, 20_000, 1_000_000])
    func theShippedNationHasAnySize(hosts: Int) throws {
        let catalogue = try Shipped.catalogue()
        let result = try NationalGenerator.generate(try Self.shipped(), hosts: hosts, catalogue: catalogue)
        #expect(result.hosts == hosts)
        let read = ScenarioReader.read(Array(result.yaml.utf8), file: "generated.yaml", catalogue: catalogue)
        #expect(read.diagnostics.map(\.description) == [])
        let simulation = try #require(read.value?.simulation)
        #expect(simulation.hosts.reduce(0) { $0 + $1.count } == hosts)
        #expect(result.yaml.utf8.count < 400_000)
        #expect(try NationalGenerator.generate(try Self.shipped(), hosts: hosts, catalogue: catalogue) == result)
    }

    @Test func theSeedDecidesSizesAndSuppliersOnly() throws {
        let catalogue = try Shipped.catalogue()
        let description = try Self.shipped()
        let one = try NationalGenerator.generate(description, seed: 1, catalogue: catalogue)
        let two = try NationalGenerator.generate(description, seed: 2, catalogue: catalogue)
        #expect(one.yaml != two.yaml)
        #expect((one.hostGroups, one.networks) == (two.hostGroups, two.networks))
        // Nobody who was served is dropped where a supplier gets more provinces.
        var more = description
        more.suppliers[0].serves = 1 << 32
        let lines = Set(try NationalGenerator.generate(more, catalogue: catalogue).yaml.split(separator: "\n"))
        let before = try NationalGenerator.generate(description, catalogue: catalogue).yaml.split(separator: "\n")
        let flows = before.filter { $0.contains("from: supplier-1") }
        #expect(!flows.isEmpty && flows.allSatisfy { lines.contains($0) })
    }

    @Test func sizesThatCannotBeHadAreRefused() throws {
        let catalogue = try Shipped.catalogue()
        #expect(throws: GenerationError.self) {
            try NationalGenerator.generate(try Self.shipped(), hosts: 100, catalogue: catalogue)
        }
        #expect(throws: GenerationError.self) {
            try NationalGenerator.generate(try Self.shipped(), hosts: 1_000_001, catalogue: catalogue)
        }
    }

    /// Every description within limits gives a scenario without diagnostics. The seed of a failure is its argument.
    @Test(arguments: 1...60)
    func everyDescriptionGivesAValidScenario(seed: UInt64) throws {
        let catalogue = try Shipped.catalogue()
        let description = try Self.description(RandomDescription(seed: seed).text)
        let result = try NationalGenerator.generate(description, catalogue: catalogue)
        #expect(Self.diagnostics(result.yaml, catalogue) == [])
        let larger = min(1_000_000, result.hosts * 3 + 1_000)
        let grown = try NationalGenerator.generate(description, hosts: larger, seed: seed, catalogue: catalogue)
        #expect(grown.hosts == larger)
        #expect(Self.diagnostics(grown.yaml, catalogue) == [])
    }

    /// One wrong line in place of a right one, and what is said of it.
    @Test(arguments: [
        ("  count: 2\n  hosts: {domain", "  count: 40\n  hosts: {domain", "at most 63 are simulated"),
        ("  count: 2\n  hosts: {domain", "  count: 64\n  hosts: {domain", "64 is out of range"),
        ("serves-ministry: true", "serves-ministri: true", "did you mean 'serves-ministry'?"),
        ("systems: [application-server]", "systems: [backup-server]", "provinces have no backup-server to maintain"),
        ("systems: [application-server]", "systems: [aplication-server]", "did you mean 'application-server'?"),
        ("target: citizens", "target: citizen", "did you mean 'citizens'?"),
        ("goal: encrypt, hosts: 10", "goal: encrypt", "needs 'hosts'"),
        ("goal: encrypt, hosts: 10", "goal: sabotage", "runs no physical process"),
        ("rests-on: [web-server]", "rests-on: [mail-server]", "no mail-server stands there"),
        ("patch-deadline: {cost: 100}", "patch-deadline: {cost: -100}", "expected a whole number of currency units"),
        ("unpatched: 20%", "unpatched: 120%", "is more than 1"),
        ("jump-host: 1,", "relay: 1,", "unknown key 'relay'"),
        ("  administrators: 2\n", "", "the ministry needs administrators"),
        ("management-server: 1, workstation: 8", "workstation: 8", "of which the ministry has none"),
        (
            "hosts: {workstation: 3}", "hosts: {workstation: 100_000, printer: 100_000, file-server: 100_000}",
            "hosts in all"
        ),
    ])
    func mistakesAreSaidWithTheirPlace(right: String, wrong: String, message: String) throws {
        let text = try Self.small()
        #expect(text.contains(right))
        let changed = text.replacingOccurrences(of: right, with: wrong)
        let read = NationalReader.read(Array(changed.utf8), file: "small.yaml")
        #expect(read.value == nil)
        let found = read.diagnostics.first { $0.description.contains(message) }
        let diagnostic = try #require(found, "\(read.diagnostics.map(\.description))")
        #expect(diagnostic.position.line > 1 || diagnostic.path.isEmpty)
    }
}
