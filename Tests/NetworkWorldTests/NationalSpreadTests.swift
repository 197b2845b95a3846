import Content
import Kernel
import NetworkWorld
import Scenario
import TestSupport
import Testing

/// In a generated nation compromises spread from province to province, and each national measure changes what it says.
struct NationalSpreadTests {
    private static func program(
        adversary: String? = nil, measures: [String] = [], playbook: Playbook = .none
    ) throws -> Program {
        let catalogue = try Shipped.catalogue()
        let file = try #require(try Content.description("registry"))
        let description = try #require(NationalReader.read(Array(file.text.utf8), file: file.path).value)
        let yaml = try NationalGenerator.generate(description, hosts: 1_000, catalogue: catalogue).yaml
        let read = ScenarioReader.read(Array(yaml.utf8), file: "nation.yaml", catalogue: catalogue)
        var options = RunOptions()
        options.adversary = adversary
        options.measures = measures
        options.playbook = playbook
        return try Program(scenario: try #require(read.value), catalogue: catalogue, options: options)
    }

    private static func group(_ name: String, _ program: Program) throws -> Int {
        try #require(program.simulation.hosts.firstIndex { $0.name == name })
    }

    @Test func aCompromiseReachesSeveralProvinces() throws {
        let program = try Self.program(adversary: "extortion")
        var most = 0
        for seed in 1...20 {
            var run = Run<NetworkWorld>(program, seeds: Seeds(UInt64(seed)))
            run.advance(to: program.duration)
            let hosts = run.state.hosts
            let fallen = hosts.keys.indices.filter { hosts.records[$0].compromised }
            let networks = fallen.map { program.simulation.hosts[program.group(ofHost: hosts.keys[$0])].network }
            most = max(most, Set(networks.filter { $0.first == "p" }.map { $0.prefix(3) }).count)
        }
        #expect(most >= 2)
    }

    @Test func segmentationTakesSuppliersFlowsAway() throws {
        let before = try Self.program(), after = try Self.program(measures: ["supplier-segmentation"])
        let groups = before.hostGroups.count
        var flows = 0
        for (index, network) in before.simulation.networks.enumerated() where network.name.hasPrefix("supplier-") {
            for group in 0..<groups where before.hostGroups[group].network != Int16(index + 1) {
                flows += before.reach[(index + 1) * groups + group] == 0 ? 0 : 1
                let left = after.reach[(index + 1) * groups + group]
                let isDoor = before.simulation.hosts[group].role == .jumpHost
                #expect(left == (isDoor ? ServiceKind.rdp.bit : 0))
            }
        }
        #expect(flows > 24)
    }

    @Test func theDeadlinePatchesManagedHostsOnly() throws {
        let program = try Self.program(measures: ["patch-deadline"])
        var unmanaged = 0
        for (index, group) in program.simulation.hosts.enumerated() where !program.hostGroups[index].weaknesses.isEmpty
        {
            let isManaged = !group.name.hasSuffix("-unmanaged")
            #expect((program.hostGroups[index].controls & Control.patching.bit != 0) == isManaged)
            if !isManaged { unmanaged += 1 }
        }
        #expect(unmanaged > 0)
    }

    @Test func sharedMonitoringSeesMoreWithMorePeople() throws {
        let before = try Self.program(), after = try Self.program(measures: ["shared-monitoring"])
        #expect(after.analysts == before.analysts + 16)
        let raised = zip(before.sensors, after.sensors).filter { $0.coverage < $1.coverage }
        #expect(raised.count == 6)
    }
}
