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
        #expect(output.recordCount == traces + output.mixedRecordCount)
        let lines = output.truthLines.filter { !$0.contains("\"label\":\"mixed\"") }
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
        #expect(told.isSubset(of: written))
        let step = try JSONValue.parse(lines[lines.count - 1])
        #expect(try step.required("step").integer(Int.self) == 1)
        #expect(try step.required("source").string() == "pc-001")
        #expect(try step.required("target").string() == "pc-002")
        #expect(try step.required("account").string() == "clerks-002")
        #expect(try step.required("success").bool())
        let from: Int64 = try step.required("from").integer()
        let to: Int64 = try step.required("to").integer()
        #expect(to - from == 120_000)
        for line in lines.dropLast() {
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

    /// What sums up an attack and ordinary life names every step that touched the host.
    @Test func mixedRecordsNameAllStepsOfTheirHost() throws {
        var events: [Event] = []
        for number in 1...12 {
            let start = Milliseconds(number) * 100_000
            events.append(SmallRange.step(Int32(number), at: start))
            events.append(SmallRange.end(Int32(number), at: start + 90_000))
        }
        let output = try write(events)
        let mixed = try output.truthLines.filter { $0.contains("\"label\":\"mixed\"") }.map { line in
            try JSONValue.parse(line).required("steps").array().map { try $0.integer(Int.self) }
        }
        #expect(output.mixedRecordCount == mixed.count && !mixed.isEmpty)
        #expect(mixed.allSatisfy { $0 == Array(1...$0.count) })
        #expect(mixed.contains { $0.count > 1 })
    }

    /// What defenders do about a host is provoked where an attack touched it, and ordinary where none did.
    @Test func reactionsAreProvokedWhereAnAttackWas() throws {
        let isolated = Event(time: 200_000, kind: .hostIsolated, target: 1)
        let elsewhere = Event(time: 200_000, kind: .hostIsolated, target: 3)
        let touched = try write([SmallRange.step(1, at: 1000), SmallRange.end(1, at: 121_000), isolated])
        #expect(touched.provokedRecordCount > 0)
        #expect(touched.truthLines.contains { $0.contains("\"label\":\"provoked\",\"steps\":[1]") })
        let untouched = try write([SmallRange.step(1, at: 1000), SmallRange.end(1, at: 121_000), elsewhere])
        #expect(untouched.provokedRecordCount == 0)
    }
}
