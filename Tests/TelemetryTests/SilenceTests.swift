import Kernel
import NetworkWorld
import Scenario
import Telemetry
import Testing

/// What events forbid: blind sensors, hosts that are cut off, accounts that are closed.
struct SilenceTests {
    private static let end: Milliseconds = 1_800_000

    private struct Line {
        var time: Milliseconds
        var text: String
        var isEndpoint: Bool { text.contains("\"log_name\":\"endpoint\"") }
        func isOn(_ host: String) -> Bool { text.contains("\"device\":{\"hostname\":\"\(host)\"") }
        func names(_ host: String) -> Bool { text.contains("\"hostname\":\"\(host)\"") }
        var passesNetwork: Bool { text.contains("\"category_uid\":4,") }
    }

    private func lines(_ events: [Event]) throws -> [Line] {
        let program = try SmallRange.program()
        let start = program.simulation.startEpochSeconds * 1000
        return try SmallRange.write(program, events: events, cuts: [Self.end]).lines.map { text in
            let time: Int64 = try JSONValue.parse(text).required("time").integer()
            return Line(time: time - start, text: text)
        }
    }

    @Test func aBlindSensorWritesNothingUntilTheHostIsRestored() throws {
        let lines = try lines([
            Event(time: 300_000, kind: .sensorBlinded, target: 1), SmallRange.step(1, at: 400_000),
            Event(time: 900_000, kind: .hostRestored, target: 1),
        ])
        let own = lines.filter { $0.isEndpoint && $0.isOn("pc-002") }
        #expect(own.contains { $0.time < 300_000 })
        #expect(!own.contains { $0.time >= 300_000 && $0.time < 900_000 })
        #expect(own.contains { $0.time >= 900_000 })
        #expect(lines.contains { $0.names("pc-002") && !$0.isEndpoint && $0.time > 300_000 && $0.time < 900_000 })
    }

    @Test func anIsolatedHostIsSilentOnTheNetwork() throws {
        let lines = try lines([
            Event(time: 300_000, kind: .hostIsolated, target: 1), Event(time: 900_000, kind: .hostReleased, target: 1),
        ])
        let during = lines.filter { $0.time >= 300_000 && $0.time < 900_000 }
        // Its own programs still ask for names, and get no answer.
        #expect(!during.contains { $0.passesNetwork && !$0.isEndpoint && $0.names("pc-002") })
        #expect(during.contains { $0.isEndpoint && $0.isOn("pc-002") && $0.text.contains("NXDomain") })
        #expect(during.contains { $0.isEndpoint && $0.isOn("pc-002") })
        #expect(lines.contains { $0.passesNetwork && $0.names("pc-002") && $0.time >= 900_000 })
    }

    @Test func anEncryptedHostIsSilentAltogether() throws {
        let lines = try lines([Event(time: 300_000, kind: .hostEncrypted, target: 1)])
        #expect(!lines.contains { $0.names("pc-002") && $0.time >= 300_000 })
        #expect(lines.contains { $0.names("pc-003") && $0.time >= 300_000 })
    }

    @Test func aClosedAccountDoesNothing() throws {
        let lines = try lines([Event(time: 300_000, kind: .accountDisabled, account: 1)])
        let after = lines.filter { $0.time >= 302_000 }
        #expect(!after.contains { $0.text.contains("\"user\":{\"name\":\"clerks-002\",\"type_id\":1,\"type\"") })
        #expect(lines.contains { $0.text.contains("\"activity_name\":\"Disable\"") && $0.text.contains("clerks-002") })
    }

    @Test func withoutSensorsThereAreNoRecords() throws {
        let program = try SmallRange.program(coverage: 0)
        let output = SmallRange.write(program, events: [SmallRange.step(1, at: 1000)], cuts: [600_000])
        #expect(output.bytes.isEmpty)
        #expect(output.recordCount == 0)
    }

    @Test func aHostTakenOutIsNeverNamed() throws {
        var options = RunOptions()
        options.withoutHosts = ["pc-002"]
        let program = try Program(scenario: SmallRange.scenario(), catalogue: SmallRange.catalogue(), options: options)
        let output = SmallRange.write(program, cuts: [600_000])
        #expect(output.recordCount > 0)
        #expect(!output.lines.contains { $0.contains("\"hostname\":\"pc-002\"") })
    }
}
