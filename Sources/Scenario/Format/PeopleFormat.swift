import Kernel

/// People and organisations, and what they are asked.
enum PeopleFormat {
    struct EntityDraft {
        var name: String
        var entity: Entity
        var children: [EntityDraft] = []
    }

    /// All entities, flattened to dotted paths, a parent before its children.
    static let entities = Shape<[Entity]>(drafts.description) { node, context in
        guard let drafts = drafts.read(node, &context) else { return nil }
        var result: [Entity] = []
        flatten(drafts, prefix: "", into: &result)
        context.names.open(.entities)
        for entity in result { context.names.declare(entity.path, in: .entities) }
        return result
    }

    private static let drafts: Shape<[EntityDraft]> = .map(.recursive("entity") { entity })

    /// The record behind ``entities``, for the schema and the reference.
    static let entity: Shape<EntityDraft> = .record(
        "entity", "A person or organisation.", make: { EntityDraft(name: $0, entity: Entity(path: $0)) },
        fields: [
            .optional("name", \.entity.title, .localized, "The name that people read."),
            .checked("description", .localized, "Who they are."),
            .optional("role", \.entity.role, .choice(), "Side."),
            .optional("mission", \.entity.mission, .localized, "What they are to do."),
            .checked("categories", .list(.text), "Categories."),
            .checked("vulnerabilities", ExerciseShapes.references(.vulnerabilities), "Weaknesses of theirs."),
            .optional("tlos", \.entity.trainingObjectives, ExerciseShapes.references(.tlos), "Their objectives.")
                .alsoSpelled("TLOs"),
            .checked("events", ExerciseShapes.references(.events), "Events that concern them."),
            .checked("facts", facts, "Facts about them.").ours,
            .optional("entities", \.children, drafts, "Who belongs to them."),
        ])

    private static let facts = Shape<[String]>.map(.text)

    private static func flatten(_ drafts: [EntityDraft], prefix: String, into result: inout [Entity]) {
        for draft in drafts {
            var entity = draft.entity
            entity.path = prefix + draft.name
            result.append(entity)
            flatten(draft.children, prefix: entity.path + ".", into: &result)
        }
    }

    static let question = Shape<Question>.record(
        "question", "A question to trainees; the answer is computed from the run.",
        make: { Question(name: $0, answer: .firstCompromisedHost) },
        fields: [
            .required("text", \.text, .localized, "The question."),
            .required("answer", \.answer, .choice(), "What the answer is computed from."),
            .optional("points", \.points, .integer(0...1_000_000), "Points; 1 without this key."),
            .optional("hints", \.hints, .list(hint), "Hints, each with its price."),
        ])

    private static let hint = Shape<Hint>.record(
        "hint", "A hint with its price.", make: { _ in Hint(text: LocalizedText(), cost: 0) },
        fields: [
            .required("text", \.text, .localized, "The hint."),
            .required("cost", \.cost, .integer(0...1_000_000), "Points that it costs."),
        ])
}
