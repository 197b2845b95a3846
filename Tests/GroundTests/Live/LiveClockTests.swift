import Exercise
import Ground
import Kernel
import Testing

@Suite struct LiveClockTests {
    @Test func timePassesByTheFactorWhileItRunsAndOnlyThen() throws {
        var clock = LiveClock(pace: .factor(60), duration: .hours(8))
        #expect(clock.time(machine: 5_000) == 0)
        try clock.take(.start, machine: 5_000)
        #expect(clock.time(machine: 6_000) == 60_000)
        try clock.take(.pause, machine: 7_000)
        #expect(clock.time(machine: 99_000) == 120_000)
        try clock.take(.resume, machine: 100_000)
        #expect(clock.time(machine: 100_500) == 150_000)
    }

    @Test func endsWithItsDurationAndGoesOnAfterMoreTime() throws {
        var clock = LiveClock(pace: .factor(600), duration: .minutes(10))
        try clock.take(.start, machine: 0)
        #expect(clock.time(machine: 60_000) == .minutes(10))
        #expect(clock.isOver(machine: 60_000))
        try clock.take(.pause, machine: 60_000)
        #expect(throws: GroundError.self) { try clock.take(.resume, machine: 61_000) }
        try clock.take(.extend(.minutes(5)), machine: 61_000)
        try clock.take(.resume, machine: 62_000)
        #expect(clock.time(machine: 62_100) == .minutes(11))
    }

    @Test func stepsByTurns() throws {
        var clock = LiveClock(pace: .turns(.minutes(15)), duration: .minutes(20))
        #expect(throws: GroundError.self) { try clock.take(.step, machine: 0) }
        try clock.take(.start, machine: 0)
        #expect(clock.time(machine: 1_000_000) == 0)
        try clock.take(.step, machine: 1_000_000)
        #expect(clock.time(machine: 1_000_000) == .minutes(15))
        try clock.take(.step, machine: 1_000_000)
        #expect(clock.time(machine: 1_000_000) == .minutes(20))
        #expect(throws: GroundError.self) { try clock.take(.step, machine: 1_000_000) }
    }

    @Test func comesBackPausedAtTheTimeItIsTold() {
        var clock = LiveClock(pace: .factor(10), duration: .hours(1))
        clock.restore(phase: .running, at: 42_000)
        #expect(clock.phase == .paused)
        #expect(clock.time(machine: 1_000_000) == 42_000)
    }

    @Test(arguments: [
        ControlInput.start, .pause, .resume, .extend(60_000), .step, .freezeScoreboard, .unfreezeScoreboard, .close,
    ])
    func controlsSurviveTheJournal(input: ControlInput) throws {
        var json = JSONWriter()
        input.write(to: &json)
        #expect(try ControlInput(json: JSONValue.parse(json.text)) == input)
    }

    @Test(arguments: [
        #"{"kind":"dance"}"#, #"{"kind":"extend"}"#, #"{"kind":"extend","milliseconds":0}"#,
        #"{"kind":"extend","milliseconds":604800001}"#, "{}", "[]",
    ])
    func refusesOtherControls(text: String) {
        #expect(throws: JSONError.self) { try ControlInput(json: JSONValue.parse(text)) }
    }
}
