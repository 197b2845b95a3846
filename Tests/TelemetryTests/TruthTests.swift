import Kernel
import NetworkWorld
import Scenario
import Telemetry
import Testing

struct TruthTests {
    private static let quiet: TelemetryOptions = {
        var options = TelemetryOptions()
        options.chatter = false
        return options
    }()

    private func write(_ events: [Event], options: TelemetryOptions = quiet) throws -> RecordBuffer {
        SmallRange.write(try SmallRange.program(), events: events, cuts: [1_800_000], options: options)
    }

    @Test func everyTraceIsTold() throws {
        let output = try write([SmallRange.step(1, at: 1000), SmallRange.end(1, at: 121_000)])
        let traces = SmallRange.catalogue().cards[0].traces.reduce(0) { $0 + $1.count }
        #expect(output.attackRecordCount == traces)
        #expect(output.recordCount == traces)
        let lines = output.truthLines
        #expect(lines.count == traces + 1)
        var told: Set<String> = []
        for line in lines.dropLast() {
            let json = try JSONValue.parse(line)
            #expect(try json.required("label").string() == "attack")
            #expect(try json.required("technique").string() == "T0000")
            #expect(try json.required("steps").array().map { try $0.integer(Int.self) } == [1])
            told.insert(try json.required("record").string())
        }
        let written = try output.lines.map { try JSONValue.parse($0).required("metadata").required("uid").string() }
        #expect(told == Set(written))
        let step = try JSONValue.parse(lines[lines.count - 1])
        #expect(try step.required("step").integer(Int.self) == 1)
        #expect(try step.required("source").string() == "pc-001")
        #expect(try step.required("target").string() == "pc-002")
        #expect(try step.required("account").string() == "clerks-002")
        #expect(try step.required("success").bool())
        let from: Int64 = try step.required("from").integer()
        let to: Int64 = try step.required("to").integer()
        #expect(to - from == 120_000)
        for line in output.lines {
            let time: Int64 = try JSONValue.parse(line).required("time").integer()
            #expect((from...to).contains(time))
        }
    }

    @Test func failureLeavesNoTracesOfSuccess() throws {
        let output = try write([
            SmallRange.step(1, at: 1000, success: false), SmallRange.end(1, at: 121_000, success: false),
        ])
        #expect(output.lines.allSatisfy { !$0.contains("late.exe") })
        #expect(try write([SmallRange.step(1, at: 1000)]).lines.contains { $0.contains("late.exe") })
    }

    @Test func aLostStepLeavesNothingMore() throws {
        let output = try write([
            SmallRange.step(1, at: 1000), SmallRange.end(1, at: 61_000, kind: .stepLost, success: false),
        ])
        #expect(output.attackRecordCount > 0)
        #expect(output.lines.allSatisfy { !$0.contains("late.exe") })
        let last = try JSONValue.parse(try #require(output.truthLines.last))
        #expect(try last.required("success").bool() == false)
    }

    @Test func aStepUnderWayAtTheEndIsTold() throws {
        let output = SmallRange.write(
            try SmallRange.program(), events: [SmallRange.step(5, at: 1000)], cuts: [2000], options: Self.quiet)
        let last = try JSONValue.parse(try #require(output.truthLines.last))
        #expect(try last.required("step").integer(Int.self) == 5)
        #expect(try last.required("success").bool() == false)
    }

    @Test func habitsLeaveTheSameTracesAndNoTruth() throws {
        let habit = Event(time: 1000, kind: .administrativeHabit, card: 0, source: 0, target: 1, account: 6)
        let output = try write([habit, habit])
        #expect(output.recordCount == 2 * SmallRange.catalogue().cards[0].traces.reduce(0) { $0 + $1.count })
        #expect(output.truth.isEmpty)
    }

    @Test func openedMailIsProvoked() throws {
        let mail = Event(time: 1000, kind: .mailOpened, step: 2, target: 1, account: 1)
        let output = try write([mail])
        #expect(output.provokedRecordCount == output.recordCount && output.recordCount > 0)
        let json = try JSONValue.parse(try #require(output.truthLines.first))
        #expect(try json.required("label").string() == "provoked")
    }
}
