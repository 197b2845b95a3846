import Kernel

/// Injects, events, scripts and stories.
enum StoryFormat {
    static let inject = Shape<Inject>.record(
        "inject", "What can be put into the exercise: a message, and what it does.", make: { Inject(name: $0) },
        fields: [
            .optional("name", \.title, .localized, "The name that people read."),
            .optional("description", \.message, .localized, "The text that arrives."),
            .checked("source", ExerciseShapes.source, "A package of Open Cyber Range."),
            .optional("from-entity", \.fromEntity, entity, "Sender."),
            .optional("to-entities", \.toEntities, ExerciseShapes.references(.entities), "Receivers."),
            .checked("tlos", ExerciseShapes.references(.tlos), "Objectives that it serves."),
            .checked("environment", .list(.text), "Environment variables."),
            .optional("effect", \.effect, effect, "What it does to a run; nothing without this key.").ours,
        ]
    ) { inject, node, context in
        let from = node.written("from-entity", context), to = node.written("to-entities", context)
        if let from, to == nil {
            context.error("a sender needs receivers: 'to-entities' is missing", at: from.position)
        }
        if let to, from == nil { context.error("receivers need a sender: 'from-entity' is missing", at: to.position) }
    }

    private static let entity = Shape<String>.reference([.entities])

    private static let effect = Shape<InjectEffect>.record(
        "effect", "What an inject does to a run.", make: { _ in .message },
        fields: [
            .custom(
                "grant-foothold", .reference([.hosts]), "Red gets a foothold on a host of that group.",
                isRequired: true, store: { $0 = .grantFoothold(host: $1) })
        ])

    static let event = Shape<ExerciseEvent>.record(
        "event", "What happens around the exercise.", make: { ExerciseEvent(name: $0) },
        fields: [
            .optional("name", \.title, .localized, "The name that people read."),
            .checked("description", .localized, "What it is."),
            .optional("conditions", \.conditions, ExerciseShapes.references(.conditions), "What sets it off."),
            .optional("injects", \.injects, ExerciseShapes.references(.injects), "What it puts in."),
            .checked("source", ExerciseShapes.source, "A package of Open Cyber Range."),
        ])

    static let script = Shape<Script>.record(
        "script", "A time plan.", make: { Script(name: $0) },
        fields: [
            .checked("name", .localized, "The name that people read."),
            .checked("description", .localized, "What it is."),
            .required("start-time", \.startMilliseconds, time, "Start."),
            .required("end-time", \.endMilliseconds, time, "End."),
            .required("speed", \.speedThousandths, speed, "How fast its time runs; 1 is real time."),
            .custom(
                "events", .keyed(by: [.events], time, atLeast: 1), "When each event happens.", isRequired: true
            ) { script, events in
                script.events = events.map { ScriptedEvent(event: $0.key, atMilliseconds: $0.value) }
            },
        ]
    ) { script, node, context in
        if script.startMilliseconds > script.endMilliseconds {
            let position = (node.written("end-time", context) ?? node).position
            return context.error("the end comes before the start", at: position)
        }
        let events = node.written("events", context)?.index() ?? [:]
        for event in script.events
        where !(script.startMilliseconds...script.endMilliseconds).contains(event.atMilliseconds) {
            context.error(
                "the event does not lie between start and end of the script",
                at: (events[event.event]?.value ?? node).position, below: [.key("events"), .key(event.event)])
        }
    }

    static let story = Shape<Story>.record(
        "story", "A whole storyline.", make: { Story(name: $0) },
        fields: [
            .checked("name", .localized, "The name that people read."),
            .checked("description", .localized, "What it is."),
            .optional("speed", \.speedThousandths, speed, "How fast its time runs; 1 without this key."),
            .required("scripts", \.scripts, ExerciseShapes.references(.scripts, atLeast: 1), "Its scripts."),
        ]
    ) { story, node, context in
        if story.speedThousandths < 1_000, let speed = node.written("speed", context) {
            context.error("the speed of a story is at least 1", at: speed.position)
        }
    }

    /// A time of a script. Open Cyber Range keeps whole seconds.
    private static let time = Shape<Int64>(.quantity(.duration)) { node, context in
        if context.isStrict { return Quantity.duration.read(node, &context) }
        guard let text = node.scalar(expecting: Quantity.duration.expectation, &context) else { return nil }
        guard let milliseconds = try? DurationText.milliseconds(text, bareSeconds: true) else {
            context.error("expected \(Quantity.duration.expectation), found \(node.summary)", at: node.position)
            return nil
        }
        return milliseconds / 1_000 * 1_000
    }

    /// A speed. Open Cyber Range reads any floating-point number that is not negative.
    private static let speed = Shape<Int64>(.quantity(.thousandths)) { node, context in
        if context.isStrict { return Quantity.thousandths.read(node, &context) }
        let expectation = "a speed such as 1 or 1.5"
        guard let text = node.plainScalar(expecting: expectation, &context) else { return nil }
        guard let number = Self.floatingPoint(text), number.sign == .plus || number.isNaN else {
            context.error("expected \(expectation), found \(node.summary)", at: node.position)
            return nil
        }
        let largest = Quantity.thousandths.limit
        return number.isNaN
            ? 1_000 : number * 1_000 < Double(largest) ? Int64((number * 1_000).rounded(.down)) : largest
    }

    private static func floatingPoint(_ text: String) -> Double? {
        switch text {
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .infinity
        case ".nan", ".NaN", ".NAN": return .nan
        default:
            // The standard library also reads hexadecimal floats and words, which YAML does not know.
            let isDecimal = text.utf8.allSatisfy { "0123456789.eE+-".utf8.contains($0) }
            return isDecimal ? Double(text) : nil
        }
    }
}
