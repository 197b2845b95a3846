import Kernel

/// The records that a technique leaves.
enum TraceFormat {
    static let trace = Shape<Trace>.record(
        "trace", "One record that a technique leaves, or several alike.",
        make: { _ in Trace(sensor: .endpoint, record: .process) },
        fields: [
            .required("sensor", \.sensor, .choice(), "The kind of sensor that can write it."),
            .required("record", \.record, .choice(), "What kind of record."),
            .optional("on", \.place, .choice(), "On which host; `source` without this key."),
            .optional("way", \.way, .choice(), "Whether it leaves the organisation or comes from outside."),
            .optional("each", \.each, .choice(), "What each of several records has of its own."),
            .optional("event-id", \.eventID, .count(0...65_535), "Windows event id, where a kind has several."),
            .optional("count", \.count, .count(1...64), "How many such records the step leaves."),
            .optional("on-success", \.onSuccess, .boolean, "Only where the step succeeds."),
            .optional("values", \.values, values, "What it says. Each kind of record has keys of its own."),
        ],
        check: checkKeys)

    static let variant = Shape<TraceVariant>.record(
        "variant", "One way in which a technique is done, by what it leaves.", make: { TraceVariant(name: $0) },
        fields: [
            .optional("weight", \.weight, .count(1...1000), "How often it is taken beside the others."),
            .optional("by", \.doer, .choice(), "Who does it so: administrators have habits that look like attacks."),
            .optional("platform", \.platform, .choice(), "Systems that it is for; any without this key."),
            .required("traces", \.traces, .list(trace, atLeast: 1), "What it leaves beside the card's own traces."),
        ])

    private static let keyNames = TraceKey.allCases.map(\.rawValue)

    /// Any key of a record; whether its kind has it is looked at when the whole trace is there.
    private static let values = Shape<[TraceValue]>(
        .map(keyPattern: "^(\(keyNames.joined(separator: "|")))$", .text, atLeast: 0)
    ) { node, context in
        let text = Shape<KeyedValue<String>>(.text) { node, context in
            let key = context.entryName
            guard let text = Shape<String>.text.read(node, &context) else { return nil }
            for name in TraceText(text).unknown {
                context.error(
                    "\(YAMLNode.quoted("{\(name)}")) is no placeholder", at: node.position,
                    near: String(name.prefix { $0 != ":" }), among: TraceText.names)
            }
            return KeyedValue(key: key, value: text)
        }
        return Shape<[KeyedValue<String>]>.map(text, isKey: { _ in true }).read(node, &context)?
            .compactMap { entry in TraceKey(rawValue: entry.key).map { TraceValue($0, entry.value) } }
    }

    @Sendable
    private static func checkKeys(_ trace: inout Trace, _ node: YAMLNode, _ context: inout ReadContext) {
        let allowed = trace.record.keys.map(\.rawValue)
        for entry in node.entries.first(where: { $0.key == "values" })?.value.entries ?? []
        where !allowed.contains(entry.key) {
            context.error(
                "a record of kind '\(trace.record.rawValue)' has no \(YAMLNode.quoted(entry.key))",
                at: entry.keyPosition, near: entry.key, among: allowed)
        }
        // Names of programs stand where logs have room for a word.
        for key in [TraceKey.program, .process] {
            guard let name = trace[key] else { continue }
            if name.isEmpty || name.utf8.count > 48 || !name.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
                context.error("'\(key.rawValue)' must be a word of at most 48 letters", at: node.position)
            }
        }
        let missing = trace.record.requiredKeys.filter { trace[$0] == nil }.map { "'\($0.rawValue)'" }
        if !missing.isEmpty {
            context.error(
                "a record of kind '\(trace.record.rawValue)' must say \(missing.joined(separator: ", "))",
                at: node.position)
        }
    }
}
