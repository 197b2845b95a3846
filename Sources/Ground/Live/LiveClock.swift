import Exercise
import Kernel
import Scenario

/// The clock of an exercise: exercise time from the time of the machine.
///
/// A pure value; whoever holds it says what time the machine has, in milliseconds of a clock that never jumps.
public struct LiveClock: Sendable, Equatable {
    /// Whether it runs, and what may be done.
    public private(set) var phase: ExercisePhase = .draft
    /// How long the exercise lasts, in exercise milliseconds.
    public private(set) var duration: Milliseconds
    /// How exercise time passes.
    public let pace: ExerciseSettings.Pace
    /// Exercise time at ``anchor``.
    private var base: Milliseconds = 0
    /// The machine's time when the clock last began to run.
    private var anchor: Milliseconds = 0

    /// A clock at zero.
    public init(pace: ExerciseSettings.Pace, duration: Milliseconds) {
        self.pace = pace
        self.duration = duration
    }

    /// The clock of an exercise whose journal was read again: it stands, at the time of what was last acknowledged.
    public mutating func restore(phase: ExercisePhase, at time: Milliseconds) {
        self.phase = phase == .running ? .paused : phase
        base = min(max(0, time), duration)
    }

    /// Makes the exercise longer, whatever its phase.
    mutating func extend(by time: Milliseconds) { duration += time }

    /// Exercise time when the machine has `machine`; it ends with the duration.
    public func time(machine: Milliseconds) -> Milliseconds {
        guard phase == .running, case .factor(let factor) = pace else { return base }
        return min(duration, base + max(0, machine - anchor) * Milliseconds(factor))
    }

    /// Whether the clock has reached the end.
    public func isOver(machine: Milliseconds) -> Bool { time(machine: machine) >= duration }

    /// Takes in what the direction does.
    ///
    /// - Throws: ``GroundError`` (conflict) where the phase does not allow it.
    public mutating func take(_ input: ControlInput, machine: Milliseconds) throws(GroundError) {
        switch input {
        case .start:
            guard phase == .draft else {
                throw refuse(
                    "Bài tập đã bắt đầu rồi.",
                    "The exercise has been started already.")
            }
            run(machine)
        case .resume:
            guard phase == .paused else {
                throw refuse(
                    "Chỉ bài tập đang tạm dừng mới tiếp tục được.",
                    "Only a paused exercise can be resumed.")
            }
            guard base < duration else {
                throw refuse(
                    "Đã hết giờ: hãy thêm giờ hoặc kết thúc.",
                    "Its time is up: extend or close it.")
            }
            run(machine)
        case .pause:
            guard phase == .running else {
                throw refuse(
                    "Chỉ bài tập đang diễn ra mới tạm dừng được.",
                    "Only a running exercise can be paused.")
            }
            base = time(machine: machine)
            phase = .paused
        case .extend(let more):
            guard phase != .closed else { throw refuse("Bài tập đã kết thúc.", "The exercise is closed.") }
            extend(by: more)
        case .step:
            guard phase == .running, case .turns(let length) = pace else {
                throw refuse(
                    "Chỉ bài tập theo lượt đang diễn ra mới có lượt kế tiếp.",
                    "Only a running exercise that goes by turns has a next turn.")
            }
            guard base < duration else {
                throw refuse(
                    "Đã hết giờ: hãy thêm giờ hoặc kết thúc.",
                    "Its time is up: extend or close it.")
            }
            base = min(duration, base + length)
        case .freezeScoreboard, .unfreezeScoreboard:
            break
        case .close:
            guard phase != .closed else { throw refuse("Bài tập đã kết thúc rồi.", "The exercise is closed already.") }
            base = time(machine: machine)
            phase = .closed
        }
    }

    private mutating func run(_ machine: Milliseconds) {
        phase = .running
        anchor = machine
    }

    private func refuse(_ vietnamese: String, _ english: String) -> GroundError {
        GroundError(.conflict, LocalizedText(vietnamese: vietnamese, english: english))
    }
}
