import Kernel
import NetworkWorld
import Scenario
import Telemetry
import Testing

/// Days of records before the start.
struct HistoryTests {
    private func program(days: Int) throws -> Program {
        var scenario = SmallRange.scenario()
        // Monday, 2026-03-02, 00:00 local time.
        scenario.simulation?.startEpochSeconds = 1_772_384_400
        scenario.simulation?.utcOffsetMinutes = 420
        scenario.simulation?.historyDays = days
        return try Program(scenario: scenario, catalogue: SmallRange.catalogue())
    }

    private func times(_ output: RecordBuffer, _ program: Program) throws -> [Milliseconds] {
        try output.lines.map { line in
            let time: Int64 = try JSONValue.parse(line).required("time").integer()
            return time - program.simulation.startEpochSeconds * 1000
        }
    }

    @Test func theStreamBeginsDaysBefore() throws {
        let program = try program(days: 1)
        var stream = TelemetryStream(program: program, seeds: Seeds(7))
        #expect(stream.now == -86_400_000)
        var output = RecordBuffer()
        stream.advance(to: -86_400_000 + 600_000, events: [], output: &output)
        #expect(stream.now == -85_800_000)
        let times = try times(output, program)
        #expect(!times.isEmpty)
        #expect(times.allSatisfy { (-86_400_000 ..< -85_800_000).contains($0) })
        #expect(output.truth.isEmpty)
    }

    @Test func theRunIsTheSameWithDaysBeforeIt() throws {
        let before = SmallRange.write(try program(days: 1), events: [SmallRange.step(1, at: 60_000)], cuts: [300_000])
        let without = SmallRange.write(try program(days: 0), events: [SmallRange.step(1, at: 60_000)], cuts: [300_000])
        #expect(before.recordCount > without.recordCount)
        #expect(before.lines.suffix(without.recordCount) == without.lines[...])
        #expect(before.truth == without.truth)
    }

    @Test(arguments: [Milliseconds(-3_600_000), -90_000, 150_000, 600_000])
    func whatWasSkippedChangesNothingBehindIt(time: Milliseconds) throws {
        let program = try program(days: 1)
        let events = [SmallRange.step(1, at: 60_000)]
        let minute = TelemetryStream.minute(of: time)
        var whole = TelemetryStream(program: program, seeds: Seeds(7))
        var unread = RecordBuffer()
        whole.advance(to: minute, events: events.filter { $0.time < minute }, output: &unread)
        var skipped = TelemetryStream(program: program, seeds: Seeds(7))
        skipped.skip(to: time, events: events.filter { $0.time < minute })
        #expect(skipped.now == minute)
        var outputs = [RecordBuffer(), RecordBuffer()]
        let rest = events.filter { $0.time >= minute }
        whole.advance(to: minute + 300_000, events: rest, output: &outputs[0])
        skipped.advance(to: minute + 300_000, events: rest, output: &outputs[1])
        #expect(!outputs[0].bytes.isEmpty)
        #expect(outputs[0].bytes == outputs[1].bytes)
    }

    @Test func weekendsAreQuiet() throws {
        let program = try program(days: 3)
        var stream = TelemetryStream(program: program, seeds: Seeds(7))
        var byDay: [Int] = []
        for day in 0..<3 {
            var output = RecordBuffer()
            // From nine to ten in the morning.
            let start = Milliseconds(day - 3) * 86_400_000 + 9 * 3_600_000
            stream.advance(to: start, events: [], output: &output)
            output.empty()
            let count = output.recordCount
            stream.advance(to: start + 3_600_000, events: [], output: &output)
            byDay.append(output.recordCount - count)
        }
        // Friday, Saturday, Sunday.
        #expect(byDay[0] > 2 * byDay[1])
        #expect(byDay[0] > 2 * byDay[2])
    }
}
