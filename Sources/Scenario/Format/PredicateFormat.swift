import Kernel

/// Predicates over a run.
enum PredicateFormat {
    static let predicate: Shape<Predicate> = .recursive("predicate") { shape }

    private struct Draft {
        var figure: OutcomeFigure?
        var atMost: Int64?
        var atLeast: Int64?
        var action: String?
        var on: String?
        var alerted: Severity?
        var all: [Predicate]?
        var any: [Predicate]?
        var not: Predicate?
    }

    /// The record behind ``predicate``, for the schema and the reference.
    static let shape: Shape<Predicate> = {
        let bound = Shape<Int64>.integer(0...1_000_000_000_000_000)
        let record = Shape<Draft>.record(
            "predicate", "When a condition holds: a figure with bounds, or exactly one of the other keys.",
            isAlternative: true, make: { _ in Draft() },
            fields: [
                .optional("figure", \.figure, .choice(), "A figure of the outcome, with 'at-most' or 'at-least'."),
                .optional("at-most", \.atMost, bound, "The figure is at most so much."),
                .optional("at-least", \.atLeast, bound, "The figure is at least so much."),
                .optional("action", \.action, .reference([.actions]), "An action of that id was finished."),
                .optional("on", \.on, .reference([.hosts]), "The host group that the action was done to."),
                .optional("alerted", \.alerted, .choice(), "An alert of at least that severity was delivered."),
                .optional("all", \.all, .list(predicate, atLeast: 1), "All hold."),
                .optional("any", \.any, .list(predicate, atLeast: 1), "Any holds."),
                .optional("not", \.not, predicate, "It does not hold."),
            ])
        return Shape<Predicate>(record.description) { node, context in
            record.read(node, &context).flatMap { value(of: $0, node, &context) }
        }
    }()

    /// The predicate that the keys make, or an error where they are none, several, or do not belong together.
    private static func value(of draft: Draft, _ node: YAMLNode, _ context: inout ReadContext) -> Predicate? {
        var found: [Predicate] = []
        if let figure = draft.figure {
            let bounds = [
                draft.atMost.map { Predicate.atMost(figure, $0) }, draft.atLeast.map { .atLeast(figure, $0) },
            ]
            .compactMap { $0 }
            found.append(bounds.count == 1 ? bounds[0] : .all(bounds))
        }
        if let action = draft.action { found.append(.actionTaken(action: action, on: draft.on ?? "")) }
        if let severity = draft.alerted { found.append(.alerted(severity)) }
        if let all = draft.all { found.append(.all(all)) }
        if let any = draft.any { found.append(.any(any)) }
        if let not = draft.not { found.append(.not(not)) }

        // Errors inside a key were reported there; here only keys count that were written.
        let written = Set(node.entries.map(\.key))
        let alternatives = ["figure", "action", "alerted", "all", "any", "not"].filter { written.contains($0) }
        let hasBound = written.contains("at-most") || written.contains("at-least")
        if alternatives.count != 1 {
            let what = alternatives.isEmpty ? "none" : alternatives.joined(separator: ", ")
            context.error(
                "expected exactly one of figure, action, alerted, all, any, not; found \(what)", at: node.position)
        } else if hasBound != written.contains("figure") {
            let message = hasBound ? "a bound needs a figure" : "a figure needs 'at-most' or 'at-least'"
            context.error(message, at: node.position)
        } else if written.contains("on") && !written.contains("action") {
            context.error("'on' belongs to an action", at: node.position)
        }
        return found.first
    }
}
