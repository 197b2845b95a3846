import Kernel
import NetworkWorld
import Scenario

/// When the scenario's own events happen in a team's exercise, worked out from its stories and scripts.
///
/// A script begins at its start time and from there runs at its speed; a story runs all its scripts at its own speed on
/// top. Where a scenario has no story, every script plays as it is. An event without conditions happens at its time; one
/// with conditions waits from its time to the end of its script for them to hold, and an event that no script names waits
/// all the time. An event with a condition that a person decides never happens by itself.
struct InjectPlan: Sendable {
    /// An event at its time.
    struct Timed: Sendable, Equatable {
        var time: Milliseconds
        /// Index in the scenario.
        var event: Int
    }

    /// An event that waits for its conditions.
    struct Waiting: Sendable, Equatable {
        var from: Milliseconds
        var until: Milliseconds
        /// Index in the scenario.
        var event: Int
        var conditions: [Predicate]
    }

    /// How often conditions are looked at.
    static let interval = Milliseconds.minutes(1)

    /// By time, then by the order of the file.
    private(set) var timed: [Timed] = []
    private(set) var waiting: [Waiting] = []

    init(_ exercise: ExerciseHalf) {
        var isScripted = [Bool](repeating: false, count: exercise.events.count)
        if exercise.stories.isEmpty {
            for script in exercise.scripts { add(script, storySpeed: 1_000, exercise, &isScripted) }
        }
        for story in exercise.stories {
            for name in story.scripts {
                guard let script = exercise.scripts.first(where: { $0.name == name }) else { continue }
                add(script, storySpeed: story.speedThousandths, exercise, &isScripted)
            }
        }
        for (index, event) in exercise.events.enumerated() where !isScripted[index] && !event.conditions.isEmpty {
            add(event: index, from: 0, until: .max, exercise)
        }
        timed.sort { ($0.time, $0.event) < ($1.time, $1.event) }
    }

    private mutating func add(
        _ script: Script, storySpeed: Int64, _ exercise: ExerciseHalf, _ isScripted: inout [Bool]
    ) {
        func real(_ time: Milliseconds) -> Milliseconds? {
            let sinceStart = time - script.startMilliseconds
            // At speed zero a script stands still at its start.
            if sinceStart > 0 && script.speedThousandths <= 0 { return nil }
            let run = sinceStart == 0 ? 0 : Self.scaled(sinceStart, by: script.speedThousandths)
            return Self.scaled(script.startMilliseconds &+ run, by: max(1, storySpeed))
        }
        for scripted in script.events {
            guard let index = exercise.events.firstIndex(where: { $0.name == scripted.event }) else { continue }
            isScripted[index] = true
            guard let time = real(scripted.atMilliseconds) else { continue }
            if exercise.events[index].conditions.isEmpty {
                timed.append(Timed(time: time, event: index))
            } else {
                add(event: index, from: time, until: real(script.endMilliseconds) ?? .max, exercise)
            }
        }
    }

    private mutating func add(event: Int, from: Milliseconds, until: Milliseconds, _ exercise: ExerciseHalf) {
        var predicates: [Predicate] = []
        for name in exercise.events[event].conditions {
            guard let predicate = exercise.conditions.first(where: { $0.name == name })?.when else { return }
            predicates.append(predicate)
        }
        waiting.append(Waiting(from: from, until: until, event: event, conditions: predicates))
    }

    /// A stretch of time at a speed in thousandths. Whole seconds would lose nothing; milliseconds keep order.
    private static func scaled(_ time: Milliseconds, by thousandths: Int64) -> Milliseconds {
        let product = time.multipliedReportingOverflow(by: 1_000)
        return product.overflow ? time / thousandths &* 1_000 : product.partialValue / thousandths
    }
}
