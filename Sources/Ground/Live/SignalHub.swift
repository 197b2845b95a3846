import Exercise
import Kernel
import Synchronization

/// What whoever has a desk open is told: that something there is new. What it is, they fetch.
public struct LiveSignal: Sendable, Equatable {
    /// Sections that changed since the listener was told last.
    public var changes: DeskChanges
    /// Exercise time when the latest of them did.
    public var time: Milliseconds
    /// Where the exercise stands.
    public var phase: ExercisePhase
    /// The number of the latest signal of the exercise that is in it.
    public var number: Int
}

/// The signals that one listener gets.
public typealias LiveSignals = AsyncMapSequence<AsyncStream<Void>, LiveSignal>

/// Who listens to what goes on in an exercise.
///
/// Signals to a slow listener grow together into one, so that nobody misses a section and nobody costs memory.
final class SignalHub: Sendable {
    /// What waits for one listener.
    private final class Mailbox: Sendable {
        let team: Int64?
        let waiting = Mutex<LiveSignal?>(nil)
        let wake: AsyncStream<Void>.Continuation

        init(team: Int64?, wake: AsyncStream<Void>.Continuation) {
            self.team = team
            self.wake = wake
        }

        func put(_ signal: LiveSignal) {
            waiting.withLock { waiting in
                var sum = signal
                if let before = waiting { sum.changes.formUnion(before.changes) }
                waiting = sum
            }
            wake.yield()
        }
    }

    private struct Listeners {
        var next = 0
        var all: [Int: Mailbox] = [:]
        var last = LiveSignal(changes: [], time: 0, phase: .draft, number: 0)
        var isEnded = false
    }

    private let listeners = Mutex(Listeners())

    /// How many listen.
    var count: Int { listeners.withLock { $0.all.count } }

    /// The signals of one team, or of all where `team` is nil, from now on.
    func listen(team: Int64?) -> LiveSignals {
        let (stream, wake) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let mailbox = Mailbox(team: team, wake: wake)
        let (key, last) = listeners.withLock { listeners -> (Int?, LiveSignal) in
            if listeners.isEnded { return (nil, listeners.last) }
            listeners.next += 1
            listeners.all[listeners.next] = mailbox
            return (listeners.next, listeners.last)
        }
        if let key {
            wake.onTermination = { [weak self] _ in
                self?.listeners.withLock { listeners in _ = listeners.all.removeValue(forKey: key) }
            }
        } else {
            wake.finish()
        }
        return stream.map { _ in
            mailbox.waiting.withLock { waiting in
                defer { waiting = nil }
                return waiting ?? LiveSignal(changes: [], time: last.time, phase: last.phase, number: last.number)
            }
        }
    }

    /// Tells those who listen to a team, or everybody where `team` is nil.
    ///
    /// - Complexity: O(listeners).
    func send(_ changes: DeskChanges, team: Int64?, time: Milliseconds, phase: ExercisePhase) {
        let (signal, receivers) = listeners.withLock { listeners in
            let signal = LiveSignal(
                changes: changes, time: time, phase: phase, number: listeners.last.number + 1)
            listeners.last = signal
            return (signal, listeners.all.values.filter { $0.team == nil || team == nil || $0.team == team })
        }
        for receiver in receivers { receiver.put(signal) }
    }

    /// Ends every stream and lets nobody listen any more.
    func end() {
        let all = listeners.withLock { listeners in
            listeners.isEnded = true
            return Array(listeners.all.values)
        }
        for mailbox in all { mailbox.wake.finish() }
    }
}
