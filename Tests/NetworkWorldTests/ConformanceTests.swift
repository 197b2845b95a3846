import Kernel
import NetworkWorld
import Scenario
import TestSupport
import Testing

struct ConformanceTests {
    private static let inputs: [JournalEntry<NetworkInput>] = [
        JournalEntry(time: 0, content: .input(.externalAlert(host: 3, account: -1, severity: 2))),
        JournalEntry(time: .minutes(20), content: .input(.grantFoothold(host: 20))),
        JournalEntry(
            time: .minutes(25),
            content: .input(.action(seat: 0, action: "triage-host", host: 20, account: -1, network: -1))),
        JournalEntry(
            time: .minutes(50),
            content: .input(.action(seat: 0, action: "isolate-host", host: 20, account: -1, network: -1))),
        JournalEntry(time: .minutes(90), content: .future(123)),
    ]

    @Test(arguments: ["egov", "power"], Playbook.allCases)
    func theNetworkWorldConforms(scenario: String, playbook: Playbook) async throws {
        var options = RunOptions()
        options.playbook = playbook
        let program = try Shipped.program(scenario, options: options)
        let suite = WorldConformance<NetworkWorld>(
            program: program, duration: program.duration, inputs: Self.inputs)
        #expect(await suite.violations(seeds: [1, 2]) == [])
    }

    /// The scenario of this test is its own, so that tuning a shipped one does not change the hash; a change of the rules
    /// does, and then ``NetworkWorld/rulesVersion`` must be raised.
    @Test func theRulesHaveAGoldenHash() throws {
        var options = RunOptions()
        options.playbook = .standard
        let program = try Program(scenario: SmallOffice.scenario, catalogue: SmallOffice.catalogue, options: options)
        let suite = WorldConformance<NetworkWorld>(program: program, duration: program.duration, inputs: Self.inputs)
        let hashes = (1...4).map { suite.straight(Seeds(UInt64($0))).stateHash.hexadecimal }
        #expect(
            hashes
                == ["c572ac0c2da773ec", "fd09c992889a44db", "a997b8b182dbecf7", "6030132ba3186bf7"])
    }
}
