import Kernel
import LogSearch
import NetworkWorld
import Scenario
import Telemetry
import TestSupport

/// Logs of runs for tests, small enough for builds without optimisation.
enum TestLog {
    /// A run of the small office with an attack, somebody who defends, and a day's end of history before it.
    static func office(playbook: Playbook = .isolateOnAlert, hours: Int64 = 6) throws -> Program {
        var scenario = SmallOffice.scenario
        scenario.simulation?.historyDays = 1
        scenario.simulation?.durationMilliseconds = .minutes(60 * hours)
        var options = RunOptions()
        options.playbook = playbook
        return try Program(scenario: scenario, catalogue: SmallOffice.catalogue, options: options)
    }

    /// A shipped scenario with its own cards, cut to some hours.
    static func shipped(_ name: String, hours: Int64, playbook: Playbook = .isolateOnAlert) throws -> Program {
        var options = RunOptions()
        options.playbook = playbook
        return try Shipped.program(name, options: options) { $0.durationMilliseconds = .minutes(60 * hours) }
    }

    /// The log of a team's whole run.
    static func team(_ program: Program, seeds: Seeds, schema: LogSchema? = nil) -> TeamLog {
        let base = BaseLog(schema: schema ?? LogSchema(program: program), seeds: seeds)
        base.build()
        var team = TeamLog(base: base)
        forEachStep(program, seeds) { time, events in team.advance(to: time, events: events) }
        return team
    }

    /// The lines of the whole run as the stream writes them.
    static func lines(_ program: Program, seeds: Seeds, format: TelemetryFormat = .ecs) -> RecordBuffer {
        var options = TelemetryOptions()
        options.formats = [format]
        var stream = TelemetryStream(program: program, seeds: seeds, options: options)
        var output = RecordBuffer()
        stream.advance(to: 0, events: [], output: &output)
        forEachStep(program, seeds) { time, events in stream.advance(to: time, events: events, output: &output) }
        return output
    }

    /// Goes through a run in uneven steps.
    private static func forEachStep(_ program: Program, _ seeds: Seeds, _ body: (Milliseconds, [Event]) -> Void) {
        var run = Run<NetworkWorld>(program, seeds: seeds)
        var log = EventLog<Event>(open: true)
        var time: Milliseconds = 0
        var step: UInt64 = 0
        while time < program.duration {
            step += 1
            time = min(program.duration, time + 1 + Milliseconds(StableHash.mix(step) % 90_000))
            run.advance(to: time, log: &log)
            body(time, log.drain())
        }
    }
}

/// A generator for tests, the same everywhere.
struct TestGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &+ 0x9E37_79B9_7F4A_7C15
        return StableHash.mix(state)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }
}
