import Kernel
import NetworkWorld
import Scenario

/// An inject of the scenario and where it stands in a team's exercise: for those who direct.
public struct PlannedInject: Sendable, Equatable {
    /// Key, as ``TeamInput/inject(_:)`` takes it.
    public var name: String
    /// Title.
    public var title: LocalizedText
    /// The text that arrives.
    public var text: LocalizedText
    /// Host group that gets a foothold by it, or nil.
    public var grantsFoothold: String?
    /// When it is to come by itself, in exercise milliseconds; nil where no script says so.
    public var planned: Milliseconds?
    /// Conditions that it waits for, by their descriptions; empty where it waits for none.
    public var conditions: [LocalizedText]
    /// Whether it is in.
    public var isIn: Bool
    /// Number of the message that it became, or nil.
    public var message: Int?

    /// Writes the inject as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.member("title", title)
            json.member("text", text)
            if let grantsFoothold { json.member("grants-foothold", grantsFoothold) }
            json.member(ifAny: "planned", planned)
            json.list("conditions", conditions) { $1.value($0) }
            json.member("in", isIn)
            json.member(ifAny: "message", message)
        }
    }
}

extension TeamExercise {
    /// The scenario's injects in the order of the file.
    ///
    /// - Complexity: O(injects · events of the scenario).
    public var plannedInjects: [PlannedInject] {
        let exercise = program.scenario.exercise
        return exercise.injects.enumerated().map { index, inject in
            let events = exercise.events.indices.filter { exercise.events[$0].injects.contains(inject.name) }
            let timed = plan.timed.filter { events.contains($0.event) }.map(\.time)
            let waiting = plan.waiting.filter { events.contains($0.event) }
            let conditions = waiting.flatMap { exercise.events[$0.event].conditions }
            var planned = PlannedInject(
                name: inject.name, title: inject.title, text: inject.message,
                planned: (timed + waiting.map(\.from).filter { $0 > 0 }).min(),
                conditions: exercise.conditions.filter { conditions.contains($0.name) }
                    .map { Program.title($0.description, else: $0.name) },
                isIn: injected[index], message: messages.firstIndex { $0.inject == index }.map { $0 + 1 })
            if case .grantFoothold(let group) = inject.effect { planned.grantsFoothold = group }
            return planned
        }
    }
}
