import Kernel
import NetworkWorld
import Scenario
import Telemetry
import Testing

struct TelemetryStreamTests {
    static let hour: Milliseconds = 3_600_000

    /// Half an hour with attack steps, a habit, sessions and what defenders do.
    static let events: [Event] = [
        Event(time: 30_001, kind: .administratorSession, source: 0, target: 7, account: 6),
        SmallRange.step(1, at: 60_000),
        Event(time: 60_000, kind: .administrativeHabit, card: 0, source: 2, target: 3, account: 6),
        Event(time: 60_000, kind: .administrativeHabit, card: 0, source: 2, target: 3, account: 6),
        SmallRange.end(1, at: 180_000),
        SmallRange.step(2, at: 200_000, success: false),
        SmallRange.end(2, at: 320_000, success: false),
        SmallRange.step(3, at: 400_000),
        Event(time: 410_000, kind: .mailOpened, step: 3, target: 4, account: 4),
        SmallRange.end(3, at: 440_000, kind: .stepLost, success: false),
        Event(time: 600_000, kind: .hostIsolated, target: 1),
        Event(time: 700_000, kind: .credentialReset, account: 1),
        Event(time: 720_000, kind: .accountDisabled, account: 2),
        Event(time: 900_000, kind: .hostRestored, target: 1),
        SmallRange.step(4, at: 1_790_000),
    ]

    @Test func everyLineIsJSONWithTheMembersOfItsClass() throws {
        let output = SmallRange.write(
            try SmallRange.program(), events: Self.events, cuts: [Self.hour / 2])
        var ids: Set<String> = []
        var classes: Set<Int> = []
        var previous: (time: Int64, id: String) = (0, "")
        for line in output.lines {
            let json = try JSONValue.parse(line)
            let type: Int = try json.required("class_uid").integer()
            let activity: Int = try json.required("activity_id").integer()
            let number: Int = try json.required("type_uid").integer()
            #expect(number == type * 100 + activity)
            let metadata = try json.required("metadata")
            #expect(try metadata.required("version").string() == "1.3.0")
            let id = try metadata.required("uid").string()
            #expect(id.utf8.count == 32)
            #expect(ids.insert(id).inserted, "two records share the id \(id)")
            let time: Int64 = try json.required("time").integer()
            #expect((previous.time, previous.id) < (time, id), "records are out of order")
            previous = (time, id)
            classes.insert(type)
        }
        #expect(output.recordCount == ids.count)
        #expect(output.byteCount == output.bytes.count)
        #expect(output.byteCount / max(output.recordCount, 1) >= 400)
        #expect(
            classes.isSuperset(of: [
                1001, 1005, 1006, 1007, 1008, 3001, 3002, 3004, 4001, 4002, 4003, 4006, 4009, 201_002, 201_004,
            ]))
    }

    @Test func cutsInTimeChangeNothing() throws {
        let program = try SmallRange.program()
        let whole = SmallRange.write(program, events: Self.events, cuts: [Self.hour / 2])
        let minutes = SmallRange.write(program, events: Self.events, cuts: (1...30).map { $0 * 60_000 })
        var cuts: [Milliseconds] = []
        var next: Milliseconds = 0
        while next < Self.hour / 2 {
            next = min(Self.hour / 2, next + 1 + Milliseconds(StableHash.mix(UInt64(cuts.count)) % 40_000))
            cuts.append(next)
        }
        // The instants of events are cuts too.
        cuts = Array(Set(cuts + Self.events.map(\.time))).sorted()
        let odd = SmallRange.write(program, events: Self.events, cuts: cuts)
        #expect(whole.recordCount > 1000)
        #expect(minutes.bytes == whole.bytes)
        #expect(odd.bytes == whole.bytes)
        #expect(minutes.truth == whole.truth)
        #expect(odd.truth == whole.truth)
    }

    @Test func aCopyGoesOnLikeItsOriginal() throws {
        let program = try SmallRange.program()
        var stream = TelemetryStream(program: program, seeds: Seeds(7))
        var output = RecordBuffer()
        stream.advance(to: 90_000, events: [], output: &output)
        var copy = stream
        var first = RecordBuffer()
        var second = RecordBuffer()
        stream.advance(to: 300_000, events: [], output: &first)
        copy.advance(to: 300_000, events: [], output: &second)
        #expect(first.bytes == second.bytes)
        copy.reseed(future: 8)
        var third = RecordBuffer()
        var fourth = RecordBuffer()
        stream.advance(to: 600_000, events: [], output: &third)
        copy.advance(to: 600_000, events: [], output: &fourth)
        #expect(third.bytes != fourth.bytes)
    }

    @Test func anAddedHostLeavesOthersLinesAsTheyAre() throws {
        let before = SmallRange.write(try SmallRange.program(), cuts: [Self.hour / 3]).lines
        let after = SmallRange.write(try SmallRange.program(extraHosts: true), cuts: [Self.hour / 3]).lines
        let others = after.filter { !$0.contains("annex-pc") }
        #expect(after.count > others.count)
        #expect(others == before)
    }

    @Test func theBytesAreThoseOfEveryBuild() throws {
        let output = SmallRange.write(try SmallRange.program(), events: Self.events, cuts: [Self.hour / 2])
        var hasher = StableHasher()
        for byte in output.bytes + output.truth { hasher.combine(byte) }
        // Changes whenever templates, chatter or ids change; debug and release must agree on it.
        #expect(hasher.digest.hexadecimal == "84b55ce07a901f4f")
    }

    @Test func anEarlierTimeChangesNothing() throws {
        var stream = TelemetryStream(program: try SmallRange.program(), seeds: Seeds(7))
        var output = RecordBuffer()
        stream.advance(to: 120_000, events: [], output: &output)
        let count = output.bytes.count
        stream.advance(to: 60_000, events: [], output: &output)
        #expect(output.bytes.count == count)
        #expect(stream.now == 120_000)
        output.empty()
        #expect(output.bytes.isEmpty && output.recordCount > 0)
    }
}
