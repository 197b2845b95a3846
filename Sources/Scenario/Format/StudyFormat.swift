import Kernel

/// The study file.
enum StudyFormat {
    /// More arms than these compare nothing that anybody could read.
    static let mostFactors: Int64 = 8

    static let study = Shape<StudyDraft>.record(
        "study", "A study: adversaries and measures of a scenario, compared over many simulated years.",
        make: { _ in StudyDraft(StudyDescription(name: "", scenario: "")) },
        fields: [
            .required("name", \.study.name, name, "The short name."),
            .optional("title", \.study.title, .localized, "The name that people read."),
            .optional("description", \.study.description, .localized, "What it is to find out."),
            .required(
                "scenario", \.study.scenario, .text, "A shipped scenario's short name, or a file beside this one."),
            .custom("seed", .integer(0...Int64.max), "Decides every draw; 1 without this key.") {
                $0.study.seed = UInt64($1)
            },
            .optional(
                "adversaries", \.study.adversaries, .map(adversary, atLeast: 1),
                "Who attacks; all adversaries of the scenario without this key."),
            .optional(
                "measures", \.study.measures, distinct(.reference([.measures]), atLeast: 1),
                "Measures that are compared; all of the scenario without this key."),
            .optional(
                "playbooks", \.study.playbooks, distinct(.reference([.playbooks])),
                "Playbooks that are compared with the base's."),
            .custom("base", base, "What holds in every arm.") { draft, base in
                draft.study.baseMeasures = base.baseMeasures
                draft.study.basePlaybook = base.basePlaybook
            },
            .custom(
                "costs", .keyed(by: [.measures], .uncertain(.money)),
                "Costs per year of measures, instead of the scenario's."
            ) { draft, costs in
                draft.study.costs = costs.map { StudyCost(measure: $0.key, cost: $0.value) }
            },
            .optional("design", \.study.design, .choice(), "Which combinations are compared."),
            .optional(
                "runs", \.runs, .count(1...100_000_000),
                "How many attacks to simulate, over all arms and adversaries."),
            .optional("years", \.years, .count(1...100_000_000), "How many years to simulate in every arm, instead."),
            .optional(
                "precision", \.precision, precision,
                "How wide the 95 % interval of avoided loss per year may be on either side, instead."),
            .optional(
                "at-most", \.atMost, .count(1...100_000_000),
                "With `precision`: the most attacks to simulate; ten million without this key."),
            .optional(
                "budget", \.study.budget, .quantity(.money), "What the measures may cost together in a year."),
            .optional("objective", \.study.objective, .choice(), "What the best set of measures is best at."),
            .optional(
                "draws", \.study.draws, .count(8...1_024),
                "How often the uncertain numbers are drawn; 128 without this key."
            ),
            .optional(
                "uncertain-numbers", \.numbers, .choice(), "Whether they are drawn, or taken as `likely`."),
        ],
        check: StudyChecks.check)

    private static let name = Shape<String>.form(
        "a name of a-z, 0-9 and '-'", example: "egov-year", pattern: NameRule.pattern, isValid: NameRule.allows)

    private static let base = Shape<StudyDescription>.record(
        "base", "What holds in every arm of a study.", make: { _ in StudyDescription(name: "", scenario: "") },
        fields: [
            .optional(
                "measures", \.baseMeasures, distinct(.reference([.measures])), "Measures that are in force already."),
            .optional(
                "playbook", \.basePlaybook, .reference([.playbooks]), "Who defends; `standard` without this key."),
        ])

    private static let adversary = Shape<StudyAdversary>.record(
        "study adversary", "An adversary of the scenario, or a variant of one.", make: { StudyAdversary(name: $0) },
        fields: [
            .optional(
                "profile", \.profile, .reference([.adversaries]),
                "The scenario's adversary that it is like; the one of the same name without this key."),
            .optional("title", \.title, .localized, "The name that people read."),
            .optional(
                "attempts-per-year", \.attemptsPerYear, .uncertain(.thousandths),
                "How often a year it tries, 1,000 at most."),
            .optional("skill", \.skill, .quantity(.share), "Skill; 0.5 is neutral."),
            .optional("stealth", \.stealth, .quantity(.share), "How much it avoids loud techniques."),
            .optional("share", \.goalShare, .quantity(.share), "Share of hosts or of the process that it wants."),
            .optional("tempo", \.tempoMilliseconds, .uncertain(.duration), "Time between two actions."),
        ],
        check: StudyChecks.checkAdversary)

    /// A list in which nothing stands twice.
    private static func distinct(_ element: Shape<String>, atLeast: Int = 0) -> Shape<[String]> {
        let list = Shape<[String]>.list(element, atLeast: atLeast)
        return Shape(list.description) { node, context in
            guard let names = list.read(node, &context) else { return nil }
            for (index, name) in names.enumerated() where names.count == node.elements.count {
                if names[..<index].contains(name) {
                    context.within(.index(index)) {
                        $0.error("\(YAMLNode.quoted(name)) stands twice", at: node.elements[index].position)
                    }
                }
            }
            return names
        }
    }

    private static let precision = Shape<StudyPrecision>(
        .oneOf([.quantity(.money), .quantity(.share)])
    ) { node, context in
        let expectation = "an amount above 0 such as 50_000_000, or a percentage of the base's loss such as 5 %"
        guard let text = node.scalar(expecting: expectation, &context) else { return nil }
        let isShare = text.last == "%"
        let quantity = isShare ? Quantity.share : .money
        guard case .success(let value) = quantity.parse(text) else {
            context.error("expected \(expectation), found \(node.summary)", at: node.position)
            return nil
        }
        if value == 0 || (isShare && value >= 1 << 32) {
            context.error(
                "no study can be as precise as \(YAMLNode.quoted(text)); expected \(expectation)", at: node.position)
            return nil
        }
        return isShare ? .share(value) : .money(value)
    }
}

/// What uncertain numbers are in a study.
enum StudyNumbers: String, Sendable, CaseIterable {
    case drawn, likely
}

/// A study while its file is read: keys of which only some may stand together are kept apart.
struct StudyDraft {
    var study: StudyDescription
    var runs: Int?
    var years: Int?
    var precision: StudyPrecision?
    var atMost: Int?
    var numbers = StudyNumbers.drawn

    init(_ study: StudyDescription) { self.study = study }
}
