import Kernel

/// Adversaries, and administrators who look like them.
enum AdversaryFormat {
    static let adversary = Shape<Adversary>.record(
        "adversary", "A red profile.", make: { Adversary(name: $0, goal: .steal) },
        fields: [
            .optional("title", \.title, .localized, "The name that people read."),
            .optional("description", \.description, .localized, "What it is like."),
            .required("goal", \.goal, .choice(), "What it wants."),
            .optional(
                "target", \.target, target,
                "The asset (goal `steal`) or process (goal `sabotage`) that it wants it of."),
            .optional(
                "share", \.goalShare, .quantity(.share),
                "Goal `encrypt`: share of all hosts; goal `sabotage`: share of the process."),
            .optional("skill", \.skill, .quantity(.share), "Skill; 0.5 is neutral."),
            .optional("stealth", \.stealth, .quantity(.share), "How much it avoids loud techniques."),
            .optional("tempo", \.tempoMilliseconds, .uncertain(.duration), "Time between two actions."),
            .optional("start", \.startMilliseconds, .uncertain(.duration), "When it begins."),
            .optional(
                "techniques", \.techniques, .list(.reference([.cards])),
                "The technique cards it has; all of them without this key."),
            .optional(
                "attempts-per-year", \.attemptsPerYear, .uncertain(.thousandths), "How often a year it tries."),
        ],
        check: checkTarget)

    /// Which section the name is of, only the goal tells: the check refers to it.
    private static let target = Shape<String>(.reference([.assets, .processes], words: [])) { node, context in
        node.scalar(expecting: "the name of an asset or process", &context)
    }

    static let habit = Shape<AdministrativeHabit>.record(
        "habit", "Something that administrators do and that looks like an attack.",
        make: { AdministrativeHabit(name: $0, account: "", technique: "") },
        fields: [
            .optional("title", \.title, .localized, "The name that people read."),
            .required("account", \.account, .reference([.accounts]), "The account group that does it."),
            .required("technique", \.technique, .reference([.cards]), "The technique card whose traces it leaves."),
            .optional("on", \.on, .list(.reference([.hosts])), "Host groups it is done to."),
            .optional(
                "per-day", \.perDayThousandths, .quantity(.thousandths),
                "How often in 24 working hours, over all accounts."),
        ])

    /// The goal decides whether there is a target, and of which kind.
    @Sendable
    private static func checkTarget(_ adversary: inout Adversary, _ node: YAMLNode, _ context: inout ReadContext) {
        let target = node["target"]
        let position = target?.position ?? node.position
        switch adversary.goal {
        case .encrypt:
            if target != nil { context.error("goal 'encrypt' has no target", at: position) }
        case .steal, .sabotage:
            let section: Section = adversary.goal == .steal ? .assets : .processes
            if target == nil {
                let message = "goal '\(adversary.goal.rawValue)' needs a target: the name of \(section.nounWithArticle)"
                return context.error(message, at: position)
            }
            let name = adversary.target
            context.within(.key("target")) { $0.refer(to: name, in: [section], at: position) }
        }
    }
}
