import Kernel
import NetworkWorld
import Scenario
import TestSupport
import Testing

/// Journals are files, and files hold whatever somebody wrote into them.
struct HostileInputTests {
    private static let numbers: [Int32] = [.min, -5, -1, 0, 5, 99, 255, 65_536, .max]
    private static let actions = [
        "isolate-host", "release-host", "restore-host", "remove-foothold", "patch-host", "triage-host", "phone-user",
        "reset-credential", "disable-account", "account-review", "network-review", "segment-network", "block-address",
        "reset-domain", "purge-mail", "mail-search", "no-such-action", "",
    ]

    private static var inputs: [NetworkInput] {
        var inputs: [NetworkInput] = []
        for number in numbers {
            inputs.append(.grantFoothold(host: number))
            for severity: UInt8 in [0, 3, 4, 255] {
                inputs.append(.externalAlert(host: number, account: number, severity: severity))
                inputs.append(.externalAlert(host: -1, account: number, severity: severity))
            }
            for action in actions {
                for seat: Int16 in [.min, -1, 0, 1, 2, .max] {
                    inputs.append(.action(seat: seat, action: action, host: number, account: number, network: number))
                }
            }
        }
        return inputs
    }

    @Test(arguments: Playbook.allCases)
    func noNumberInAJournalDoesHarm(playbook: Playbook) throws {
        var options = RunOptions()
        options.playbook = playbook
        options.seats = 2
        let program = try Program(scenario: SmallOffice.scenario, catalogue: SmallOffice.catalogue, options: options)
        let step = program.duration / Milliseconds(Self.inputs.count + 1)
        let entries = Self.inputs.enumerated().map { index, input in
            JournalEntry(time: Milliseconds(index) * step, content: .input(input))
        }
        var log = EventLog<Event>(open: true)
        let run = Run<NetworkWorld>.replay(
            program, seeds: Seeds(1), entries: entries, until: program.duration, log: &log)
        #expect(run.entries.count == entries.count)
        let events = log.drain()
        let hosts = -1..<Int32(program.hostCount), accounts = -1..<Int32(program.accountCount)
        #expect(events.allSatisfy { hosts.contains($0.target) && hosts.contains($0.source) })
        #expect(events.allSatisfy { accounts.contains($0.account) })
        #expect(events.contains { $0.kind == .actionRefused })
        let worst = run.state.seats.flatMap(\.hosts.records).map(\.severity).max()
        #expect(worst == 3)
    }

    @Test func targetsThatAnActionDoesNotTakeAreLeftOut() throws {
        let program = try Program(
            scenario: SmallOffice.scenario, catalogue: SmallOffice.catalogue, options: RunOptions())
        var run = Run<NetworkWorld>(program, seeds: Seeds(1))
        var log = EventLog<Event>(open: false)
        run.submit(.action(seat: 0, action: "mail-search", host: .max, account: -7, network: 99), log: &log)
        let item = try #require(run.state.work.first)
        #expect(item.host == -1 && item.account == -1 && item.network == -1)
    }

    @Test func namesInOptionsAreCheckedWithTheirPlace() throws {
        let text = """
            {"adversary": "crew",
             "measures": ["no-such-measure"]}
            """
        let members = try JSONValue.parse(text).object()
        let simulation = try #require(SmallOffice.scenario.simulation)
        let error = #expect(throws: JSONError.self) {
            try RunOptions.checkNames(in: Array(members.dropFirst()), of: simulation)
        }
        #expect(error?.position == TextPosition(line: 2, column: 15))
    }
}
