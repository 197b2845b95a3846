import Exercise
import Kernel
import NetworkWorld
import Scenario
import TestSupport

/// A small office with an exercise half of its own: scripts, waiting events, questions, marks.
enum LiveOffice {
    static func program(_ change: (inout Scenario) -> Void = { _ in }, options: RunOptions = RunOptions()) throws
        -> Program
    {
        var scenario = SmallOffice.scenario
        scenario.exercise = exercise
        change(&scenario)
        return try Program(scenario: scenario, catalogue: SmallOffice.catalogue, options: options)
    }

    static var exercise: ExerciseHalf {
        var half = ExerciseHalf()
        half.conditions = [
            condition("safe", .atMost(.recordsStolen, 0)), condition("taken", .atLeast(.recordsStolen, 1)),
            condition("looked", .actionTaken(action: "triage-host", on: "")), condition("spoken", nil),
        ]
        half.metrics = [metric("m-safe", "safe", 10), metric("m-looked", "looked", 5), metric("m-spoken", "spoken", 4)]
        half.metrics.append(metric("m-written", nil, 6))
        var evaluation = Evaluation(name: "e")
        evaluation.metrics = ["m-safe", "m-looked", "m-spoken", "m-written"]
        half.evaluations = [evaluation]
        half.entities = [entity("office", .blue), entity("office.lead", nil), entity("press", .green)]
        half.injects = [
            inject("briefing", to: ["office.lead"]), inject("gossip", to: ["press"]), inject("call", to: []),
            inject("leak", to: ["office"]), inject("spare", to: ["office"]),
        ]
        half.injects[2].effect = .grantFoothold(host: "pc")
        half.events = [
            event("morning", [], ["briefing"]), event("talk", [], ["gossip", "call"]),
            event("news", ["taken"], ["leak"]),
        ]
        var script = Script(name: "day")
        script.endMilliseconds = .hours(8)
        script.events = [
            ScriptedEvent(event: "morning", atMilliseconds: 0),
            ScriptedEvent(event: "talk", atMilliseconds: .minutes(30)),
        ]
        half.scripts = [script]
        half.questions = AnswerSource.allCases.map { source in
            var question = Question(name: source.rawValue, answer: source)
            question.points = 9
            question.hints = [Hint(text: LocalizedText(vietnamese: "Gợi ý", english: "Hint"), cost: 2)]
            return question
        }
        return half
    }

    private static func condition(_ name: String, _ when: Predicate?) -> Condition {
        var condition = Condition(name: name)
        condition.when = when
        return condition
    }

    private static func metric(_ name: String, _ condition: String?, _ points: Int64) -> Metric {
        var metric = Metric(name: name)
        metric.condition = condition
        metric.maxScore = points
        return metric
    }

    private static func entity(_ path: String, _ role: EntityRole?) -> Entity {
        var entity = Entity(path: path)
        entity.role = role
        entity.title = LocalizedText(vietnamese: path, english: path)
        return entity
    }

    private static func inject(_ name: String, to receivers: [String]) -> Inject {
        var inject = Inject(name: name)
        inject.title = LocalizedText(vietnamese: "Tin \(name)", english: "News \(name)")
        inject.message = inject.title
        inject.toEntities = receivers
        if !receivers.isEmpty { inject.fromEntity = "press" }
        return inject
    }

    private static func event(_ name: String, _ conditions: [String], _ injects: [String]) -> ExerciseEvent {
        var event = ExerciseEvent(name: name)
        event.conditions = conditions
        event.injects = injects
        return event
    }

    static func start(seed: UInt64 = 7, _ settings: ExerciseSettings = ExerciseSettings()) throws -> TeamExercise {
        TeamExercise(program: try program(), seeds: Seeds(seed), settings: settings)
    }
}

extension TeamExercise {
    /// Takes an input at a time, as the next entry.
    mutating func take(
        _ input: TeamInput, at time: Milliseconds? = nil, by author: Author = .seat(1)
    ) throws(TeamInputError) {
        try take(TeamEntry(number: nextNumber, time: time ?? now, author: author, input: input))
    }
}
