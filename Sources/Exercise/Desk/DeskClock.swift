import Kernel
import NetworkWorld
import Scenario

/// The clock of an exercise, and how many can work.
public struct DeskClock: Sendable, Equatable {
    /// Exercise time in milliseconds.
    public var time: Milliseconds
    /// How long the exercise is planned to last, in milliseconds.
    public var planned: Milliseconds
    /// Whether it was closed.
    public var isClosed: Bool
    /// Seconds since 1970 at exercise time zero.
    public var startEpochSeconds: Int64
    /// Local time beside UTC, in minutes.
    public var utcOffsetMinutes: Int
    /// Analysts without work.
    public var staffFree: Int
    /// Analysts.
    public var staffTotal: Int

    /// Writes the clock as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("time", time)
            json.member("planned", planned)
            json.member("closed", isClosed)
            json.member("start-epoch-seconds", startEpochSeconds)
            json.member("utc-offset-minutes", utcOffsetMinutes)
            json.member("staff-free", staffFree)
            json.member("staff-total", staffTotal)
        }
    }
}

extension TeamExercise {
    /// The clock, and how many can work.
    public var deskClock: DeskClock {
        DeskClock(
            time: now, planned: settings.duration(of: program), isClosed: isClosed,
            startEpochSeconds: program.simulation.startEpochSeconds,
            utcOffsetMinutes: program.simulation.utcOffsetMinutes,
            staffFree: Int(run.state.freeAnalysts), staffTotal: program.analysts)
    }
}
