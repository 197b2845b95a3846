import Content
import Kernel
import NetworkWorld
import Scenario
import Telemetry
import Testing

struct ChatterTests {
    /// Records of people's machines in the hour from `hour` local time.
    private func records(from hour: Int, weekday: Int = 0) throws -> Int {
        var scenario = SmallRange.scenario()
        // 2026-03-02 is a Monday; the start is in UTC, seven hours behind.
        scenario.simulation?.startEpochSeconds = 1_772_384_400 + Int64(weekday * 86_400 + hour * 3600)
        scenario.simulation?.utcOffsetMinutes = 420
        let program = try Program(scenario: scenario, catalogue: SmallRange.catalogue())
        let output = SmallRange.write(program, cuts: [3_600_000])
        return output.lines.count { $0.contains("\"device\":{\"hostname\":\"pc-") }
    }

    @Test func peopleKeepTheirHours() throws {
        let night = try records(from: 3)
        let morning = try records(from: 9)
        let noon = try records(from: 12)
        let sunday = try records(from: 9, weekday: 6)
        #expect(morning > 10 * max(night, 1))
        #expect(noon < morning)
        #expect(morning > 5 * max(sunday, 1))
    }

    @Test func theAmountFollowsTheOption() throws {
        var none = TelemetryOptions()
        none.chatter = false
        var half = TelemetryOptions()
        half.chatterThousandths = 500
        let program = try SmallRange.program()
        let all = SmallRange.write(program, cuts: [1_800_000]).recordCount
        #expect(SmallRange.write(program, cuts: [1_800_000], options: none).recordCount == 0)
        let some = SmallRange.write(program, cuts: [1_800_000], options: half).recordCount
        #expect(some * 3 > all && some * 3 < all * 2)
    }

    @Test func seedsDecide() throws {
        let program = try SmallRange.program()
        let first = SmallRange.write(program, cuts: [120_000], seeds: Seeds(1))
        let again = SmallRange.write(program, cuts: [120_000], seeds: Seeds(1))
        let other = SmallRange.write(program, cuts: [120_000], seeds: Seeds(world: 1, future: 2))
        #expect(first.bytes == again.bytes)
        #expect(first.bytes != other.bytes)
    }

    @Test(arguments: ["egov", "power"])
    func aShippedScenarioWritesWhatADayHas(name: String) throws {
        let files = try Content.catalogue().map { (name: $0.path, bytes: Array($0.text.utf8)) }
        let catalogue = try #require(CatalogueReader.read(files: files).value)
        let text = try #require(try Content.scenario(name)).text
        let scenario = try #require(ScenarioReader.read(Array(text.utf8), file: name, catalogue: catalogue).value)
        let program = try Program(scenario: scenario, catalogue: catalogue)
        var run = Run<NetworkWorld>(program, seeds: Seeds(7))
        var log = EventLog<Event>(open: true)
        run.advance(to: program.duration, log: &log)
        let events = log.drain()
        // A quarter of an hour of the morning stands for the day; the whole day's attack records are counted alone.
        let sample = SmallRange.write(program, cuts: [5_400_000, 6_300_000]).recordCount
        let first = SmallRange.write(program, cuts: [5_400_000]).recordCount
        let perHost = (sample - first) * 32 / program.hostCount
        #expect(perHost > 1000 && perHost < 5000, "\(perHost) records a host and day")
        var options = TelemetryOptions()
        options.chatter = false
        let attack = SmallRange.write(program, events: events, cuts: [program.duration], options: options)
        #expect(attack.attackRecordCount > 0)
        #expect(attack.attackRecordCount * 200 < perHost * program.hostCount)
        let steps = events.count { $0.kind == .attackStep }
        #expect(attack.truthLines.count { $0.contains("\"step\":") } == steps)
    }

    /// More hosts than the writer keeps objects of: names, numbers and addresses must come out right all the same.
    @Test func placesAreWrittenAsTheProgramNamesThem() throws {
        var scenario = SmallRange.scenario()
        scenario.simulation?.networks[0].baseAddress = 0x0A10_0000
        scenario.simulation?.networks[0].prefixLength = 16
        scenario.simulation?.hosts[0].count = 40_000
        scenario.simulation?.accounts[0].count = 40_000
        let program = try Program(scenario: scenario, catalogue: SmallRange.catalogue())
        let output = SmallRange.write(program, cuts: [3000])
        var seen = 0
        for line in output.lines {
            let json = try JSONValue.parse(line)
            for end in ["src_endpoint", "dst_endpoint", "device"] {
                guard let place = json[end], let name = try place["hostname"]?.string(), !name.contains(".") else {
                    continue
                }
                let host = try #require(program.host(named: name), "no host is called \(name)")
                // Who logs on at the machine itself comes from its own loopback, as Windows has it.
                if end == "src_endpoint", try place.required("ip").string() == "127.0.0.1" { continue }
                let address = program.address(ofHost: host)
                let parts = [24, 16, 8, 0].map { String((address >> UInt32($0)) & 255) }
                #expect(try place.required("ip").string() == parts.joined(separator: "."))
                seen += 1
            }
            if let name = try json["actor"]?["user"]?["name"]?.string(), name.hasPrefix("clerks-") {
                #expect(program.account(named: name) != nil)
            }
        }
        #expect(seen > 500)
    }

    @Test func oddNamesStayValid() throws {
        var scenario = SmallRange.scenario()
        scenario.name = "Tỉnh \"Lam Giang\" – thử"
        scenario.simulation?.sensors[0].name = "edr \"one\" \\ " + String(repeating: "x", count: 3000)
        // Before 1970, and with fewer digits than today.
        scenario.simulation?.startEpochSeconds = -60
        let program = try Program(scenario: scenario, catalogue: SmallRange.catalogue())
        let output = SmallRange.write(program, cuts: [120_000])
        #expect(output.recordCount > 0)
        for line in output.lines {
            let time: Int64 = try JSONValue.parse(line).required("time").integer()
            #expect(time >= -60_000 && time < 60_000)
        }
    }
}
