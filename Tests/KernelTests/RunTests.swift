import Kernel
import TestSupport
import Testing

struct RunTests {
    private let program = WanderWorld.Program(wanderers: ["an", "binh", "chi", "dung"], places: ["ga", "cho", "ben"])
    private var inputs: [JournalEntry<WanderWorld.Input>] {
        [
            JournalEntry(time: 0, content: .input(.init(wanderer: 1, place: 2))),
            JournalEntry(time: 20_000, content: .input(.init(wanderer: 0, place: 1))),
            JournalEntry(time: 20_000, content: .input(.init(wanderer: 0, place: 2))),
            JournalEntry(time: 31_000, content: .future(99)),
        ]
    }

    @Test func theSmallestWorldConforms() async {
        let suite = WorldConformance<WanderWorld>(program: program, duration: 60_000, inputs: inputs)
        #expect(await suite.violations(seeds: [1, 2, 3]) == [])
    }

    @Test func theStateHasAGoldenHash() {
        let run = WorldConformance<WanderWorld>(program: program, duration: 60_000, inputs: inputs).straight(Seeds(1))
        #expect(run.stateHash.hexadecimal == "cfd75af5dacb8748")
    }

    @Test func somebodyNewLeavesEverybodyElseAlone() {
        let more = WanderWorld.Program(wanderers: ["zung", "an", "binh", "chi", "dung"], places: ["ga", "cho", "ben"])
        var log = EventLog<WanderWorld.Event>(open: true)
        var wider = EventLog<WanderWorld.Event>(open: true)
        var run = Run<WanderWorld>(program, seeds: Seeds(8))
        var other = Run<WanderWorld>(more, seeds: Seeds(8))
        run.advance(to: 60_000, log: &log)
        other.advance(to: 60_000, log: &wider)
        let expected = log.events.map { WanderWorld.Event(time: $0.time, wanderer: $0.wanderer + 1, place: $0.place) }
        #expect(wider.events.filter { $0.wanderer > 0 } == expected)
        #expect(wider.events.count > expected.count)
    }

    @Test func twoArmsDifferOnlyByWhatTheInputTouched() {
        var log = EventLog<WanderWorld.Event>(open: true)
        var arm = Run<WanderWorld>(program, seeds: Seeds(8))
        arm.advance(to: 30_000)
        var other = arm.fork()
        other.submit(.init(wanderer: 2, place: 1), log: &log)
        _ = log.drain()
        arm.advance(to: 60_000, log: &log)
        let plain = log.drain()
        other.advance(to: 60_000, log: &log)
        #expect(log.drain() == plain)
    }

    @Test func inputsComeBeforeTheAgendaOfTheSameInstant() {
        var log = EventLog<WanderWorld.Event>(open: true)
        var run = Run<WanderWorld>(program, seeds: Seeds(8))
        run.advance(to: 60_000, log: &log)
        let first = log.drain()[0]
        var again = Run<WanderWorld>(program, seeds: Seeds(8))
        again.advance(to: first.time, log: &log)
        again.submit(.init(wanderer: 3, place: 0), log: &log)
        again.advance(to: first.time + 1, log: &log)
        #expect(log.drain().map(\.wanderer) == [3, first.wanderer])
    }
}
